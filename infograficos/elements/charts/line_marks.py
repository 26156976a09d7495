"""Marks of a line chart: a point under a flag, and the gap between two lines."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from infograficos.scene.flattening import Segment, crosses
from infograficos.scene.geometry import Point, Rect, Size

#: A line from left to right.
Line = Sequence[Point]

#: How far a flag may be from its point, in units.
_POLES = range(20, 180, 8)

#: The air around a flag, around a name in a gap, and between a surface and its lines, in units.
_AIR, _ROOM, _INSET = 5.0, 12.0, 6.0


def place_flag(
    size: Size,
    at: Point,
    bounds: Rect,
    lines: Sequence[Segment],
    words: Sequence[Rect],
    *,
    beside: Sequence[int] = (),
) -> Rect | None:
    """Return where a flag covers no line and no words, near over its point or else under it.

    With lengths of poles for one beside its point, it may be at its right or its left as well.
    """
    lefts = (at.x - 1.0, at.x + 1.0 - size.width, at.x - size.width / 2)
    above = [Point(x, at.y - pole - size.height) for pole in _POLES for x in lefts]
    below = [Point(x, at.y + pole) for pole in _POLES for x in lefts]
    sides = [
        Point(x, at.y - size.height / 2) for pole in beside for x in (at.x + pole, at.x - pole - size.width)
    ]
    for corner in (*above, *(sides if beside else below)):
        rect = Rect(corner.x, corner.y, size.width, size.height)
        if not bounds.holds(rect):
            continue
        near = rect.inflate(_AIR)
        # Words are few, and segments of lines hundreds.
        if not any(map(near.overlaps, words)) and not any(crosses(*line, near) for line in lines):
            return rect
    return None


def is_under(line: Line, others: Sequence[Line]) -> bool:
    """Return whether a line is nowhere above others; y points down."""
    points = (point for other in others for point in other if line[0].x <= point.x <= line[-1].x)
    return all(point.y <= _cut(line, point.x).y for point in points)


def surface_between(sides: tuple[Line, Line]) -> list[Point]:
    """Return the corners of the surface between two lines, with air to both, from the right on."""
    places = sorted({point.x for side in sides for point in side}, reverse=True)
    pairs: list[tuple[Point, Point]] = []
    for before, x in pairwise([places[0], *places]):
        thin, wide = (_thickness(sides, each) - 2 * _INSET for each in (x, before))
        if wide <= 0:
            break
        # Where the surface gets too thin for its air, it ends.
        at = x if thin >= 0 else before + (x - before) * wide / (wide - thin)
        upper, lower = sorted((_cut(side, at) for side in sides), key=lambda point: point.y)
        pairs.append((Point(at, upper.y + _INSET), Point(at, lower.y - _INSET)))
    if len(pairs) < 2:
        return []
    return [*(upper for upper, _ in reversed(pairs)), *(lower for _, lower in pairs)]


def gap_between(first: Line, second: Line, start: float) -> tuple[Line, Line] | None:
    """Return the parts of two lines from a place on, as far as both go."""
    end = min(first[-1].x, second[-1].x)
    if end <= start or start < max(first[0].x, second[0].x):
        return None
    return _part(first, start, end), _part(second, start, end)


def place_in_gap(sides: tuple[Line, Line], size: Size) -> Rect | None:
    """Return where a name stands at the right end of a gap, if there is room for it."""
    right = sides[0][-1].x - _ROOM
    left = right - size.width
    if left < sides[0][0].x:
        return None
    heights = [[point.y for point in _part(side, left, right)] for side in sides]
    upper, lower = sorted(heights, key=sum)
    top, bottom = max(upper), min(lower)
    if bottom - top < size.height + 2 * _ROOM:
        return None
    return Rect(left, (top + bottom - size.height) / 2, size.width, size.height)


def _part(line: Line, start: float, end: float) -> list[Point]:
    """Return the part of a line between two places, cut where it has no point there."""
    inner = [point for point in line if start < point.x < end]
    return [_cut(line, start), *inner, _cut(line, end)]


def _thickness(sides: tuple[Line, Line], x: float) -> float:
    return abs(_cut(sides[0], x).y - _cut(sides[1], x).y)


def _cut(line: Line, x: float) -> Point:
    end = max(1, bisect_left(line, x, key=lambda point: point.x))
    if end >= len(line) or x < line[0].x:
        return line[-1]
    a, b = line[end - 1], line[end]
    return a.towards(b, (x - a.x) / (b.x - a.x) if b.x > a.x else 0.0)
