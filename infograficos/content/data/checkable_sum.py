"""The decimals with which readers can check a weighted sum of vectors by what is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations_with_replacement
from math import fsum

from infograficos.language.numbers import fewest_places, is_exact, is_readable, round_half_up


@dataclass(frozen=True)
class CheckableSum:
    """A weighted sum of vectors of which the numbers at some positions are written.

    Args:
        sums: what the vectors, each times its weight, add up to.
        visible: the positions whose numbers are written.
        most_places: the most decimals of a number.
    """

    weights: Sequence[float]
    vectors: Sequence[Sequence[float]]
    sums: Sequence[float]
    visible: Sequence[int]
    most_places: int

    @cached_property
    def weight_places(self) -> int:
        """The decimals of the weights."""
        return fewest_places(self.weights, 0, self.most_places)

    @cached_property
    def numbers(self) -> list[float]:
        """The numbers of the vectors that are written."""
        return [vector[i] for vector in self.vectors for i in self.visible]

    @cached_property
    def places(self) -> tuple[int, int] | None:
        """The fewest decimals of the vectors and of their sum with which they add up, if any."""
        pairs = combinations_with_replacement(range(1, self.most_places + 1), 2)
        consistent = [pair for pair in pairs if self._adds_up(*pair)]
        # An exact sum is better than a rounded one.
        exact = (pair for pair in consistent if self._has_exact_sum(*pair))
        return next(exact, consistent[0] if consistent else None)

    @property
    def is_rounded(self) -> bool:
        """Whether the numbers as they are written need not add up."""
        sums = (self.sums[i] for i in self.visible)
        return not (self.places or all(map(is_readable, (*self.weights, *self.numbers, *sums))))

    def add_rounded(self, places: int) -> tuple[float, ...]:
        """Return the sum of the vectors rounded to so many decimals, which readers can check."""
        rows = []
        for vector, weight in zip(self.vectors, self.weights, strict=True):
            factor = round_half_up(weight, self.weight_places)
            rows.append([factor * round_half_up(value, places) for value in vector])
        return tuple(round_half_up(fsum(column), 9) for column in zip(*rows, strict=True))

    def _adds_up(self, places: int, sum_places: int) -> bool:
        """Return whether the rounded vectors give the rounded sum, and none of their numbers becomes 0."""
        if any(value and not round_half_up(value, places) for value in self.numbers):
            return False
        if any(self.sums[i] and not round_half_up(self.sums[i], sum_places) for i in self.visible):
            return False
        sums = self.add_rounded(places)
        pairs = ((sums[i], self.sums[i]) for i in self.visible)
        return all(round_half_up(a, sum_places) == round_half_up(b, sum_places) for a, b in pairs)

    def _has_exact_sum(self, places: int, sum_places: int) -> bool:
        sums = self.add_rounded(places)
        return all(is_exact(sums[i], sum_places) for i in self.visible)
