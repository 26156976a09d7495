"""Cards of a network's layers: a name with its shape or size."""

from __future__ import annotations

from infograficos.elements.card import Card
from infograficos.elements.column import Column
from infograficos.elements.flow import Grow, NoWrap
from infograficos.elements.row import Row
from infograficos.elements.text import Text
from infograficos.layout import Element


def vertical_layer(name: str, detail: str, role: str) -> Element:
    """Return a layer's name with the detail below it, if there is one."""
    lines: list[Element] = [Text(name, "strong", f"{role}.strong", "center")]
    if detail:
        lines.append(Text(detail, "label", "muted", "center"))
    return Card(Column(tuple(lines), "text"), f"{role}.soft", f"{role}.line", "small")


def horizontal_layer(name: str, detail: str, role: str, padding: str) -> Element:
    """Return a layer's name with the detail at the other end of the line."""
    beside = (Text(detail, "label", "muted"),) if detail else ()
    inside = Row((Grow(Text(name, "strong", f"{role}.strong")), *beside), "medium")
    return Card(inside, f"{role}.soft", f"{role}.line", padding, "small", "inner")


def inner_layer(name: str, detail: str, role: str, beside: bool) -> Element:
    """Return a layer inside a block, with its detail beside its name or below it."""
    words, more = Text(name, "strong"), Text(detail, "label", "muted")
    padding = "tiny"
    inside: Element = words
    if detail and beside:
        inside = Row((Grow(NoWrap(words)), NoWrap(more)), "medium")
    elif detail:
        inside, padding = Column((words, more), "text"), "small"
    return Card(inside, "surface", f"{role}.line", padding, "small", "inner")
