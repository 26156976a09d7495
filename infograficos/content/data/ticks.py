"""Round numbers around values, for the ticks of an axis and the edges of bins."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor, isclose, log10

#: Steps between ticks that are read without arithmetic, in each power of ten.
_ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)

#: Values nearer than this differ by rounding errors alone.
_TOLERANCE = 1e-15


def tick_step(minimum: float) -> float:
    """Return the smallest round step that is no smaller than `minimum`."""
    power = 10.0 ** floor(log10(minimum))
    return next(factor * power for factor in _ROUND if factor * power >= minimum * (1 - 1e-9))


def _whole_step(minimum: float) -> float:
    step = tick_step(minimum)
    while not step.is_integer():
        step = tick_step(step * 1.01)
    return step


def nice_ticks(values: Sequence[float], max_steps: int, *, whole: bool = False) -> tuple[list[float], float]:
    """Return round numbers that enclose the values, in at most `max_steps` steps, and their step.

    Where they are to be `whole`, no step ends half-way between two of them.
    """
    low, high = _widen(min(values), max(values))
    # Rounding outwards may add a step at either end; a coarser one is then taken.
    for wanted in range(max_steps, 0, -1):
        step = _whole_step((high - low) / wanted) if whole else tick_step((high - low) / wanted)
        first, last = _floor(low / step), _ceil(high / step)
        if last - first <= max_steps:
            break
    return [count * step for count in range(first, last + 1)], step


def inner_ticks(
    values: Sequence[float], max_steps: int, *, whole: bool | None = None
) -> tuple[list[float], float]:
    """Return the round numbers within the values, at most `max_steps` steps apart, and their step.

    They are `whole` if the values are, unless that is said.
    """
    low, high = min(values), max(values)
    # There is nothing to read half-way between two epochs.
    whole = all(float(value).is_integer() for value in values) if whole is None else whole
    step = (_whole_step if whole else tick_step)((high - low) / max_steps)
    return [count * step for count in range(_ceil(low / step), _floor(high / step) + 1)], step


def _widen(low: float, high: float) -> tuple[float, float]:
    """Return two ends with room between them, also where all values are alike."""
    if not isclose(low, high, rel_tol=1e-9, abs_tol=_TOLERANCE):
        return low, high
    margin = abs(low) / 2 if abs(low) > _TOLERANCE else 1.0
    return low - margin, high + margin


def _floor(quotient: float) -> int:
    nearest = round(quotient)
    return nearest if isclose(quotient, nearest, rel_tol=1e-12, abs_tol=1e-9) else floor(quotient)


def _ceil(quotient: float) -> int:
    return -_floor(-quotient)
