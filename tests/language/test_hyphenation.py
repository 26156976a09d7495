"""Where words are hyphenated, with the optional dictionaries and without."""

import sys
from types import SimpleNamespace

import pytest

from infograficos.language import hyphenation
from infograficos.language.languages import Hyphenation


@pytest.fixture(params=[True, False])
def installed(request, monkeypatch):
    """Whether Pyphen is installed, as a test imagines it."""
    fake = SimpleNamespace(Pyphen=lambda **_: SimpleNamespace(positions=lambda word: [2, 6] if word else []))
    monkeypatch.setitem(sys.modules, "pyphen", fake if request.param else None)
    hyphenation.hyphen_positions.cache_clear()
    hyphenation._dictionary.cache_clear()
    yield request.param
    hyphenation.hyphen_positions.cache_clear()
    hyphenation._dictionary.cache_clear()


def test_words_are_hyphenated_only_where_a_dictionary_is_installed(installed):
    assert hyphenation.has_dictionary() is installed
    assert hyphenation.hyphen_positions("framework", Hyphenation("pt_BR", 2, 3)) == (
        (2, 6) if installed else ()
    )


@pytest.mark.parametrize(("word", "letters"), [("casa", 2), ("framework", 4), ("xyz", 3)])
def test_a_syllable_that_no_hyphen_divides_is_counted(word, letters):
    assert hyphenation.longest_syllable(word) == letters
