"""Ticks of a logarithmic axis: decades where there are several, else round numbers between its ends."""

from __future__ import annotations

from math import ceil, floor, log10

from infograficos.content.data.ticks import inner_ticks

#: Ends that rounding errors leave just outside count as inside.
_SLACK = 1e-9

#: The factors of each decade that are labelled where the axis has less than two whole ones, the fewest first.
_FACTORS = ((1, 3), (1, 2, 5))


def log_ticks(low: float, high: float, most: int) -> tuple[list[float], list[float]]:
    """Return the values to label, in at most `most` steps, and those of the ticks without a label.

    Args:
        low: where the axis starts, above 0.
        high: where it ends, above `low`.
        most: how many steps there are at most between labels.
    """
    first, last = ceil(log10(low) - _SLACK), floor(log10(high) + _SLACK)
    every = _minor_ticks(low, high)
    if last - first >= 2 or (last - first == 1 and most == 1):
        step = ceil((last - first) / most)
        labelled = [10.0**power for power in range(first, last + 1) if power % step == 0]
        between = every if step == 1 else [10.0**power for power in range(first, last + 1)]
    else:
        labelled, between = _round_ticks(low, high, most), every
    return labelled, [value for value in between if value not in labelled]


def _round_ticks(low: float, high: float, most: int) -> list[float]:
    """Return the round numbers on an axis of less than two decades: as many as have room, at least one."""
    for factors in reversed(_FACTORS):
        found = _within(low, high, factors)
        if 2 <= len(found) <= most + 1:
            return found
    found, _ = inner_ticks([low, high], most)
    return found or _within(low, high, tuple(range(1, 10))) or [low]


def _minor_ticks(low: float, high: float) -> list[float]:
    return _within(low, high, tuple(range(1, 10)))


def _within(low: float, high: float, factors: tuple[int, ...]) -> list[float]:
    powers = range(floor(log10(low)) - 1, ceil(log10(high)) + 1)
    values = (float(f"{factor}e{power}") for power in powers for factor in factors)
    return [value for value in values if low * (1 - _SLACK) <= value <= high * (1 + _SLACK)]
