"""Opaque, small PNG of an exact width; the same bytes every time."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from infograficos.raster.engine import load_engine, translate_failures
from infograficos.raster.svg_document import SvgDocument, parse_svg

if TYPE_CHECKING:
    from PIL.Image import Image


_PAINT = re.compile(r'(?:fill|stroke)="#([0-9a-fA-F]{6})"')


def png(svg: str, width: int) -> bytes:
    """Draw an SVG as a PNG of this width in pixels; see `pngs`."""
    return pngs(svg, (width,))[0]


def pngs(svg: str, widths: Sequence[int]) -> list[bytes]:
    """Draw an SVG as PNGs of these widths in pixels; their heights follow from the SVG's proportions.

    `InputError` for an SVG that is malformed, has no size, needs other files or holds live text, and for a
    width that cannot be drawn; `MachineError` where the engine fails.
    """
    with translate_failures():
        from infograficos.raster import palette  # noqa: PLC0415 — Pillow takes time to import

        min_psnr = palette.MIN_PSNR_PHOTOGRAPH if "<image" in svg else palette.MIN_PSNR
        return [palette.encode_png(picture, paint_colors(svg), min_psnr) for picture in draw(svg, widths)]


def masonry(svgs: Sequence[str], columns: int, width: int, gap: int, ground: str) -> bytes:
    """Draw SVGs into columns and return the sheet as a PNG; see `pngs` for errors.

    Args:
        svgs: the pictures, in order.
        columns: how many columns.
        width: of a column, in pixels.
        gap: between pictures, and around all, in pixels.
        ground: the background colour, such as `#ffffff`.
    """
    with translate_failures():
        from PIL import Image  # noqa: PLC0415 — Pillow takes time to import

        from infograficos.raster.palette import encode_png  # noqa: PLC0415

        pictures = [picture for svg in svgs for picture in draw(svg, (width,))]
        bottoms = [gap] * columns
        positions = []
        for picture in pictures:
            column = bottoms.index(min(bottoms))
            positions.append((gap + column * (width + gap), bottoms[column]))
            bottoms[column] += picture.height + gap
        sheet = Image.new("RGB", (gap + columns * (width + gap), max(bottoms)), ground)
        for picture, position in zip(pictures, positions, strict=True):
            sheet.paste(picture, position)
        return encode_png(sheet)


def warm_up() -> None:
    """Import all that drawing needs; only for a process without other threads."""
    path = os.environ.get("PATH") if sys.platform == "linux" else None
    if path is not None:
        # `ctypes` would run three compilers to find libcairo, which the loader finds by its name.
        os.environ["PATH"] = os.devnull
    try:
        png('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><path d="M0 0"/></svg>', 1)
    finally:
        if path is not None:
            os.environ["PATH"] = path


def draw(svg: str, widths: Sequence[int]) -> list[Image]:
    """Draw an SVG as images in memory; see `pngs`."""
    document = parse_svg(svg)
    for width in widths:
        document.height_at(width)  # checks all widths before anything is drawn
    return [_fill_last_row(picture, document) for picture in load_engine().draw(document, widths)]


def paint_colors(svg: str) -> set[tuple[int, int, int]]:
    """Return the fill and stroke colours of an SVG."""
    found = (bytes.fromhex(value) for value in _PAINT.findall(svg))
    return {(red, green, blue) for red, green, blue in found}


def _fill_last_row(picture: Image, document: SvgDocument) -> Image:
    # Where the height was rounded up, the last row is only partly paper: a pale line under a dark figure.
    width, height = picture.size
    if height > 1 and document.height / document.width * width < height:
        picture.paste(picture.crop((0, height - 2, width, height - 1)), (0, height - 1))
    return picture
