"""Numbers rounded, grouped and written the Portuguese way, alone or in a column."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infograficos.language.numbers import (
    format_column,
    format_decimal,
    format_general,
    format_number,
    format_scientific,
    format_short,
    group_thousands,
    round_half_up,
)


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        (1.1, 2, "1,10"),
        (-100, 0, "−100"),
        (-0.04, 1, "0,0"),
        (-0.0, 2, "0,00"),
        (-0.06, 1, "−0,1"),
        (1234.5, 1, "1234,5"),
        (2, 0, "2"),
        (0.999, 2, "1,00"),
    ],
)
def test_decimals_have_a_comma_and_a_true_minus_and_no_negative_zero(value, places, expected):
    assert format_decimal(value, places) == expected


@pytest.mark.parametrize(
    ("number", "always", "expected"),
    [
        ("1024", False, "1024"),
        ("1024,5", True, "1.024,5"),
        ("50257", False, "50.257"),
        ("−12345,50", False, "−12.345,50"),
        ("12", True, "12"),
    ],
)
def test_thousands_are_grouped_from_five_digits_on_or_beside_longer_numbers(number, always, expected):
    assert group_thousands(number, always) == expected


def test_long_numbers_have_points_between_thousands():
    assert format_number(9999.0, 0) == "9999"
    assert format_number(-12345.678, 1) == "−12.345,7"
    assert format_number(9999.99, 1) == "10.000,0"
    assert format_number(50257) == "50.257"
    assert format_number(10**18 + 1) == "1.000.000.000.000.000.001"


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        (2_000_000.0, None, "2.000.000"),
        (2_000_000.0, 0, "2.000.000"),
        (2.345e12, 2, "2,3 × 10¹²"),
        (2e-5, None, "2 × 10⁻⁵"),
        (2e-5, 1, "0,0"),
        (0.12345, None, "0,1235"),
        (0, None, "0"),
    ],
)
def test_a_number_is_written_one_way_wherever_it_is_read_at_a_glance(value, places, expected):
    assert format_short(value, places).replace("\u00a0", " ") == expected


@pytest.mark.parametrize(("value", "expected"), [(0.9, "0,9"), (1.0, "1"), (-1234.5, "−1234,5")])
def test_general_numbers_have_no_trailing_zeros(value, expected):
    assert format_general(value) == expected


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [(1.25e6, 1, "1,3 × 10⁶"), (9.96e6, 1, "1,0 × 10⁷"), (-1.5e-4, 1, "−1,5 × 10⁻⁴"), (0.0, 3, "0")],
)
def test_mantissas_are_rounded_by_hand_and_have_one_digit_before_the_comma(value, places, expected):
    assert format_scientific(value, places).replace("\u00a0", " ") == expected


def test_a_column_has_equal_decimals_and_equal_grouping():
    assert format_column([1024.0, 0.5, None]) == ["1024,0", "0,5", "–"]
    assert format_column([1024.0, 50257.0]) == ["1.024", "50.257"]
    assert format_column([1.5e-5, 0.0]) == ["1,5\u00a0×\u00a010⁻⁵", "0"]


@given(st.floats(-1e12, 1e12), st.integers(0, 4))
def test_what_is_rounded_stays_as_it_is(value, places):
    once = round_half_up(value, places)
    assert abs(once - value) <= 0.5 * 10**-places + 1e-3
    assert round_half_up(once, places) == once
