"""Which parts of a plane are taken, by cells of a few units, so that a label's place is found at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import ceil, floor

from infograficos.scene.geometry import Point, Rect

#: The side of a cell in units.
_CELL = 4.0


@dataclass
class Occupancy:
    """A plane in cells; each row is a whole number whose bits are its cells that are taken."""

    bounds: Rect
    rows: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        if not self.rows:
            self.rows = [0] * (ceil(self.bounds.height / _CELL) + 1)

    def take(self, rect: Rect) -> None:
        """Take a rectangle."""
        bits = self._bits(rect.x, rect.right)
        for row in self._rows(rect.y, rect.bottom):
            self.rows[row] |= bits

    def take_segment(self, a: Point, b: Point) -> None:
        """Take the cells that a line goes through."""
        if a.y > b.y:
            a, b = b, a
        slope = (b.x - a.x) / (b.y - a.y) if b.y > a.y else 0.0
        for row in self._rows(a.y, b.y):
            if b.y - a.y < _CELL:
                ends = a.x, b.x
            else:
                top = self.bounds.y + row * _CELL
                ends = (
                    a.x + slope * (max(a.y, top) - a.y),
                    a.x + slope * (min(b.y, top + _CELL) - a.y),
                )
            self.rows[row] |= self._bits(min(ends), max(ends))

    def is_free(self, rect: Rect) -> bool:
        """Return whether nothing in a rectangle is taken."""
        bits = self._bits(rect.x, rect.right)
        return not any(self.rows[row] & bits for row in self._rows(rect.y, rect.bottom))

    def joined(self, others: Iterable[Occupancy]) -> Occupancy:
        """Return what is taken here or in others of the same bounds."""
        rows = list(self.rows)
        for other in others:
            rows = [mine | theirs for mine, theirs in zip(rows, other.rows, strict=True)]
        return Occupancy(self.bounds, rows)

    def _rows(self, top: float, bottom: float) -> range:
        first = max(0, floor((top - self.bounds.y) / _CELL))
        last = min(len(self.rows) - 1, floor((bottom - self.bounds.y) / _CELL))
        return range(first, last + 1)

    def _bits(self, left: float, right: float) -> int:
        first = max(0, floor((left - self.bounds.x) / _CELL))
        last = max(first, floor((right - self.bounds.x) / _CELL))
        return ((1 << (last - first + 1)) - 1) << first
