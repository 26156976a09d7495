"""PNG: as wide as asked for to the pixel, opaque, small, the same bytes every time."""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING

from infograficos.raster.document import Document, read
from infograficos.raster.engine import engine_name, failures_told

if TYPE_CHECKING:
    from PIL.Image import Image


_PAINT = re.compile(r'(?:fill|stroke)="#([0-9a-fA-F]{6})"')


def png(svg: str, width: int) -> bytes:
    """Draw an SVG as a PNG of this width in pixels; its height follows from the SVG's proportions.

    `InputError` where the SVG is malformed, has no size, needs other files or holds live text, or where the
    width cannot be drawn; `MachineError` where the engine fails.
    """
    with failures_told(engine_name()):
        # Pillow takes time to import.
        from infograficos.raster.palette import (  # noqa: PLC0415
            NEAR_ENOUGH,
            NEAR_ENOUGH_PHOTOGRAPH,
            encoded,
        )

        near = NEAR_ENOUGH_PHOTOGRAPH if "<image" in svg else NEAR_ENOUGH
        return encoded(drawn(svg, width), paints(svg), near)


def warm_up() -> None:
    """Import all that drawing needs, which takes a sixth of a second."""
    png('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><path d="M0 0"/></svg>', 1)


def drawn(svg: str, width: int) -> Image:
    """Draw an SVG as a picture in memory; see `png`."""
    document = read(svg)
    document.height_at(width)  # refuses a width before anything is drawn
    return _whole(_picture(document, width), document)


def paints(svg: str) -> set[tuple[int, int, int]]:
    """Return the colours that an SVG fills and draws with."""
    found = (bytes.fromhex(value) for value in _PAINT.findall(svg))
    return {(red, green, blue) for red, green, blue in found}


def _picture(document: Document, width: int) -> Image:
    home = "cairo_drawing" if engine_name() == "cairosvg" else "resvg_drawing"
    picture: Image = import_module(f"infograficos.raster.{home}").picture(document, width)
    return picture


def _whole(picture: Image, document: Document) -> Image:
    # Where the height was rounded up, the sheet covers the last row in part: a pale line under a dark figure.
    width, height = picture.size
    if height > 1 and document.height / document.width * width < height:
        picture.paste(picture.crop((0, height - 2, width, height - 1)), (0, height - 1))
    return picture
