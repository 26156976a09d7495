"""Sums of products, in which what cancels leaves nothing."""

from __future__ import annotations

from collections.abc import Iterable
from math import fsum
from operator import mul

#: Rounding errors are smaller, as a share of what was added up.
_ROUNDING = 1e-12


def dot(first: Iterable[float], second: Iterable[float]) -> float:
    """Return the sum of products; 0 where only rounding errors are left of it."""
    products = list(map(mul, first, second))
    total = fsum(products)
    return total if abs(total) > _ROUNDING * fsum(map(abs, products)) else 0.0
