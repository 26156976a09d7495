"""A sum of names behind the ring that marks its result on a plane."""

from __future__ import annotations

from infograficos.elements.card import Card
from infograficos.elements.column import Column
from infograficos.elements.flow import FirstThatFits, NoWrap
from infograficos.elements.planes.marker import Marker
from infograficos.elements.row import Row
from infograficos.elements.text import Text
from infograficos.layout import Element
from infograficos.text.typography import NO_BREAK_SPACE


def equation(formula: str, answer: str | None, role: str) -> Element:
    """Return the ring with its formula and, after or below it, the name that is nearest to the result."""
    color = f"{role}.strong"
    words: list[Element] = [Text(formula, "strong", color, literal=True)]
    if answer:
        words.append(Text(f"≈{NO_BREAK_SPACE}{answer}", "strong", color, literal=True))
    ring = Marker("ring", color)
    wide = Row((ring, *words), "tiny", justify="center")
    narrow = Row((ring, Column(tuple(words), "tiny", "start")), "small", justify="center")
    options = FirstThatFits((NoWrap(wide), narrow))
    return Card(options, f"{role}.soft", f"{role}.line", "small", radius="inner")
