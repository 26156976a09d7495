"""A scale by which a unit is as long across as it is upwards, so that distances and angles are true."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from infograficos.scene.geometry import Point, Rect


@dataclass(frozen=True, slots=True)
class SameScale:
    """Where the data's places are on the sheet.

    Args:
        origin: where the data's origin is.
        factor: how many units of the sheet one of the data's is long.
    """

    origin: Point
    factor: float

    @classmethod
    def fitting(cls, places: Sequence[tuple[float, float]], room: Rect) -> SameScale:
        """Return the largest scale at which all places fit a room, with their middle in its middle.

        Args:
            places: x to the right and y upwards, in the data's units.
            room: where they have to fit.
        """
        (left, right), (low, high) = _span(places, 0), _span(places, 1)
        factors = [room.width / (right - left)] if right > left else []
        factors += [room.height / (high - low)] if high > low else []
        factor = min(factors, default=1.0)
        middle = room.center
        return cls(
            Point(middle.x - factor * (left + right) / 2, middle.y + factor * (low + high) / 2), factor
        )

    def at(self, x: float, y: float) -> Point:
        """Return the place of two coordinates on the sheet."""
        return Point(self.origin.x + self.factor * x, self.origin.y - self.factor * y)


def _span(places: Sequence[tuple[float, float]], axis: int) -> tuple[float, float]:
    values = [place[axis] for place in places]
    return min(values), max(values)
