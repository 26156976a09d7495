"""The soft outline: it holds its points with room to spare, and follows no dent."""

from __future__ import annotations

from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infograficos.elements.planes.hull import convex_hull, rounded_hull
from infograficos.scene.geometry import Point
from infograficos.scene.items import Path, extent

SQUARE = [Point(0, 0), Point(10, 0), Point(10, 10), Point(0, 10)]


def test_points_inside_and_on_the_sides_are_no_corners():
    assert set(convex_hull([*SQUARE, Point(5, 5), Point(5, 0)])) == set(SQUARE)


@pytest.mark.parametrize("points", [[Point(3, 4)], [Point(0, 0), Point(8, 0)], SQUARE])
def test_the_outline_is_a_radius_larger_on_every_side(points):
    outline = extent(Path(rounded_hull(points, 5)))
    inner = extent(Path(tuple(step for step in rounded_hull(points, 0.001))))
    assert outline.x == pytest.approx(inner.x - 5, abs=0.01)
    assert outline.bottom == pytest.approx(inner.bottom + 5, abs=0.01)


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=1, max_size=12))
def test_no_point_is_nearer_to_the_outline_than_the_radius(places):
    points = [Point(float(x), float(y)) for x, y in places]
    ends = [step.points[-1] for step in rounded_hull(points, 6) if step.points]
    assert all(dist((a.x, a.y), (b.x, b.y)) > 6 - 1e-6 for a in points for b in ends)
