"""A quiet window: a title bar, a line under it, and something inside."""

from __future__ import annotations

from infograficos.elements.card import Card
from infograficos.elements.column import Column
from infograficos.elements.flow import FirstThatFits, Grow, NoWrap
from infograficos.elements.row import Row
from infograficos.elements.shapes import Dot, Rule
from infograficos.elements.text import Text
from infograficos.layout import Element

_DOTS = 3


def window(body: Element, title: str = "", aside: str = "", dots: bool = False) -> Element:
    """Return a card with a title bar, or without one if there is nothing to write on it.

    Args:
        body: what is inside, from side to side.
        title: the name at the start of the bar, drawn as it is.
        aside: what stands at its end.
        dots: draw the three buttons that a window has.
    """
    inside = Card(body, None, None, "small", "tiny")
    if not (title or aside or dots):
        return Card(body, padding="small", across="tiny")
    # The bar's words start where the code does: a space and the width of a band's rule further in.
    bar = Card(_bar(title, aside, dots), None, None, "small", "medium")
    return Card(Column((bar, Rule(stroke="border"), inside), "none"), padding="none")


def _bar(title: str, aside: str, dots: bool) -> Element:
    name, other = (Text(words, "label", "muted", literal=True) for words in (title, aside))
    if dots:
        buttons = tuple(Dot("point", border="line", purpose="ornament") for _ in range(_DOTS))
        return Row((Row(buttons, "tiny"), Grow(name), *((other,) if aside else ())), "small")
    if not aside:
        return name
    return FirstThatFits((Row((Grow(NoWrap(name)), NoWrap(other)), "small"), Column((name, other), "small")))
