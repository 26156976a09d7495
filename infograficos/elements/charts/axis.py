"""Axes with ticks at round numbers, and labels along them that do not overlap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isclose

from infograficos.content.data.ticks import inner_ticks, nice_ticks
from infograficos.language.numbers import format_column

#: Ticks below this have powers of ten.
_SMALLEST = 1e-3


@dataclass(frozen=True, slots=True)
class Tick:
    """A value on an axis and its label."""

    value: float
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """The name of an axis, its ends and its ticks."""

    name: str
    low: float
    high: float
    ticks: tuple[Tick, ...]

    def fraction(self, value: float) -> float:
        """Return how far along the axis a value is, from 0 to 1."""
        return (value - self.low) / (self.high - self.low)


def rounded_axis(name: str, values: Sequence[float], most: int) -> Axis:
    """Return an axis from one round number to another that holds the values in at most `most` steps."""
    ticks, step = nice_ticks(values, most)
    return Axis(name, ticks[0], ticks[-1], _label(ticks, step))


def exact_axis(name: str, values: Sequence[float], most: int) -> Axis:
    """Return an axis from the lowest to the highest value, with ticks at round numbers between them."""
    return Axis(name, min(values), max(values), _label(*inner_ticks(values, most)))


def _label(ticks: list[float], step: float) -> tuple[Tick, ...]:
    # The fewest decimals with which the step is exact.
    decimals = next((p for p in range(12) if isclose(round(step, p), step, rel_tol=1e-9)), 12)
    is_tiny = max(map(abs, ticks), default=1.0) < _SMALLEST
    return tuple(map(Tick, ticks, format_column(ticks, None if is_tiny else decimals)))


def dodge_labels(
    centers: Sequence[float], heights: Sequence[float], gap: float, bottom: float
) -> list[float]:
    """Return the tops of labels near their centres that keep a gap, not above 0 and not below `bottom`."""

    def length(group: list[int]) -> float:
        return sum(heights[i] for i in group) + gap * (len(group) - 1)

    def top(group: list[int]) -> float:
        """Return where a group starts whose middle is the mean of its centres."""
        return sum(centers[i] for i in group) / len(group) - length(group) / 2

    groups: list[list[int]] = []
    for i in sorted(range(len(centers)), key=lambda i: centers[i]):
        groups.append([i])
        while len(groups) > 1 and top(groups[-1]) < gap + top(groups[-2]) + length(groups[-2]):
            last = groups.pop()
            groups[-1] += last
    # From the lowest up, so that a label pushed up by the bottom also pushes its neighbours.
    starts, limit = [], bottom
    for group in reversed(groups):
        starts.append(min(top(group), limit - length(group)))
        limit = starts[-1] - gap
    tops, free = [0.0] * len(centers), 0.0
    for group, start in zip(groups, reversed(starts), strict=True):
        y = max(start, free)
        for i in group:
            tops[i] = y
            y += heights[i] + gap
        free = y
    return tops
