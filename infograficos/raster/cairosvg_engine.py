"""Draws SVG with Cairo, through CairoSVG."""

from __future__ import annotations

import sys
from base64 import b64decode
from collections.abc import Callable, Sequence
from io import BytesIO

import cairocffi
from cairosvg.parser import Tree
from cairosvg.surface import PDFSurface, Surface
from PIL import Image

from infograficos.errors import InputError
from infograficos.raster.svg_document import EMBEDDED_IMAGE, SvgDocument

#: For bitmaps, CairoSVG modifies what the context returns: that takes a single context.
_BITMAP = "<image"


class _OpaqueSurface(Surface):  # type: ignore[misc]  # CairoSVG is untyped
    """An image in memory, of a size in whole pixels and with no alpha."""

    device_units_per_user_units = 1

    def __init__(self, document: SvgDocument, width: int) -> None:
        super().__init__(_tree(document), None, 96, output_width=width, background_color="white")

    @staticmethod
    def surface_class(_output: None, width: float, height: float) -> cairocffi.ImageSurface:
        """Return the surface for CairoSVG."""
        return cairocffi.ImageSurface(cairocffi.FORMAT_RGB24, round(width), max(1, round(height)))


class _MultiWidthSurface(_OpaqueSurface):
    """The same image at several widths in pixels, drawn in one pass over the SVG."""

    def __init__(self, document: SvgDocument, widths: Sequence[int]) -> None:
        self._scales = [width / widths[0] for width in widths[1:]]
        sizes = [(width, document.height_at(width)) for width in widths[1:]]
        self.others = [cairocffi.ImageSurface(cairocffi.FORMAT_RGB24, *size) for size in sizes]
        super().__init__(document, widths[0])

    @property
    def context(self) -> _BroadcastContext:
        """All contexts at once, for CairoSVG."""
        return self._contexts

    @context.setter
    def context(self, first: cairocffi.Context) -> None:
        contexts = [cairocffi.Context(surface) for surface in self.others]
        for context, scale in zip(contexts, self._scales, strict=True):
            context.scale(scale)
        self._contexts = _BroadcastContext([first, *contexts])


class _BroadcastContext:
    """Broadcasts calls to several Cairo contexts; returns the first one's result."""

    def __init__(self, contexts: Sequence[cairocffi.Context]) -> None:
        self._all = contexts

    def __getattr__(self, name: str) -> Callable[..., object]:
        first, *others = (getattr(context, name) for context in self._all)

        def call(*values: object) -> object:
            result = first(*values)
            for other in others:
                other(*values)
            return result

        # Kept, because outlines are thousands of calls.
        setattr(self, name, call)
        return call


def draw(document: SvgDocument, widths: Sequence[int]) -> list[Image.Image]:
    """Draw a document at these widths in pixels, on white, with no alpha; a second one costs half as much."""
    if len(widths) > 1 and _BITMAP not in document.root:
        surface = _MultiWidthSurface(document, widths)
        return [_to_image(each) for each in (surface.cairo, *surface.others)]
    return [_to_image(_OpaqueSurface(document, width).cairo) for width in widths]


def _to_image(surface: cairocffi.ImageSurface) -> Image.Image:
    surface.flush()
    order = "BGRX" if sys.byteorder == "little" else "XRGB"  # one 32-bit number a pixel
    size, pixels = (surface.get_width(), surface.get_height()), bytes(surface.get_data())
    return Image.frombuffer("RGB", size, pixels, "raw", order, surface.get_stride(), 1)


def pdf_bytes(document: SvgDocument) -> bytes:
    """Write a document as a vector PDF of one page, dated today."""
    output = BytesIO()
    PDFSurface(_tree(document), output, 96).finish()
    return output.getvalue()


def _tree(document: SvgDocument) -> Tree:
    return Tree(bytestring=document.root.encode(), url_fetcher=_fetch_embedded, unsafe=False)


def _fetch_embedded(url: str, _kind: str) -> bytes:
    """Decode an embedded image; no other URL is ever opened."""
    match = EMBEDDED_IMAGE.fullmatch(url)
    if match is None:
        raise InputError("o SVG pede “{url}”; a figura precisa estar completa em si", url=url)
    return b64decode(match[1])
