"""Where words may be hyphenated, by the optional dictionaries of Pyphen."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import import_module
from types import ModuleType
from typing import Protocol

from infograficos.language.languages import Hyphenation

#: How to install the dictionaries.
INSTALL = "pip install pyphen"

# A syllable ends before the last consonant that is followed by a vowel, or by l, r or h and a vowel.
_VOWEL = "[aeiouyáéíóúâêôãõàü]"
_CONSONANT = rf"(?!{_VOWEL})[^\W\d_]"
_SYLLABLE = re.compile(
    "|".join(rf"(?<={_VOWEL}{_CONSONANT * count})(?={_CONSONANT}[lrh]?{_VOWEL})" for count in range(3)),
    re.IGNORECASE,
)


class _Dictionary(Protocol):
    def positions(self, word: str) -> list[int]:
        """Return where a word may be broken."""
        ...


@lru_cache(1024)
def hyphen_positions(word: str, rules: Hyphenation) -> tuple[int, ...]:
    """Return after how many letters a word may be hyphenated; without Pyphen, nowhere."""
    dictionary = _dictionary(rules)
    return tuple(map(int, dictionary.positions(word.lower()))) if dictionary else ()


def has_dictionary() -> bool:
    """Say whether Pyphen is installed."""
    return _pyphen() is not None


def longest_syllable(word: str) -> int:
    """Return about how many letters of a word stay together however it is hyphenated."""
    return max(map(len, _SYLLABLE.split(word)))


@cache
def _dictionary(rules: Hyphenation) -> _Dictionary | None:
    pyphen = _pyphen()
    if pyphen is None:
        return None
    dictionary: _Dictionary = pyphen.Pyphen(lang=rules.dictionary, left=rules.before, right=rules.after)
    return dictionary


def _pyphen() -> ModuleType | None:
    try:
        return import_module("pyphen")  # it is optional, and most figures need none
    except ImportError:
        return None
