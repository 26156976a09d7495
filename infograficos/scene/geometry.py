"""Points, sizes, rectangles and the limits that an element is offered; all lengths are sheet units."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from infograficos.value_object import value_object

#: Differences below this many units are rounding, not layout.
TOLERANCE = 0.01


@value_object
class Point:
    """A place on the sheet, x to the right and y downwards."""

    x: float
    y: float

    def moved(self, by: Point) -> Point:
        """Return the point shifted by another one."""
        return Point(self.x + by.x, self.y + by.y)

    def towards(self, other: Point, share: float) -> Point:
        """Return the point at a share of the way to another one."""
        return Point(self.x + (other.x - self.x) * share, self.y + (other.y - self.y) * share)


ORIGIN = Point(0.0, 0.0)


@value_object
class Size:
    """How wide and how tall something is."""

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
        """Return the smallest rectangle that holds some points, of which there is at least one."""
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

    def moved(self, by: Point) -> Rect:
        """Return the rectangle shifted by a point."""
        return Rect(self.x + by.x, self.y + by.y, self.width, self.height)

    def grown(self, margin: float) -> Rect:
        """Return the rectangle with `margin` units more on every side (fewer where negative)."""
        width, height = max(0.0, self.width + 2 * margin), max(0.0, self.height + 2 * margin)
        return Rect(self.center.x - width / 2, self.center.y - height / 2, width, height)

    def union(self, other: Rect) -> Rect:
        """Return the smallest rectangle that holds both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Rect(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)

    def overlaps(self, other: Rect, tolerance: float = TOLERANCE) -> bool:
        """Say whether the two share more than their borders."""
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
    """The room kept free inside a border, a side at a time."""

    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    left: float = 0.0

    @property
    def across(self) -> float:
        """What the left and right sides take together."""
        return self.left + self.right

    @property
    def down(self) -> float:
        """What the top and bottom sides take together."""
        return self.top + self.bottom


@value_object
class Limits:
    """What a parent offers: at most this much room, and at least this much where it can be used."""

    max_width: float = inf
    max_height: float = inf
    min_width: float = 0.0
    min_height: float = 0.0

    def inside(self, insets: Insets) -> Limits:
        """Return what is left for a child once the insets are taken off."""
        return Limits(
            max(0.0, self.max_width - insets.across),
            max(0.0, self.max_height - insets.down),
            max(0.0, self.min_width - insets.across),
            max(0.0, self.min_height - insets.down),
        )

    def loosened(self) -> Limits:
        """Return the same upper limits with no lower ones."""
        return Limits(self.max_width, self.max_height)
