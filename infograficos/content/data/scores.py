"""Scores of attention: which are masked and why, and the weights that they become."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress
from math import exp, fsum

from infograficos.language.portuguese import join_and


def mask_reasons(
    shape: tuple[int, int], mask: Sequence[Sequence[bool | str]] | None, causal: bool, default: str
) -> tuple[tuple[str, ...], ...]:
    """Return the reason for which each cell of a matrix is masked, empty where it is not.

    Args:
        shape: the numbers of rows and columns.
        mask: rows of true, false, or reasons; an empty reason masks nothing.
        causal: mask the cells after the diagonal, too.
        default: the reason of cells that are masked without one of their own.
    """

    def reason(i: int, j: int) -> str:
        value = mask[i][j] if mask else False
        if value is True or (causal and j > i):
            return default
        return value.strip() if isinstance(value, str) else ""

    return tuple(tuple(reason(i, j) for j in range(shape[1])) for i in range(shape[0]))


def softmax(scores: Sequence[float], temperature: float = 1.0, masked: Sequence[object] = ()) -> list[float]:
    """Return each score's weight, all adding up to 1; an item of `masked` that is true takes it all away."""
    kept = [not off for off in masked] or [True] * len(scores)
    # The largest is taken off first, so that no power overflows.
    top, pairs = max(compress(scores, kept), default=0.0), zip(scores, kept, strict=True)
    powers = [exp((score - top) / temperature) if keep else 0.0 for score, keep in pairs]
    total = fsum(powers) or 1.0
    return [power / total for power in powers]


def describe_mask(reasons: list[str], default: str, causal: bool) -> str:
    """Return which cells of a matrix are masked, in words that follow its shape."""
    named = [reason for reason in reasons if reason != default]
    if causal:
        return f", com máscara causal{f' e {join_and(named)}' if named else ''}"
    return f", com células mascaradas{f' ({join_and(named)})' if named else ''}" if reasons else ""
