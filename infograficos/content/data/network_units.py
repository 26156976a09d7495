"""Which units of a layer are drawn: all of a small one, and of a large one the first and the last."""

from __future__ import annotations

from math import ceil, log

#: Up to so many units a layer is always whole, and the largest of a network decides for the others.
_ALWAYS, MOST_UNITS = 4, 9


def shown_units(units: int, largest: int) -> tuple[int | None, ...]:
    """Return the numbers of the units to draw, from 1, with None in place of those that are left out.

    The more units a layer has, the more are drawn, on a logarithmic scale up to the network's largest layer.
    """
    if largest <= MOST_UNITS or units <= _ALWAYS:
        return tuple(range(1, units + 1))
    least = _ALWAYS + 1
    share = log(units / least) / log(largest / least)
    drawn = _ALWAYS + round((MOST_UNITS - _ALWAYS) * share) - 1
    first = ceil(drawn / 2)
    return (*range(1, first + 1), None, *range(units - drawn + first + 1, units + 1))


def is_whole(units: int, largest: int) -> bool:
    """Return whether all units of a layer are drawn."""
    return None not in shown_units(units, largest)
