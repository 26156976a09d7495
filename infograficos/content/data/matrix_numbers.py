"""The numbers of a matrix: which are masked, and how they and their sums are written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import fsum, isclose

from infograficos.content.data.scores import softmax
from infograficos.language.grammar import phrase
from infograficos.language.numbers import fit_places, format_column, round_half_up

#: Computed numbers have no more decimals: eight columns of longer ones are not legible on a phone.
_MAX_PLACES = 3
#: In times the farthest number from 0: how far one would be that has no square at all.
_ROOM = 1.1

_Rows = Sequence[Sequence[float | None]]
_Reasons = tuple[tuple[str, ...], ...]
_Region = tuple[str, tuple[tuple[int, int], ...]]


def unmasked_numbers(values: _Rows, reasons: _Reasons, weights: bool) -> tuple[tuple[float, ...], ...]:
    """Return the values, 0 where masked, or their softmax, row by row, if they are to be `weights`."""
    numbers = []
    for row, off in zip(values, reasons, strict=True):
        kept = [0.0 if reason else value or 0.0 for value, reason in zip(row, off, strict=True)]
        numbers.append(tuple(softmax(kept, 1, off) if weights else kept))
    return tuple(numbers)


@dataclass(frozen=True)
class MatrixNumbers:
    """Numbers in rows, the reasons for masked cells, and the number of decimals if the author gave it."""

    rows: tuple[tuple[float, ...], ...]
    reasons: _Reasons
    given_places: int | None
    visible: tuple[int, int]

    def unmasked(self, height: int, width: int) -> list[float]:
        """Return the numbers of the first rows and columns that are not masked."""
        return [self.rows[i][j] for i in range(height) for j in range(width) if not self.reasons[i][j]]

    @cached_property
    def all(self) -> list[float]:
        """All numbers that are not masked."""
        return self.unmasked(len(self.rows), len(self.rows[0]))

    @cached_property
    def places(self) -> int | None:
        """How many decimals they have."""
        shown = self.unmasked(*self.visible) or self.all
        return fit_places(shown, most=_MAX_PLACES) if self.given_places is None else self.given_places

    def write(self, number: float) -> str:
        """Write a number as all of the matrix are written."""
        return format_column([number], self.places, shares=self._are_shares)[0]

    def ends(self) -> tuple[str, str]:
        """Write the smallest and the largest number, different ones differently."""
        ends = [min(self.all), max(self.all)]
        low, high = map(self.write, ends)
        if low == high:
            low, high = format_column(ends, distinct=True)
        return low, high

    def diagonal(self) -> str:
        """Write the sum of the diagonal and of all: “125 de 150”."""
        hits = fsum(row[i] for i, row in enumerate(self.rows))
        written, total = format_column([hits, fsum(self.all)], self.places)
        return phrase(
            "{hits} de {total}, salvo arredondamento" if self.is_rounded else "{hits} de {total}",
            hits=written,
            total=total,
        )

    def largest(self, row: int) -> tuple[float, list[int]]:
        """Return the largest number of a row, and the columns in which it is; none if all are masked."""
        unmasked = [j for j, reason in enumerate(self.reasons[row]) if not reason]
        largest = max((self.rows[row][j] for j in unmasked), default=0.0)
        return largest, [j for j in unmasked if isclose(self.rows[row][j], largest, rel_tol=1e-9)]

    def regions(self, reasons: Sequence[str], sign: str) -> tuple[_Region, ...]:
        """Return the visible masked places of each reason, by the sign and the words of the reason."""
        height, width = self.visible
        places = [(i, j) for i in range(height) for j in range(width)]
        found = (tuple(p for p in places if self.reasons[p[0]][p[1]] == each) for each in reasons)
        words = (f"{sign} {each}".strip() for each in reasons)
        return tuple(pair for pair in zip(words, found, strict=True) if pair[1])

    def largest_place(self, row: int, is_confusion: bool) -> tuple[int, int] | None:
        """Return the place of a row's visible number with the largest share, if there is one.

        Of a confusion matrix it is the largest error in any row; the given one comes first of equal ones.
        """
        height, width = self.visible
        rows = range(height) if is_confusion else (row,)
        places = [(i, j) for i in rows for j in range(width) if not self.reasons[i][j]]
        errors = [(i, j) for i, j in places if i != j] if is_confusion else places
        return max(errors, key=lambda at: (abs(self.share(*at)), at[0] == row), default=None)

    def share(self, row: int, column: int, room: float = _ROOM) -> float:
        """Return a number as a share of the visible one farthest from 0.

        Where no number is positive, as of log-probabilities, the nearest to 0 has the largest share.
        """
        number = self.rows[row][column]
        return 1 - abs(number) / (room * self._largest) if self.is_rising else number / self._largest

    @cached_property
    def is_rising(self) -> bool:
        """Whether no visible number is positive and some are negative."""
        shown = self.unmasked(*self.visible) or [0.0]
        return max(shown) <= 0 > min(shown)

    @cached_property
    def _largest(self) -> float:
        return max(map(abs, self.unmasked(*self.visible)), default=0.0) or 1.0

    @cached_property
    def is_rounded(self) -> bool:
        """Whether the numbers as written do not give the sums of the rows."""
        if self.places is None:
            return False
        written = [fsum(round_half_up(number, self.places) for number in row) for row in self.rows]
        pairs = zip(written, map(fsum, self.rows), strict=True)
        return not all(isclose(a, b, rel_tol=1e-9, abs_tol=1e-9) for a, b in pairs)

    def row_sums(self) -> str:
        """Say that the weights of each row add up to 1, as far as they are written."""
        return phrase("cada linha soma 1, salvo arredondamento" if self.is_rounded else "cada linha soma 1")

    @cached_property
    def _are_shares(self) -> bool:
        return all(abs(number) <= 1 for number in self.all)
