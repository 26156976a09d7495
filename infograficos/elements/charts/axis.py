"""Axes with ticks at round numbers, and labels along them that do not overlap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import floor, isclose, log10

from infograficos.content.data.log_ticks import log_ticks
from infograficos.content.data.ticks import inner_ticks, nice_ticks
from infograficos.language.numbers import MINUS, format_column, format_decimal, format_short

#: Ticks below this have powers of ten.
_SMALLEST = 1e-3

#: Whole numbers below this have no sign between their thousands: they may be years.
_GROUPED = 10_000

#: Where a tick of a logarithmic axis is smaller, or larger, all of its ticks have powers of ten.
_PLAIN = 1e-3, 1e4


@dataclass(frozen=True, slots=True)
class Tick:
    """A value on an axis and its label, which may end in a power such as 8 in 10⁸."""

    value: float
    label: str
    power: str = ""


@dataclass(frozen=True, slots=True)
class Axis:
    """The name of an axis, its ends and its ticks.

    Args:
        log: equal lengths are equal factors; both ends are above 0.
        minor: where ticks without labels are.
    """

    name: str
    low: float
    high: float
    ticks: tuple[Tick, ...]
    log: bool = False
    minor: tuple[float, ...] = ()

    def fraction(self, value: float) -> float:
        """Return how far along the axis a value is, from 0 to 1."""
        if self.log:
            low = log10(self.low)
            return (log10(value) - low) / (log10(self.high) - low)
        return (value - self.low) / (self.high - self.low)

    def fractions(self, values: Iterable[float]) -> list[float]:
        """Return how far along the axis each of many values is."""
        low, high = (log10(self.low), log10(self.high)) if self.log else (self.low, self.high)
        factor = 1 / (high - low)
        return [(value - low) * factor for value in (map(log10, values) if self.log else values)]


def rounded_axis(name: str, values: Sequence[float], most: int) -> Axis:
    """Return an axis from one round number to another that holds the values in at most `most` steps."""
    ticks, step = nice_ticks(values, most)
    return Axis(name, ticks[0], ticks[-1], _label(ticks, step))


def exact_axis(name: str, values: Sequence[float], most: int) -> Axis:
    """Return an axis from the lowest to the highest value, with ticks at round numbers between them."""
    return Axis(name, min(values), max(values), _label(*inner_ticks(values, most)))


def _ends(values: Sequence[float], log: bool, pad: float) -> tuple[float, float]:
    """Return where an axis starts and ends that holds values, and goes on by a share of its length.

    Around values that are all alike there is as much room on both sides.
    """
    low, high = min(values), max(values)
    if log:
        low, high = log10(low), log10(high)
    if isclose(low, high, rel_tol=1e-9, abs_tol=1e-15):
        margin = 0.5 if log else abs(low) / 2 or 1.0
        low, high, pad = low - margin, high + margin, 0.0
    low, high = low - pad * (high - low), high + pad * (high - low)
    return (10.0**low, 10.0**high) if log else (low, high)


def _choose_ends(ends: tuple[float | None, float | None], others: tuple[float, float]) -> tuple[float, float]:
    """Return the ends that are given, and others in place of those that are not."""
    low, high = (other if end is None else float(end) for end, other in zip(ends, others, strict=True))
    return (low, high) if low < high else (low, low + 1.0)


def padded_axis(
    name: str,
    values: Sequence[float],
    most: int,
    ends: tuple[float | None, float | None] = (None, None),
    *,
    log: bool = False,
    pad: float = 0.0,
) -> Axis:
    """Return an axis with ticks at round numbers, whole ones if all values are.

    Args:
        most: how many steps there are at most between labels.
        ends: where it starts and ends; by default where its values do, but for `pad`.
        log: whether it is logarithmic; then all values and ends are above 0.
        pad: how far it goes on at both sides, as a share of its length.
    """
    low, high = _choose_ends(ends, _ends(values, log, pad))
    if log:
        return log_axis(name, (low, high), most)
    whole = all(float(value).is_integer() for value in values)
    ticks, step = inner_ticks((low, high), most, whole=whole)
    if whole and all(abs(tick) < _GROUPED for tick in ticks):
        return Axis(name, low, high, tuple(Tick(tick, format_decimal(tick, 0)) for tick in ticks))
    return Axis(name, low, high, _label(ticks, step))


def round_ended_axis(
    name: str, values: Sequence[float], most: int, ends: tuple[float | None, float | None]
) -> Axis:
    """Return an axis that starts and ends at round numbers, but where its ends are given."""
    present = [end for end in ends if end is not None]
    rounded = rounded_axis(name, [*values, *present], most)
    return (
        padded_axis(name, values, most, _choose_ends(ends, (rounded.low, rounded.high)))
        if present
        else rounded
    )


def log_axis(name: str, ends: tuple[float, float], most: int) -> Axis:
    """Return a logarithmic axis between two ends above 0, labelled in at most `most` steps."""
    labelled, minor = log_ticks(*ends, most)
    if labelled[0] < _PLAIN[0] or labelled[-1] > _PLAIN[1]:
        ticks = tuple(map(_power_tick, labelled))
    elif labelled[-1] < 10 * labelled[0]:
        ticks = tuple(map(Tick, labelled, format_column(labelled)))
    else:
        ticks = tuple(Tick(value, format_short(value)) for value in labelled)
    return Axis(name, *ends, ticks, log=True, minor=tuple(minor))


def _power_tick(value: float) -> Tick:
    power = floor(log10(value) + 1e-9)
    mantissa = format_short(round(value / 10.0**power, 6))
    base = "10" if mantissa == "1" else f"{mantissa}\u00a0×\u00a010"
    return Tick(value, base, str(power).replace("-", MINUS))


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
