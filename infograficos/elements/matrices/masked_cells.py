"""Cells that are switched off: hatched or dashed, with or without a sign in their middle."""

from __future__ import annotations

from infograficos.elements.card import Card
from infograficos.elements.flow import Grow
from infograficos.elements.row import Row
from infograficos.elements.text import Text
from infograficos.layout import Element


def hatched_cell(child: Element) -> Element:
    """Return a hatched cell around a child without words."""
    return Card(child, "masked.soft", None, "none", radius="bar", hatched=True)


def dashed_cell(child: Element) -> Element:
    """Return a cell with a dashed border, for a second reason to be switched off."""
    return Card(child, "surface", "masked.line", "none", radius="bar", dashed=True)


def masked_cell(sign: str, side: Element, padding: str = "tiny") -> Element:
    """Return a cell with a sign between two hatched sides: a hatch behind it would make it hard to read.

    Args:
        sign: the words that say the cell is off, such as a dash.
        side: the least content of each hatched side, such as a `Spacer`.
        padding: the name of the space above and below the sign.
    """
    words = Text(sign, "label", "masked.strong", "center", literal=True)
    middle = Card(words, None, None, padding, "tiny", align="center")
    row = Row((Grow(hatched_cell(side)), middle, Grow(hatched_cell(side))), "none", "stretch")
    return Card(row, "masked.soft", None, "none", radius="bar")
