"""Every word that a description adds to its author's is a text of the catalogues.

A language that puts all its texts in brackets shows what was not asked of it: the words outside of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from builders.test_own_words import LETTERS, MORE, NAMES, UNSEEN, own_texts

from infograficos.builders import builders, examples
from infograficos.content.descriptions import limit_room
from infograficos.content.own_words import with_words
from infograficos.language import texts
from infograficos.language.catalogue import Catalogue, Source
from infograficos.language.texts import current_language, in_language

BRACKETED = re.compile(r"⟦[^⟦⟧]*⟧")


class Pseudo(Catalogue):
    """A catalogue that has every text, in brackets."""

    def find(self, source: Source, count: int | None = None) -> str:
        form = source if isinstance(source, str) else source[count != 1]
        # What placeholders stand for is outside of the brackets.
        return re.sub(r"(\{\w+\})", r"⟧\1⟦", f"⟦{form}⟧")


def outside(text: str) -> str:
    """Return what no brackets hold."""
    return BRACKETED.sub(" ", text)


def words(text: str) -> set[str]:
    """Return a text's words in lower case, since a capital may begin a sentence."""
    return set(LETTERS.findall(text.casefold()))


def descriptions(kind: type) -> Iterator[tuple[str, str]]:
    """Yield what an author wrote of each sample, and its description in the language of brackets."""
    for sample in (each for each in (*examples().values(), *MORE) if type(each) is kind):
        with in_language("en"), limit_room(4000), with_words(sample, {}) as content:
            given = " ".join(own_texts(sample))
            # The language itself joins lists, and sentences begin with capitals.
            given = f"{given} {given.translate(UNSEEN)} {current_language().conjunction}"
            yield given.casefold(), content.describe().casefold()


@pytest.mark.parametrize("name", builders())
def test_a_description_adds_only_texts_of_the_catalogues(name: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(texts, "load_catalogue", lambda *_: Pseudo({}, lambda count: int(count != 1)))
    for given, said in descriptions(builders()[name]):
        # Names are the same in all languages, and the Portuguese “and” is none.
        known = words(" ".join((given, *(NAMES - {"e"}))))
        assert words(outside(said)) - known == set(), said
