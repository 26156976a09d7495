"""Numbers rounded, grouped and written the Portuguese way, alone or in a column."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from infograficos.content.data.histogram import bin_labels, translate_labels
from infograficos.language.numbers import (
    fit_places,
    format_column,
    format_decimal,
    format_number,
    format_rounded,
    format_scientific,
    format_short,
    format_size,
    group_thousands,
    round_half_up,
)
from infograficos.language.texts import in_language


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
    ("value", "expected"),
    [
        (2_000_000.0, "2.000.000"),
        (1_234_567_890_123, "1.234.567.890.123"),
        (124_439_808.0, "124.439.808"),
        (6e23, "6 × 10²³"),
        (2.345e12, "2,345 × 10¹²"),
        (2e-5, "2 × 10⁻⁵"),
        (1e-6, "1 × 10⁻⁶"),
        (0.9, "0,9"),
        (1.0, "1"),
        (1234.56, "1234,56"),
        (99.995, "99,995"),
        (0.12345, "0,12345"),
        (1 / 3, "0,3333"),
        (0.1 + 0.2, "0,3"),
        (1234.56789, "1234,6"),
        (999.995, "999,995"),
        (2.00001, "2,00001"),
        (2.000012345, "2"),
        (0.99999999, "0,99999999"),
        (1 - 1e-12, "1"),
        (0, "0"),
    ],
)
def test_what_was_typed_is_written_as_it_is_and_what_was_computed_with_four_digits(value, expected):
    assert format_short(value).replace("\u00a0", " ") == expected


def test_numbers_of_32_bits_are_written_as_they_were_typed():
    assert [format_short(float(np.float32(value))) for value in (0.1, 1234.56, 0.7)] == [
        "0,1",
        "1234,56",
        "0,7",
    ]


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        (0.004, 2, "< 0,01"),
        (-0.004, 2, "> −0,01"),
        (0.9995, 2, "1,00"),
        (0.0, 2, "0,00"),
        (1.0, 2, "1,00"),
        (1 - 1e-12, 2, "1,00"),
        (0.4, 0, "< 1"),
        (0.6, 0, "1"),
        (2.999, 2, "3,00"),
    ],
)
def test_only_0_is_written_as_0(value, places, expected):
    assert format_rounded(value, places).replace("\u00a0", " ") == expected


@pytest.mark.parametrize(
    ("value", "expected"), [(0.997, "> 0,99"), (-0.997, "< −0,99"), (1.0, "1,00"), (1 - 1e-12, "1,00")]
)
def test_no_share_but_1_is_written_as_1(value, expected):
    assert format_rounded(value, 2, share=True).replace("\u00a0", " ") == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([50.0, 3.0], 0),
        ([0.25, 1.5], 2),
        ([0.845, 0.155], 3),
        ([1 / 3, 2 / 3], 2),
        ([0.00034, 0.99966], 4),
        ([1e-9, 1 - 1e-8], 2),
        ([1e-6, 3e-6], None),
    ],
)
def test_computed_numbers_have_two_decimals_or_as_many_as_show_them(values, expected):
    assert fit_places(values) == expected


@pytest.mark.parametrize(
    ("size", "expected"),
    [(999, "999 bytes"), (62_400, "62 kB"), (999_500, "1,0 MB"), (1_250_000, "1,3 MB"), (2.5e9, "2,5 GB")],
)
def test_files_have_sizes_in_one_unit(size, expected):
    assert format_size(size) == expected


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
    # One small number takes no decimals from the others.
    assert format_column([1e-5, 1.5]) == ["1\u00a0×\u00a010⁻⁵", "1,5"]


def test_what_is_said_to_differ_is_written_with_the_digits_that_differ():
    values = [0.1234561, 0.1234567, 0.5]
    assert format_column(values)[:2] == ["0,1235", "0,1235"]
    assert format_column(values, distinct=True)[:2] == ["0,123456", "0,123457"]
    assert format_column([0.3, 0.1 + 0.2], distinct=True) == ["0,3", "0,3"]


@given(st.floats(-1e12, 1e12), st.integers(0, 4))
def test_what_is_rounded_stays_as_it_is(value, places):
    once = round_half_up(value, places)
    assert abs(once - value) <= 0.5 * 10**-places + 1e-3
    assert round_half_up(once, places) == once


def test_bins_of_whole_numbers_are_written_as_the_language_does():
    names = {"pt-BR": ["10.000", "10.001"], "en": ["10,000", "10,001"]}
    edges = [10000, 10001, 10002]
    with in_language("pt-BR"):
        labels = bin_labels([10000, 10001, 10001], edges)
    assert labels == names["pt-BR"]
    for code, expected in names.items():
        with in_language(code):
            assert translate_labels(labels, edges) == expected
