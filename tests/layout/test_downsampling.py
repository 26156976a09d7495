"""Lines with too many points: what is kept of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from infograficos.content.data.downsampling import downsample


def test_a_line_with_few_points_keeps_all_of_them():
    points = tuple((float(i), i % 7.0) for i in range(12))
    assert downsample(points, slices=3) == points


@given(st.lists(st.floats(-100, 100), min_size=13, max_size=200))
def test_each_slice_keeps_its_ends_its_lowest_and_its_highest_point(values):
    points = tuple((float(i), value) for i, value in enumerate(values))
    kept = downsample(points, slices=3)
    assert len(kept) <= 12
    assert list(kept) == sorted(set(kept))
    assert (kept[0], kept[-1]) == (points[0], points[-1])
    assert set(kept) <= set(points)
    assert {min(values), max(values)} <= {value for _, value in kept}
    assert points[values.index(min(values))] in kept


def test_a_single_peak_among_many_points_is_not_lost():
    points = tuple((float(i), 9.0 if i == 7777 else 1.0) for i in range(10_000))
    assert (7777.0, 9.0) in downsample(points)
    assert len(downsample(points)) <= 800
