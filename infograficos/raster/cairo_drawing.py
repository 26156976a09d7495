"""Drawing with Cairo, by way of CairoSVG."""

from __future__ import annotations

import sys
from io import BytesIO
from typing import Any

import cairocffi
from cairosvg.parser import Tree
from cairosvg.surface import PDFSurface, Surface
from PIL import Image

from infograficos.errors import InputError
from infograficos.raster.document import Document

#: The date in every PDF, so that the same figure is the same bytes on any day.
PDF_DATE = "2000-01-01T00:00:00Z"


class _Opaque(Surface):  # type: ignore[misc]  # CairoSVG is untyped
    """A picture in memory, of a size in whole pixels and with no alpha."""

    device_units_per_user_units = 1

    def _create_surface(self, width: float, height: float) -> tuple[Any, int, int]:
        pixels = round(width), max(1, round(height))
        return cairocffi.ImageSurface(cairocffi.FORMAT_RGB24, *pixels), *pixels


class _DatedPdf(PDFSurface):  # type: ignore[misc]  # CairoSVG is untyped
    """A PDF that carries a fixed date."""

    def _create_surface(self, width: float, height: float) -> tuple[Any, float, float]:
        surface, width, height = super()._create_surface(width, height)
        surface.set_metadata(cairocffi.PDF_METADATA_CREATE_DATE, PDF_DATE)
        return surface, width, height


def picture(document: Document, width: int) -> Image.Image:
    """Draw a document at this width in pixels, on white, with no alpha."""
    drawn = _Opaque(_tree(document), None, 96, output_width=width, background_color="white")
    surface = drawn.cairo
    surface.flush()
    order = "BGRX" if sys.byteorder == "little" else "XRGB"  # one 32-bit number a pixel
    size, pixels = (drawn.width, drawn.height), bytes(surface.get_data())
    return Image.frombuffer("RGB", size, pixels, "raw", order, surface.get_stride(), 1)


def pdf_bytes(document: Document) -> bytes:
    """Write a document as a vector PDF of one page."""
    output = BytesIO()
    _DatedPdf(_tree(document), output, 96).finish()
    return output.getvalue()


def _tree(document: Document) -> Tree:
    return Tree(bytestring=document.root.encode(), url_fetcher=_refuse, unsafe=False)


def _refuse(url: str, _kind: str) -> bytes:
    raise InputError(f"o SVG pede “{url}”; a figura precisa estar completa em si")
