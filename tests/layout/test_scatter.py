"""Points on a plane: true distances, labels on nothing, lines that end at marks, names that are counted."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from math import dist
from random import Random

import pytest
from ruler import square_layouter

from infograficos.elements.planes.marks import Mark, MarkGroup, PlaneLine
from infograficos.elements.planes.scatter import Scatter
from infograficos.scene.flattening import crosses, flatten
from infograficos.scene.geometry import Limits, Point
from infograficos.scene.items import Frame, Path, TextBlock, walk

MARKS = (
    Mark("um", 0.0, 0.0, "model", "square"),
    Mark("dois", 4.0, 0.0, "model", "square"),
    Mark("três", 0.0, 3.0, "input", "circle"),
)


def drawn(scatter: Scatter, width: float = 500) -> Frame:
    return square_layouter().layout(scatter, Limits(width, min_width=width))


def marks(frame: Frame) -> list[tuple[float, float]]:
    """The middles of the marks, in their order."""
    found = [v for v in walk(frame) if isinstance(v.item, Path) and v.item.purpose == "mark" and v.item.fill]
    return [(v.rect.center.x, v.rect.center.y) for v in found]


def texts(frame: Frame):
    return [v for v in walk(frame) if isinstance(v.item, TextBlock)]


@pytest.mark.parametrize("width", [320, 500, 900])
def test_a_unit_is_as_long_across_as_it_is_upwards(width):
    one, two, three = marks(drawn(Scatter(MARKS), width))
    assert dist(one, two) / 4 == pytest.approx(dist(one, three) / 3)
    assert three[1] < one[1]
    assert two[0] > one[0]


def test_a_line_ends_at_the_borders_of_its_marks_and_its_label_lies_on_it():
    frame = drawn(Scatter(MARKS, lines=(PlaneLine((0.0, 0.0), (4.0, 0.0), "4,00"),)))
    line = next(v.item for v in walk(frame) if isinstance(v.item, Path) and v.item.purpose == "connector")
    start, end = line.commands[0].points[0], line.commands[-1].points[0]
    one, two, _ = marks(frame)
    air = square_layouter().look.size("point") / 2
    assert air <= start.x - one[0] <= air + 2
    assert air <= two[0] - end.x <= air + 2
    label = next(v.rect for v in texts(frame) if v.item.text == "4,00")
    # The label lies on the line, which leaves it free.
    assert label.center.y == pytest.approx(start.y, abs=1)
    sides = flatten(line, Point(0.0, 0.0))
    assert len(sides) == 2
    assert not any(crosses(*side, label) for side in sides)


def test_the_label_of_a_short_line_lies_beside_it():
    frame = drawn(Scatter((*MARKS, Mark("", 0.7, 0.0)), lines=(PlaneLine((0.0, 0.0), (0.7, 0.0), "0,70"),)))
    line = next(v.item for v in walk(frame) if isinstance(v.item, Path) and v.item.purpose == "connector")
    label = next(v.rect for v in texts(frame) if v.item.text == "0,70")
    assert not label.y < line.commands[0].points[0].y < label.bottom


def test_an_arrow_has_a_whole_head_also_where_its_line_is_dashed():
    frame = drawn(Scatter(MARKS, lines=(PlaneLine((0.0, 0.0), (4.0, 0.0), "", "dashed arrow"),)))
    paths = [v.item for v in walk(frame) if isinstance(v.item, Path) and v.item.purpose == "connector"]
    assert [bool(path.stroke.dash) for path in paths] == [True, False]


def test_a_surface_holds_its_marks_and_their_names_and_its_own_name_lies_outside():
    frame = drawn(Scatter(MARKS, (MarkGroup("par", "model", (0, 1)),)))
    surface = next(v.rect for v in walk(frame) if isinstance(v.item, Path) and v.item.purpose == "surface")
    rects = {v.item.text: v.rect for v in texts(frame)}
    assert surface.holds(rects["um"])
    assert surface.holds(rects["dois"])
    assert not surface.overlaps(rects["par"])


def test_names_that_find_no_place_are_left_out_and_counted():
    crowd = tuple(Mark(f"nome {i:02} aqui", 0.01 * (i % 7), 0.01 * (i // 7)) for i in range(49))
    frame = drawn(Scatter(crowd))
    shown = [v for v in texts(frame) if v.item.text.startswith("nome")]
    assert texts(frame)[-1].item.text == f"… e mais {49 - len(shown)} nomes"
    assert 0 < len(shown) < 49
    assert not any(a.rect.overlaps(b.rect) for a, b in combinations(texts(frame), 2))
    assert len(marks(frame)) == 49


def test_a_line_whose_label_finds_no_place_makes_the_plane_overflow():
    wide = Scatter(MARKS, lines=(PlaneLine((0.0, 0.0), (4.0, 0.0), "x" * 60),))
    assert drawn(wide).overflowing
    assert not drawn(Scatter(MARKS, lines=(PlaneLine((0.0, 0.0), (4.0, 0.0), "x"),))).overflowing


def test_points_in_one_place_are_drawn_in_the_middle():
    frame = drawn(Scatter((Mark("a", 2.0, 2.0), Mark("b", 2.0, 2.0))))
    assert marks(frame)[0] == marks(frame)[1]
    assert marks(frame)[0][0] == pytest.approx(250)


def test_axes_through_the_origin_cross_where_it_is():
    frame = drawn(Scatter((Mark("a", 3.0, 2.0), Mark("b", -1.0, 0.0)), axes=True))
    axes = [v.item for v in walk(frame) if isinstance(v.item, Path) and v.item.purpose == "ornament"]
    across, up = axes[:2]
    _, (_, level) = marks(frame)
    assert across.commands[0].points[0].y == pytest.approx(level)
    assert up.commands[0].points[0].x > marks(frame)[1][0]


def test_an_essential_name_far_from_its_mark_has_a_line_to_it():
    crowd = tuple(Mark("", 0.1 * (i % 7), 0.1 * (i // 7)) for i in range(49) if i != 24)
    frame = drawn(Scatter((*crowd, Mark("x", 4.0, 0.0), Mark("meio", 0.3, 0.3, essential=True))))
    name = next(v.rect for v in texts(frame) if v.item.text == "meio")
    paths = [v.item for v in walk(frame) if isinstance(v.item, Path) and v.item.stroke]
    ends = [p.commands[-1].points[0] for p in paths if len(p.commands) == 2]
    assert [end for end in ends if name.inflate(10).contains(end)]


def test_an_essential_name_without_a_place_makes_the_plane_overflow():
    wide = tuple(Mark("x" * 40 + str(i), 0.01 * i, 0.0, essential=True) for i in range(30))
    assert drawn(Scatter(wide)).overflowing
    assert not drawn(Scatter(tuple(replace(mark, essential=False) for mark in wide))).overflowing


@pytest.mark.parametrize("seed", range(6))
def test_no_group_cuts_the_name_of_a_mark_of_another(seed):
    rng = Random(seed)  # noqa: S311
    marks = tuple(Mark(f"nome {i:02}", rng.gauss(i % 3, 0.6), rng.gauss(i % 2, 0.6)) for i in range(15))
    groups = tuple(MarkGroup("", "model", tuple(range(i, 15, 4))) for i in range(3))
    frame = drawn(Scatter(marks, groups))
    rims = [v for v in walk(frame) if isinstance(v.item, Path) and v.item.purpose == "surface"]
    assert len(rims) == 3
    for visit in texts(frame):
        sides = (side for rim in rims for side in flatten(rim.item, rim.at))
        assert not any(crosses(*side, visit.rect) for side in sides)
