"""The length of an alternative text: what its limit leaves beside the headline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from infograficos.language.grammar import join_first
from infograficos.text.typography import truncate_at_word

#: How many characters a description has beside a short headline, and beside any.
DESCRIPTION_ROOM, _LEAST = 220, 60

_room: ContextVar[int] = ContextVar("room", default=DESCRIPTION_ROOM)


@contextmanager
def limit_room(characters: int, least: int = _LEAST) -> Iterator[None]:
    """Give descriptions so many characters, such as what a figure's headline leaves, and never too few."""
    token = _room.set(max(characters, least))
    try:
        yield
    finally:
        _room.reset(token)


def description_room() -> int:
    """Return how many characters a description has."""
    return _room.get()


def fullest(descriptions: Iterable[str]) -> str:
    """Return the first description, from the fullest to the shortest, that has room; else the last, cut."""
    last = ""
    for last in descriptions:
        if len(last) <= description_room():
            return last
    return truncate_at_word(last, description_room())


def join_within(items: Sequence[str], room: int, total: int | None = None) -> str:
    """Join as many of the first items as fit `room` characters, at least one, and count the others."""
    counts = range(len(items), 0, -1)
    joined = (join_first(items, count, total) for count in counts)
    return next((text for text in joined if len(text) <= room), join_first(items, 1, total))
