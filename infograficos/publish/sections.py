"""The heading of an article that a figure's section means, though its wording may differ."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache
from itertools import chain

from infograficos.language.languages import language_codes, load_language
from infograficos.publish.document import Heading
from infograficos.text.characters import drop_accents

#: The minimum similarity of a section and its heading, from 0 to 1.
_MIN_SIMILARITY = 0.75
#: The least resemblance of a heading that a message names, and how many it names at most.
_MIN_RESEMBLANCE, _MOST_NAMED = 0.4, 2

#: How much of a word decides what it is about: “avaliação” and “avaliando” are the same.
_STEM = 6


def find_heading(section: str, headings: Sequence[Heading]) -> Heading | None:
    """Return the heading of a section; None without one."""
    if not (section and headings):
        return None
    best = max(headings, key=lambda each: similarity(section, each.title))
    return best if similarity(section, best.title) >= _MIN_SIMILARITY else None


def nearest_headings(section: str, headings: Sequence[Heading]) -> list[Heading]:
    """Return the headings that resemble a section though they are not the section's, the nearest first."""
    ranked = sorted(headings, key=lambda each: -similarity(section, each.title))
    return [each for each in ranked[:_MOST_NAMED] if similarity(section, each.title) >= _MIN_RESEMBLANCE]


def is_same(section: str, title: str) -> bool:
    """Return whether a section and a heading differ at most in numbering, accents, capitals and signs."""
    return normalize(section) == normalize(title)


def similarity(section: str, title: str) -> float:
    """Return how much two headings have in common, from 0 to 1: of their letters, or of their words."""
    first, second = normalize(section), normalize(title)
    letters = SequenceMatcher(None, first, second, autojunk=False).ratio()
    mine, others = _stems(first), _stems(second)
    common = len(mine & others)
    if common < 2:
        return letters
    shared = 2 * common / (len(mine) + len(others))
    # One of two words more, as in “Pipeline de Fine-Tuning (SFT)” for “Pipeline de SFT”.
    is_contained = common == min(len(mine), len(others))
    return max(letters, shared, _MIN_SIMILARITY + shared / 10 if is_contained else 0.0)


def normalize(title: str) -> str:
    """Drop a heading's number, accents, punctuation and capitals."""
    letters = drop_accents(unicodedata.normalize("NFKD", title).casefold())
    return " ".join(re.sub(r"^(?:[\W\d]|[ivxlc]+[.)]\s)+|[^\w\s]+", " ", letters).split())


def _stems(text: str) -> set[str]:
    return {word.rstrip("s")[:_STEM] for word in text.split() if word not in _small_words()}


@cache
def _small_words() -> frozenset[str]:
    """Return the articles, prepositions and conjunctions of all languages, which say nothing of a subject."""
    words = (load_language(code).weak_endings for code in language_codes())
    return frozenset(normalize(word) for word in chain(*words))
