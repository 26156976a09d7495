"""Things with a name, perhaps a few words more and an icon: their words, on a card or a slip."""

from __future__ import annotations

from typing import Protocol

from infograficos.content.data.names import NamedItem
from infograficos.elements.card import Card
from infograficos.elements.column import Column
from infograficos.elements.flow import Align, Grow, Justify, NoWrap
from infograficos.elements.icon import Icon
from infograficos.elements.row import Row
from infograficos.elements.text import Text
from infograficos.layout import Element


class Titled(NamedItem, Protocol):
    """Whatever has a name, a role, and perhaps a detail and an icon."""

    @property
    def role(self) -> str:
        """Whose colours it has."""

    @property
    def icon(self) -> str:
        """The name of an icon, or nothing."""


def titled_words(
    thing: Titled, style: str = "heading", align: Align = "start", *, whole: bool = False
) -> Element:
    """Return the icon and the name, with the detail below them.

    Args:
        thing: what has them.
        style: the name of the name's type style.
        align: where they stand: `start` or `center`.
        whole: keep the name in one line, even if it has no room.
    """
    color = f"{thing.role}.strong"
    title: Element = Text(thing.name, style, color, align)
    if whole:
        title = NoWrap(title)
    if thing.icon:
        justify: Justify = "center" if align == "center" else "start"
        title = Row((Icon(thing.icon, color), title), "tiny", justify=justify)
    if not thing.detail:
        return title
    return Column((title, Text(thing.detail, "label", "muted", align)), "text")


def titled_card(
    thing: Titled,
    style: str = "heading",
    align: Align = "start",
    *,
    whole: bool = False,
    strong: bool = False,
    off: bool = False,
    padding: str = "medium",
) -> Element:
    """Return the words on a card of the thing's role.

    Args:
        thing: what has the words.
        style: the name of the name's type style.
        align: where the words stand: `start` or `center`.
        whole: keep the name in one line, even if it has no room.
        strong: give the card the role's soft colour, as of what is to be remembered.
        off: dash the card's border, as of what is not used.
        padding: the name of the space above and below the words.
    """
    words = titled_words(thing, style, align, whole=whole)
    fill = f"{thing.role}.soft" if strong else "surface"
    return Card(words, fill, f"{thing.role}.line", padding, "small", dashed=off, align="center")


def titled_strip(thing: Titled, style: str = "mark", *, off: bool = False) -> Element:
    """Return a flat card with the icon, the name and the detail in one line, even if it has no room.

    Args:
        thing: what has the words.
        style: the name of the name's type style.
        off: dash the card's border, as of what is not used.
    """
    color = f"{thing.role}.strong"
    words: tuple[Element, ...] = (Icon(thing.icon, color),) if thing.icon else ()
    words += (NoWrap(Text(thing.name, style, color)),)
    if thing.detail:
        words += (Grow(NoWrap(Text(thing.detail, "label", "muted", "end"))),)
    return Card(Row(words, "tiny"), "surface", f"{thing.role}.line", "small", dashed=off, align="center")
