"""What a figure writes of an author's data is in the figure's language, though it was read in another."""

from __future__ import annotations

from datetime import date

import pytest

from infograficos import Figure
from infograficos.builders import Bars, Table
from infograficos.language.languages import language_codes


def described(content: object, code: str) -> str:
    return Figure(1, "f", "F", "H", content, language=code).alt


WRITTEN = {
    "yes and no": (Bars({True: 3, False: 4}), {"pt-BR": "sim: 3", "en": "yes: 3", "es": "sí: 3"}),
    "numbers": (Bars({0.5: 3, 12345: 4}), {"pt-BR": "12.345: 4", "en": "12,345: 4", "es": "12 345: 4"}),
    "dates": (
        Bars({date(2020, 3, 5): 3, date(2020, 4, 5): 4}),
        {"pt-BR": "05/03/2020: 3", "en": "03/05/2020: 3", "es": "05/03/2020: 3"},
    ),
    "dates in cells": (
        Table([{"m": "a", "d": date(2020, 3, 5)}, {"m": "b", "d": date(2021, 3, 5)}]),
        {"pt-BR": "a: 05/03/2020", "en": "a: 03/05/2020", "es": "a: 05/03/2020"},
    ),
    "what is named by it": (
        Bars({0.5: 3, 0.25: 4}, highlighted="0,25"),
        {"pt-BR": "Em destaque: 0,25", "en": "Highlighted: 0.25", "es": "0,25"},
    ),
}


@pytest.mark.parametrize("code", language_codes())
@pytest.mark.parametrize("name", WRITTEN)
def test_data_are_written_in_the_language_of_the_figure(name, code):
    content, expected = WRITTEN[name]
    said = described(content, code).replace("\u202f", " ").replace("\xa0", " ")
    assert expected[code] in said


def test_a_content_is_drawn_in_one_language_after_another():
    content = Bars({date(2020, 3, 5): 3, date(2020, 4, 5): 4})
    first, english = described(content, "pt-BR"), described(content, "en")
    assert described(content, "pt-BR") == first
    assert described(content, "en") == english != first
