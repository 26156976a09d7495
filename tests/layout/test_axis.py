"""Axes whose ends and ticks are numbers that one reads without reckoning."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infograficos.content.data.ticks import tick_step
from infograficos.elements.charts.axis import exact_axis, rounded_axis


def labels(axis) -> list[str]:
    return [tick.label for tick in axis.ticks]


@pytest.mark.parametrize(
    ("values", "written"),
    [
        ((0.75, 4.23), ["0", "1", "2", "3", "4", "5"]),
        ((1.7, 2.4), ["1,6", "1,8", "2,0", "2,2", "2,4"]),
        ((0.0, 10.0), ["0", "2", "4", "6", "8", "10"]),
        ((-0.3, 0.4), ["−0,4", "−0,2", "0,0", "0,2", "0,4"]),
        ((12_000.0, 30_000.0), ["10.000", "15.000", "20.000", "25.000", "30.000"]),
        ((0.0, 12_000.0), ["0", "2.500", "5.000", "7.500", "10.000", "12.500"]),
        ((3.0, 3.0), ["1", "2", "3", "4", "5"]),
        ((0.0, 0.0), ["−1,0", "−0,5", "0,0", "0,5", "1,0"]),
    ],
)
def test_a_rounded_axis_starts_and_ends_at_round_numbers(values, written):
    assert labels(rounded_axis("y", values, 5)) == written


@pytest.mark.parametrize(
    ("values", "most", "written"),
    [
        ((0, 1000), 5, ["0", "200", "400", "600", "800", "1000"]),
        ((0, 1000), 2, ["0", "500", "1000"]),
        ((1, 3), 5, ["1", "2", "3"]),
        ((1, 12), 5, ["5", "10"]),
        ((0.5, 1.5), 5, ["0,6", "0,8", "1,0", "1,2", "1,4"]),
    ],
)
def test_an_exact_axis_has_whole_ticks_where_steps_are_whole(values, most, written):
    axis = exact_axis("x", values, most)
    assert (axis.low, axis.high) == values
    assert labels(axis) == written


@given(st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=9), st.integers(2, 8))
def test_an_axis_holds_all_its_values_with_few_ticks_at_equal_distances(values, most):
    axis = rounded_axis("y", values, most)
    room = (axis.high - axis.low) * 1e-6
    assert all(axis.low - room <= value <= axis.high + room for value in values)
    assert 2 <= len(axis.ticks) <= most + 1
    gaps = [after.value - before.value for before, after in pairwise(axis.ticks)]
    assert gaps == pytest.approx([gaps[0]] * len(gaps), rel=1e-4)


@pytest.mark.parametrize(("least", "step"), [(0.9, 1), (1.1, 2), (2.2, 2.5), (3, 5), (70, 100), (0.02, 0.02)])
def test_a_round_step_is_the_next_round_number(least, step):
    assert tick_step(least) == pytest.approx(step)
