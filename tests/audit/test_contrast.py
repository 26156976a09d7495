"""Contrast as WCAG computes it, against what is really painted behind: to the number, and to the unit."""

from dataclasses import replace

import pytest
from scenes import arrow, audited, card, text

from infograficos.audit.painted_area import painted_areas
from infograficos.audit.rules import contrast as rule
from infograficos.audit.rules.contrast import contrast, lowest_contrast
from infograficos.scene.geometry import ORIGIN, Point, Rect, Size
from infograficos.scene.items import Box, Ellipse, Frame, Paint, Path, PathCommand, Placed, Stroke, Visit

DARK, WHITE = "#1b2433", "#ffffff"
INK = Paint("teste", DARK)


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


#: Open, and filled all the same.
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
        ([Placed(ORIGIN, WEDGE)], True),
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


def path(*places, verbs=None, closed=True, **how):
    verbs = verbs or ["M", *"L" * (len(places) - 1)]
    steps = [PathCommand(verb, (Point(*place),)) for verb, place in zip(verbs, places, strict=True)]
    return Path(tuple([*steps, PathCommand("Z")] if closed else steps), **how)


def is_painted(item, x, y):
    (area,) = painted_areas(Visit(item, ORIGIN))
    return area.contains(Point(x, y))


@pytest.mark.parametrize(
    ("point", "covered"),
    [
        ((10, 5), True), ((0, 5), True), ((10, 10), True), ((1, 1), False),
        ((19, 9), False), ((16, 8.9), True), ((16, 9.1), False), ((21, 5), False),
    ],
)  # fmt: skip
def test_an_ellipse_covers_what_is_inside_its_curve(point, covered):
    assert is_painted(Ellipse(Rect(0, 0, 20, 10), INK), *point) == covered


@pytest.mark.parametrize(
    ("point", "covered"),
    [((0, 15), True), ((15, 0), True), ((2, 2), False), ((3, 3), True), ((28, 28), False), ((31, 15), False)],
)
def test_a_rounded_box_does_not_cover_its_corners(point, covered):
    assert is_painted(Box(Rect(0, 0, 30, 30), INK, radius=10), *point) == covered


@pytest.mark.parametrize("closed", [True, False])
@pytest.mark.parametrize(("point", "covered"), [((30, 5), True), ((5, 15), False), ((30, 39), False)])
def test_a_path_covers_what_its_outline_winds_around_closed_or_not(point, covered, closed):
    assert is_painted(path((0, 0), (60, 0), (30, 38), closed=closed, fill=INK), *point) == covered


def test_an_inner_outline_is_a_hole_only_where_it_runs_the_other_way():
    outer, inner = [(0, 0), (60, 0), (60, 60), (0, 60)], [(20, 20), (40, 20), (40, 40), (20, 40)]
    for places, covered in ((inner, True), (inner[::-1], False)):
        whole = path(*outer, *places, verbs="MLLLMLLL", fill=INK)
        assert is_painted(whole, 10, 10)
        assert is_painted(whole, 30, 30) is covered
        assert not is_painted(replace(whole, even_odd=True), 30, 30)
        assert is_painted(replace(whole, even_odd=True), 10, 10)


@pytest.mark.parametrize(
    ("stroke", "areas"),
    [(Stroke(INK, 20), 1), (Stroke(INK, 2.5), 0), (Stroke(INK, 20, (4.0, 4.0)), 0)],
    ids=["broad", "narrow", "dashed"],
)
def test_a_stroke_counts_where_a_letter_has_room_on_it(stroke, areas):
    line = path((0, 0), (60, 0), closed=False, stroke=stroke)
    found = list(painted_areas(Visit(line, ORIGIN)))
    assert len(found) == areas
    assert [area.contains(Point(30, 9)) for area in found] == [True] * areas
    assert not any(area.contains(Point(30, 11)) for area in found)


@pytest.mark.parametrize(
    "shape",
    [
        path((30, 150), (400, 150), (30, 260), fill=INK),
        Box(Rect(30, 150, 300, 100), INK, radius=12),
        Ellipse(Rect(-60, 100, 400, 200), INK),
        path((30, 193), (400, 193), closed=False, stroke=Stroke(INK, 40)),
    ],
    ids=["path", "box", "ellipse", "stroke"],
)
def test_every_kind_of_fill_lies_behind_texts_and_marks(shape):
    dot = Box(Rect(60, 180, 8, 8), Paint("teste", "#2b3443"), purpose="mark")
    assert measured(Placed(ORIGIN, shape), inked(DARK)) == ["tem contraste de 1,0 : 1"]
    assert measured(Placed(ORIGIN, shape), Placed(ORIGIN, dot)) == ["marca com contraste de 1,2 : 1"]


def test_a_finding_says_where_it_is_by_name_and_on_the_sheet():
    word = inked("#999999", x=4, y=40)
    frame = Frame(Size(700, 500), (PAPER, Placed(Point(36, 100), Frame(Size(200, 60), (word,), name="fita"))))
    (finding,) = rule.check(audited(frame))
    assert finding.path == ("fita",)
    assert finding.excerpt == "palavra"
    width = word.item.rect.width
    assert (finding.rect.x, finding.rect.y, finding.rect.bottom) == pytest.approx((40, 125.4, 140))
    assert finding.rect.width == pytest.approx(width)


def test_each_run_of_a_line_is_held_against_what_is_behind_itself():
    dark = inked(DARK, "palavra", x=40)
    white = inked(WHITE, "palavra", x=40)
    wide = dark.item.rect.width
    runs = (dark.item.lines[0].runs[0], replace(white.item.lines[0].runs[0], x=wide + 10))
    line = replace(dark.item.lines[0], runs=runs, width=2 * wide + 10, text="palavra palavra")
    both = Placed(dark.at, replace(dark.item, lines=(line,)))
    assert measured(painted(DARK, 40 + wide + 5, 150, 200, 100), both) == []
    assert measured(painted(DARK, 40, 150, 30, 100), both) == ["tem contraste de 1,0 : 1"]


@pytest.mark.parametrize(("end", "told"), [(700, []), (320, ["marca com contraste de 1,0 : 1"])])
def test_a_mark_may_cross_another_and_not_lie_on_it(end, told):
    lens = path((250, 100), (310, 100), (310, 300), (250, 300), fill=INK)
    line = path((240, 200), (end, 200), (240, 201), closed=False, stroke=Stroke(INK, 2.5))
    assert measured(Placed(ORIGIN, lens), Placed(ORIGIN, line)) == told
