"""CSS flexbox's algorithm for sharing a width."""

from __future__ import annotations

from collections.abc import Sequence

from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import TOLERANCE, Limits
from infograficos.scene.items import Drawable, Frame, TextBlock
from infograficos.value_object import value_object


@value_object
class FlexItem:
    """A flex item: its flex basis and its least width in units, and its grow factor."""

    basis: float
    min_width: float
    grow: float = 0.0


def resolve_flex(room: float, items: Sequence[FlexItem]) -> list[float]:
    """Return each item's width; they add up to `room` as far as growing and shrinking allow.

    Source: CSS Flexible Box Layout, “Resolving Flexible Lengths”, with a shrink factor of 1.
    """
    growing = sum(max(item.basis, item.min_width) for item in items) < room
    widths = [max(item.basis, item.min_width) for item in items]
    flexible = [i for i, item in enumerate(items) if _is_flexible(item, growing)]
    while flexible:
        frozen_width = sum(widths[i] for i in range(len(items)) if i not in flexible)
        free = room - frozen_width - sum(items[i].basis for i in flexible)
        factors = {i: _factor(items[i], growing) for i in flexible}
        total = sum(factors.values())
        if total <= 0:
            break
        for i in flexible:
            widths[i] = max(items[i].min_width, items[i].basis + free * factors[i] / total)
        violating = [
            i for i in flexible if items[i].basis + free * factors[i] / total < items[i].min_width - TOLERANCE
        ]
        if not violating:
            break
        flexible = [i for i in flexible if i not in violating]
    return widths


def cap_widths(room: float, min_widths: Sequence[float], has_text: Sequence[bool]) -> list[float]:
    """Return the widths to offer to neighbours whose least widths do not fit the room.

    The widest texts are capped at one width, so that they overflow and no others are reported.
    """
    excess = sum(min_widths) - room
    capped = sorted((width for width, text in zip(min_widths, has_text, strict=True) if text), reverse=True)
    for count, following in enumerate([*capped[1:], 0.0] if excess > TOLERANCE else (), start=1):
        cap = (sum(capped[:count]) - excess) / count
        if cap >= following:
            return [min(w, cap) if text else w for w, text in zip(min_widths, has_text, strict=True)]
    return list(min_widths)


def has_text(element: Element, layouter: Layouter) -> bool:
    """Say whether an element shows any text."""
    return _shows_words(layouter.layout(element, Limits()))


def _shows_words(item: Frame | Drawable) -> bool:
    if isinstance(item, Frame):
        return any(_shows_words(placed.item) for placed in item.items)
    return isinstance(item, TextBlock) and bool(item.text)


def _is_flexible(item: FlexItem, growing: bool) -> bool:
    if growing:
        return item.grow > 0
    return item.basis > item.min_width


def _factor(item: FlexItem, growing: bool) -> float:
    # Unlike in CSS, grow factors that add up to less than 1 still fill the room.
    return item.grow if growing else item.basis
