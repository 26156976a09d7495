"""Animated GIF: all frames in one palette, in which every paint colour is exact."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from infograficos.errors import InputError
from infograficos.raster.engine import translate_failures
from infograficos.raster.png import draw, paint_colors
from infograficos.raster.svg_document import parse_svg

if TYPE_CHECKING:
    from PIL.Image import Image

#: How long a frame stays, and the last one, which shows everything, in milliseconds.
DURATION, LAST_DURATION = 1600, 4000


def gif(svgs: Sequence[str], width: int) -> bytes:
    """Draw SVGs of one size as the frames of an endless GIF of this width in pixels.

    `InputError` as for `png`, and where the SVGs differ in size; `MachineError` where the engine fails.
    """
    if len({parse_svg(svg).height_at(width) for svg in svgs}) != 1:
        raise InputError("as imagens de uma animação precisam ter todas o mesmo tamanho")
    with translate_failures():
        frames = [frame for svg in svgs for frame in draw(svg, (width,))]
        return _encode(_quantize(frames, {paint for svg in svgs for paint in paint_colors(svg)}))


def _quantize(frames: Sequence[Image], paints: Collection[tuple[int, int, int]]) -> list[Image]:
    """Reduce frames to one palette of 256 colours, as one tall image."""
    from PIL import Image  # noqa: PLC0415 — Pillow takes time to import

    from infograficos.raster.palette import quantize  # noqa: PLC0415

    width, height = frames[0].size
    whole = Image.new("RGB", (width, height * len(frames)))
    for i, frame in enumerate(frames):
        whole.paste(frame, (0, i * height))
    # `quantize` declines photographs, which have too many colours.
    small = quantize(whole, paints, min_psnr=0.0) or whole.quantize(256, Image.Quantize.MEDIANCUT)
    return [small.crop((0, top, width, top + height)) for top in range(0, small.height, height)]


def _encode(frames: Sequence[Image]) -> bytes:
    output = BytesIO()
    first, *others = frames
    frame_options = {"append_images": others, "duration": [DURATION] * len(others) + [LAST_DURATION]}
    # With disposal 1, Pillow writes only what differs from the frame before.
    first.save(output, "GIF", save_all=True, loop=0, disposal=1, optimize=False, **frame_options)
    return output.getvalue()
