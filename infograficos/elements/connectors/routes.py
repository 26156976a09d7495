"""The route of one edge from border to border: straight, curved or at right angles."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, product
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
from infograficos.elements.connectors.pathfinding import LANE, Segment, is_blocked, overlap_length
from infograficos.elements.polyline import distance
from infograficos.scene.geometry import Point
from infograficos.scene.items import Step, Visit

#: Sides for an element's loop to itself, best first.
_LOOP_SIDES: tuple[Side, ...] = ("top", "right", "bottom", "left")

#: Offsets along their sides by which both ends may make room for others, smallest first.
_SHIFTS = sorted(
    product((0.0, -LANE, LANE, -2 * LANE, 2 * LANE), repeat=2), key=lambda s: abs(s[0]) + abs(s[1])
)


def find_clear_loop(edge: Edge, occupied: Sequence[Segment], visits: Sequence[Visit]) -> Edge:
    """Return an element's loop to itself at the first side where it meets nothing."""
    for side in _LOOP_SIDES:
        other = resolve_edge(edge.connector, visits, side)
        route = square_route(other, 0.0, ())
        if _cost(route, other, occupied) == 0 and distance(route[0], route[1]) >= LOOP_CLEARANCES[1]:
            return other
    return edge


def straight_route(edge: Edge, shift: float) -> tuple[Point, Point] | None:
    """Return a free slanted line from center to center, else from side to side; nothing if there is none."""
    first, last = anchors(*edge.rects, edge.sides, (shift, shift))
    if is_straight(first, last, edge.sides):
        return None
    explicit = edge.connector.leaves or edge.connector.arrives
    a, b = edge.rects[0].center, edge.rects[1].center
    # The second edge of a pair runs the other way, so its offset has the other sign.
    sign = 1.0 if (a.x, a.y) < (b.x, b.y) else -1.0
    middle = None if explicit else straight_between(*edge.ends, edge.obstacles, sign * shift)
    if middle or not leads_outward(first, last, edge.sides):
        return middle
    return (first, last) if is_clear([(first, last)], edge.rects, edge.obstacles) else None


def curved_route(edge: Edge, shift: float) -> tuple[Step, ...] | None:
    """Return a smooth curve, if one is free and a straight line would not do."""
    shifts = loop_offsets(edge) if edge.connector.start == edge.connector.end else (shift, shift)
    first, last = anchors(*edge.rects, edge.sides, shifts)
    if is_straight(first, last, edge.sides):
        return None
    return curved_steps(first, last, edge.sides, edge.rects, edge.obstacles)


def square_route(edge: Edge, shift: float, occupied: Sequence[Segment]) -> list[Point]:
    """Return the orthogonal route that overlaps others least."""
    base = loop_offsets(edge) if edge.connector.start == edge.connector.end else (shift, shift)
    best = _route(edge, base, ())
    least = _cost(best, edge, occupied)
    for first, last in _SHIFTS if occupied else ():
        if least == 0:
            break
        route = _route(edge, (base[0] + first, base[1] + last), occupied)
        cost = _cost(route, edge, occupied)
        if cost < least:
            best, least = route, cost
    return best


def _route(edge: Edge, shifts: tuple[float, float], occupied: Sequence[Segment]) -> list[Point]:
    clearances = LOOP_CLEARANCES if edge.is_loop else CLEARANCES
    return orthogonal_route(
        *edge.rects, edge.sides, edge.obstacles, shifts=shifts, clearances=clearances, occupied=occupied
    )


def _cost(route: Sequence[Point], edge: Edge, occupied: Sequence[Segment]) -> float:
    """Return the length for which a route overlaps others; infinite if an obstacle blocks it."""
    is_clear = len(route) > 2 or (
        is_straight(route[0], route[-1], edge.sides) and not is_blocked(route[0], route[-1], edge.obstacles)
    )
    return overlap_length(list(pairwise(route)), occupied) if is_clear else inf
