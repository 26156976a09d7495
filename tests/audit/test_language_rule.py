"""Texts that a language lacks, and content that is plainly in another language than the figure says."""

from __future__ import annotations

import pytest

from infograficos import Figure
from infograficos.builders import Pipeline, Stage
from infograficos.builders.windows import EXAMPLES
from infograficos.content import OwnWords, content
from infograficos.elements import Text
from infograficos.report import check

WORDS = OwnWords(hello="uma saudação que nenhum catálogo tem")

CONTENTS = {
    "pt-BR": "Os textos do capítulo entram em um modelo",
    "en": "The words of the chapter go into the model",
    "es": "Los textos del capítulo entran en el modelo",
}


@content
class Greeting:
    """A kind of the author's own, in Portuguese alone."""

    def body(self):
        return Text(WORDS("hello"))

    def describe(self):
        return "An own kind of figure, which greets."


def findings(figure: Figure) -> list[str]:
    return [each.message for each in figure.draw().findings if each.rule == "language"]


def written_in(content_language: str) -> Figure:
    stages = [Stage("Dataset", "pairs", "input"), Stage("Token", "tokens", "model")]
    return Figure(1, "a", "Pipeline", CONTENTS[content_language], Pipeline(stages))


@pytest.mark.parametrize("said", CONTENTS)
@pytest.mark.parametrize("written", CONTENTS)
def test_content_in_another_language_is_noticed(said: str, written: str):
    found = findings(written_in(written).in_language(said))
    assert [f'language="{written}"' in each for each in found] == [True] * (said != written)


@pytest.mark.parametrize("words", ["y e u y o y", "`select of the in` e `from with as`", "x y y y z"])
def test_variables_and_code_are_in_no_language(words: str):
    stages = [Stage("Dataset", "pairs", "input"), Stage("Token", "tokens", "model")]
    assert findings(Figure(1, "a", "Pipeline", f"Servidor recebe {words}", Pipeline(stages))) == []


def test_a_text_that_a_language_lacks_is_noticed_and_fails_only_strictly():
    figure = Figure(1, "a", "Hello", "Hello to the reader", Greeting(), language="en")
    (found,) = findings(figure)
    assert "“uma saudação que nenhum catálogo tem” falta a tradução (esperado: tudo em “en”)" in found
    report = check([figure])
    assert (report.passes(), report.passes(strict=True)) == (True, False)
    assert findings(figure.in_language("pt-BR")) == []


def test_own_words_in_place_of_missing_ones_are_enough():
    figure = Figure(1, "a", "Hello", "Hi to the reader", Greeting(), language="en", words={"hello": "Hello"})
    assert findings(figure) == []


def test_a_translated_figure_lacks_nothing():
    figure = Figure(1, "a", "Windows", "Look at the window", EXAMPLES["passo a passo"], language="en")
    assert findings(figure) == []
