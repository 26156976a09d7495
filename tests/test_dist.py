"""What is published in `dist/` is what the library draws today."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from samples import png

from infograficos.chapter_07 import chapter
from infograficos.export import ExportOptions, differences
from infograficos.theme import load_theme

DIST = Path(__file__).parent.parent / "dist"
NAMES = [figure.full_name for figure in chapter.figures]
PRESETS = {name: preset for name, preset in load_theme().presets.items() if not preset.on_request}

#: Another version of cairo, or resvg, may draw an edge a little differently: mean difference, of 255.
ALIKE = 0.5


def test_the_folder_holds_the_five_figures_and_nothing_else():
    files = {path.relative_to(DIST).as_posix() for path in DIST.rglob("*") if path.is_file()}
    svgs = {f"svg/{name}.svg" for name in NAMES}
    pngs = {f"{preset}/{name}.png" for preset in PRESETS for name in NAMES}
    assert files == svgs | pngs | {"manifest.json"}


def test_nothing_in_it_is_stale_missing_or_left_over():
    assert differences(chapter, ExportOptions(folder=DIST)) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_svg_is_the_one_drawn_today(name):
    assert (DIST / f"svg/{name}.svg").read_text(encoding="utf-8") == chapter.find(name).svg()


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("name", NAMES)
def test_the_png_is_as_wide_as_promised_and_shows_the_same(name, preset):
    published = Image.open(DIST / f"{preset}/{name}.png")
    today = Image.open(BytesIO(png(name, preset)))
    assert published.size == today.size
    assert published.width == PRESETS[preset].width
    difference = ImageChops.difference(published.convert("RGB"), today.convert("RGB"))
    assert max(ImageStat.Stat(difference).mean) < ALIKE
