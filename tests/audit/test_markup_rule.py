"""Marks that nothing closes are drawn as they are, and noticed; signs of their own are not."""

from __future__ import annotations

import pytest

from infograficos import Figure
from infograficos.builders import Cards, Command, Item, Terminal
from infograficos.builders.kind import examples
from infograficos.text.markup import stray_mark


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("so **close", "**"),
        ("close** it", "**"),
        ("“**close”", "**"),
        ("**ok**, **not", "**"),
        ("**kwargs", "**"),
        ("use `pip", "`"),
        ("**a**{Response}", "{Response}"),
        ("**a** {response}", "{response}"),
        ("**a**{response", "{response"),
    ],
)
def test_a_mark_that_nothing_closes_is_stray(text, mark):
    assert stray_mark(text) == mark


@pytest.mark.parametrize(
    "text",
    [
        "", "**a** and **b**{response}", "2 * 3", "2 ** 3", "2**3", "`**kwargs`", r"\*\*kwargs, \`", "****",
        "US$ 5", "$x^2$", "the **set** {a, b}", "**a**{response}{b}", "p* and q*",
    ],
)  # fmt: skip
def test_a_sign_of_its_own_is_not(text):
    assert stray_mark(text) == ""


def findings(headline: str, content: object) -> list[str]:
    figure = Figure(1, "a", "Marcas", headline, content)
    return [each.message for each in figure.draw().findings if each.rule == "markup"]


def test_check_names_the_mark_in_the_headline_and_in_the_content():
    cards = Cards([Item("um", detail="use `pip"), Item("dois"), Item("três")])
    found = findings("Uma **marca sem par", cards)
    assert len(found) == 2
    assert "a marca “**” aparece no desenho" in found[0]
    assert r"para dois asteriscos, escreva \*\*" in found[0]
    assert "a marca “`” aparece no desenho" in found[1]
    assert findings("Uma **marca**", Cards([Item("um"), Item("dois"), Item("três")])) == []


def test_what_is_no_markup_may_have_any_sign():
    assert findings("Um comando", Terminal([Command("ls **/*.py", "a**b `")])) == []


def test_no_example_has_a_stray_mark():
    for name, content in examples().items():
        assert findings("Um exemplo", content) == [], name
