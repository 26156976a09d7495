"""Amounts of time as people write them, in each language: numbers on one scale, or not at all."""

from __future__ import annotations

import pytest

from infograficos.language.dates import read_times
from infograficos.language.durations import read_durations
from infograficos.language.texts import in_language


@pytest.mark.parametrize(
    ("code", "words", "amounts"),
    [
        ("pt-BR", ["0 ms", "35 ms", "1.200 ms"], [0, 0.035, 1.2]),
        ("pt-BR", ["0,125 s", "1,25s", "2\xa0min"], [0.125, 1.25, 120]),
        ("pt-BR", ["−44", "1.200", "1 234,5"], [-44, 1200, 1234.5]),
        ("en", ["0", "1,200", "1,234.5"], [0, 1200, 1234.5]),
        ("en", ["1.200 s", "5 µs"], [1.2, 5e-6]),
        ("es", ["1.200.000", "3"], [1_200_000, 3]),
    ],
)
def test_amounts_are_read_in_the_language(code, words, amounts):
    with in_language(code):
        assert read_durations(words) == pytest.approx(amounts)


@pytest.mark.parametrize(
    "words", [["5 ms", "7"], ["5 kB", "7 kB"], ["1.2.3", "4"], ["Fase 1", "3"], ["1,2,3 s", "4 s"], [""]]
)
def test_other_words_are_no_amounts(words):
    assert read_durations(words) is None


def test_amounts_that_go_down_are_no_times_and_four_digits_are_years():
    assert read_times(["3", "2", "1"]) is None
    assert read_times(["2017", "2018"]) == [2017, 2018]
    assert read_times(["0 ms", "35 ms"]) == [0, 0.035]
