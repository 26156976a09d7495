"""The texts that the library writes by itself, in the language of what is being drawn.

Their source is Portuguese, and stands in the code. The language belongs to the drawing, never to the process:
figures drawn at once in several threads do not share it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TypeVar

from infograficos.language.catalogue import Source, load_catalogue
from infograficos.language.languages import SOURCE, Language, load_language


@dataclass(frozen=True, slots=True)
class Translator:
    """Finds texts in one language, and notes those that are missing.

    Args:
        language: the language.
        missing: sources without a translation, which are written in Portuguese.
    """

    language: Language
    missing: set[str] = field(default_factory=set)

    def find(self, source: Source, count: int | None = None) -> str:
        """Return the form of a text that agrees with a count."""
        found = load_catalogue(self.language.code, "figures").find(source, count)
        if found is not None:
            return found
        if self.language.code != SOURCE:
            self.missing.add(source if isinstance(source, str) else source[1])
        return source_form(source, count)


#: A text, or two: for one thing and for any other count of them.
Text = TypeVar("Text", str, tuple[str, str])

_translator: ContextVar[Translator | None] = ContextVar("translator", default=None)


@contextmanager
def in_language(code: str) -> Iterator[Translator]:
    """Write what is drawn until the end in a language, in this thread alone."""
    current = _translator.get()
    if current is not None and current.language.code == code:
        yield current
        return
    translator = Translator(load_language(code))
    token = _translator.set(translator)
    try:
        yield translator
    finally:
        _translator.reset(token)


def current_language() -> Language:
    """Return the language of what is being drawn; outside of a drawing, Portuguese."""
    translator = _translator.get()
    return load_language(SOURCE) if translator is None else translator.language


def translate(source: Source, count: int | None = None) -> str:
    """Return a text in the language of what is being drawn, with its placeholders."""
    translator = _translator.get()
    if translator is not None:
        return translator.find(source, count)
    return source_form(source, count)


def source_form(source: Source, count: int | None) -> str:
    """Return the form of a source that agrees with a count: none takes the plural."""
    return source if isinstance(source, str) else source[count != 1]


def mark_text(source: Text) -> Text:
    """Return a text as it is: one that catalogues have, and that is translated where it is written."""
    return source
