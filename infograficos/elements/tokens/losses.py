"""Losses and their mean, written so that readers can add them up where there are few."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from infograficos.language.numbers import format_decimal, round_half_up

_MOST_PLACES = 4

#: The decimals of losses and of their mean where too many count for readers to add them up.
_MANY_PLACES = 2, 3


@dataclass(frozen=True)
class Losses:
    """The losses that count.

    Args:
        values: what each is, in nats; at least one.
        added: readers can add them up, and should come to the mean that is written.
    """

    values: Sequence[float]
    added: bool

    @cached_property
    def mean(self) -> float:
        """The loss of the example."""
        return sum(self.values) / len(self.values)

    def written(self, loss: float) -> str:
        """Write one loss; one that would be written as 0 says what it is below."""
        places = self._decimals[0]
        if loss and not round_half_up(loss, places):
            return f"< {format_decimal(10**-places, places)}"
        return format_decimal(loss, places)

    def written_mean(self) -> str:
        """Write the mean."""
        # With no fewer decimals agreeing, it is the mean of what is written, which is what readers can check.
        places, mean_places = self._decimals
        shown = _mean_of_rounded(self.values, places) if self.added else self.mean
        return format_decimal(shown, mean_places)

    @cached_property
    def _decimals(self) -> tuple[int, int]:
        """How many decimals the losses and their mean have."""
        return _consistent_places(self.values) if self.added else _MANY_PLACES


def _consistent_places(values: Sequence[float]) -> tuple[int, int]:
    """Return the fewest decimals of values and of their mean with which readers compute the mean shown.

    No value but 0 is rounded to 0. Where no decimals agree, both are `_MOST_PLACES`.
    """
    mean = sum(values) / len(values)
    for more in (1, 0):
        for places in range(1, _MOST_PLACES + 1 - more):
            computed = format_decimal(_mean_of_rounded(values, places), places + more)
            vanishing = any(value and not round_half_up(value, places) for value in values)
            if computed == format_decimal(mean, places + more) and not vanishing:
                return places, places + more
    return _MOST_PLACES, _MOST_PLACES


def _mean_of_rounded(values: Sequence[float], places: int) -> float:
    return sum(round_half_up(value, places) for value in values) / len(values)
