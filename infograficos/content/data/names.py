"""Names of items, with their details and icons: validated, and written in one phrase."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from infograficos.content.checks import as_validator
from infograficos.icons import icon_name
from infograficos.text.markup import plain_text


class NamedItem(Protocol):
    """An item with a name and, if not empty, a detail."""

    @property
    def name(self) -> str:
        """The item's name."""

    @property
    def detail(self) -> str:
        """A few words about the item, or an empty text."""


def name_with_detail(item: NamedItem) -> str:
    """Return the name with the detail in brackets."""
    return f"{plain_text(item.name)} ({plain_text(item.detail)})" if item.detail else plain_text(item.name)


@as_validator
def validate_icon(name: str) -> str:
    """Return an icon's canonical name, or an empty name as it is; an unknown one raises `ValueError`."""
    return icon_name(name) if name else ""


def validate_unique_names(names: Iterable[str]) -> None:
    """Raise `ValueError` if two names are the same, markup, case and outer spaces aside."""
    seen = set()
    for name in names:
        words = plain_text(name).strip()
        if words.casefold() in seen:
            raise ValueError(f"esperados nomes diferentes; “{words}” aparece duas vezes")
        seen.add(words.casefold())
