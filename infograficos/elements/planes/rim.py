"""The rim of a group's surface: what lies within it, and where the group's name may stand at it."""

from __future__ import annotations

from infograficos.elements.planes.labelling import around
from infograficos.scene.geometry import Point, Rect, Size


def places_at_rim(rim: list[Point], size: Size) -> list[Rect]:
    """Return places for a surface's name: over or under its middle, then around it, the higher the better."""
    box = _box(rim)
    over, under = box.y - size.height - 1.0, box.bottom + 1.0
    rects = [
        Rect(x, y, size.width, size.height)
        for y in (over, under)
        for x in (box.center.x - size.width / 2, box.x, box.right - size.width)
    ]
    found = [rect for point in rim for rect in around(Rect(point.x, point.y, 0.0, 0.0), size, 1.0)]
    return [*rects, *sorted(found, key=lambda rect: (rect.y, abs(rect.center.x - box.center.x)))]


def is_within(point: Point, corners: list[Point]) -> bool:
    """Say whether a point lies inside a convex shape."""
    loop = zip(corners, [*corners[1:], corners[0]], strict=True)
    return all((b.x - a.x) * (point.y - a.y) >= (b.y - a.y) * (point.x - a.x) for a, b in loop)


def _box(points: list[Point]) -> Rect:
    left, top = min(p.x for p in points), min(p.y for p in points)
    return Rect(left, top, max(p.x for p in points) - left, max(p.y for p in points) - top)
