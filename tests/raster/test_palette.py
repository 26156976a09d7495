"""The palette: small, near, and exact where colour is flat."""

from __future__ import annotations

from importlib import import_module
from io import BytesIO
from math import log10

import pytest
from PIL import Image, ImageChops, ImageStat

from infograficos.raster.palette import REPAINT_SHARE, encode_png, quantize
from infograficos.raster.png import png
from infograficos.raster.svg_document import parse_svg


def decibels(one: Image.Image, other: Image.Image) -> float:
    squares = ImageStat.Stat(ImageChops.difference(one, other)).sum2
    return 10 * log10(255**2 * 3 * one.width * one.height / sum(squares))


def ramp(colours: list[tuple[int, int, int]], pixels: int) -> Image.Image:
    return Image.frombytes(
        "RGB", (pixels, len(colours)), b"".join(bytes(colour) * pixels for colour in colours)
    )


#: More colours than this has the figure, and its PNG with a palette less than this share of the bytes.
#: resvg blends edges in fewer steps, so that there is less to save.
MEASURES = {"cairosvg": (2000, 0.5), "resvg": (500, 0.6)}


@pytest.fixture(scope="module", params=list(MEASURES))
def drawing_engine(request):
    if request.param == "cairosvg":
        request.getfixturevalue("needs_libcairo")
    return request.param


@pytest.fixture(scope="module", params=[1400])
def drawn(request, figure, drawing_engine):
    home = import_module(f"infograficos.raster.{drawing_engine}_engine")
    return home.draw(parse_svg(figure), [request.param])[0]


def flats(picture: Image.Image) -> dict[tuple[int, int, int], int]:
    least = picture.width * picture.height * REPAINT_SHARE
    return {colour: count for count, colour in picture.getcolors(2**24) if count >= least}


def test_a_figure_has_too_many_colours_for_a_palette(drawn, drawing_engine):
    assert len(drawn.getcolors(2**24)) > MEASURES[drawing_engine][0]


def test_a_figure_fits_a_palette_and_stays_near(drawn, drawing_engine):
    small = quantize(drawn)
    assert len(small.getpalette()) <= 256 * 3
    assert decibels(drawn, small.convert("RGB")) > 47
    assert len(encode_png(drawn)) < MEASURES[drawing_engine][1] * len(true_colour(drawn))


def true_colour(picture: Image.Image) -> bytes:
    output = BytesIO()
    picture.save(output, "PNG")
    return output.getvalue()


def test_every_flat_colour_of_a_figure_stays_where_it_was(drawn):
    assert_flats_exact(drawn)


def assert_flats_exact(picture: Image.Image) -> None:
    after = quantize(picture).convert("RGB")
    assert len(flats(picture)) >= 8
    for colour in flats(picture):
        mask = Image.new("L", picture.size, 0)
        bands = zip(picture.split(), colour, strict=True)
        same = [band.point([255 * (level == wanted) for level in range(256)]) for band, wanted in bands]
        mask = ImageChops.darker(ImageChops.darker(*same[:2]), same[2])
        shown = Image.composite(after, Image.new("RGB", picture.size, colour), mask)
        assert shown.getcolors(2) == [(picture.width * picture.height, colour)]


def test_flat_colours_a_level_apart_stay_apart():
    # Eight near greys that Pillow's own lookup would confuse, and hundreds of rare colours beside them.
    assert_flats_exact(striped([(level, level, 201) for level in range(200, 208)]))


def test_whites_and_blacks_a_level_apart_stay_apart():
    assert_flats_exact(striped([(level,) * 3 for level in (*range(5), *range(251, 256))]))


def test_more_near_greys_than_the_lookup_has_steps_stay_apart():
    assert_flats_exact(striped([(level,) * 3 for level in range(100, 200)]))


def striped(near: list[tuple[int, ...]]) -> Image.Image:
    rare = [(level, 255 - level, other) for level in range(0, 256, 4) for other in range(0, 150, 25)]
    rows = Image.new("RGB", (800, 300))
    for row in range(300):
        rows.paste(near[row % len(near)], (0, row, 800, row + 1))
    for place, colour in enumerate(rare):
        rows.putpixel((place * 7 % 800, place % 300), colour)
    assert len(rows.getcolors(2**16)) > 256
    return rows


def test_near_paints_stay_apart_however_few_pixels_they_cover():
    paper = [(250, 251, 252), (255, 255, 255)]
    asked = [(252, 250, 247), (251, 249, 246), (252, 250, 246), (253, 251, 248)]
    picture = striped(paper)
    for place, colour in enumerate(asked):
        picture.paste(colour, (place * 10, 0, place * 10 + 2, 2))
    after = quantize(picture, asked).convert("RGB")
    assert [after.getpixel((place * 10, 0)) for place in range(len(asked))] == asked


def test_256_colours_lose_nothing():
    picture = ramp([(level, level, 255 - level) for level in range(256)], 300)
    small = quantize(picture)
    assert small.mode == "P"
    assert ImageChops.difference(picture, small.convert("RGB")).getbbox() is None


def test_a_gradient_stays_in_true_colour():
    across, down = Image.linear_gradient("L"), Image.linear_gradient("L").rotate(90)
    picture = Image.merge("RGB", (across, down, ImageChops.invert(across)))
    assert len(picture.getcolors(2**16)) == 2**16
    assert quantize(picture) is None
    assert ImageChops.difference(Image.open(BytesIO(encode_png(picture))), picture).getbbox() is None


def test_more_flat_colours_than_a_palette_holds_stay_in_true_colour():
    picture = ramp([(level, 0, other) for level in range(0, 250, 10) for other in range(0, 150, 10)], 300)
    assert len(flats(picture)) == 375
    assert quantize(picture) is None


def test_a_png_keeps_every_paint_of_its_svg(figure):
    # A mark of 36 pixels in a picture of a million and a half, whose colour nothing else in it is near.
    marked = figure.replace("</svg>", '<rect x="4" y="4" width="3" height="3" fill="#835101"/></svg>')
    drawn = Image.open(BytesIO(png(marked, 1400))).convert("RGB")
    assert drawn.getpixel((11, 11)) == (0x83, 0x51, 0x01)
