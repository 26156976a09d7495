"""Shares a width among neighbours the way CSS flexbox does."""

from __future__ import annotations

from collections.abc import Sequence

from infograficos.scene.geometry import TOLERANCE
from infograficos.value_object import value_object


@value_object
class FlexItem:
    """One neighbour's claim, in units: what it would like, what it cannot go below, how eagerly it grows."""

    base: float
    least: float
    grow: float = 0.0


def resolve_flex(room: float, shares: Sequence[FlexItem]) -> list[float]:
    """Return a width for each claim: they add up to `room` where growing and shrinking allow it.

    Source: CSS Flexible Box Layout, “Resolving Flexible Lengths”, with a shrink factor of 1.
    """
    growing = sum(max(share.base, share.least) for share in shares) < room
    widths = [max(share.base, share.least) for share in shares]
    open_ones = [i for i, share in enumerate(shares) if _is_flexible(share, growing)]
    while open_ones:
        taken = sum(widths[i] for i in range(len(shares)) if i not in open_ones)
        free = room - taken - sum(shares[i].base for i in open_ones)
        factors = {i: _factor(shares[i], growing) for i in open_ones}
        total = sum(factors.values())
        if total <= 0:
            break
        for i in open_ones:
            widths[i] = max(shares[i].least, shares[i].base + free * factors[i] / total)
        kept = [
            i for i in open_ones if shares[i].base + free * factors[i] / total < shares[i].least - TOLERANCE
        ]
        if not kept:
            break
        open_ones = [i for i in open_ones if i not in kept]
    return widths


def _is_flexible(share: FlexItem, growing: bool) -> bool:
    if growing:
        return share.grow > 0
    return share.base > share.least


def _factor(share: FlexItem, growing: bool) -> float:
    # As in CSS, growing with factors that add up to less than 1 would leave room free; ours always fill it.
    return share.grow if growing else share.base
