"""Where lifelines are: as far apart as their names and messages ask, within a width."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple


class Demand(NamedTuple):
    """How far apart two lifelines should be, in units."""

    low: int
    high: int
    length: float


def place_columns(
    least: Sequence[float], demands: Iterable[Demand], ends: tuple[float, float], width: float
) -> list[float]:
    """Return the x of each lifeline.

    Args:
        least: the least gap between each lifeline and the next.
        demands: what messages ask for; where not all fit, each gets the same share of what it asks for.
        ends: the room before the first lifeline and after the last one.
        width: of everything.
    """
    room = width - sum(ends)
    wanted = meet_demands(least, demands)
    if sum(wanted) <= room:
        free = (room - sum(wanted)) / max(1, len(wanted))
        gaps = [gap + free for gap in wanted]
    elif sum(least) <= room:
        share = (room - sum(least)) / (sum(wanted) - sum(least))
        gaps = [low + (high - low) * share for low, high in zip(least, wanted, strict=True)]
    else:
        gaps = [gap * room / sum(least) for gap in least]
    return list(accumulate(gaps, initial=ends[0]))


def meet_demands(least: Sequence[float], demands: Iterable[Demand]) -> list[float]:
    """Return the gaps that meet all demands, those between near lifelines first."""
    gaps = list(least)
    for low, high, length in sorted(demands, key=lambda each: (each.high - each.low, each)):
        missing = length - sum(gaps[low:high])
        if missing > 0:
            gaps[low:high] = [gap + missing / (high - low) for gap in gaps[low:high]]
    return gaps
