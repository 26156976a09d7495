"""Which cells of a matrix are masked, and for which reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class CellMask:
    """The reason for which each cell is masked, if it is.

    Args:
        shape: how many rows and columns there are.
        given: rows of true, false, or names of reasons; an empty name masks nothing.
        causal: mask what comes after the diagonal.
        name: the reason of what is masked without any other.
    """

    shape: tuple[int, int]
    given: Sequence[Sequence[bool | str]] | None
    causal: bool
    name: str

    @cached_property
    def why(self) -> tuple[tuple[str, ...], ...]:
        """Why each cell is masked; nothing where it is not."""
        height, width = self.shape
        return tuple(tuple(self._reason(i, j) for j in range(width)) for i in range(height))

    @cached_property
    def hidden(self) -> tuple[tuple[bool, ...], ...]:
        """Which cells are masked."""
        return tuple(tuple(map(bool, row)) for row in self.why)

    @cached_property
    def reasons(self) -> list[str]:
        """The reasons that occur, that of all masks first."""
        found = dict.fromkeys(reason for row in self.why for reason in row if reason)
        return sorted(found, key=lambda reason: reason != self.name)

    def _reason(self, i: int, j: int) -> str:
        given = self.given[i][j] if self.given else False
        if given is True or (self.causal and j > i):
            return self.name
        return given.strip() if isinstance(given, str) else ""
