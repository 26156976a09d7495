"""A scale with the same unit on both axes, so that distances and angles are true."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from infograficos.scene.geometry import Point, Rect


@dataclass(frozen=True, slots=True)
class EqualScale:
    """The place of the data's origin on the sheet, and the length of the data's unit in sheet units."""

    origin: Point
    factor: float

    @classmethod
    def fit(cls, places: Sequence[tuple[float, float]], room: Rect) -> EqualScale:
        """Return the largest scale at which all places fit a room, centred in it.

        Args:
            places: x to the right and y upwards, in data units.
            room: a rectangle of the sheet.
        """
        (left, right), (low, high) = ((min(values), max(values)) for values in zip(*places, strict=True))
        factors = [room.width / (right - left)] if right > left else []
        factors += [room.height / (high - low)] if high > low else []
        factor, middle = min(factors, default=1.0), room.center
        x, y = middle.x - factor * (left + right) / 2, middle.y + factor * (low + high) / 2
        return cls(Point(x, y), factor)

    def at(self, x: float, y: float) -> Point:
        """Convert data coordinates to a point of the sheet."""
        return Point(self.origin.x + self.factor * x, self.origin.y - self.factor * y)
