"""The way of one link from border to border: slanted, curved, or in right angles apart from other ways."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from math import inf

from infograficos.elements.connectors.curves import curved_steps, is_clear, straight_between
from infograficos.elements.connectors.edge import Edge, loop_offsets, resolve_edge
from infograficos.elements.connectors.orthogonal import (
    CLEARANCES,
    LOOP_CLEARANCES,
    Side,
    anchors,
    is_straight,
    leads_outward,
    orthogonal_route,
)
from infograficos.elements.connectors.pathfinding import (
    LANE,
    Segment,
    is_blocked,
    overlap_length,
    segments_of,
)
from infograficos.elements.connectors.polyline import distance
from infograficos.scene.geometry import Point
from infograficos.scene.items import Step, Visit

#: Where an element's loop to itself may be, the best first.
_LOOP_SIDES: tuple[Side, ...] = ("top", "right", "bottom", "left")

#: How far along a side an end may make room for other connectors, the least first.
_SHIFTS = sorted(
    product((0.0, -LANE, LANE, -2 * LANE, 2 * LANE), repeat=2), key=lambda s: abs(s[0]) + abs(s[1])
)


def clear_loop(course: Edge, taken: Sequence[Segment], visits: Sequence[Visit]) -> Edge:
    """Return the loop of an element to itself at the first side where it crosses and shares nothing."""
    for side in _LOOP_SIDES:
        other = resolve_edge(course.link, visits, side)
        way = square_route(other, 0.0, ())
        if _cost(way, other, taken) == 0 and distance(way[0], way[1]) >= LOOP_CLEARANCES[1]:
            return other
    return course


def straight_route(course: Edge, shift: float) -> tuple[Point, Point] | None:
    """Return a straight line from middle to middle, or else from side to side, if there is a free one."""
    first, last = anchors(*course.rects, course.sides, (shift, shift))
    if is_straight(first, last, course.sides):
        return None
    asked = course.link.leaves or course.link.arrives
    a, b = course.rects[0].center, course.rects[1].center
    # Of a pair, one comes back: the same side of the line is the other side of its own.
    sign = 1.0 if (a.x, a.y) < (b.x, b.y) else -1.0
    middle = None if asked else straight_between(*course.ends, course.blocks, sign * shift)
    if middle or not leads_outward(first, last, course.sides):
        return middle
    return (first, last) if is_clear([(first, last)], course.rects, course.blocks) else None


def curved_route(course: Edge, shift: float) -> tuple[Step, ...] | None:
    """Return a smooth curve, if there is a free one and no straight line."""
    shifts = loop_offsets(course) if course.link.start == course.link.end else (shift, shift)
    first, last = anchors(*course.rects, course.sides, shifts)
    if is_straight(first, last, course.sides):
        return None
    return curved_steps(first, last, course.sides, course.rects, course.blocks)


def square_route(course: Edge, shift: float, taken: Sequence[Segment]) -> list[Point]:
    """Return the way that runs along no other one, or as little as can be."""
    base = loop_offsets(course) if course.link.start == course.link.end else (shift, shift)
    best, least = _route(course, base, ()), inf
    if (cost := _cost(best, course, taken)) == 0 or not taken:
        return best
    least = cost
    for first, last in _SHIFTS:
        way = _route(course, (base[0] + first, base[1] + last), taken)
        cost = _cost(way, course, taken)
        if cost < least:
            best, least = way, cost
        if cost == 0:
            break
    return best


def _route(course: Edge, shifts: tuple[float, float], taken: Sequence[Segment]) -> list[Point]:
    clearances = LOOP_CLEARANCES if course.is_loop else CLEARANCES
    return orthogonal_route(
        *course.rects, course.sides, course.blocks, shifts=shifts, clearances=clearances, taken=taken
    )


def _cost(way: Sequence[Point], course: Edge, taken: Sequence[Segment]) -> float:
    """Return for how many units a way runs along others; endless where it is no way at all."""
    is_clear = len(way) > 2 or (
        is_straight(way[0], way[-1], course.sides) and not is_blocked(way[0], way[-1], course.blocks)
    )
    return overlap_length(segments_of(way), taken) if is_clear else inf
