"""PNGs: exact sizes, opaque, exact colours, the same bytes."""

from __future__ import annotations

import struct
from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageStat

from infograficos.errors import InputError
from infograficos.raster.png import png
from infograficos.raster.svg_document import parse_svg


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
    assert picture.size == (width, round(parse_svg(svg).height * ratio))


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
    assert png(figure, 700) == png(figure, 700)


def test_bytes_do_not_depend_on_the_hash_seed(run_python, figure):
    program = (
        "import sys; from infograficos.raster.png import png; sys.stdout.buffer.write(png(%r, 700))" % figure  # noqa: UP031
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


@pytest.mark.parametrize("widths", [(700,), (700, 800), (800, 350, 700)])
def test_pixels_are_those_of_plain_cairosvg(figure, widths, needs_libcairo):
    from infograficos.raster import cairosvg_engine  # noqa: PLC0415

    drawn = cairosvg_engine.draw(parse_svg(figure), widths)
    assert [picture.tobytes() for picture in drawn] == plain(figure, widths)


def plain(svg, widths):
    import cairosvg  # noqa: PLC0415

    pictures = [opened(cairosvg.svg2png(svg.encode(), output_width=width)) for width in widths]
    return [picture.convert("RGB").tobytes() for picture in pictures]


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}">{}</svg>'
#: A red pixel over a blue one.
BITMAP = (
    "data:image/png;base64,"
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAACCAIAAAAW4yFwAAAADUlEQVR4nGP4zwAC/wEIAAH/2ZC7NQAAAABJRU5ErkJggg=="
)
HARD = {
    "a height between two pixels": SVG.format(700, 423.75, '<circle cx="100" cy="100" r="90" fill="#123"/>'),
    "dashes": SVG.format(
        70, 50, '<path d="M3 3Q60 5 65 40" stroke="#123" stroke-dasharray="3 2" fill="none"/>'
    ),
    "a bitmap": SVG.format(
        70, 50, f'<image x="5" y="5" width="9" height="18" xlink:href="{BITMAP}"/>'
    ).replace(" viewBox", ' xmlns:xlink="http://www.w3.org/1999/xlink" viewBox'),
    "see-through groups": SVG.format(
        70, 50, '<g opacity="0.4"><rect width="30" height="9"/><rect width="9" height="30"/></g>'
    ),
    "clipped": SVG.format(
        70,
        50,
        '<clipPath id="c"><circle r="40"/></clipPath><rect clip-path="url(#c)" width="70" height="9"/>',
    ),
    "moved": SVG.format(
        70, 50, '<g transform="translate(3.3 4.7) rotate(30)"><rect width="30" height="9"/></g>'
    ),
}


@pytest.mark.parametrize("svg", HARD.values(), ids=HARD)
def test_several_widths_at_once_are_as_each_alone(svg, needs_libcairo):
    from infograficos.raster import cairosvg_engine  # noqa: PLC0415

    widths = (140, 333, 100, 1400)
    together = cairosvg_engine.draw(parse_svg(svg), widths)
    alone = [cairosvg_engine.draw(parse_svg(svg), [width])[0] for width in widths]
    assert [picture.size for picture in together] == [picture.size for picture in alone]
    assert [picture.tobytes() for picture in together] == [picture.tobytes() for picture in alone]


def test_a_small_height_between_two_pixels_is_the_same_for_both_engines(engine):
    assert opened(png(HARD["a height between two pixels"], 1400)).size == (1400, 848)


@pytest.mark.parametrize(("sample", "bound"), [("boxes", 0.04), ("figure", 0.6), ("reused", 0.06)])
@pytest.mark.parametrize("width", [1400, 1600])
def test_both_engines_draw_the_same_picture(sample, bound, width, request, needs_libcairo):
    from infograficos.raster import cairosvg_engine, resvg_engine  # noqa: PLC0415

    document = parse_svg(request.getfixturevalue(sample))
    (one,), (other,) = (home.draw(document, [width]) for home in (cairosvg_engine, resvg_engine))
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
