"""Contrast as WCAG computes it, against what is really painted behind: to the number, and to the unit."""

from dataclasses import replace

import pytest
from scenes import arrow, audited, card, text

from infograficos.audit.rendered_svg import PaintedShape, PaintedText, read
from infograficos.audit.rules import contrast as rule
from infograficos.audit.rules.contrast import contrast, lowest_contrast
from infograficos.scene.geometry import ORIGIN, Point, Rect, Size
from infograficos.scene.items import Box, Ellipse, Frame, Paint, Placed, Stroke

DARK, WHITE = "#1b2433", "#ffffff"


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.478089),
        ("#ff0000", "#ffffff", 3.998477),
        ("#00ff00", "#ffffff", 1.372190),
        ("#0000ff", "#ffffff", 8.592471),
        ("#090909", "#000000", 1.054635),
        ("#0b0b0b", "#000000", 1.066931),
    ],
)
def test_the_ratio_is_that_of_wcag(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, rel=2e-6)
    assert contrast(other, one) == contrast(one, other)


def painted(value, *place, shape=Box, **how):
    return Placed(ORIGIN, shape(Rect(*place), Paint("teste", value) if value else None, **how))


def inked(value, words="palavra", x=40, y=200, size=20):
    """A text in a colour."""
    placed = text(words, x, y, size=size)
    lines = tuple(
        replace(line, runs=tuple(replace(run, paint=Paint("teste", value)) for run in line.runs))
        for line in placed.item.lines
    )
    return Placed(placed.at, replace(placed.item, lines=lines))


PAPER = painted(WHITE, 0, 0, 700, 500)


def measured(*items):
    return [finding.measured for finding in rule.check(audited(Frame(Size(700, 500), (PAPER, *items))))]


@pytest.mark.parametrize(
    ("color", "size", "told"),
    [
        ("#767676", 20, []),
        ("#787878", 20, ["tem contraste de 4,4 : 1"]),
        ("#787878", 24.75, ["tem contraste de 4,4 : 1"]),
        ("#787878", 24.8, []),
        ("#949494", 24.8, []),
        ("#999999", 24.8, ["tem contraste de 2,8 : 1"]),
    ],
)
def test_a_text_stands_out_and_a_large_one_needs_less(color, size, told):
    found = list(rule.check(audited(Frame(Size(700, 500), (PAPER, inked(color, size=size))))))
    assert [finding.measured for finding in found] == told
    assert all(finding.limit == f"ao menos {'3,0' if size == 24.8 else '4,5'} : 1" for finding in found)


#: What it covers is not told by where it reaches.
WEDGE = replace(arrow((30, 100), (230, 150), (30, 250)).item, fill=Paint("teste", DARK), purpose="ornament")
WIDE = inked(DARK).item.rect.width
TOP = 200 - 14.6


@pytest.mark.parametrize(
    ("behind", "found"),
    [
        ([painted(DARK, 30, 150, 200, 100)], True),
        ([painted(DARK, 30, 150, 12, 100)], True),
        ([painted(DARK, 40 + WIDE - 2, 150, 60, 100)], True),
        ([painted(DARK, 40 + WIDE * 0.6, 150, WIDE * 0.1, 100)], True),
        ([painted(DARK, 40 + WIDE + 1, 150, 60, 100)], False),
        ([painted(DARK, 30, TOP - 20, 200, 21)], True),
        ([painted(DARK, 30, TOP - 20, 200, 19)], False),
        ([painted(DARK, 30, TOP + 7, 200, 1)], True),
        ([painted(DARK, 30, 199, 200, 40)], True),
        ([painted(DARK, 30, 201, 200, 40)], False),
        ([painted(None, 30, 150, 200, 100, stroke=Stroke(Paint("teste", DARK), 2))], False),
        ([painted(DARK, 30, 150, 200, 100), painted(WHITE, 30, 150, 200, 100)], False),
        ([painted(DARK, 30, 199, 400, 60, shape=Ellipse)], False),
        ([painted(DARK, -60, 100, 400, 200, shape=Ellipse)], True),
        ([Placed(ORIGIN, WEDGE)], False),
    ],
)
def test_a_text_is_held_against_whatever_is_behind_any_part_of_it(behind, found):
    assert measured(*behind, inked(DARK)) == (["tem contraste de 1,0 : 1"] if found else [])


def test_what_is_painted_after_a_text_is_not_behind_it():
    assert measured(inked(DARK), painted(DARK, 300, 150, 200, 100)) == []


