"""Hatching stays inside the rounded rectangle that it covers."""

from __future__ import annotations

from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infograficos.elements.polyline import hatch_lines
from infograficos.scene.geometry import Point, Rect


def outside(point: Point, rect: Rect, radius: float) -> float:
    """How far a point lies outside a rounded rectangle, by the distance function of a rounded box."""
    across = abs(point.x - rect.center.x) - rect.width / 2 + radius
    down = abs(point.y - rect.center.y) - rect.height / 2 + radius
    return hypot(max(across, 0), max(down, 0)) + min(max(across, down), 0) - radius


def chords(rect: Rect, radius: float) -> list[tuple[Point, Point]]:
    steps = hatch_lines(rect, radius)
    assert [step.verb for step in steps] == ["M", "L"] * (len(steps) // 2)
    return [(a.points[0], b.points[0]) for a, b in zip(steps[::2], steps[1::2], strict=True)]


RECTS = st.builds(Rect, *[st.floats(-50, 50)] * 2, *[st.floats(1, 400)] * 2)


@settings(max_examples=200)
@given(RECTS, st.floats(0, 1))
def test_every_line_rises_at_45_degrees_and_ends_on_the_border(rect, roundness):
    radius = roundness * min(rect.width, rect.height) / 2
    for start, end in chords(rect, radius):
        assert end.x - start.x == pytest.approx(start.y - end.y, abs=1e-6)
        assert end.x > start.x
        assert outside(start, rect, radius) == pytest.approx(0, abs=1e-3)
        assert outside(end, rect, radius) == pytest.approx(0, abs=1e-3)


def test_lines_are_as_far_apart_as_asked_and_lie_evenly():
    found = chords(Rect(0, 0, 60, 36), 0)
    sums = [start.x + start.y for start, _ in found]
    assert sums == [6, 18, 30, 42, 54, 66, 78, 90]


def test_a_rectangle_too_small_for_a_line_has_none():
    assert hatch_lines(Rect(0, 0, 4, 4), 2) == ()


def test_a_line_at_a_round_corner_is_shorter():
    square, rounded = chords(Rect(0, 0, 60, 36), 0), chords(Rect(0, 0, 60, 36), 18)
    assert len(rounded) < len(square)
