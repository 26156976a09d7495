"""Axes with ticks at round numbers, written as Portuguese writes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, isclose, log10

from infograficos.language.numbers import format_column

#: The steps between ticks that one reads without reckoning, in each power of ten.
_ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)

#: Values nearer than this are one value to a reader.
_ALIKE = 1e-9


@dataclass(frozen=True, slots=True)
class Tick:
    """A value on an axis and how it is written."""

    value: float
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """What an axis measures, from where to where, and the values that are written at it."""

    name: str
    low: float
    high: float
    ticks: tuple[Tick, ...]

    def share(self, value: float) -> float:
        """Return how far along the axis a value is, from 0 to 1."""
        return (value - self.low) / (self.high - self.low)


def rounded_axis(name: str, values: Sequence[float], most: int) -> Axis:
    """Return an axis that starts and ends at round numbers around the values.

    Args:
        name: what it measures.
        values: what it has to hold.
        most: how many steps it has at most.
    """
    low, high = _apart(min(values), max(values))
    # Rounding outwards may add a step at either end; a coarser one is then taken.
    for wanted in range(most, 0, -1):
        step = round_step((high - low) / wanted)
        first, last = _floor(low / step), _ceil(high / step)
        if last - first <= most:
            break
    return Axis(name, first * step, last * step, _ticks(range(first, last + 1), step))


def exact_axis(name: str, values: Sequence[float], most: int) -> Axis:
    """Return an axis that starts and ends with the values, with ticks at the round numbers between.

    Args:
        name: what it measures.
        values: what it has to hold.
        most: how many steps there are between ticks at most.
    """
    low, high = min(values), max(values)
    step = round_step((high - low) / most)
    if all(float(value).is_integer() for value in values):
        # There is nothing to read half-way between two epochs.
        while not step.is_integer():
            step = round_step(step * 1.01)
    ticks = _ticks(range(_ceil(low / step), _floor(high / step) + 1), step)
    return Axis(name, low, high, ticks)


def round_step(least: float) -> float:
    """Return the smallest round step that is no smaller than `least`."""
    power = 10.0 ** floor(log10(least))
    return next(factor * power for factor in _ROUND if factor * power >= least * (1 - 1e-9))


def _ticks(counts: range, step: float) -> tuple[Tick, ...]:
    values = [count * step for count in counts]
    return tuple(map(Tick, values, format_column(values, _places(step))))


def _places(step: float) -> int:
    """Return the fewest decimals with which a round step is written exactly."""
    return next((places for places in range(12) if isclose(round(step, places), step, rel_tol=1e-9)), 12)


def _apart(low: float, high: float) -> tuple[float, float]:
    """Return two ends with room between them, also where all values are alike."""
    if not isclose(low, high, rel_tol=1e-9, abs_tol=_ALIKE):
        return low, high
    margin = abs(low) / 2 if abs(low) > _ALIKE else 1.0
    return low - margin, high + margin


def _floor(quotient: float) -> int:
    nearest = round(quotient)
    return nearest if isclose(quotient, nearest, rel_tol=1e-12, abs_tol=1e-9) else floor(quotient)


def _ceil(quotient: float) -> int:
    return -_floor(-quotient)
