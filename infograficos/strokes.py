"""Straight pieces of a drawn path, and what they cross."""

from __future__ import annotations

from infograficos.geometry import Point, Rect
from infograficos.scene import Path

#: Into how many straight pieces a curve is cut: across a whole sheet they stray less than a unit from it.
_PIECES = 24

Segment = tuple[Point, Point]


def flattened(path: Path, at: Point) -> list[Segment]:
    """Return a path as straight segments on the sheet; curves are cut into short ones."""
    segments: list[Segment] = []
    here = start = Point(0.0, 0.0)
    for step in path.steps:
        points = [point.moved(at) for point in step.points]
        if step.verb == "M":
            here = start = points[0]
            continue
        for there in [start] if step.verb == "Z" else points if step.verb == "L" else _curve(here, points):
            segments.append((here, there))
            here = there
    return segments


def crosses(a: Point, b: Point, rect: Rect) -> bool:
    """Say whether a segment has a part inside a rectangle (Liang and Barsky's clipping)."""
    enter, leave = 0.0, 1.0
    for start, change, low, high in (
        (a.x, b.x - a.x, rect.x, rect.right),
        (a.y, b.y - a.y, rect.y, rect.bottom),
    ):
        if change == 0:
            if not low < start < high:
                return False
            continue
        first, last = sorted(((low - start) / change, (high - start) / change))
        enter, leave = max(enter, first), min(leave, last)
    return enter < leave


def _curve(start: Point, points: list[Point]) -> list[Point]:
    first, second, end = points
    return [_at(i / _PIECES, start, first, second, end) for i in range(1, _PIECES + 1)]


def _at(t: float, a: Point, b: Point, c: Point, d: Point) -> Point:
    weights = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3)
    points = (a, b, c, d)
    return Point(
        sum(w * p.x for w, p in zip(weights, points, strict=True)),
        sum(w * p.y for w, p in zip(weights, points, strict=True)),
    )
