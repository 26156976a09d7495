"""An application window: a title bar, a rule and a body."""

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
    """Return a card with a title bar, unless the bar would be empty; `dots` are a window's three buttons."""
    inside = Card(body, None, None, "small", "tiny")
    if not (title or aside or dots):
        return Card(body, padding="small", across="tiny")
    # Align the title with the code, which a band indents by its rule and a space.
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
