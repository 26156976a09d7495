"""What tests make once a session, however many of them ask for the same; each stands in for the product's."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO
from typing import Any

from PIL import Image

from infograficos.audit import AuditedFigure, Finding, check
from infograficos.language.messages import message_code
from infograficos.raster import palette
from infograficos.raster.engine import load_engine
from infograficos.raster.png import pngs
from infograficos.svg import text_writer, write_svg


def encode_roughly(picture: Image.Image, *_: object) -> bytes:
    """Write an image as a PNG of the right size and about the right colours, in a fifth of the time."""
    output = BytesIO()
    rough = picture.convert("P", palette=Image.Palette.WEB, dither=Image.Dither.NONE)
    rough.save(output, "PNG", compress_type=zlib.Z_RLE)
    return output.getvalue()


def draw_pngs_once(svg: str, widths: Sequence[int]) -> list[bytes]:
    """Draw an SVG as PNGs, once for each engine and encoder."""
    return list(_drawn(svg, tuple(widths), load_engine().draw, palette.encode_png))


@lru_cache(maxsize=256)
def _drawn(svg: str, widths: tuple[int, ...], _engine: object, _encode: object) -> list[bytes]:
    return pngs(svg, widths)


def write_svg_once(*scene: Any, **options: Any) -> str:
    """Write a scene as SVG, once for each way to cut fonts down."""
    return _written(text_writer.woff2_subset, *scene, **options)


@lru_cache(maxsize=256)
def _written(_subset: object, *scene: Any, **options: Any) -> str:
    return write_svg(*scene, **options)


_FOUND: dict[object, tuple[Finding, ...]] = {}


def check_once(*figures: AuditedFigure) -> tuple[Finding, ...]:
    """Audit figures, once in a language for those that are equal in all that they were made of."""
    key = (
        message_code(),
        *((each.name, each.frame, each.look, each.alt, *each.presets.items()) for each in figures),
    )
    if key not in _FOUND:
        _FOUND[key] = check(*figures)
    return _FOUND[key]
