"""Ink that is taller than a line: stacked accents, and texts above each other that would touch."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from infograficos.audit import AuditedFigure
from infograficos.audit.rules import fit
from infograficos.elements.connectors.label_placement import Obstacles
from infograficos.elements.row import Column
from infograficos.elements.text import Text
from infograficos.fonts import default_fonts
from infograficos.layout import Layouter
from infograficos.scene.geometry import Limits, Point, Rect, Size
from infograficos.scene.items import Frame, Placed, TextBlock, walk
from infograficos.theme import ResolvedTheme, load_theme

LOOK = ResolvedTheme(load_theme())


def laid_out(element, width: float = 400) -> Frame:
    return Layouter(LOOK, default_fonts()).layout(element, Limits(width))


def audited(frame: Frame) -> AuditedFigure:
    sheet = Frame(Size(500, 500), (Placed(Point(40, 40), frame),))
    return AuditedFigure("01-teste", sheet, LOOK, "Um teste.", str)


def ink_boxes(frame: Frame) -> list[list[Rect]]:
    return [line.overhangs for line in audited(frame).lines]


def touching(frame: Frame) -> bool:
    return any(a.overlaps(b) for one, other in combinations(ink_boxes(frame), 2) for a in one for b in other)


@pytest.mark.parametrize("style", ["headline", "body", "label"])
def test_lines_with_stacked_accents_are_farther_apart(style):
    plain, tall = (laid_out(Text(f"{words} pjg " * 6, style)) for words in ("OEA", "ỒỂẪ"))
    assert tall.size.height > plain.size.height
    assert not touching(tall)


def test_a_pile_of_accents_makes_its_line_as_tall_as_they_are():
    frame = laid_out(Text("a" + "\u0301" * 30))
    (line,) = audited(frame).lines
    assert line.ink.y + 6 >= 40
    assert frame.size.height > 9 * laid_out(Text("a")).size.height


def test_usual_accents_change_no_line():
    assert laid_out(Text("ÁÉÇÕ pjg")).size.height == laid_out(Text("AECO pjg")).size.height


@pytest.mark.parametrize(("upper", "lower"), [("pg", "ÂÍ"), ("{Ç}", "|j|"), ("og", "Ġc")])
@pytest.mark.parametrize("style", ["headline", "headline_small", "heading", "cover"])
def test_accents_clear_the_descenders_of_the_line_above_them(style, upper, lower):
    apart, usual = (laid_out(Text(f"{upper}\n{words}", style)) for words in (lower, "ae"))
    assert not touching(apart)
    assert list(fit.check(audited(apart))) == []
    assert 0 <= apart.size.height - usual.size.height < 8


def test_lines_that_do_not_meet_keep_their_distance_and_those_of_a_text_are_evenly_far_apart():
    usual, apart, spread = (
        laid_out(Text(words, "headline")) for words in ("a\na\na", "g a\na Â\na", "a\ng\nÂ")
    )
    assert apart.size.height == usual.size.height < spread.size.height
    (block,) = [visit.item for visit in walk(spread) if isinstance(visit.item, TextBlock)]
    first, second, third = (line.origin.y for line in block.lines)
    assert third - second == pytest.approx(second - first)


def test_an_accent_on_a_descender_of_the_same_text_is_reported():
    frame = laid_out(Text("g\nÂ", "display"))
    (block,) = [visit.item for visit in walk(frame) if isinstance(visit.item, TextBlock)]
    first, second = block.lines
    lifted = replace(block, lines=(first, replace(second, origin=second.origin.translate(Point(0, -5)))))
    told = fit.check(audited(Frame(frame.size, (Placed(Point(0, 0), lifted),))))
    assert [finding.measured for finding in told] == ["encosta em “Â”"]


def column(upper: str, lower: str, style: str = "display", gap: str = "text") -> Frame:
    return laid_out(Column((Text(upper, style, align="center"), Text(lower, style, align="center")), gap))


def test_accents_clear_the_descenders_of_a_text_above_them():
    apart = column("ggg", "ÁÁÁ")
    assert not touching(apart)
    assert apart.size.height > column("ggg", "AAA").size.height


@pytest.mark.parametrize(("upper", "lower"), [("preguiça", "Africa"), ("casa", "África"), ("g", "aaaaaaÉ")])
def test_texts_that_do_not_meet_keep_their_gap(upper, lower):
    assert column(upper, lower).size.height == column("casa", "casa").size.height


def test_an_accent_on_a_descender_of_another_text_is_reported():
    upper, lower = laid_out(Text("g", "display")), laid_out(Text("É", "display"))
    frame = Frame(Size(60, 90), (Placed(Point(0, 0), upper), Placed(Point(0, upper.size.height + 12), lower)))
    assert [finding.measured for finding in fit.check(audited(frame))] == ["encosta em “É”"]


def test_a_label_keeps_clear_of_the_accents_of_a_text():
    visits = walk(laid_out(Text("É", "display")))
    obstacles = Obstacles()
    obstacles.add(visits[-1])
    assert not obstacles.leave_free(Rect(0, -20, 40, 10), [])
    assert obstacles.leave_free(Rect(0, -30, 40, 10), [])
