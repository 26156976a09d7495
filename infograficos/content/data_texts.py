"""Texts that a content writes of an author's data when it is made: dates, numbers, intervals, yes and no.

They are in the language of that moment; for a drawing in another, the content is made anew of what was given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from infograficos.errors import InputError

#: Where a content keeps what its author gave and the texts that were written of it, each with its writer.
_GIVEN = "_given"

_Writers = dict[str, Callable[[], str]]

#: The texts that the content that is made now has written.
_writers: ContextVar[_Writers | None] = ContextVar("writers", default=None)


def write_data(write: Callable[[], str]) -> str:
    """Return a text of data in the language of now, and note how it is written in another."""
    text, noted = write(), _writers.get()
    if noted is not None:
        noted[text] = write
    return text


@contextmanager
def keep_given(content: object, given: Mapping[str, object]) -> Iterator[None]:
    """Keep what an author gave for a content that is made until the end, if texts are written of it."""
    noted: _Writers = {}
    token = _writers.set(noted)
    try:
        yield
    finally:
        _writers.reset(token)
    if noted:
        vars(content)[_GIVEN] = dict(given), noted


def rewrite_data(content: Any) -> Any:  # noqa: ANN401 - any content
    """Return a content with the texts of its data in the language of now, also where they are named."""
    given, noted = vars(content).get(_GIVEN, (None, {}))
    if given is None:
        return content
    texts = {text: write() for text, write in noted.items()}
    try:
        return type(content)(**{name: _rename(value, texts) for name, value in given.items()})
    except InputError:
        # What was read once, or changed since, cannot be read again.
        return content


def _rename(value: object, texts: Mapping[str, str]) -> object:
    if isinstance(value, str):
        return texts.get(value, value)
    if type(value) in (list, tuple):
        return type(value)(_rename(each, texts) for each in value)  # type: ignore[call-arg,attr-defined]
    return value
