"""Ink that is taller than a line: stacked accents, and texts above each other that would touch."""

from __future__ import annotations

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
from infograficos.scene.items import Frame, Placed, walk
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


def column(upper: str, lower: str, style: str = "display", gap: str = "text") -> Frame:
    return laid_out(Column((Text(upper, style, align="center"), Text(lower, style, align="center")), gap))


def test_accents_clear_the_descenders_of_a_text_above_them():
    apart = column("ggg", "ÁÁÁ")
    assert not touching(apart)
    assert apart.size.height > column("ggg", "AAA").size.height


@pytest.mark.parametrize(("upper", "lower"), [("preguiça", "Africa"), ("casa", "África"), ("g", "aaaaaaÉ")])
def test_texts_that_do_not_meet_keep_their_gap(upper, lower):
    assert column(upper, lower).size.height == column("casa", "casa").size.height


def test_an_accent_on_a_descender_of_another_text_is_told():
    upper, lower = laid_out(Text("g", "display")), laid_out(Text("É", "display"))
    frame = Frame(Size(60, 90), (Placed(Point(0, 0), upper), Placed(Point(0, upper.size.height + 12), lower)))
    assert [finding.measured for finding in fit.check(audited(frame))] == ["encosta em “É”"]


def test_a_label_keeps_clear_of_the_accents_of_a_text():
    visits = walk(laid_out(Text("É", "display")))
    obstacles = Obstacles()
    obstacles.add(visits[-1])
    assert not obstacles.leave_free(Rect(0, -20, 40, 10), [])
    assert obstacles.leave_free(Rect(0, -30, 40, 10), [])
