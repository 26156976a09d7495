"""Cards and strips of items with a name, perhaps a detail and an icon."""

from __future__ import annotations

from typing import Protocol

from infograficos.content.checks import NamedItem
from infograficos.elements.card import Card
from infograficos.elements.column import Column
from infograficos.elements.flow import Align, Grow, Justify, NoWrap
from infograficos.elements.icon import Icon
from infograficos.elements.row import Row
from infograficos.elements.text import Text
from infograficos.layout import Element


class Titled(NamedItem, Protocol):
    """An item with a name, a role, and perhaps a detail and an icon."""

    @property
    def role(self) -> str:
        """The role that gives it its colours."""

    @property
    def icon(self) -> str:
        """An icon's name, or nothing."""


def titled_words(
    item: Titled, style: str = "heading", align: Align = "start", *, nowrap: bool = False
) -> Element:
    """Return the icon and the name, with the detail below them; `nowrap` keeps the name in one line."""
    color = f"{item.role}.strong"
    title: Element = Text(item.name, style, color, align)
    if nowrap:
        title = NoWrap(title)
    if item.icon:
        justify: Justify = "center" if align == "center" else "start"
        title = Row((Icon(item.icon, color), title), "tiny", justify=justify)
    if not item.detail:
        return title
    return Column((title, Text(item.detail, "label", "muted", align)), "text")


def titled_card(
    item: Titled,
    style: str = "heading",
    align: Align = "start",
    *,
    nowrap: bool = False,
    strong: bool = False,
    off: bool = False,
    padding: str = "medium",
) -> Element:
    """Return an item on a card of its role, filled if `strong`, with a dashed border if `off`."""
    words = titled_words(item, style, align, nowrap=nowrap)
    fill = f"{item.role}.soft" if strong else "surface"
    return Card(words, fill, f"{item.role}.line", padding, "small", dashed=off, align="center")


def titled_strip(item: Titled, style: str = "mark", *, off: bool = False) -> Element:
    """Return an item on a flat card, with icon, name and detail in one line even if it overflows."""
    color = f"{item.role}.strong"
    words: tuple[Element, ...] = (Icon(item.icon, color),) if item.icon else ()
    words += (NoWrap(Text(item.name, style, color)),)
    if item.detail:
        words += (Grow(NoWrap(Text(item.detail, "label", "muted", "end"))),)
    return Card(Row(words, "tiny"), "surface", f"{item.role}.line", "small", dashed=off, align="center")
