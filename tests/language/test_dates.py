"""Dates and counts as people write them: each as a number on one scale, or not at all."""

from __future__ import annotations

import pytest

from infograficos.language.dates import read_times


@pytest.mark.parametrize(
    ("words", "year", "month"),
    [
        ("2017", 2017, 1),
        ("2017-06", 2017, 6),
        ("2017-06-12", 2017, 6),
        ("06/2017", 2017, 6),
        ("12/06/2017", 2017, 6),
        ("jun. 2017", 2017, 6),
        ("junho de 2017", 2017, 6),
        ("12 de junho de 2017", 2017, 6),
        ("Março 2020", 2020, 3),
    ],
)
def test_a_date_is_read_to_the_month(words, year, month):
    (found,) = read_times([words]) or ()
    assert int(found) == year
    assert int((found - year) * 12 + 1.05) == month


def test_counts_of_one_unit_are_read_and_no_mixture():
    assert read_times(["semana 1", "semana 3"]) == [1, 3]
    assert read_times(["passo 0", "passo 10.000"]) == [0, 10_000]
    assert read_times(["semana 1", "passo 3"]) is None


@pytest.mark.parametrize(
    "words", ["hoje", "Fase 1", "anos 1950", "31/02/2020", "abcd 2020", "séc. XX", "13/2020"]
)
def test_other_words_are_no_date(words):
    assert read_times(["2017", words]) is None
