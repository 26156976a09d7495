"""A masonry layout of pictures: each goes below the shortest column."""

from __future__ import annotations

from collections.abc import Sequence

from infograficos.raster.engine import engine_name, translate_failures
from infograficos.raster.png import draw


def masonry(svgs: Sequence[str], columns: int, width: int, gap: int, ground: str) -> bytes:
    """Draw SVGs into columns and return the sheet as a PNG; see `png` for errors.

    Args:
        svgs: the pictures, in order.
        columns: how many columns.
        width: of a column, in pixels.
        gap: between pictures, and around all, in pixels.
        ground: the background colour, such as `#ffffff`.
    """
    with translate_failures(engine_name()):
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
