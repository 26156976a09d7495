"""Arithmetic of what sets have in common, and of what is in some of them alone."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

#: The members of a region: the places of the sets that it is inside of.
Members = tuple[int, ...]


def exclusive(common: Mapping[Members, float]) -> dict[Members, float]:
    """Return how much is in each region, given how much all that is inside some circles is."""
    return {
        members: sum(
            (-1) ** (len(larger) - len(members)) * amount
            for larger, amount in common.items()
            if set(members) <= set(larger)
        )
        for members in common
    }


def subsets(count: int) -> list[Members]:
    """Return the members of all regions of so many circles, those inside of few circles first."""
    return [members for size in range(1, count + 1) for members in combinations(range(count), size)]
