"""The words of a placed figure, each character where its outline is."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader
from samples import drawing, figures

from infograficos.fonts import default_fonts
from infograficos.scene.geometry import Point, Rect, Size
from infograficos.scene.glyph_run import FontStyle
from infograficos.scene.items import Frame, Paint, Placed, PlacedRun, TextBlock, TextLine, words
from infograficos.svg.text_layer import text_layer

INK = Paint("ink", "#1b2433")


def lettered(text: str, *parts: tuple[float, str]):
    """The one line that says a text, drawn as parts, each at its place."""
    runs = [
        PlacedRun(x, run, INK) for x, part in parts for run in default_fonts().shape(part, FontStyle(size=20))
    ]
    line = TextLine(Point(5, 30), tuple(runs), runs[-1].x + runs[-1].run.width, text)
    block = TextBlock(Rect(0, 0, 100, 30), (line,))
    (found,) = text_layer(Frame(Size(200, 100), (Placed(Point(40, 10), block),)))
    return found


def width(text: str) -> float:
    return sum(run.width for run in default_fonts().shape(text, FontStyle(size=20)))


def test_a_character_begins_where_its_glyph_does():
    line = lettered("AVE", (0, "AVE"))
    assert (line.text, line.baseline, line.size) == ("AVE", 40, 20)
    # “AV” is kerned: narrower than its letters.
    assert line.edges == pytest.approx(
        [45, 45 + width("AV") - width("V"), 45 + width("AV"), 45 + width("AVE")]
    )


def test_a_space_that_is_in_the_words_alone_fills_the_gap():
    line = lettered("log p", (0, "log"), (50, "p"))
    assert line.edges[3:] == pytest.approx((45 + width("log"), 95, 95 + width("p")))


def test_an_accent_of_its_own_has_no_width():
    line = lettered("x\u0302y", (0, "x\u0302y"))
    assert line.edges == pytest.approx([45, 45 + width("x"), 45 + width("x"), 45 + width("xy")])


def test_words_that_are_not_what_is_drawn_share_its_width():
    assert lettered("ab", (0, "xyz")).edges == pytest.approx([45, 45 + width("xyz") / 2, 45 + width("xyz")])


@pytest.mark.parametrize("name", figures())
def test_every_line_stays_on_the_sheet_and_runs_to_the_right(name):
    frame = drawing(name).frame
    lines = text_layer(frame)
    assert " ".join(line.text for line in lines).split() == words(frame).split()
    for line in lines:
        assert len(line.edges) == len(line.text) + 1
        assert list(line.edges) == sorted(line.edges)
        assert 0 <= line.edges[0] < line.edges[-1] <= frame.size.width
        assert 0 < line.baseline < frame.size.height


@pytest.mark.parametrize("name", list(figures())[:5])
def test_a_pdf_says_what_the_figure_says(name, needs_libcairo):
    page = PdfReader(BytesIO(drawing(name).pdf(force=True))).pages[0]
    assert sorted(page.extract_text().split()) == sorted(words(drawing(name).frame).split())
