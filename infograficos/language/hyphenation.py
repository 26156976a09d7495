"""Where Portuguese words may be hyphenated, by the optional dictionaries of Pyphen."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Protocol

#: How to install the dictionaries.
INSTALL = "pip install pyphen"

_DICTIONARY = "pt_BR"

#: The fewest letters before and after a hyphen.
_BEFORE, _AFTER = 2, 3

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
def hyphen_positions(word: str) -> tuple[int, ...]:
    """Return after how many letters a word may be hyphenated; without Pyphen, nowhere."""
    dictionary = _dictionary()
    return tuple(map(int, dictionary.positions(word.lower()))) if dictionary else ()


def has_dictionary() -> bool:
    """Say whether Pyphen is installed."""
    return _dictionary() is not None


def longest_syllable(word: str) -> int:
    """Return about how many letters of a word stay together however it is hyphenated."""
    return max(map(len, _SYLLABLE.split(word)))


@cache
def _dictionary() -> _Dictionary | None:
    try:
        import pyphen  # noqa: PLC0415 - it is optional, and most figures need none
    except ImportError:
        return None
    dictionary: _Dictionary = pyphen.Pyphen(lang=_DICTIONARY, left=_BEFORE, right=_AFTER)
    return dictionary
