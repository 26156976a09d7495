"""A picture as each of the engines draws it, as wide as a figure in the column of an article."""

from __future__ import annotations

from io import BytesIO

import resvg_py
from PIL import Image

WIDTH = 700


def by_cairo(picture: str) -> Image.Image:
    import cairosvg  # noqa: PLC0415 — needs libcairo

    return Image.open(BytesIO(cairosvg.svg2png(picture.encode(), output_width=WIDTH))).convert("RGB")


def by_resvg(picture: str) -> Image.Image:
    return Image.open(BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=picture, width=WIDTH)))).convert("RGB")
