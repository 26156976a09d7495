"""Losses and their mean, formatted so that readers can check the mean where there are few."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from infograficos.errors import ContentError
from infograficos.language.numbers import (
    fit_places,
    format_decimal,
    format_rounded,
    format_short,
    round_half_up,
)

_MAX_PLACES = 4

#: The decimals of losses and of their mean where there are too many to add up.
_MANY_PLACES = 2, 3


def validate_losses(learned: Sequence[float], has_first: bool) -> None:
    """Raise `ValueError` for a negative loss and for none, perhaps because only the first token has one."""
    if not learned and has_first:
        raise ContentError("só o primeiro token, que nada prevê, tem rótulo: não sobra token de que aprender")
    if not learned:
        raise ContentError("todos os rótulos são −100: não sobra token de que aprender")
    if min(learned) < 0:
        raise ContentError("a loss de um token não pode ser negativa")


@dataclass(frozen=True)
class Losses:
    """The losses that are not ignored, in nats; at least one.

    They are checkable if few enough for readers to add up and get the mean shown.
    """

    values: Sequence[float]
    is_checkable: bool

    @cached_property
    def mean(self) -> float:
        """The mean loss."""
        return sum(self.values) / len(self.values)

    def format(self, loss: float) -> str:
        """Format a loss; one that would round to 0 is “< 0,01”."""
        return format_short(loss) if self._is_tiny else format_rounded(loss, self._decimals[0])

    def format_mean(self) -> str:
        """Format the mean."""
        if self._is_tiny:
            return format_short(self.mean)
        # Readers can only check the mean of the rounded losses.
        places, mean_places = self._decimals
        shown = _mean_of_rounded(self.values, places) if self.is_checkable else self.mean
        return format_rounded(shown or self.mean, mean_places)

    @cached_property
    def _is_tiny(self) -> bool:
        """Whether decimals would show none of the losses."""
        return fit_places(self.values, most=_MAX_PLACES) is None

    @cached_property
    def _decimals(self) -> tuple[int, int]:
        """How many decimals the losses and their mean have."""
        return _consistent_places(self.values) if self.is_checkable else _MANY_PLACES


def _consistent_places(values: Sequence[float]) -> tuple[int, int]:
    """Return the fewest decimals of values and of their mean with which readers compute the mean shown.

    No value but 0 is rounded to 0. Where no decimals agree, both are `_MOST_PLACES`.
    """
    mean = sum(values) / len(values)
    for more in (1, 0):
        for places in range(1, _MAX_PLACES + 1 - more):
            computed = format_decimal(_mean_of_rounded(values, places), places + more)
            vanishing = any(value and not round_half_up(value, places) for value in values)
            if computed == format_decimal(mean, places + more) and not vanishing:
                return places, places + more
    return _MAX_PLACES, _MAX_PLACES


def _mean_of_rounded(values: Sequence[float], places: int) -> float:
    return sum(round_half_up(value, places) for value in values) / len(values)
