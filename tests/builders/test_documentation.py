"""`help()` of a kind reads as a page of documentation."""

from __future__ import annotations

import inspect
import pydoc
from pathlib import Path

import pytest

from infograficos import Figure
from infograficos.builders import Bars, Conversation, Distribution, Table, Windows
from infograficos.builders.kind import builders
from infograficos.content import Words, content
from infograficos.errors import InputError


def page(kind: type) -> str:
    return pydoc.plain(pydoc.render_doc(kind))


def test_the_page_says_each_fields_type_limits_and_default():
    assert "size (whole number from 1 to 8, by default 4): how many tokens a window holds" in page(Windows)
    text = page(Distribution)
    assert "context (text of 1 to 100 characters): the text that the next token follows." in text
    assert "temperature (number above 0, by default 1.0): what the logits are divided by" in text
    assert "chosen (list of up to 20 texts of 1 to 40 characters, optional): the tokens" in text
    assert "alt (text, optional): the alternative text" in page(Figure)


def test_the_page_has_an_example_and_nothing_of_the_machinery():
    text = page(Distribution)
    assert "Example:\n |      Distribution(\n |          context=" in text
    assert "pydantic" not in text
    assert "__" not in text
    assert str(inspect.signature(Windows)) == "(tokens, size=4, stride=1, shown=3)"


@pytest.mark.parametrize("code", ["en", "es"])
def test_defaults_and_examples_are_in_the_language_of_messages(code, monkeypatch):
    assert "cut_name (text of up to 24 characters, by default 'corte')" in page(Bars)
    monkeypatch.setenv("INFOGRAFICOS_MESSAGES", code)
    word, series = {"en": ("cutoff", "last word"), "es": ("corte", "última palabra")}[code]
    assert f"by default {word!r}" in page(Bars)
    assert f", {series!r}]".replace("'", '"') in page(Bars)
    assert inspect.signature(Bars).parameters["cut_name"].default == word
    assert "usuário" not in page(Conversation).casefold()


def test_a_default_that_is_made_anew_is_shown_as_what_it_is():
    assert "(rows, columns=(), best={}, units={}" in str(inspect.signature(Table))
    assert "best (dict, optional): which columns" in page(Table)


def test_the_docstrings_samples_are_in_english(monkeypatch):
    monkeypatch.setenv("INFOGRAFICOS_MESSAGES", "en")
    shown = {name: "".join(sorted(set("ãõçêôà") & set(page(kind)))) for name, kind in builders().items()}
    assert {name: letters for name, letters in shown.items() if letters} == {}


@pytest.mark.parametrize("kind", builders().values(), ids=builders())
def test_every_field_of_a_kind_has_a_line(kind):
    lines = [line.strip() for line in (kind.__doc__ or "").splitlines()]
    for name in inspect.signature(kind).parameters:
        assert any(line.startswith(f"{name} (") for line in lines), name


@content
class Base:
    """A kind of the author's own."""

    name: Words

    def describe(self) -> str:
        return self.name


@content
class Derived(Base):
    def describe(self) -> str:
        return f"mais que {super().describe()}"


def test_an_authors_kind_may_build_on_another():
    assert Derived("um").describe() == "mais que um"
    with pytest.raises(InputError, match=r"Derived\.name"):
        Derived(Path())
