"""Sums of products, in which what cancels leaves nothing, and what keeps a product from being one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import fsum
from operator import mul

from infograficos.errors import ContentError

#: Rounding errors are smaller, as a share of what was added up.
_ROUNDING = 1e-12


def dot(first: Iterable[float], second: Iterable[float]) -> float:
    """Return the sum of products; 0 where only rounding errors are left of it."""
    products = list(map(mul, first, second))
    total = fsum(products)
    return total if abs(total) > _ROUNDING * fsum(map(abs, products)) else 0.0


def validate_product(
    vector: str, values: Sequence[float] | None, matrix: str, rows: Sequence[object] | None
) -> None:
    """Raise `ValueError` for a matrix that a vector cannot be multiplied by, or if one alone has numbers.

    `vector` and `matrix` are what they are called.
    """
    if (rows is None) != (values is None):
        raise ContentError(
            "“{name}”: dê os números do vetor e de todas as matrizes, ou só os tamanhos", name=matrix
        )
    if values is not None and rows is not None and len(rows) != len(values):
        raise ContentError(
            "“{name}” precisa de {rows} linhas, uma por número de “{vector}”; tem {found}",
            name=matrix,
            rows=len(values),
            vector=vector,
            found=len(rows),
        )
