"""A panel of light: a soft surface without a border behind what matters."""

from __future__ import annotations

from infograficos.elements.bleed import Bleed
from infograficos.elements.card import Card
from infograficos.elements.flow import FirstThatFits, NoWrap
from infograficos.elements.row import Column, Row
from infograficos.elements.text import Text
from infograficos.layout import Element


def panel(
    child: Element,
    role: str,
    heading: str = "",
    aside: str = "",
    *,
    padding: str = "medium",
    bleeds: bool = False,
) -> Element:
    """Return a child on a soft surface of its role.

    Args:
        heading: words in the role's strong tone above the child.
        aside: a few more words beside the heading, or below it where they do not fit.
        padding: the space around all of it.
        bleeds: let the surface run off the sheet at its right, for what never ends.
    """
    inside = Column((panel_heading(heading, aside, role), child), "text") if heading else child
    surface = Card(inside, f"{role}.soft", None, padding)
    return Bleed(surface) if bleeds else surface


def panel_heading(heading: str, aside: str, role: str) -> Element:
    """Return the heading of a panel, with a few more words beside it, or below where they do not fit."""
    words = Text(heading, "heading", f"{role}.strong")
    if not aside:
        return words
    more = Text(aside, "label", "muted")
    return FirstThatFits(
        (Row((NoWrap(words), NoWrap(more)), "tiny", "baseline"), Column((words, more), "text"))
    )
