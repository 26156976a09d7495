"""GIF: one picture after another, all in one palette, in which every colour asked for is exact."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from infograficos.errors import InputError
from infograficos.raster.engine import engine_name, translate_failures
from infograficos.raster.png import draw, paint_colours
from infograficos.raster.svg_document import parse_svg

if TYPE_CHECKING:
    from PIL.Image import Image

#: How long a picture stays, and how long the last one, which shows all, in milliseconds.
DURATION, LAST_DURATION = 1600, 4000


def gif(svgs: Sequence[str], width: int) -> bytes:
    """Draw SVGs of one size as a GIF of this width in pixels, which begins anew for ever.

    `InputError` as for `png`, and where the SVGs differ in size; `MachineError` where the engine fails.
    """
    if len({parse_svg(svg).height_at(width) for svg in svgs}) != 1:
        raise InputError("as imagens de uma animação precisam ter todas o mesmo tamanho")
    with translate_failures(engine_name()):
        pictures = [picture for svg in svgs for picture in draw(svg, (width,))]
        return _encode(_quantize(pictures, {paint for svg in svgs for paint in paint_colours(svg)}))


def _quantize(pictures: Sequence[Image], asked: Collection[tuple[int, int, int]]) -> list[Image]:
    """Reduce pictures to one palette of 256 colours: of all below each other, as one picture has one."""
    from PIL import Image  # noqa: PLC0415 — Pillow takes time to import

    from infograficos.raster.palette import quantize  # noqa: PLC0415

    width, height = pictures[0].size
    whole = Image.new("RGB", (width, height * len(pictures)))
    for place, picture in enumerate(pictures):
        whole.paste(picture, (0, place * height))
    # A photograph has more colours than can be weighed one by one.
    small = quantize(whole, asked, near=0.0) or whole.quantize(256, Image.Quantize.MEDIANCUT)
    return [small.crop((0, top, width, top + height)) for top in range(0, small.height, height)]


def _encode(pictures: Sequence[Image]) -> bytes:
    output = BytesIO()
    first, *others = pictures
    durations = [DURATION] * len(others) + [LAST_DURATION]
    # What a picture has in common with the one before it is not written again.
    first.save(
        output,
        "GIF",
        save_all=True,
        append_images=others,
        duration=durations,
        loop=0,
        disposal=1,
        optimize=False,
    )
    return output.getvalue()
