"""A picture as each of the engines draws it, as wide as a figure in the column of an article."""

from __future__ import annotations

from base64 import b64decode
from functools import lru_cache
from io import BytesIO

import resvg_py
from PIL import Image

WIDTH = 700


@lru_cache(maxsize=64)  # one test after the other looks at the same figures
def by_cairo(picture: str) -> Image.Image:
    from cairosvg.parser import Tree  # noqa: PLC0415 — needs libcairo
    from cairosvg.surface import PNGSurface  # noqa: PLC0415

    # CairoSVG's own way to a picture inside the picture leaves something open: newer Pythons complain.
    tree = Tree(bytestring=picture.encode(), url_fetcher=lambda url, _kind: b64decode(url.partition(",")[2]))
    output = BytesIO()
    PNGSurface(tree, output, 96, output_width=WIDTH).finish()
    return Image.open(output).convert("RGB")


@lru_cache(maxsize=64)
def by_resvg(picture: str) -> Image.Image:
    return Image.open(BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=picture, width=WIDTH)))).convert("RGB")
