"""Points, sizes, rectangles and layout limits; all lengths are sheet units."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from infograficos.value_object import value_object

#: Differences below this many units are rounding, not layout.
TOLERANCE = 0.01


@value_object
class Point:
    """A position on the sheet, x to the right and y downwards."""

    x: float
    y: float

    def translate(self, by: Point) -> Point:
        """Return the point shifted by another one."""
        return Point(self.x + by.x, self.y + by.y)

    def towards(self, other: Point, share: float) -> Point:
        """Return the point at a share of the way to another one."""
        return Point(self.x + (other.x - self.x) * share, self.y + (other.y - self.y) * share)


ORIGIN = Point(0.0, 0.0)


@value_object
class Size:
    """A width and a height."""

    width: float
    height: float


@value_object
class Rect:
    """An upright rectangle given by its upper left corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @classmethod
    def around(cls, points: Sequence[Point]) -> Rect:
        """Return the bounding box of at least one point."""
        xs, ys = [point.x for point in points], [point.y for point in points]
        return cls(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))

    @property
    def right(self) -> float:
        """The x of the right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower side."""
        return self.y + self.height

    @property
    def center(self) -> Point:
        """The point in the middle."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    @property
    def corners(self) -> tuple[Point, Point, Point, Point]:
        """The corners, clockwise from the upper left one."""
        upper, lower = Point(self.x, self.y), Point(self.right, self.bottom)
        return upper, Point(lower.x, upper.y), lower, Point(upper.x, lower.y)

    def translate(self, by: Point) -> Rect:
        """Return the rectangle shifted by a point."""
        return Rect(self.x + by.x, self.y + by.y, self.width, self.height)

    def inflate(self, margin: float) -> Rect:
        """Return the rectangle with `margin` units more on every side; a negative margin shrinks it."""
        width, height = max(0.0, self.width + 2 * margin), max(0.0, self.height + 2 * margin)
        return Rect(self.center.x - width / 2, self.center.y - height / 2, width, height)

    def union(self, other: Rect) -> Rect:
        """Return the bounding box of both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Rect(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)

    def overlaps(self, other: Rect, tolerance: float = TOLERANCE) -> bool:
        """Say whether the two share an area."""
        across = min(self.x + self.width, other.x + other.width) - max(self.x, other.x)
        if across <= tolerance:
            return False
        down = min(self.y + self.height, other.y + other.height) - max(self.y, other.y)
        return down > tolerance

    def contains(self, point: Point, tolerance: float = TOLERANCE) -> bool:
        """Say whether a point lies inside or on the border."""
        return (
            self.x - tolerance <= point.x <= self.x + self.width + tolerance
            and self.y - tolerance <= point.y <= self.y + self.height + tolerance
        )

    def holds(self, other: Rect, tolerance: float = TOLERANCE) -> bool:
        """Say whether the other one lies inside this one."""
        return (
            other.x >= self.x - tolerance
            and other.y >= self.y - tolerance
            and other.right <= self.right + tolerance
            and other.bottom <= self.bottom + tolerance
        )


@value_object
class Insets:
    """The widths of the padding inside a border, for each side."""

    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    left: float = 0.0

    @property
    def horizontal(self) -> float:
        """The left and right insets together."""
        return self.left + self.right

    @property
    def vertical(self) -> float:
        """The top and bottom insets together."""
        return self.top + self.bottom


@value_object
class Limits:
    """The largest size that a parent allows, and the least size that a child should fill."""

    max_width: float = inf
    max_height: float = inf
    min_width: float = 0.0
    min_height: float = 0.0

    def deflate(self, insets: Insets) -> Limits:
        """Return the limits for a child inside the insets."""
        return Limits(
            max(0.0, self.max_width - insets.horizontal),
            max(0.0, self.max_height - insets.vertical),
            max(0.0, self.min_width - insets.horizontal),
            max(0.0, self.min_height - insets.vertical),
        )

    def loosen(self) -> Limits:
        """Return the limits without minimum sizes."""
        return Limits(self.max_width, self.max_height)
