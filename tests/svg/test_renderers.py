"""The same SVG, by renderers that share no code: CairoSVG, resvg and (in `test_browser.py`) Chromium."""

from io import BytesIO

import pytest
import resvg_py
from PIL import Image, ImageChops, ImageStat
from samples import PICTURED, svg

from infograficos.fonts.faces import DATA, FACE_NAMES
from infograficos.raster.png import png

WIDTH = 700

#: Mean difference a channel, of 255. Renderers blend edges differently, which for these figures stays under
#: 1.0; a shift of one pixel gives more than 2.4, so that a wrong place or size cannot hide below the bound.
ALIKE = 1.2
SHIFTED = 2.4


def by_resvg(picture, **options):
    drawn = resvg_py.svg_to_bytes(svg_string=picture, width=WIDTH, skip_system_fonts=True, **options)
    return Image.open(BytesIO(bytes(drawn))).convert("RGB")


def by_our_rasterizer(name):
    return Image.open(BytesIO(png(svg(name, "traced"), WIDTH))).convert("RGB")


def difference(one, other):
    size = (WIDTH, min(one.height, other.height))
    assert abs(one.height - other.height) <= 1
    between = ImageChops.difference(one.crop((0, 0, *size)), other.crop((0, 0, *size)))
    return sum(ImageStat.Stat(between).mean) / 3


@pytest.mark.parametrize("name", PICTURED)
def test_the_delivered_outlines_are_what_the_png_shows(name):
    outlined, drawn = by_resvg(svg(name, "outlined")), by_our_rasterizer(name)
    assert difference(outlined, drawn) < ALIKE
    assert difference(ImageChops.offset(outlined, 1, 0), drawn) > SHIFTED


#: resvg sets no figures of one width, which tables are full of; Chromium does, in `test_browser.py`.
PROPORTIONAL = [name for name in PICTURED if "'tnum'" not in svg(name, "live")]


@pytest.mark.parametrize("name", PROPORTIONAL)
def test_live_text_set_in_our_fonts_is_what_the_png_shows(name):
    # resvg reads no embedded fonts, and takes the families named after them: ours, given as files.
    fonts = {
        "font_files": [str(DATA / f"{face}.ttf") for face in FACE_NAMES],
        "sans_serif_family": "Inter",
        "monospace_family": "JetBrains Mono",
    }
    live, drawn = by_resvg(svg(name, "live"), **fonts), by_our_rasterizer(name)
    assert difference(live, drawn) < ALIKE
    assert difference(ImageChops.offset(live, 1, 0), drawn) > SHIFTED
