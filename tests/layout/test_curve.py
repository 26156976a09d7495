"""A curve through values, between axes, that never goes beyond them."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from ruler import square_layouter

from infograficos.elements.images.raw_data import Curve, smooth
from infograficos.scene.geometry import Limits, Point


def drawn(values: tuple[float, ...]):
    frame = square_layouter().layout(Curve(values), Limits())
    axes, curve = (placed.item for placed in frame.items)
    return frame.size, axes, curve


def test_the_axes_are_the_left_and_lower_side_of_the_picture():
    size, axes, _ = drawn((1.0, 0.5))
    assert (size.width, size.height) == (100, 40)
    assert [step.points[0] for step in axes.commands] == [Point(0, 0), Point(0, 40), Point(100, 40)]
    assert axes.purpose == "ornament"


def test_values_stand_at_equal_distances_and_the_largest_reaches_the_top():
    _, _, curve = drawn((4.0, 1.0, 0.0))
    knots = [step.points[-1] for step in curve.commands]
    assert [point.x for point in knots] == [8, 50, 92]
    assert [point.y for point in knots] == [8, 26, 32]
    assert [step.verb for step in curve.commands] == ["M", "C", "C"]


@given(st.lists(st.floats(0.01, 10), min_size=2, max_size=9))
def test_the_curve_with_its_pen_stays_in_the_picture(values):
    size, _, curve = drawn(tuple(values))
    half = curve.stroke.width / 2
    for step in curve.commands:
        for point in step.points:
            assert half <= point.x <= size.width - half
            assert half <= point.y <= size.height - half


@given(st.lists(st.integers(0, 100), min_size=2, max_size=9))
def test_a_smooth_curve_never_overshoots_its_values(ys):
    points = [Point(10.0 * i, float(y)) for i, y in enumerate(ys)]
    steps = smooth(points)
    for before, step in zip(points, steps[1:], strict=False):
        after = step.points[-1]
        low, high = sorted((before.y, after.y))
        for share in (0.1, 0.3, 0.5, 0.7, 0.9):
            assert low - 1e-9 <= bezier(share, before, *step.points) <= high + 1e-9


def bezier(t: float, a: Point, b: Point, c: Point, d: Point) -> float:
    """The height of a cubic at `t`, by repeated interpolation (de Casteljau)."""
    heights = [a.y, b.y, c.y, d.y]
    while len(heights) > 1:
        heights = [low + (high - low) * t for low, high in pairwise(heights)]
    return heights[0]
