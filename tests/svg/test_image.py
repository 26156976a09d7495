"""Pictures in pixels and pictograms: every renderer shows them, at the same place, in the same colours."""

from __future__ import annotations

from base64 import b64decode
from importlib import import_module
from io import BytesIO
from math import inf, log10

import pytest
import resvg_py
from lxml import etree
from PIL import Image, ImageChops, ImageStat

from infograficos import Figure
from infograficos.builders.photo import Photo
from infograficos.builders.pipeline import Pipeline, Stage
from infograficos.elements.images.map_png import encode_map_png
from infograficos.icons import icon_names
from infograficos.raster.palette import MIN_PSNR_PHOTOGRAPH, encode_png
from infograficos.raster.svg_document import parse_svg

WIDTH = 700
HREF = "{http://www.w3.org/1999/xlink}href"


def jpeg() -> bytes:
    output = BytesIO()
    red, green = Image.linear_gradient("L"), Image.radial_gradient("L")
    Image.merge("RGB", (red, green, red.transpose(Image.Transpose.ROTATE_90))).resize((640, 320)).save(
        output, "JPEG", quality=90
    )
    return output.getvalue()


def photo(image: bytes) -> Figure:
    return Figure(1, "a", "t", "Uma manchete", Photo(image, "um teste de cores", "Uma legenda"))


SQUARES = encode_map_png([[(i + j) % 3 / 2 for i in range(16)] for j in range(8)], 40)
SOFT = encode_map_png([[(x * y) / 63**2 for x in range(64)] for y in range(64)], 5)
#: A few of each letter.
ICONS = icon_names()[::40]


def pictograms() -> list[Figure]:
    """Some icons, five a figure."""
    rows = [ICONS[start : start + 5] for start in range(0, len(ICONS), 5)]
    return [
        Figure(n, "a", "t", "Uma manchete", Pipeline([Stage(name, name, "model") for name in names]))
        for n, names in enumerate(rows, 1)
    ]


FIGURES = {"png": photo(SQUARES), "jpeg": photo(jpeg())} | {
    f"icons {figure.number}": figure for figure in pictograms()
}

every_engine = pytest.mark.parametrize("engine", ["cairosvg", "resvg"])
every_figure = pytest.mark.parametrize("name", FIGURES)


def by_resvg(svg: str) -> Image.Image:
    drawn = resvg_py.svg_to_bytes(svg_string=svg, width=WIDTH, skip_system_fonts=True)
    return Image.open(BytesIO(bytes(drawn))).convert("RGB")


def ours(figure: Figure) -> Image.Image:
    return Image.open(BytesIO(figure.draw().png(WIDTH))).convert("RGB")


def difference(one: Image.Image, other: Image.Image) -> float:
    size = (WIDTH, min(one.height, other.height))
    between = ImageChops.difference(one.crop((0, 0, *size)), other.crop((0, 0, *size)))
    return sum(ImageStat.Stat(between).mean) / 3


@every_figure
def test_resvg_shows_what_our_png_shows(name, needs_libcairo):
    seen, drawn = by_resvg(FIGURES[name].svg()), ours(FIGURES[name])
    assert difference(seen, drawn) < 1.2
    assert difference(ImageChops.offset(seen, 1, 0), drawn) > 1.2


@pytest.fixture(scope="module")
def page(browser):
    return browser.new_page()


@pytest.mark.parametrize("name", ["png", "jpeg", "icons 1", "icons 3"])
def test_a_browser_shows_what_our_png_shows(name, page, tmp_path):
    drawn = ours(FIGURES[name])
    page.set_viewport_size({"width": WIDTH, "height": drawn.height})
    (tmp_path / "a.svg").write_text(FIGURES[name].svg(), encoding="utf-8")
    page.goto((tmp_path / "a.svg").as_uri())
    seen = Image.open(BytesIO(page.screenshot())).convert("RGB")
    assert difference(seen, drawn) < 1.6


def test_the_svg_holds_the_picture_whole():
    root = etree.fromstring(photo(SQUARES).svg().encode())
    (image,) = root.iter("{http://www.w3.org/2000/svg}image")
    kind, _, data = image.get(HREF).partition(",")
    assert kind == "data:image/png;base64"
    assert b64decode(data) == SQUARES
    assert float(image.get("width")) == 2 * float(image.get("height"))


def decibels(one: Image.Image, other: Image.Image) -> float:
    squares = sum(ImageStat.Stat(ImageChops.difference(one, other)).sum2)
    return 10 * log10(255**2 * 3 * one.width * one.height / squares) if squares else inf


@every_engine
@pytest.mark.parametrize("image", [SQUARES, jpeg(), SOFT], ids=["squares", "photograph", "soft"])
def test_a_palette_never_shows_in_a_picture(image, engine, request):
    if engine == "cairosvg":
        request.getfixturevalue("needs_libcairo")
    traced = photo(image).svg(text="traced")
    drawn = import_module(f"infograficos.raster.{engine}_engine").draw(parse_svg(traced), [1400])[0]
    written = Image.open(BytesIO(encode_png(drawn, min_psnr=MIN_PSNR_PHOTOGRAPH))).convert("RGB")
    box = (74, 300, 1326, 700)
    assert decibels(drawn.crop(box), written.crop(box)) > 50


def test_few_colours_still_make_a_small_png():
    modes = [Image.open(BytesIO(photo(image).png())).mode for image in (SQUARES, jpeg())]
    assert modes == ["P", "RGB"]
