"""Several pictures on one sheet, in columns, as on a contact sheet."""

from __future__ import annotations

from collections.abc import Sequence

from infograficos.raster.engine import engine_name, translate_failures
from infograficos.raster.png import draw


def masonry(svgs: Sequence[str], columns: int, width: int, gap: int, ground: str) -> bytes:
    """Draw SVGs into columns, each below the shortest so far, and return the whole as a PNG.

    Args:
        svgs: the pictures, in order; see `png` for what is refused.
        columns: how many stand beside each other.
        width: of one picture, in pixels.
        gap: between two, and around all, in pixels.
        ground: the colour behind them, such as `#ffffff`.
    """
    with translate_failures(engine_name()):
        from PIL import Image  # noqa: PLC0415 — Pillow takes time to import

        from infograficos.raster.palette import encode_png  # noqa: PLC0415

        pictures = [picture for svg in svgs for picture in draw(svg, (width,))]
        ends = [gap] * columns
        places = []
        for picture in pictures:
            column = ends.index(min(ends))
            places.append((gap + column * (width + gap), ends[column]))
            ends[column] += picture.height + gap
        sheet = Image.new("RGB", (gap + columns * (width + gap), max(ends)), ground)
        for picture, place in zip(pictures, places, strict=True):
            sheet.paste(picture, place)
        return encode_png(sheet)
