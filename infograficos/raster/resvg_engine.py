"""Draws SVG with resvg, for machines without libcairo."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO

import resvg_py
from PIL import Image

from infograficos.raster.svg_document import SvgDocument

_ROOT_TAG = re.compile(r"""\A(<[^\s/>]+)((?:[^>"']|"[^"]*"|'[^']*')*)""")
_SIZE_ATTRIBUTES = re.compile(r"""\s(?:width|height|overflow)\s*=\s*(?:"[^"]*"|'[^']*')""")


def draw(document: SvgDocument, widths: Sequence[int]) -> list[Image.Image]:
    """Draw a document at these widths in pixels, on white, with no alpha."""
    return [_picture(document, width) for width in widths]


def _picture(document: SvgDocument, width: int) -> Image.Image:
    drawn = resvg_py.svg_to_bytes(
        svg_string=_wrap(document, width), background="white", skip_system_fonts=True
    )
    with Image.open(BytesIO(drawn)) as decoded:
        return decoded.convert("RGB")


def _wrap(document: SvgDocument, width: int) -> str:
    # A nested SVG needs its size, and clipping would double the time.
    own = f'width="{document.width!r}" height="{document.height!r}" overflow="visible"'
    nested = _ROOT_TAG.sub(
        lambda tag: f"{tag[1]} {own}{_SIZE_ATTRIBUTES.sub('', tag[2])}", document.root, count=1
    )
    # resvg rounds an SVG's size to whole units and then stretches it: this outer one has whole pixels.
    size = f'width="{width}" height="{document.height_at(width)}"'
    scale = f'<g transform="scale({width / document.width!r})">'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{scale}{nested}</g></svg>'
