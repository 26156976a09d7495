"""What contents, elements and themes refuse is told in the language of messages, with its numbers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from refusals import refusal

from infograficos import elements
from infograficos.builders import Attention, Code, Distribution, Rubric
from infograficos.builders.rubric import Answer
from infograficos.language.messages import VARIABLE
from infograficos.theme import load_theme
from infograficos.theme.growth import parse_seed

_CASES: dict[str, tuple[Callable[[], object], str, str]] = {
    "a decimal number": (
        lambda: Attention(["a", "b"], [0.5, 0.2], looking=1),
        "Attention: the weights must add up to 1, not 0.7",
        "Attention: los pesos deben sumar 1; suman 0,7",
    ),
    "percentages": (
        lambda: Distribution("x", ["a", "b"], [0.3, 0.2], others=1),
        "Distribution: the other token has 50.0%, more than “b” (20.0%), which is therefore not among the "
        "most likely; give the most likely tokens, or check the number in “others”",
        "Distribution: el otro token tiene 50,0 %, más que “b” (20,0 %), que entonces no es de los más "
        "probables; pasa los tokens más probables, o revisa en “others” cuántos faltan",
    ),
    "a count of one": (
        lambda: Code("x = 1", highlight=[3]),
        "Code: line 3 does not exist; the code has 1 line",
        "Code: la línea 3 no existe; el código tiene 1 línea",
    ),
    "two counts": (
        lambda: Rubric("p", ["a", "b"], [Answer("X", "t", [1, 2, 3], 1), Answer("Y", "t", [1, 2], 1)]),
        "Rubric: “X” has 3 scores for 2 criteria",
        "Rubric: “X” tiene 3 puntuaciones para 2 criterios",
    ),
    "an element": (
        lambda: elements.Card("x"),
        'Card.child: expected an element, got "x"; wrap a string in Text(…)',
        'Card.child: se esperaba un elemento, y se recibió "x"; un texto se escribe Text(…)',
    ),
    "a theme": (
        lambda: load_theme("papr"),
        "the theme “papr” does not exist; did you mean “paper”? (to name a file, end it in “.toml” or "
        "give its path, such as “./theme”)",
        "el tema “papr” no existe; ¿quisiste decir “papel” o “pizarra”? (un archivo se escribe con “.toml” o "
        "con la ruta, como “./tema”)",
    ),
    "a colour": (
        lambda: parse_seed("verde"),
        "invalid color “verde”; expected #rrggbb or #rgb, such as “#0a7d5a” (in quotes)",
        "el color “verde” no es válido; se esperaba #rrggbb o #rgb, como “#0a7d5a” (entre comillas)",
    ),
}


@pytest.mark.parametrize(("attempt", "english", "spanish"), _CASES.values(), ids=_CASES)
def test_a_refusal_is_told_in_the_language_of_messages(monkeypatch, attempt, english, spanish):
    for code, told in (("en", english), ("es", spanish)):
        monkeypatch.setenv(VARIABLE, code)
        assert refusal(attempt) == told


def test_a_broken_theme_file_is_told_with_its_line(monkeypatch, tmp_path):
    file = tmp_path / "mine.toml"
    file.write_text('[colors.light]\nink = "red"\n\n[sheet\n', encoding="utf-8")
    monkeypatch.setenv(VARIABLE, "en")
    expected = "mine.toml, line 4, column 7: the table name is not closed with “]”"
    assert refusal(lambda: load_theme(file)) == expected
