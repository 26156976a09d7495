"""A window that slides over a grid of numbers: what it covers at each stop, and the number that comes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import fsum, prod
from typing import Literal

#: What becomes of the numbers under a window.
Reduction = Literal["sum", "max", "average"]

_Rows = tuple[tuple[float, ...], ...]


@dataclass(frozen=True)
class SlidingWindow:
    """A window over rows of numbers, perhaps with zeros around them.

    Args:
        values: the rows, without the zeros.
        weights: what each number under the window is multiplied by before all are added or compared.
        stride: how far the window moves, across and down.
        padding: how many rings of zeros are around the values.
    """

    values: Sequence[Sequence[float]]
    weights: Sequence[Sequence[float]]
    reduction: Reduction = "sum"
    stride: int = 1
    padding: int = 0

    @cached_property
    def rows(self) -> _Rows:
        """The numbers that it slides over, zeros included."""
        sides = (0.0,) * self.padding
        blank = ((0.0,) * (len(self.values[0]) + 2 * self.padding),) * self.padding
        return (*blank, *((*sides, *row, *sides) for row in self.values), *blank)

    @property
    def size(self) -> tuple[int, int]:
        """How many rows and columns it covers."""
        return len(self.weights), len(self.weights[0])

    @property
    def shape(self) -> tuple[int, int]:
        """How many times it stops, down and across; what is too narrow for a whole stop is left out."""
        room = len(self.rows), len(self.rows[0])
        height, width = ((whole - own) // self.stride + 1 for whole, own in zip(room, self.size, strict=True))
        return height, width

    @cached_property
    def output(self) -> _Rows:
        """The number of each stop."""
        height, width = self.shape
        return tuple(tuple(self._reduce(i, j) for j in range(width)) for i in range(height))

    def products(self, row: int, column: int) -> list[tuple[float, float]]:
        """Return the weights of a stop and the numbers under them, in reading order."""
        cells = product(*map(range, self.size))
        top, left = row * self.stride, column * self.stride
        return [(self.weights[i][j], self.rows[top + i][left + j]) for i, j in cells]

    def _reduce(self, row: int, column: int) -> float:
        numbers = list(map(prod, self.products(row, column)))
        if self.reduction == "max":
            return max(numbers)
        return fsum(numbers) / (len(numbers) if self.reduction == "average" else 1)
