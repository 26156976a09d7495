"""PNGs: exact sizes, opaque, exact colours, the same bytes."""

from __future__ import annotations

import struct
from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageStat

from infograficos.errors import InputError
from infograficos.raster import png
from infograficos.raster.document import read


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def chunks(data: bytes) -> list[str]:
    names, place = [], 8
    while place < len(data):
        length, name = struct.unpack(">I4s", data[place : place + 8])
        names.append(name.decode())
        place += 12 + length
    return names


@pytest.mark.parametrize("sample", ["boxes", "figure", "reused"])
@pytest.mark.parametrize(("width", "ratio"), [(1400, 2), (1600, 16 / 7)])
def test_is_as_wide_as_asked_for_and_in_proportion(sample, width, ratio, request):
    svg = request.getfixturevalue(sample)
    picture = opened(png(svg, width))
    assert picture.size == (width, round(read(svg).height * ratio))


@pytest.mark.parametrize("sample", ["boxes", "figure"])
def test_is_opaque_and_carries_only_the_picture(sample, request):
    data = png(request.getfixturevalue(sample), 1400)
    assert opened(data).mode == "P"
    assert set(chunks(data)) == {"IHDR", "PLTE", "IDAT", "IEND"}


def test_few_colours_are_kept_as_they_are(boxes):
    picture = opened(png(boxes, 1400)).convert("RGB")
    for place, colour in enumerate(["#fcfaf7", "#e3f2ff", "#99c1f4", "#20599d", "#fceedb"]):
        assert "#{:02x}{:02x}{:02x}".format(*picture.getpixel((2 * (50 + 70 * place), 180))) == colour
    assert len(picture.getcolors()) == 9


def test_the_same_bytes_twice(figure):
    assert png(figure, 1400) == png(figure, 1400)


def test_bytes_do_not_depend_on_the_hash_seed(run_python, figure):
    program = (
        "import sys; from infograficos.raster import png; sys.stdout.buffer.write(png(%r, 700))" % figure  # noqa: UP031
    )
    first, second = (run_python(program, PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert first.stdout.startswith(b"\x89PNG"), first.stderr
    assert first.stdout == second.stdout


@pytest.mark.parametrize("height", [401, 400.55, 400.2])
def test_a_dark_sheet_reaches_the_last_row(engine, height):
    size = f'width="700" height="{height}" viewBox="0 0 700 {height}"'
    dark = '<rect width="700" height="402" fill="#14171c"/>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{dark}</svg>'
    picture = opened(png(svg, 1600)).convert("RGB")
    assert picture.size == (1600, round(height / 700 * 1600))
    assert picture.getcolors() == [(picture.width * picture.height, (0x14, 0x17, 0x1C))]


def test_what_the_sheet_does_not_cover_is_white(engine):
    half = '<rect width="5" height="10" fill="#123"/>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">{half}</svg>'
    picture = opened(png(svg, 100)).convert("RGB")
    assert (picture.getpixel((99, 50)), picture.getpixel((0, 50))) == ((255, 255, 255), (0x11, 0x22, 0x33))


def test_pixels_are_those_of_plain_cairosvg(figure, needs_libcairo):
    import cairosvg  # noqa: PLC0415

    from infograficos.raster import cairo_drawing  # noqa: PLC0415

    plain = opened(cairosvg.svg2png(figure.encode(), output_width=1400)).convert("RGB")
    drawn = cairo_drawing.picture(read(figure), 1400)
    assert ImageChops.difference(plain, drawn).getbbox() is None


@pytest.mark.parametrize(("sample", "bound"), [("boxes", 0.04), ("figure", 0.6), ("reused", 0.06)])
@pytest.mark.parametrize("width", [1400, 1600])
def test_both_engines_draw_the_same_picture(sample, bound, width, request, needs_libcairo):
    from infograficos.raster import cairo_drawing, resvg_drawing  # noqa: PLC0415

    document = read(request.getfixturevalue(sample))
    one, other = cairo_drawing.picture(document, width), resvg_drawing.picture(document, width)
    assert one.size == other.size
    # Levels of 255, averaged over the picture; a shift by one pixel gives 4 to 8 times the bound.
    assert max(ImageStat.Stat(ImageChops.difference(one, other)).mean) < bound


@pytest.mark.parametrize("width", [0, -5, 8193, 1400.0, True, "1400"])
def test_a_width_that_cannot_be(width, boxes):
    with pytest.raises(InputError) as problem:
        png(boxes, width)
    assert str(problem.value) == f"a largura “{width}” não serve; esperado um inteiro de 1 a 8192 pixels"


@pytest.mark.parametrize(("height", "asked"), [(20000, "2000 × 57143"), (900, "8192 × 10533")])
def test_a_picture_too_large(height, asked):
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="700" height="{height}"/>'
    with pytest.raises(InputError) as problem:
        png(svg, int(asked.split()[0]))
    assert str(problem.value) == f"um PNG de {asked} pixels é grande demais; peça uma largura menor"


def test_a_size_given_in_any_way_is_the_same_picture(engine):
    body = '<rect width="5" height="10" fill="#123"/></svg>'
    ways = [
        'viewBox="0 0 10 20"',
        'width="10px" height="20"',
        "width='100%' overflow='hidden' viewBox='0 0 10 20'",
    ]
    first, *others = [png(f'<svg xmlns="http://www.w3.org/2000/svg" {way}>{body}', 150) for way in ways]
    assert opened(first).size == (150, 300)
    assert all(other == first for other in others)