def test_where_nothing_is_painted_black_may_be_behind():
    assert lowest_contrast(audited(Frame(Size(700, 500), (inked(DARK),)))) == pytest.approx(
        contrast(DARK, "#000000")
    )


def test_a_figure_without_words_has_the_best_of_contrasts():
    assert lowest_contrast(audited(Frame(Size(700, 500), (PAPER,)))) == 21


@pytest.mark.parametrize(
    ("items", "told"),
    [
        ([painted("#949494", 40, 150, 30, 60, purpose="mark")], []),
        ([painted("#999999", 40, 150, 30, 60, purpose="mark")], ["marca com contraste de 2,8 : 1"]),
        ([painted("#999999", 40, 150, 30, 60)], []),
        (
            [painted("#999999", 40, 150, 30, 60, shape=Ellipse, purpose="mark")],
            ["marca com contraste de 2,8 : 1"],
        ),
        (
            [painted(None, 40, 150, 30, 60, stroke=Stroke(Paint("a", "#999999"), 2), purpose="mark")],
            ["marca com contraste de 2,8 : 1"],
        ),
        ([painted(None, 40, 150, 30, 60, purpose="mark")], []),
        (
            [painted(None, 30, 140, 60, 80), painted("#999999", 40, 150, 30, 60, purpose="mark")],
            ["marca com contraste de 2,8 : 1"],
        ),
        (
            [painted(DARK, 40, 150, 60, 60), painted(DARK, 60, 150, 30, 60, purpose="mark")],
            ["marca com contraste de 1,0 : 1"],
        ),
        ([painted(DARK, 40, 150, 34, 60), painted(DARK, 60, 150, 30, 60, purpose="mark")], []),
    ],
)
def test_a_mark_is_held_against_what_is_behind_its_middle(items, told):
    assert measured(*items) == told


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ((300, 180, 40, 40), True),
        ((240, 180, 70, 40), False),
        ((300, 230, 40, 40), False),
        ((380, 220, 40, 40), True),
    ],
)
def test_a_line_is_held_against_what_is_behind_the_middle_of_each_piece(place, found):
    line = arrow((240, 200), (400, 200), (400, 280))
    color = line.item.stroke.paint.value
    told = ["marca com contraste de 1,0 : 1"] if found else []
    assert measured(painted(color, *place), line) == told


def test_a_mark_on_nothing_is_held_against_nothing():
    mark = card(40, 150, 30, 60, fill="line", border=None, purpose="mark")
    assert list(rule.check(audited(Frame(Size(700, 500), (mark,))))) == []


SVG = """<svg xmlns="http://www.w3.org/2000/svg"><title>t</title>
<rect x="1" y="2" width="3" height="4" fill="#111111"/>
<ellipse cx="10" cy="20" rx="3" ry="5" fill="none" stroke="#222222"/>
<path d="M1 -2L7 4.5L3 .5" fill="#333333"/><path d=""/>
<g><g fill="#444444"/><g/><g fill="#444444"/>
<text x="5" y="40" font-size="10" textLength="60">o<tspan>i</tspan></text>
<g fill="#555555"/><text x="6" y="50" font-size="20" textLength="9">fim</text></g></svg>"""


def test_a_drawing_is_read_back_in_the_order_in_which_it_is_painted():
    assert read(SVG).painted == (
        PaintedShape("rect", Rect(1, 2, 3, 4), "#111111", None),
        PaintedShape("ellipse", Rect(7, 15, 6, 10), None, "#222222"),
        PaintedShape("path", Rect(1, -2, 6, 6.5), "#333333", None),
        PaintedShape("path", Rect(0, 0, 0, 0), None, None),
        PaintedText("oi", ("#444444", "#000000"), Rect(5, 40 - 7.3, 60, 7.3), 10),
        PaintedText("fim", ("#555555",), Rect(6, 50 - 14.6, 9, 14.6), 20),
    )


@pytest.mark.parametrize(
    ("point", "covered"),
    [
        (Point(10, 5), True), (Point(0, 5), True), (Point(10, 10), True), (Point(1, 1), False),
        (Point(19, 9), False), (Point(16, 8.9), True), (Point(16, 9.1), False), (Point(21, 5), False),
    ],
)  # fmt: skip
def test_an_ellipse_covers_what_is_inside_its_curve(point, covered):
    assert PaintedShape("ellipse", Rect(0, 0, 20, 10), DARK, None).covers(point) == covered
    assert not PaintedShape("ellipse", Rect(0, 0, 20, 10), None, DARK).covers(point)
