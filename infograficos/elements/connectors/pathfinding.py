"""The cheapest way in right angles among things that it must not cross (Dijkstra)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from itertools import pairwise

from infograficos.scene.geometry import Point, Rect

#: How far apart two connectors run beside each other, so that a head of one stays clear of the other.
LANE = 14.0

#: What a turn costs against length, and what running along another connector costs, in units.
_TURN_COST = 60.0
_SHARING_COST = 600.0

Segment = tuple[Point, Point]


def shortest_path(
    out: Point,
    back: Point,
    directions: tuple[Point, Point],
    blocks: Sequence[Rect],
    taken: Sequence[Segment] = (),
) -> list[Point] | None:
    """Find the way with the least length and turns over the lines beside the blocks.

    Args:
        out: where it begins.
        back: where it ends.
        directions: where it is heading at its beginning, and at its end.
        blocks: what it must not cross.
        taken: where other connectors run already.
    """
    xs, ys = _coordinates(out, back, blocks, taken)
    heading, arrival = directions
    queue: list[tuple[float, int, Point, Point, tuple[Point, ...]]] = [(0.0, 0, out, heading, (out,))]
    seen: set[tuple[Point, Point]] = set()
    serial = 0
    while queue:
        cost, _, here, direction, way = heappop(queue)
        if here == back:
            return list(way)
        if (here, direction) in seen:
            continue
        seen.add((here, direction))
        for there, heading_there in _neighbours(here, xs, ys):
            turned_back = (heading_there.x, heading_there.y) == (-direction.x, -direction.y)
            if turned_back or is_blocked(here, there, blocks):
                continue
            turns = (heading_there != direction) + (there == back and heading_there != arrival)
            step = abs(there.x - here.x) + abs(there.y - here.y) + _TURN_COST * turns
            step += _SHARING_COST if overlap_length([(here, there)], taken) else 0.0
            serial += 1
            heappush(queue, (cost + step, serial, there, heading_there, (*way, there)))
    return None


def is_blocked(first: Point, last: Point, obstacles: Sequence[Rect]) -> bool:
    """Say whether an upright or lying line passes through any of the rectangles."""
    thin = _thin(first, last).grown(0.5)
    return any(thin.overlaps(rect, 0.6) for rect in obstacles)


def overlap_length(segments: Sequence[Segment], taken: Sequence[Segment]) -> float:
    """Return how many units of upright and lying segments run along others, or too near beside them."""
    return sum(_along(*segment, *other) for segment in segments for other in taken)


def segments_of(way: Sequence[Point]) -> list[Segment]:
    """Return the stretches between a way's corners."""
    return list(pairwise(way))


def _along(a: Point, b: Point, c: Point, d: Point) -> float:
    one, other = _thin(a, b), _thin(c, d)
    lying, others_lying = one.height < 0.01 < one.width, other.height < 0.01 < other.width
    if lying and others_lying and abs(one.y - other.y) < LANE - 1:
        return max(0.0, min(one.right, other.right) - max(one.x, other.x))
    upright, others_upright = one.width < 0.01 < one.height, other.width < 0.01 < other.height
    if upright and others_upright and abs(one.x - other.x) < LANE - 1:
        return max(0.0, min(one.bottom, other.bottom) - max(one.y, other.y))
    return 0.0


def _thin(a: Point, b: Point) -> Rect:
    return Rect(min(a.x, b.x), min(a.y, b.y), abs(b.x - a.x), abs(b.y - a.y))


def _coordinates(
    out: Point, back: Point, blocks: Sequence[Rect], taken: Sequence[Segment]
) -> tuple[list[float], list[float]]:
    xs = {out.x, back.x, (out.x + back.x) / 2, *(x for r in blocks for x in (r.x - 1.0, r.right + 1.0))}
    ys = {out.y, back.y, (out.y + back.y) / 2, *(y for r in blocks for y in (r.y - 1.0, r.bottom + 1.0))}
    for a, b in taken:
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
