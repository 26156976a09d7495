"""Dijkstra's shortest path at right angles among obstacles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, partial
from heapq import heappop, heappush
from math import inf

from infograficos.scene.flattening import Segment
from infograficos.scene.geometry import Point, Rect

#: The distance between parallel connectors, so that the arrowhead of one stays clear of the other.
LANE = 14.0

#: The costs of a turn and of overlapping another connector, in units of length.
_TURN_COST = 60.0
_OVERLAP_COST = 600.0


def shortest_path(
    start: Point,
    goal: Point,
    directions: tuple[Point, Point],
    obstacles: Sequence[Rect],
    occupied: Sequence[Segment] = (),
) -> list[Point] | None:
    """Return the path with the least length and turns along the obstacles' edges, or nothing.

    It starts in the first direction, and turning at the goal into the second costs a turn.
    """
    xs, ys = _coordinates(start, goal, obstacles, occupied)
    heading, arrival = directions

    # A piece is met from up to three directions, and from both of its ends.
    cost_between = cache(partial(_piece_cost, obstacles=obstacles, occupied=occupied))
    queue: list[tuple[float, int, Point, Point, tuple[Point, ...]]] = [(0.0, 0, start, heading, (start,))]
    visited: set[tuple[Point, Point]] = set()
    tiebreak = 0
    while queue:
        cost, _, here, direction, route = heappop(queue)
        if here == goal:
            return list(route)
        if (here, direction) in visited:
            continue
        visited.add((here, direction))
        for neighbour, new_direction in _neighbours(here, xs, ys):
            is_reversal = (new_direction.x, new_direction.y) == (-direction.x, -direction.y)
            if is_reversal or (neighbour, new_direction) in visited:
                continue
            step = cost_between(*sorted((here, neighbour), key=lambda point: (point.x, point.y)))
            if step == inf:
                continue
            turns = (new_direction != direction) + (neighbour == goal and new_direction != arrival)
            step += _TURN_COST * turns
            tiebreak += 1
            heappush(queue, (cost + step, tiebreak, neighbour, new_direction, (*route, neighbour)))
    return None


def _piece_cost(first: Point, last: Point, obstacles: Sequence[Rect], occupied: Sequence[Segment]) -> float:
    """Return what a piece of a path costs, its turns aside; infinite if an obstacle blocks it."""
    if is_blocked(first, last, obstacles):
        return inf
    crowded = bool(overlap_length([(first, last)], occupied))
    return abs(last.x - first.x) + abs(last.y - first.y) + _OVERLAP_COST * crowded


def is_blocked(first: Point, last: Point, obstacles: Sequence[Rect]) -> bool:
    """Say whether a horizontal or vertical line passes through any of the rectangles."""
    thin = _bounds(first, last).inflate(0.5)
    return any(thin.overlaps(rect, 0.6) for rect in obstacles)


def overlap_length(segments: Sequence[Segment], occupied: Sequence[Segment]) -> float:
    """Return the length of horizontal and vertical segments that overlap or crowd others."""
    return sum(_along(*segment, *other) for segment in segments for other in occupied)


def _along(a: Point, b: Point, c: Point, d: Point) -> float:
    one, other = _bounds(a, b), _bounds(c, d)
    horizontal, other_horizontal = one.height < 0.01 < one.width, other.height < 0.01 < other.width
    if horizontal and other_horizontal and abs(one.y - other.y) < LANE - 1:
        return max(0.0, min(one.right, other.right) - max(one.x, other.x))
    vertical, other_vertical = one.width < 0.01 < one.height, other.width < 0.01 < other.height
    if vertical and other_vertical and abs(one.x - other.x) < LANE - 1:
        return max(0.0, min(one.bottom, other.bottom) - max(one.y, other.y))
    return 0.0


def _bounds(a: Point, b: Point) -> Rect:
    return Rect(min(a.x, b.x), min(a.y, b.y), abs(b.x - a.x), abs(b.y - a.y))


def _coordinates(
    start: Point, goal: Point, obstacles: Sequence[Rect], occupied: Sequence[Segment]
) -> tuple[list[float], list[float]]:
    xs = {start.x, goal.x, (start.x + goal.x) / 2}.union(*((r.x - 1.0, r.right + 1.0) for r in obstacles))
    ys = {start.y, goal.y, (start.y + goal.y) / 2}.union(*((r.y - 1.0, r.bottom + 1.0) for r in obstacles))
    for a, b in occupied:
        if a.x == b.x:
            xs |= {a.x - LANE, a.x + LANE}
        if a.y == b.y:
            ys |= {a.y - LANE, a.y + LANE}
    return sorted(xs), sorted(ys)


def _neighbours(here: Point, xs: list[float], ys: list[float]) -> Iterator[tuple[Point, Point]]:
    column, row = xs.index(here.x), ys.index(here.y)
    for step in (-1, 1):
        if 0 <= column + step < len(xs):
            yield Point(xs[column + step], here.y), Point(step, 0)
        if 0 <= row + step < len(ys):
            yield Point(here.x, ys[row + step]), Point(0, step)
