"""The delivered SVG: what a browser, a screen reader, a search and a page with many figures need of it."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest
from lxml import etree
from samples import PICTURED, drawing, figures, svg

from infograficos import Figure
from infograficos.builders import Pipeline, Stage
from infograficos.fonts import default_fonts
from infograficos.scene.geometry import ORIGIN, Point, Rect, Size
from infograficos.scene.glyph_run import FontStyle
from infograficos.scene.items import Box, Frame, Paint, Placed, PlacedRun, TextBlock, TextLine, words
from infograficos.svg import Description, write_svg

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}href"
MODES = ("outlined", "live", "traced")

every_figure = pytest.mark.parametrize("name", list(figures()))
every_mode = pytest.mark.parametrize("mode", MODES)
#: Every figure as it is delivered, and those that hold every kind of mark as they are written otherwise.
every_picture = pytest.mark.parametrize(
    ("name", "mode"),
    [
        *((name, "outlined") for name in figures()),
        *((name, mode) for name in PICTURED for mode in ("live", "traced")),
    ],
)


def parsed(name: str, mode: str = "outlined", variant: str = "light", width: float = 700) -> etree._Element:
    return etree.fromstring(svg(name, mode, variant, width).encode())


def ids(root: etree._Element) -> list[str]:
    return [element.get("id") for element in root.iter(etree.Element) if element.get("id")]


@every_picture
def test_the_root_says_what_the_picture_is_in_which_language_and_how_large(name, mode):
    root, frame = parsed(name, mode), drawing(name).frame
    assert root.tag == f"{SVG}svg"
    # What is only rasterized is read by nobody.
    assert root.get("role") == (None if mode == "traced" else "img")
    lang = None if mode == "traced" else "pt-BR"
    assert root.get("lang") == root.get("{http://www.w3.org/XML/1998/namespace}lang") == lang
    box = [float(number) for number in root.get("viewBox").split()]
    assert box == pytest.approx([0, 0, frame.size.width, frame.size.height], abs=0.005)
    assert [root.get("width"), root.get("height")] == root.get("viewBox").split()[2:]


@pytest.mark.parametrize("name", PICTURED)
@pytest.mark.parametrize("mode", ["outlined", "live"])
def test_the_title_and_the_description_are_what_the_label_points_to(name, mode):
    root, figure = parsed(name, mode), figures()[name]
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert root.get("aria-labelledby").split() == [title.get("id"), desc.get("id")]
    assert desc.text == figure.alt
    assert title.text.startswith(f"{figure.title}: ")
    assert list(root)[:2] == [title, desc]


@every_picture
def test_every_number_has_two_decimals_at_most_but_a_scale(name, mode):
    for element in parsed(name, mode).iter(etree.Element):
        for key, value in element.attrib.items():
            numbers = re.findall(r"\d+\.\d+", re.sub(r"scale\([^)]*\)", "", value))
            assert not [number for number in numbers if len(number.partition(".")[2]) > 2], (key, value)
            assert not re.search(r"\bnan\b|\binf\b|\d[eE][-+]\d", value, re.IGNORECASE), (key, value)


@every_picture
def test_every_link_has_its_target_and_every_id_occurs_once(name, mode):
    root = parsed(name, mode)
    targets = ids(root)
    assert len(targets) == len(set(targets))
    links = [element.get(XLINK) for element in root.iter(etree.Element) if element.get(XLINK)]
    # An image carries what it shows in itself.
    links = [link for link in links if not link.startswith("data:image/")]
    assert {link.removeprefix("#") for link in links} <= set(targets)
    assert bool(links) is (mode == "outlined")
    assert "url(#" not in svg(name, mode)


def test_no_two_figures_variants_widths_or_ways_of_text_share_an_id():
    seen: set[str] = set()
    names = list(figures())
    drawn = [(name, "outlined", "light", 700) for name in names]
    first = names[0]
    drawn += [(first, "outlined", "dark", 700), (first, "outlined", "light", 360)]
    drawn += [(first, "live", "light", 700)]
    for each in drawn:
        own = set(ids(parsed(*each)))
        assert own
        assert not own & seen
        seen |= own


def test_figures_of_two_chapters_share_no_id_though_their_number_and_name_are_one():
    contents = [Pipeline([Stage(word, "tokens", "input"), Stage("Fim", "curve", "model")]) for word in "ab"]
    figures = [Figure(1, "intro", "Introdução", "O começo", content) for content in contents]
    first, second = (set(ids(etree.fromstring(figure.svg().encode()))) for figure in figures)
    assert first
    assert not first & second


def test_an_id_begins_with_a_letter_and_the_prefix_of_its_figure():
    own = ids(parsed(next(iter(figures()))))
    prefixes = {identity[:7] for identity in own}
    assert len(prefixes) == 1
    assert re.fullmatch(r"f[0-9a-f]{6}", prefixes.pop())


@every_figure
@pytest.mark.parametrize("variant", ["light", "dark"])
def test_opaque_paper_covers_the_whole_sheet_below_everything(name, variant):
    root, frame = parsed(name, variant=variant), drawing(name).frame
    drawn = [element for element in root if element.tag in (f"{SVG}rect", f"{SVG}g", f"{SVG}path")]
    paper = drawn[0]
    assert paper.tag == f"{SVG}rect"
    place = [float(paper.get(key)) for key in ("x", "y", "width", "height")]
    assert place == pytest.approx([0, 0, frame.size.width, frame.size.height], abs=0.01)
    assert re.fullmatch(r"#[0-9a-f]{6}", paper.get("fill"))
    assert not set(paper.keys()) & {"rx", "opacity", "fill-opacity"}


@pytest.mark.parametrize("name", PICTURED)
@pytest.mark.parametrize("mode", ["outlined", "live"])
def test_every_line_can_be_found_as_text(name, mode):
    lines = {" ".join(text.itertext()) for text in parsed(name, mode).iter(f"{SVG}text")}
    said = {"".join(line.split()) for line in lines}
    for block in text_blocks(drawing(name).frame):
        for line in block.lines:
            assert not line.text or "".join(line.text.split()) in said


def text_blocks(frame: Frame) -> list[TextBlock]:
    found = []
    for placed in frame.items:
        if isinstance(placed.item, Frame):
            found += text_blocks(placed.item)
        elif isinstance(placed.item, TextBlock):
            found.append(placed.item)
    return found


@every_figure
def test_the_unseen_words_of_outlined_text_are_unseen_and_as_wide_as_the_seen_ones(name):
    widths = {round(line.width, 2) for block in text_blocks(drawing(name).frame) for line in block.lines}
    for text in parsed(name).iter(f"{SVG}text"):
        assert text.get("fill-opacity") == "0"
        assert float(text.get("textLength")) in widths


SIGNS = "<fim> & \"aspas\" 'x' ]]> <!-- -->"


def picture(text: str) -> tuple[Frame, Description]:
    ink = Paint("ink", "#000000")
    runs = default_fonts().shape(text, FontStyle(size=20))
    line = TextLine(Point(0, 20), (PlacedRun(0, runs[0], ink),), runs[0].width, text)
    block = TextBlock(Rect(0, 0, 300, 20), (line,))
    paper = Box(Rect(0, 0, 400, 40), Paint("paper", "#ffffff"))
    frame = Frame(Size(400, 40), (Placed(ORIGIN, paper), Placed(Point(5, 5), block)))
    return frame, Description("nome", f"título {text}", f"descrição {text}", "nome/light/400")


@every_mode
def test_signs_that_mean_something_in_xml_are_words_like_others(mode):
    frame, description = picture(SIGNS)
    root = etree.fromstring(write_svg(frame, description, default_fonts(), mode).encode())
    said = [
        "".join(element.itertext())
        for tag in ("title", "desc", "text")
        for element in root.iter(f"{SVG}{tag}")
    ]
    # What is only rasterized has no words at all.
    assert said == ([] if mode == "traced" else [f"título {SIGNS}", f"descrição {SIGNS}", SIGNS])


@pytest.mark.parametrize("mode", ["outlined", "live"])
def test_spaces_between_words_and_runs_are_kept(mode):
    frame, description = picture("a  b   c ")
    root = etree.fromstring(write_svg(frame, description, default_fonts(), mode).encode())
    (text,) = root.iter(f"{SVG}text")
    assert "".join(text.itertext()) == "a  b   c "
    assert text.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"


@every_mode
def test_what_is_written_twice_is_the_same(mode):
    name = next(iter(figures()))
    again = figures()[name].draw().svg(mode)
    assert again == svg(name, mode)


PROGRAM = """
import hashlib, sys
from infograficos.chapter_07 import chapter
digest = hashlib.sha256()
for figure in chapter.figures[1:3]:
    for mode in ("outlined", "live", "traced"):
        digest.update(figure.svg(text=mode, variant="dark", width=360).encode())
sys.stdout.write(digest.hexdigest())
"""


def test_the_bytes_depend_neither_on_hash_seed_nor_language_nor_time_zone():
    settings = (
        {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC"},
        {"PYTHONHASHSEED": "4711", "LC_ALL": "pt_BR.UTF-8", "TZ": "America/Sao_Paulo"},
    )
    running = [
        subprocess.Popen(
            [sys.executable, "-c", PROGRAM], env={**os.environ, **environment}, stdout=subprocess.PIPE
        )
        for environment in settings
    ]
    said = [process.communicate()[0] for process in running]
    assert [process.returncode for process in running] == [0, 0]
    assert len(said[0]) == 64
    assert said[0] == said[1]


@every_figure
def test_all_words_of_the_figure_are_those_of_its_frame(name):
    root = parsed(name)
    said = " ".join("".join(text.itertext()) for text in root.iter(f"{SVG}text"))
    assert said.split() == words(drawing(name).frame).split()
