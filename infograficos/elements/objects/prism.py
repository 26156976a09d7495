"""Upright blocks seen from above at an angle: two units across the sheet for each one down."""

from __future__ import annotations

from collections.abc import Sequence

from infograficos.scene.geometry import ORIGIN, Point, Size
from infograficos.scene.items import PathCommand, polyline
from infograficos.value_object import value_object

#: The height of a cube, in units, for each unit that one of its lower edges takes across the sheet.
CUBE_RISE = 1.5**0.5

#: How far a part of a top stays inside its borders, in shares of a side.
_EDGE = 0.012

#: The lines of a grid stop short of the edges by this share of a side.
_INSET = 0.07


@value_object
class Prism:
    """An upright block whose top is a parallelogram; lengths in units.

    Args:
        right: how far the edges that run down to the right reach across the sheet.
        left: the same for those that run down to the left.
        height: that of its side faces.
        at: the upper left corner of the rectangle around it.
    """

    right: float
    left: float
    height: float
    at: Point = ORIGIN

    @property
    def size(self) -> Size:
        """The size of the rectangle around it."""
        across = self.right + self.left
        return Size(across, across / 2 + self.height)

    def point(self, right: float, left: float, down: float = 0.0) -> Point:
        """Return a point by shares of its top's edges from the back corner, `down` units below the top."""
        x, y = self.right * right, self.left * left
        return Point(self.at.x + self.left + x - y, self.at.y + (x + y) / 2 + down)

    def top(self) -> tuple[PathCommand, ...]:
        """Return the outline of its top."""
        return self._face((0, 0, 0), (1, 0, 0), (1, 1, 0), (0, 1, 0))

    def left_side(self) -> tuple[PathCommand, ...]:
        """Return the outline of the side that faces down to the left."""
        return self._face((0, 1, 0), (1, 1, 0), (1, 1, 1), (0, 1, 1))

    def right_side(self) -> tuple[PathCommand, ...]:
        """Return the outline of the side that faces down to the right."""
        return self._face((1, 0, 0), (1, 1, 0), (1, 1, 1), (1, 0, 1))

    def silhouette(self) -> tuple[PathCommand, ...]:
        """Return the outline around all that is seen of it."""
        return self._face((0, 0, 0), (1, 0, 0), (1, 0, 1), (1, 1, 1), (0, 1, 1), (0, 1, 0))

    def base(self) -> tuple[PathCommand, ...]:
        """Return the outline of what it stands on."""
        return self._face((0, 0, 1), (1, 0, 1), (1, 1, 1), (0, 1, 1))

    def edges(self) -> tuple[PathCommand, ...]:
        """Return the three edges that meet at its front corner."""
        front, ends = self.point(1, 1), (self.point(0, 1), self.point(1, 0))
        return (*polyline(ends[0], front, ends[1]), *polyline(front, self.point(1, 1, self.height)))

    def part(self, rows: tuple[float, float], columns: tuple[float, float]) -> tuple[PathCommand, ...]:
        """Return the outline of a part of its top, between two shares of its rows and two of its columns."""
        # On the very edge it would also lie on a side.
        first, last, start, end = rows[0] + _EDGE, rows[1] - _EDGE, columns[0] + _EDGE, columns[1] - _EDGE
        corners = ((start, first), (end, first), (end, last), (start, last))
        return polyline(*(self.point(*corner) for corner in corners), closed=True)

    def grid(self, rows: Sequence[int | None], columns: Sequence[int | None]) -> tuple[PathCommand, ...]:
        """Return the lines between the rows and the columns of its top, which a gap (None) interrupts."""
        lines = [(start, row, end, row) for row in _borders(rows) for start, end in _stretches(columns)]
        lines += [
            (column, start, column, end) for column in _borders(columns) for start, end in _stretches(rows)
        ]
        return tuple(
            command for a, b, c, d in lines for command in polyline(self.point(a, b), self.point(c, d))
        )

    def _face(self, *corners: tuple[int, int, int]) -> tuple[PathCommand, ...]:
        points = (self.point(right, left, down * self.height) for right, left, down in corners)
        return polyline(*points, closed=True)


def _borders(slots: Sequence[int | None]) -> list[float]:
    """Return where two slots meet, in shares of a side."""
    return [place / len(slots) for place in range(1, len(slots))]


def _stretches(slots: Sequence[int | None]) -> list[tuple[float, float]]:
    """Return the stretches of a side on which lines are drawn."""
    low, high = _INSET, 1 - _INSET
    if None not in slots:
        return [(low, high)]
    gap = slots.index(None)
    return [(low, gap / len(slots)), ((gap + 1) / len(slots), high)]
