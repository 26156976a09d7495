"""A chart: points where the data says, words outside the plane and never on each other."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from ruler import square_layouter

from infograficos.elements.charts.axis import Axis, Tick, dodge_labels
from infograficos.elements.charts.line_chart import LineChart
from infograficos.elements.charts.line_data import LineSeries
from infograficos.scene.flattening import crosses
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Box, Ellipse, Path, TextBlock, walk

X = Axis("x", 0.0, 10.0, (Tick(0.0, "0"), Tick(10.0, "10")))
Y = Axis("y", 0.0, 4.0, (Tick(0.0, "0"), Tick(4.0, "4")))
SERIES = (
    LineSeries("um", "model", ((0.0, 4.0), (5.0, 1.0), (10.0, 2.0))),
    LineSeries("dois", "input", ((0.0, 0.0), (10.0, 2.0)), "dashed"),
)


def visits(chart: LineChart, width: float = 400):
    return list(walk(square_layouter().layout(chart, Limits(width, min_width=width))))


def marks(found) -> list[Path]:
    return [v.item for v in found if isinstance(v.item, Path) and v.item.purpose == "mark"]


def test_points_stand_where_their_axes_put_them():
    line = marks(visits(LineChart(SERIES, X, Y)))[0]
    start, middle, end = (step.points[0] for step in line.commands)
    assert middle.x == pytest.approx((start.x + end.x) / 2)
    height = 1.2 * square_layouter().look.size("chart")
    assert middle.y - start.y == pytest.approx(0.75 * height)
    assert end.y - start.y == pytest.approx(0.5 * height)


def test_a_chart_is_as_wide_as_it_is_offered():
    assert visits(LineChart(SERIES, X, Y), 400)[0].item.size.width == pytest.approx(400)
    assert visits(LineChart(SERIES, X, Y), 300)[0].item.size.width == pytest.approx(300)


def test_long_words_under_the_start_of_the_axis_move_the_plane_and_widen_nothing():
    found = visits(LineChart(SERIES, Axis("x", 0.0, 10.0, (Tick(0.0, "100.000.000"), Tick(10.0, "9"))), Y))
    assert found[0].item.size.width == pytest.approx(400)
    (words,) = (v for v in found if isinstance(v.item, TextBlock) and v.item.text == "100.000.000")
    assert words.rect.x == pytest.approx(0)


def test_names_stand_right_of_the_lines_in_their_colour_and_never_touch():
    found = visits(LineChart(SERIES, X, Y))
    end = marks(found)[0].commands[-1].points[0]
    names = [v for v in found if isinstance(v.item, TextBlock) and v.item.text in ("um", "dois")]
    assert all(name.rect.x > end.x for name in names)
    assert not names[0].rect.overlaps(names[1].rect)
    assert [n.item.lines[0].runs[0].paint.role for n in names] == ["model.strong", "input.strong"]


def test_lines_are_distinguished_by_their_dashes():
    assert [bool(line.stroke.dash) for line in marks(visits(LineChart(SERIES, X, Y)))] == [False, True]


def test_the_marked_point_has_a_thread_down_to_the_axis():
    found = visits(LineChart(SERIES, X, Y, (0, 1)))
    dot = next(v for v in found if isinstance(v.item, Ellipse)).rect.center
    knot = marks(found)[0].commands[1].points[0]
    assert (dot.x, dot.y) == pytest.approx((knot.x, knot.y))
    thread = next(
        v.item
        for v in found
        if isinstance(v.item, Path) and v.item.purpose == "ornament" and v.item.stroke.dash
    )
    top, foot = (step.points[0] for step in thread.commands)
    assert (top.x, top.y, foot.x) == pytest.approx((dot.x, dot.y, dot.x))
    assert foot.y == pytest.approx(marks(found)[1].commands[0].points[0].y)


def test_a_chart_without_room_for_its_ticks_says_so():
    ticks = tuple(Tick(float(i), "1234567890") for i in range(10))
    chart = LineChart(SERIES, Axis("x", 0.0, 10.0, ticks), Y)
    assert square_layouter().layout(chart, Limits(400)).offered is not None


@example([166.0, 187.0, 190.0])
@given(st.lists(st.floats(10, 190), min_size=1, max_size=3))
def test_labels_are_spread_and_stay_above_the_axis(centers):
    tops = dodge_labels(centers, [10.0] * len(centers), 5.0, 200.0)
    ordered = sorted(tops)
    assert all(after - before >= 15 - 1e-6 for before, after in pairwise(ordered))
    assert ordered[0] >= 0
    assert ordered[-1] + 10 <= 200 + 1e-6
    assert sorted(range(len(tops)), key=lambda i: (centers[i], tops[i])) == sorted(
        range(len(tops)), key=lambda i: tops[i]
    )


def test_a_label_with_room_is_in_the_middle_of_its_end():
    assert dodge_labels([50.0, 100.0], [10.0, 10.0], 5.0, 200.0) == [45.0, 95.0]
    assert dodge_labels([50.0, 50.0], [10.0, 10.0], 5.0, 200.0) == [37.5, 52.5]


def test_a_flag_stands_over_its_point_and_covers_no_line_and_no_name():
    found = visits(LineChart(SERIES, X, Y, (0, 1), "menor", "5"))
    flag = next(v.rect for v in found if isinstance(v.item, Box) and v.item.fill.role == "model.solid")
    dot = next(v for v in found if isinstance(v.item, Ellipse)).rect.center
    assert flag.bottom < dot.y
    assert flag.x - 2 <= dot.x <= flag.right + 2
    names = [v.rect for v in found if isinstance(v.item, TextBlock) and v.item.text in ("um", "dois", "y")]
    assert not any(map(flag.overlaps, names))
    knots = [[step.points[0] for step in line.commands] for line in marks(found)]
    assert not any(crosses(a, b, flag) for line in knots for a, b in pairwise(line))


def test_the_place_of_the_marked_point_stands_on_the_axis_instead_of_a_tick_beside_it():
    axis = Axis("x", 0.0, 10.0, (Tick(0.0, "0"), Tick(5.5, "5,5"), Tick(10.0, "10")))
    found = visits(LineChart(SERIES, axis, Y, (0, 1), "menor", "5"))
    texts = [v.item.text for v in found if isinstance(v.item, TextBlock)]
    assert texts[texts.index("4") + 1 :][:3] == ["0", "5", "10"]


@pytest.mark.parametrize(("name", "is_inside"), [("gap", True), ("a long name of the gap", False)])
def test_the_gap_from_the_marked_point_on_is_filled_and_named(name, is_inside):
    apart = (SERIES[0], LineSeries("dois", "input", ((0.0, 4.0), (5.0, 0.5), (10.0, 0.0))))
    found = visits(LineChart(apart, X, Y, (0, 1), gap=name))
    surface = next(v.rect for v in found if isinstance(v.item, Path) and v.item.purpose == "surface")
    dot = next(v for v in found if isinstance(v.item, Ellipse)).rect.center
    words = next(v.rect for v in found if isinstance(v.item, TextBlock) and v.item.text.startswith(name[:3]))
    assert surface.x >= dot.x
    assert surface.holds(words) == is_inside


def test_the_surface_under_a_line_is_filled_if_no_other_runs_there_and_the_axis_starts_at_zero():
    lower, upper = SERIES[1], LineSeries("três", "alert", ((0.0, 3.0), (10.0, 4.0)))

    def surfaces(*series: LineSeries, axis: Axis = Y) -> int:
        found = visits(LineChart(series, X, axis, (0, 0)))
        return sum(isinstance(v.item, Path) and v.item.purpose == "surface" for v in found)

    assert [surfaces(lower, upper), surfaces(upper, lower), surfaces(upper)] == [1, 0, 1]
    assert surfaces(upper, axis=replace(Y, low=1.0)) == 0
