"""Losses and their mean, written so that readers can add them up where there are few."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from infograficos.text.typography import decimal, mean_as_written, places_that_add_up, rounded

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
        if loss and not rounded(loss, places):
            return f"< {decimal(10**-places, places)}"
        return decimal(loss, places)

    def written_mean(self) -> str:
        """Write the mean."""
        # With no fewer decimals agreeing, it is the mean of what is written, which is what readers can check.
        places, mean_places = self._decimals
        shown = mean_as_written(self.values, places) if self.added else self.mean
        return decimal(shown, mean_places)

    @cached_property
    def _decimals(self) -> tuple[int, int]:
        """How many decimals the losses and their mean have."""
        return places_that_add_up(self.values, _MOST_PLACES) if self.added else _MANY_PLACES
