"""GIFs: every picture, exact sizes and colours, for ever again."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageSequence

from infograficos.errors import InputError
from infograficos.raster.gif import DURATION, LAST_DURATION, gif
from infograficos.raster.png import png

BOXES = [
    f'<rect x="{40 + 200 * i}" y="60" width="160" height="120" rx="16" fill="{fill}" stroke="#1e5b39"/>'
    for i, fill in enumerate(("#e3f2ff", "#fceedb", "#e1f7e7"))
]


def sheet(body: str, height: int = 400) -> str:
    paper = f'<rect width="700" height="{height}" fill="#fcfaf7"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="700" height="{height}">{paper}{body}</svg>'


@pytest.fixture(scope="module")
def steps() -> list[str]:
    """Three sheets, each with a box more."""
    return [sheet("".join(BOXES[:count])) for count in (1, 2, 3)]


def pictures(data: bytes) -> list[Image.Image]:
    with Image.open(BytesIO(data)) as animation:
        return [frame.convert("RGB") for frame in ImageSequence.Iterator(animation)]


def test_every_picture_has_the_size_asked_for(steps):
    assert [picture.size for picture in pictures(gif(steps, 700))] == [(700, 400)] * 3


def test_it_never_ends_and_the_last_picture_stays_longest(steps):
    with Image.open(BytesIO(gif(steps, 350))) as animation:
        assert animation.info["loop"] == 0
        durations = [frame.info["duration"] for frame in ImageSequence.Iterator(animation)]
    assert durations == [DURATION, DURATION, LAST_DURATION]


def test_the_pictures_are_those_that_the_pngs_show(steps):
    for step, picture in zip(steps, pictures(gif(steps, 700)), strict=True):
        with Image.open(BytesIO(png(step, 700))) as whole:
            difference = ImageChops.difference(picture, whole.convert("RGB"))
        assert max(high for _, high in difference.getextrema()) <= 12


def test_flat_colours_are_exact_and_what_is_shown_stays(steps):
    shown = pictures(gif(steps, 700))
    for place, fill in enumerate(((227, 242, 255), (252, 238, 219), (225, 247, 231))):
        spot = (120 + 200 * place, 120)
        paper = (252, 250, 247)
        assert [each.getpixel(spot) for each in shown] == [paper] * place + [fill] * (3 - place)


def test_two_pictures_alike_are_still_two_steps(steps):
    data = gif([steps[0], steps[0], steps[1]], 350)
    with Image.open(BytesIO(data)) as animation:
        total = sum(frame.info["duration"] for frame in ImageSequence.Iterator(animation))
    assert total == 2 * DURATION + LAST_DURATION


def test_a_photograph_is_animated_too(steps):
    noise = Image.effect_noise((90, 90), 80).convert("RGB").resize((300, 300), Image.Resampling.BICUBIC)
    ramp = Image.merge("RGB", (Image.linear_gradient("L").resize((300, 300)), *noise.split()[:2]))
    assert len(ramp.getcolors(2**24)) > 2**12
    output = BytesIO()
    ramp.save(output, "PNG")
    held = b64encode(output.getvalue()).decode()
    image = f'<image width="300" height="300" href="data:image/png;base64,{held}"/>'
    assert len(pictures(gif([steps[0], sheet(image)], 700))) == 2


def test_the_same_pictures_are_the_same_bytes(steps):
    assert gif(steps, 350) == gif(steps, 350)


def test_pictures_of_several_sizes_are_refused(steps):
    with pytest.raises(InputError, match="as imagens de uma animação precisam ter todas o mesmo tamanho"):
        gif([steps[0], sheet("", height=300)], 700)
