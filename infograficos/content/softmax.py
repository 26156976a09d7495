"""Scores turned into weights that add up to 1."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, fsum


def softmax(
    scores: Sequence[float], temperature: float = 1.0, hidden: Sequence[bool] | None = None
) -> list[float]:
    """Return the weight of each score; the largest is taken off first, so that no power overflows.

    Args:
        scores: any finite numbers.
        temperature: what they are divided by.
        hidden: which of them get no weight; where all are hidden, all weights are 0.
    """
    off = hidden or [False] * len(scores)
    top = max((score for score, masked in zip(scores, off, strict=True) if not masked), default=0.0)
    powers = [
        0.0 if masked else exp((score - top) / temperature) for score, masked in zip(scores, off, strict=True)
    ]
    total = fsum(powers) or 1.0
    return [power / total for power in powers]
