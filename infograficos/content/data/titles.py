"""Things with a name, perhaps a few words more and an icon: which are refused, and how they are said."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from infograficos.errors import InputError
from infograficos.icons import icon_name
from infograficos.text.markup import plain_text


class Detailed(Protocol):
    """Whatever has a name and perhaps a detail."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def detail(self) -> str:
        """What it is, in a few words, or nothing."""


def said(thing: Detailed) -> str:
    """Return the name with the detail in brackets."""
    return (
        f"{plain_text(thing.name)} ({plain_text(thing.detail)})" if thing.detail else plain_text(thing.name)
    )


def known_icon(name: str) -> str:
    """Return the right name of an icon, or nothing for nothing; a wrong one raises `ValueError`."""
    try:
        return icon_name(name) if name else ""
    except InputError as problem:
        raise ValueError(str(problem)) from None


def refuse_twins(names: Iterable[str]) -> None:
    """Raise `ValueError` if two names are the same, markup, capitals and outer spaces aside."""
    seen = set()
    for name in names:
        key = plain_text(name).strip().casefold()
        if key in seen:
            raise ValueError(f"esperados nomes diferentes; “{plain_text(name).strip()}” aparece duas vezes")
        seen.add(key)
