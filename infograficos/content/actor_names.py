"""Names of actors: which of them are one and the same, and which were probably meant to be."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from infograficos.errors import ContentError
from infograficos.text.characters import drop_accents
from infograficos.text.markup import plain_text

#: How much alike two names are, one of which is probably misspelt.
_LIKENESS = 0.8


def actor_key(name: str) -> str:
    """Return what two ways to write the name of one actor have in common: all but outer spaces."""
    return unicodedata.normalize("NFC", plain_text(name).strip())


def collect_names(declared: Sequence[str], named: Iterable[str]) -> tuple[str, ...]:
    """Return the actors in order: those declared, then those that only messages name, as they appear.

    One that is nearly the name of another raises `ValueError`.
    """
    names = {actor_key(name): name for name in declared}
    for name in named:
        key = actor_key(name)
        if key in names:
            continue
        if twin := next((other for other in names.values() if _is_misspelt(key, actor_key(other))), None):
            raise ContentError(
                "o ator “{name}” não existe; você quis dizer “{twin}”? Se são dois, liste os dois em actors",
                name=name,
                twin=twin,
            )
        names[key] = name
    return tuple(names.values())


def _is_misspelt(name: str, other: str) -> bool:
    """Say whether two names differ in accents, case, spaces or few letters, and in no number or initial."""
    one, two = _bare(name), _bare(other)
    if "".join(one.split()) == "".join(two.split()):
        return True
    if _marks(one) != _marks(two):
        return False
    return (
        SequenceMatcher(None, one, two, autojunk=False).ratio() >= _LIKENESS and min(len(one), len(two)) > 2
    )


def _bare(name: str) -> str:
    return drop_accents(unicodedata.normalize("NFD", name)).casefold()


def _marks(name: str) -> list[str]:
    """Return what tells like names apart on purpose: numbers, and letters that stand alone."""
    return re.findall(r"\d+|\b[^\W\d_]\b", name)
