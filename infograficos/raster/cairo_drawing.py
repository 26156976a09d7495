"""Drawing with Cairo, by way of CairoSVG."""

from __future__ import annotations

import sys
from base64 import b64decode
from io import BytesIO
from typing import Any

import cairocffi
from cairosvg.parser import Tree
from cairosvg.surface import PDFSurface, Surface
from PIL import Image

from infograficos.errors import InputError
from infograficos.raster.document import EMBEDDED, Document


class _Opaque(Surface):  # type: ignore[misc]  # CairoSVG is untyped
    """A picture in memory, of a size in whole pixels and with no alpha."""

    device_units_per_user_units = 1

    def _create_surface(self, width: float, height: float) -> tuple[Any, int, int]:
        pixels = round(width), max(1, round(height))
        return cairocffi.ImageSurface(cairocffi.FORMAT_RGB24, *pixels), *pixels


def picture(document: Document, width: int) -> Image.Image:
    """Draw a document at this width in pixels, on white, with no alpha."""
    drawn = _Opaque(_tree(document), None, 96, output_width=width, background_color="white")
    surface = drawn.cairo
    surface.flush()
    order = "BGRX" if sys.byteorder == "little" else "XRGB"  # one 32-bit number a pixel
    size, pixels = (drawn.width, drawn.height), bytes(surface.get_data())
    return Image.frombuffer("RGB", size, pixels, "raw", order, surface.get_stride(), 1)


def pdf_bytes(document: Document) -> bytes:
    """Write a document as a vector PDF of one page, dated today."""
    output = BytesIO()
    PDFSurface(_tree(document), output, 96).finish()
    return output.getvalue()


def _tree(document: Document) -> Tree:
    return Tree(bytestring=document.root.encode(), url_fetcher=_embedded, unsafe=False)


def _embedded(url: str, _kind: str) -> bytes:
    """Return the bytes of a picture that the SVG holds; nothing else is ever opened."""
    held = EMBEDDED.fullmatch(url)
    if held is None:
        raise InputError(f"o SVG pede “{url}”; a figura precisa estar completa em si")
    return b64decode(held[1])
