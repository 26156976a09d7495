"""Drawing with Cairo, by way of CairoSVG."""

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

#: CairoSVG asks the context about a bitmap, and changes what it answers: that takes one context.
_BITMAP = "<image"


class _OpaqueSurface(Surface):  # type: ignore[misc]  # CairoSVG is untyped
    """An image in memory, of a size in whole pixels and with no alpha."""

    device_units_per_user_units = 1

    @staticmethod
    def surface_class(_output: None, width: float, height: float) -> cairocffi.ImageSurface:
        """Return what CairoSVG draws on."""
        return cairocffi.ImageSurface(cairocffi.FORMAT_RGB24, round(width), max(1, round(height)))


class _MultiWidthSurface(_OpaqueSurface):
    """The same picture at several widths in pixels, of which the first leads; its SVG is read once."""

    def __init__(self, document: SvgDocument, widths: Sequence[int]) -> None:
        self._scales = [width / widths[0] for width in widths[1:]]
        sizes = [(width, document.height_at(width)) for width in widths[1:]]
        self.others = [cairocffi.ImageSurface(cairocffi.FORMAT_RGB24, *size) for size in sizes]
        super().__init__(_tree(document), None, 96, output_width=widths[0], background_color="white")

    @property
    def context(self) -> _BroadcastContext:
        """What CairoSVG draws with."""
        return self._contexts

    @context.setter
    def context(self, first: cairocffi.Context) -> None:
        contexts = [cairocffi.Context(surface) for surface in self.others]
        for context, scale in zip(contexts, self._scales, strict=True):
            context.scale(scale)
        self._contexts = _BroadcastContext([first, *contexts])


class _BroadcastContext:
    """Does to several Cairo contexts what it is told to do to one; what it is asked, the first answers."""

    def __init__(self, contexts: Sequence[cairocffi.Context]) -> None:
        self._all = contexts

    def __getattr__(self, name: str) -> Callable[..., object]:
        first, *others = (getattr(context, name) for context in self._all)

        def done(*values: object) -> object:
            answer = first(*values)
            for other in others:
                other(*values)
            return answer

        # Found here from now on: outlines are thousands of calls.
        setattr(self, name, done)
        return done


def draw(document: SvgDocument, widths: Sequence[int]) -> list[Image.Image]:
    """Draw a document at these widths in pixels, on white, with no alpha.

    To read outlines takes longer than to draw them, so that a second width costs half of the first.
    """
    if len(widths) > 1 and _BITMAP not in document.root:
        drawn = _MultiWidthSurface(document, widths)
        return [_to_image(surface) for surface in (drawn.cairo, *drawn.others)]
    return [_to_image(_draw_once(document, width)) for width in widths]


def _draw_once(document: SvgDocument, width: int) -> cairocffi.ImageSurface:
    return _OpaqueSurface(_tree(document), None, 96, output_width=width, background_color="white").cairo


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
    """Return the bytes of a picture that the SVG holds; nothing else is ever opened."""
    held = EMBEDDED_IMAGE.fullmatch(url)
    if held is None:
        raise InputError(f"o SVG pede “{url}”; a figura precisa estar completa em si")
    return b64decode(held[1])
