"""Straight pieces of a drawn path, and what they cross."""

from __future__ import annotations

from infograficos.scene.geometry import Point, Rect
from infograficos.scene.items import Path

#: Into how many straight pieces a curve is cut: across a whole sheet they stray less than a unit from it.
_PIECES = 24

#: How much each of a cubic's four points weighs at the end of each piece.
_WEIGHTS = [
    ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3)
    for t in (piece / _PIECES for piece in range(1, _PIECES + 1))
]

Segment = tuple[Point, Point]


def flatten(path: Path, at: Point) -> list[Segment]:
    """Return a path as straight segments on the sheet; curves are cut into short ones."""
    segments: list[Segment] = []
    here = start = Point(0.0, 0.0)
    for step in path.steps:
        points = [point.translate(at) for point in step.points]
        if step.verb == "M":
            here = start = points[0]
            continue
        for there in [start] if step.verb == "Z" else points if step.verb == "L" else _curve(here, points):
            segments.append((here, there))
            here = there
    return segments


def crosses(a: Point, b: Point, rect: Rect) -> bool:
    """Say whether a segment has a part inside a rectangle (Liang and Barsky's clipping)."""
    left, top, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    # Nearly every segment lies on one side of the rectangle.
    if (a.x <= left and b.x <= left) or (a.x >= right and b.x >= right):
        return False
    if (a.y <= top and b.y <= top) or (a.y >= bottom and b.y >= bottom):
        return False
    enter, leave = 0.0, 1.0
    for start, change, low, high in ((a.x, b.x - a.x, left, right), (a.y, b.y - a.y, top, bottom)):
        if change == 0:
            if not low < start < high:
                return False
            continue
        first, last = sorted(((low - start) / change, (high - start) / change))
        enter, leave = max(enter, first), min(leave, last)
    return enter < leave


def _curve(a: Point, points: list[Point]) -> list[Point]:
    b, c, d = points
    return [
        Point(r * a.x + s * b.x + t * c.x + u * d.x, r * a.y + s * b.y + t * c.y + u * d.y)
        for r, s, t, u in _WEIGHTS
    ]
