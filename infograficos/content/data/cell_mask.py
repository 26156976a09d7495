"""Which cells of a matrix are masked, and for which reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class CellMask:
    """The reason for which each cell is masked, if it is.

    Args:
        shape: the numbers of rows and columns.
        values: rows of true, false, or reasons; an empty reason masks nothing.
        causal: mask the cells after the diagonal, too.
        default: the reason of cells that are masked without one of their own.
    """

    shape: tuple[int, int]
    values: Sequence[Sequence[bool | str]] | None
    causal: bool
    default: str

    @cached_property
    def cells(self) -> tuple[tuple[str, ...], ...]:
        """The reason for which each cell is masked, empty where it is not."""
        height, width = self.shape
        return tuple(tuple(self._reason(i, j) for j in range(width)) for i in range(height))

    @cached_property
    def hidden(self) -> tuple[tuple[bool, ...], ...]:
        """Which cells are masked."""
        return tuple(tuple(map(bool, row)) for row in self.cells)

    @cached_property
    def reasons(self) -> list[str]:
        """The reasons that occur, the default first."""
        found = dict.fromkeys(reason for row in self.cells for reason in row if reason)
        return sorted(found, key=lambda reason: reason != self.default)

    def _reason(self, i: int, j: int) -> str:
        value = self.values[i][j] if self.values else False
        if value is True or (self.causal and j > i):
            return self.default
        return value.strip() if isinstance(value, str) else ""
