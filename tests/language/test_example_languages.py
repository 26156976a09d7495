"""The examples of the gallery in other languages: nothing in their figures is left in Portuguese."""

from __future__ import annotations

import re
from itertools import chain

import pytest
from language.catalogue_files import texts_of

from infograficos import load_theme
from infograficos.builders import builders
from infograficos.content.example_code import example_texts, translate_source
from infograficos.figure import Figure
from infograficos.gallery.page import example_figures
from infograficos.language.catalogue import Catalogue, load_catalogue

#: The languages that have every text of the examples.
LANGUAGES_DONE = {"en", "es"}

#: Portuguese words that are none of English or Spanish.
COMMON = frozenset(
    "com uma um não são é você mais ao pelo pela ele ela isso muito em na ou sem também".split()
)
COMMON_IN_NO = {"en": COMMON | {"para", "que", "por", "os", "das", "cada", "entre", "como"}, "es": COMMON}

#: The letters of Portuguese that a language writes in no word.
FOREIGN_LETTERS = {"en": "áâãàçéêíóôõú", "es": "âãàçêôõ"}

#: What is shown of characters themselves.
CHARACTERS = frozenset({"é"})

done = pytest.mark.parametrize("code", sorted(LANGUAGES_DONE))


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", text.casefold()))


def portuguese_words(code: str) -> set[str]:
    """Return words that only Portuguese has: common ones, and those of our own texts with its letters."""
    sources = chain.from_iterable(
        [source] if isinstance(source, str) else source
        for name in ("figures", "examples")
        for source in load_catalogue(code, name).texts
    )
    own = {word for source in sources for word in words(source) if set(word) & set(FOREIGN_LETTERS[code])}
    return (own | COMMON_IN_NO[code]) - CHARACTERS


def shown(figure: Figure) -> str:
    """Return all that a reader sees or hears of a figure."""
    drawn = " ".join(re.findall(r">([^<>]+)<", figure.draw(load_theme()).svg()))
    return f"{figure.name} {figure.headline} {figure.alt} {drawn}"


@done
def test_an_example_has_no_word_of_portuguese(code: str):
    portuguese = portuguese_words(code)
    found = {
        figure.full_name: sorted(left)
        for kind in builders()
        for figure in example_figures(kind, code).values()
        if (left := words(shown(figure)) & portuguese)
    }
    assert found == {}


@done
def test_the_examples_lack_no_text(code: str):
    texts = load_catalogue(code, "examples").texts
    assert {source: files for source, files in texts_of("examples").items() if source not in texts} == {}


@done
def test_a_kind_has_as_many_examples_in_any_language(code: str):
    counts = {kind: len(example_figures(kind)) for kind in builders()}
    assert {kind: len(example_figures(kind, code)) for kind in builders()} == counts


SOURCE = '''"""Um tipo."""

WORDS = ("sol",)
OTHER = "não é um exemplo"
EXAMPLES = {"um": Kind(WORDS, tokens=["o", "sol"], ids=[1, 2], text="sol", lines="""
    a
    """)}
HEADLINES = {"um": f"{len(WORDS)} **sol**{{input}}"}
'''


def test_a_sentence_and_its_numbers_are_translated_as_a_whole():
    assert list(example_texts(SOURCE)) == [
        "Um tipo.", "sol", "um", "['o', 'sol']", "[1, 2]", "sol", "\n    a\n    ", "um",
        "{len(WORDS)} **sol**{{input}}",
    ]  # fmt: skip


def test_code_is_translated_where_a_translation_differs(monkeypatch: pytest.MonkeyPatch):
    texts = {
        "Um tipo.": "A kind.", "sol": "sun", "['o', 'sol']": '["the", "sun"]', "[1, 2]": "[1, 2]",
        "\n    a\n    ": "\n    b\n    ", "{len(WORDS)} **sol**{{input}}": "{len(WORDS)} **sun**{{input}}",
    }  # fmt: skip
    catalogue = Catalogue({source: (text,) for source, text in texts.items()}, lambda _: 0)
    monkeypatch.setattr("infograficos.content.example_code.load_catalogue", lambda *_: catalogue)
    assert (
        translate_source(SOURCE, "en")
        == '''"A kind."

WORDS = ("sun",)
OTHER = "não é um exemplo"
EXAMPLES = {"um": Kind(WORDS, tokens=["the", "sun"], ids=[1, 2], text="sun", lines="""
    b
    """)}
HEADLINES = {"um": f"{len(WORDS)} **sun**{{input}}"}
'''
    )
