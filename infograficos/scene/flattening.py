"""Flattens paths to segments, and clips segments against rectangles."""

from __future__ import annotations

from infograficos.scene.geometry import Point, Rect
from infograficos.scene.items import Path

#: Segments per curve: on a curve across a whole sheet the error is less than a unit.
_SEGMENTS = 24

#: The Bernstein weights of a cubic's four points at the end of each segment.
_WEIGHTS = [
    ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3)
    for t in (i / _SEGMENTS for i in range(1, _SEGMENTS + 1))
]

Segment = tuple[Point, Point]


def flatten(path: Path, at: Point) -> list[Segment]:
    """Return a path as straight segments on the sheet, curves approximated."""
    segments: list[Segment] = []
    here = start = Point(0.0, 0.0)
    for command in path.commands:
        points = [point.translate(at) for point in command.points]
        if command.verb == "M":
            here = start = points[0]
            continue
        for end in {"Z": [start], "L": points}.get(command.verb) or _curve(here, points):
            segments.append((here, end))
            here = end
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
