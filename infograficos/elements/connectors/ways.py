"""The way of one link from border to border: slanted, curved, or in right angles apart from other ways."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from math import inf

from infograficos.elements.connectors.course import Course, course_of, loop_shifts
from infograficos.elements.connectors.curve import curve, is_free, slanted
from infograficos.elements.connectors.pen import distance
from infograficos.elements.connectors.routing import (
    CLEARANCES,
    LOOP_CLEARANCES,
    Side,
    anchors,
    faces,
    leads_outward,
    route,
)
from infograficos.elements.connectors.wayfinding import LANE, Segment, blocked, segments_of, shared
from infograficos.scene.geometry import Point
from infograficos.scene.items import Step, Visit

#: Where an element's loop to itself may be, the best first.
_LOOP_SIDES: tuple[Side, ...] = ("top", "right", "bottom", "left")

#: How far along a side an end may make room for other connectors, the least first.
_SHIFTS = sorted(
    product((0.0, -LANE, LANE, -2 * LANE, 2 * LANE), repeat=2), key=lambda s: abs(s[0]) + abs(s[1])
)


def free_loop(course: Course, taken: Sequence[Segment], visits: Sequence[Visit]) -> Course:
    """Return the loop of an element to itself at the first side where it crosses and shares nothing."""
    for side in _LOOP_SIDES:
        other = course_of(course.link, visits, side)
        way = square_way(other, 0.0, ())
        if _cost(way, other, taken) == 0 and distance(way[0], way[1]) >= LOOP_CLEARANCES[1]:
            return other
    return course


def slanted_way(course: Course, shift: float) -> tuple[Point, Point] | None:
    """Return a straight line from middle to middle, or else from side to side, if there is a free one."""
    first, last = anchors(*course.rects, course.sides, (shift, shift))
    if faces(first, last, course.sides):
        return None
    asked = course.link.leaves or course.link.arrives
    a, b = course.rects[0].center, course.rects[1].center
    # Of a pair, one comes back: the same side of the line is the other side of its own.
    sign = 1.0 if (a.x, a.y) < (b.x, b.y) else -1.0
    middle = None if asked else slanted(*course.ends, course.blocks, sign * shift)
    if middle or not leads_outward(first, last, course.sides):
        return middle
    return (first, last) if is_free([(first, last)], course.rects, course.blocks) else None


def curved_way(course: Course, shift: float) -> tuple[Step, ...] | None:
    """Return a smooth curve, if there is a free one and no straight line."""
    shifts = loop_shifts(course) if course.link.start == course.link.end else (shift, shift)
    first, last = anchors(*course.rects, course.sides, shifts)
    if faces(first, last, course.sides):
        return None
    return curve(first, last, course.sides, course.rects, course.blocks)


def square_way(course: Course, shift: float, taken: Sequence[Segment]) -> list[Point]:
    """Return the way that runs along no other one, or as little as can be."""
    base = loop_shifts(course) if course.link.start == course.link.end else (shift, shift)
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


def _route(course: Course, shifts: tuple[float, float], taken: Sequence[Segment]) -> list[Point]:
    clearances = LOOP_CLEARANCES if course.is_loop else CLEARANCES
    return route(
        *course.rects, course.sides, course.blocks, shifts=shifts, clearances=clearances, taken=taken
    )


def _cost(way: Sequence[Point], course: Course, taken: Sequence[Segment]) -> float:
    """Return for how many units a way runs along others; endless where it is no way at all."""
    is_free = len(way) > 2 or (
        faces(way[0], way[-1], course.sides) and not blocked(way[0], way[-1], course.blocks)
    )
    return shared(segments_of(way), taken) if is_free else inf
