"""The whole sheet: opaque paper, margins, and the heading that all figures share."""

from __future__ import annotations

import pytest
from blocks import Block
from ruler import square_layouter

from infograficos.elements.sheet import Sheet, title_block
from infograficos.elements.text import Text
from infograficos.fonts import default_fonts
from infograficos.layout import Layouter
from infograficos.scene.dump import dump_frame
from infograficos.scene.geometry import Limits
from infograficos.scene.items import TextBlock, walk
from infograficos.theme import ResolvedTheme, load_theme


def laid_out(element, width: float):
    return square_layouter().layout(element, Limits(width))


def test_paper_as_wide_as_the_sheet_reaches_a_margin_below_the_content():
    assert dump_frame(laid_out(Sheet(Text("um")), 500)) == (
        "frame 0 0 500 70\n  box 0 0 500 70 paper\n  frame 30 30 20 10\n    paragraph 30 40 20 ink “um”\n"
    )


@pytest.mark.parametrize(("width", "margin"), [(700, 30), (480, 30), (479, 20), (300, 20)])
def test_the_sheet_of_a_phone_has_narrower_margins(width, margin):
    frame = laid_out(Sheet(Block(20)), width)
    assert [placed.at.x for placed in frame.items] == [0, margin]
    assert frame.items[1].item.size.width == width - 2 * margin


def test_what_is_wider_than_the_margins_allow_is_marked_inside_them():
    frame = laid_out(Sheet(Block(270)), 300)
    assert frame.size.width == 300
    assert frame.overflowing
    assert frame.items[1].item.offered.width == 260


def test_the_heading_is_a_name_a_headline_and_a_subtitle():
    assert dump_frame(laid_out(title_block("Uma loss", "Só a resposta", "Uma frase."), 400)) == (
        "“cabeçalho” 0 0 130 42\n"
        "  frame 0 0 130 26\n"
        "    frame 0 0 80 10\n"
        "      paragraph 0 10 80 model.strong “Uma loss”\n"
        "    frame 0 16 130 10\n"
        "      heading 0 26 130 ink “Só a resposta”\n"
        "  frame 0 32 100 10\n"
        "    paragraph 0 42 100 muted “Uma frase.”\n"
    )


def test_a_figure_with_a_number_has_a_plate_on_the_line_of_its_name():
    frame = laid_out(title_block("Loss", "Só a resposta", number=3), 400)
    number, name, _ = (visit for visit in walk(frame) if isinstance(visit.item, TextBlock))
    assert (number.item.text, name.item.text) == ("03", "Loss")
    assert number.rect.bottom == name.rect.bottom


@pytest.mark.parametrize("subtitle", [None, ""])
def test_a_heading_without_a_subtitle_ends_with_the_headline(subtitle):
    assert laid_out(title_block("03", "Só a resposta", subtitle), 400).size.height == 26


@pytest.mark.parametrize(
    ("headline", "style"),
    [("Só a resposta ensina", "headline"), ("Hiperparâmetros do ajuste", "headline_small")],
)
def test_a_headline_with_a_word_too_wide_for_a_phone_is_set_smaller(headline, style):
    look = ResolvedTheme(load_theme())
    frame = Layouter(look, default_fonts()).layout(title_block("03", headline), Limits(320))
    (block,) = (v.item for v in walk(frame) if isinstance(v.item, TextBlock) and v.item.kind == "heading")
    assert {run.run.size for line in block.lines for run in line.runs} == {look.type(style).size}
    assert not frame.overflowing
