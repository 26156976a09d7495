"""A line of time to scale: where moments and marks are on it, and what a cut leaves out."""

from __future__ import annotations

import itertools

import pytest

from infograficos.content.data.time_scale import TimeScale


def test_shares_are_to_scale():
    assert TimeScale((0.0, 1.0, 4.0)).shares == (0, 0.25, 1)


def test_equal_distances_are_even_and_cut_ones_are_not():
    assert TimeScale((1.0, 2.0, 3.0)).is_even
    assert not TimeScale((1.0, 2.0, 3.0), cut=0).is_even


@pytest.mark.parametrize(
    ("times", "is_dated", "step"),
    [
        ((2018.0, 2022.0), True, 1),
        ((1950.0, 2017.0), True, 5),
        ((2020.0, 2020.4), True, 1),
        ((0.0, 1.2), False, 0.1),
        ((0.0, 30_000.0), False, 2000),
    ],
)
def test_marks_are_at_round_times(times, is_dated, step):
    scale = TimeScale(times, is_dated=is_dated)
    first, last = times
    marks = [first + tick * (last - first) for tick in scale.ticks]
    assert len(marks) <= 16
    assert [mark / step for mark in marks] == pytest.approx([round(mark / step) for mark in marks])
    assert [b - a for a, b in itertools.pairwise(marks)] == pytest.approx([step] * (len(marks) - 1))


def test_a_cut_stretch_has_a_fourth_of_the_line_and_no_marks():
    scale = TimeScale((0.0, 2.0, 1000.0, 1004.0), cut=1)
    assert scale.shares == pytest.approx((0, 0.25, 0.5, 1))
    assert [tick for tick in scale.ticks if 0.25 < tick < 0.5] == []
    assert len(scale.ticks) == 14


def test_a_cut_line_without_other_distances_is_cut_whole():
    assert TimeScale((0.0, 9.0), cut=0).shares == (0, 1)
