"""Finds the way of a connector: straight where it can be, else in right angles around what is between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from itertools import pairwise
from typing import Literal

from infograficos.geometry import Point, Rect

Side = Literal["left", "right", "top", "bottom"]

#: How far a connector keeps from what it goes around, and what a turn costs against length, in units.
CLEARANCE = 10.0
_CLEARANCES = (CLEARANCE, 6.0, 3.0)
_TURN_COST = 60.0

#: Ends that differ by less than this many units are on one line.
_ALIGNED = 0.01

_OUTWARD: dict[Side, Point] = {
    "left": Point(-1, 0),
    "right": Point(1, 0),
    "top": Point(0, -1),
    "bottom": Point(0, 1),
}


def facing_sides(start: Rect, end: Rect) -> tuple[Side, Side]:
    """Return the sides that look at each other, across the wider gap between two rectangles."""
    gaps: list[tuple[float, tuple[Side, Side]]] = [
        (end.x - start.right, ("right", "left")),
        (end.y - start.bottom, ("bottom", "top")),
        (start.x - end.right, ("left", "right")),
        (start.y - end.bottom, ("top", "bottom")),
    ]
    return max(gaps, key=lambda gap: gap[0])[1]


def route(start: Rect, end: Rect, sides: tuple[Side, Side], obstacles: Sequence[Rect]) -> list[Point]:
    """Return the corners of the way from a side of one rectangle to a side of another.

    The first and last points lie on the borders. Where every way is blocked, the straight one is returned.

    Args:
        start: where the connector begins.
        end: where it arrives.
        sides: the side that it leaves and the side that it arrives at.
        obstacles: what it must not cross.
    """
    first, last = _anchors(start, end, sides)
    if _faces(first, last, sides) and not blocked(first, last, obstacles):
        return [first, last]
    for clearance in _CLEARANCES:
        # Where things stand close together there is a way only for an arrow that keeps less distance.
        blocks = [rect.grown(clearance - 1) for rect in (*obstacles, start, end)]
        out, back = _stub(first, sides[0], clearance), _stub(last, sides[1], clearance)
        middle = _search(out, back, sides, blocks) if not _inside_any((out, back), blocks) else None
        if middle:
            return _simplified([first, *middle, last])
    return [first, last]


def blocked(first: Point, last: Point, obstacles: Sequence[Rect]) -> bool:
    """Say whether an upright or lying line passes through any of the rectangles."""
    thin = Rect(
        min(first.x, last.x), min(first.y, last.y), abs(last.x - first.x), abs(last.y - first.y)
    ).grown(0.5)
    return any(thin.overlaps(rect, 0.6) for rect in obstacles)


def _anchors(start: Rect, end: Rect, sides: tuple[Side, Side]) -> tuple[Point, Point]:
    """Put both ends at the middle of what the two sides share, so that the way between is straight."""
    if sides in (("right", "left"), ("left", "right")):
        y = _shared_middle(start.y, start.bottom, end.y, end.bottom)
        return _on_side(start, sides[0], y), _on_side(end, sides[1], y)
    if sides in (("bottom", "top"), ("top", "bottom")):
        x = _shared_middle(start.x, start.right, end.x, end.right)
        return _on_side(start, sides[0], x), _on_side(end, sides[1], x)
    return _on_side(start, sides[0], None), _on_side(end, sides[1], None)


def _shared_middle(low: float, high: float, other_low: float, other_high: float) -> float | None:
    shared_low, shared_high = max(low, other_low), min(high, other_high)
    return (shared_low + shared_high) / 2 if shared_high - shared_low >= 2 * CLEARANCE else None


def _on_side(rect: Rect, side: Side, along: float | None) -> Point:
    if side in ("left", "right"):
        return Point(rect.x if side == "left" else rect.right, rect.center.y if along is None else along)
    return Point(rect.center.x if along is None else along, rect.y if side == "top" else rect.bottom)


def _stub(point: Point, side: Side, clearance: float) -> Point:
    outward = _OUTWARD[side]
    return Point(point.x + outward.x * clearance, point.y + outward.y * clearance)


def _search(out: Point, back: Point, sides: tuple[Side, Side], blocks: Sequence[Rect]) -> list[Point] | None:
    """Find the way with the least length and turns over the lines beside the blocks (Dijkstra)."""
    xs = sorted({out.x, back.x, (out.x + back.x) / 2, *(x for r in blocks for x in _beside(r.x, r.right))})
    ys = sorted({out.y, back.y, (out.y + back.y) / 2, *(y for r in blocks for y in _beside(r.y, r.bottom))})
    heading = _OUTWARD[sides[0]]
    queue: list[tuple[float, int, Point, Point, tuple[Point, ...]]] = [(0.0, 0, out, heading, (out,))]
    seen: set[tuple[Point, Point]] = set()
    serial = 0
    arrival = Point(-_OUTWARD[sides[1]].x, -_OUTWARD[sides[1]].y)
    while queue:
        cost, _, here, direction, way = heappop(queue)
        if here == back:
            return list(way)
        if (here, direction) in seen:
            continue
        seen.add((here, direction))
        for there, towards in _neighbours(here, xs, ys):
            if (towards.x, towards.y) == (-direction.x, -direction.y) or blocked(here, there, blocks):
                continue
            turns = (towards != direction) + (there == back and towards != arrival)
            step = abs(there.x - here.x) + abs(there.y - here.y) + _TURN_COST * turns
            serial += 1
            heappush(queue, (cost + step, serial, there, towards, (*way, there)))
    return None


def _beside(low: float, high: float) -> tuple[float, float]:
    return low - 1.0, high + 1.0


def _neighbours(here: Point, xs: list[float], ys: list[float]) -> Iterator[tuple[Point, Point]]:
    column, row = xs.index(here.x), ys.index(here.y)
    for step in (-1, 1):
        if 0 <= column + step < len(xs):
            yield Point(xs[column + step], here.y), Point(step, 0)
        if 0 <= row + step < len(ys):
            yield Point(here.x, ys[row + step]), Point(0, step)


def _inside_any(points: Sequence[Point], blocks: Sequence[Rect]) -> bool:
    return any(blocked(point, point, blocks) for point in points)


def _faces(first: Point, last: Point, sides: tuple[Side, Side]) -> bool:
    """Say whether the straight way leaves the one side and meets the other at a right angle."""
    across, down = last.x - first.x, last.y - first.y
    out, back = _OUTWARD[sides[0]], _OUTWARD[sides[1]]
    leaves = across * out.x + down * out.y
    arrives = -(across * back.x + down * back.y)
    return min(leaves, arrives) > 0 and min(abs(across), abs(down)) < _ALIGNED


def _simplified(points: list[Point]) -> list[Point]:
    """Drop the points that lie on the straight line between their neighbours."""
    unique = [points[0], *(b for a, b in pairwise(points) if a != b)]
    corners = [
        here
        for before, here, after in zip(unique, unique[1:], unique[2:], strict=False)
        if not (before.x == here.x == after.x or before.y == here.y == after.y)
    ]
    return [unique[0], *corners, unique[-1]]
