"""The route of one edge from border to border: straight, curved or at right angles."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, product
from math import inf

from infograficos.elements.connectors.edge import Edge, loop_offsets, resolve_edge
from infograficos.elements.connectors.endpoints import border_point
from infograficos.elements.connectors.orthogonal import (
    CLEARANCES,
    LOOP_CLEARANCES,
    Side,
    anchors,
    is_straight,
    leads_outward,
    orthogonal_route,
    outward_point,
)
from infograficos.elements.connectors.pathfinding import LANE, is_blocked, overlap_length
from infograficos.elements.polyline import ROUND, distance
from infograficos.scene.flattening import Segment, crosses, flattened
from infograficos.scene.geometry import ORIGIN, Point, Rect
from infograficos.scene.items import Path, Step, Visit

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


#: The clearance of a curve, and the least length of its handles, in units.
_CLEARANCE = 5.0
_LEAST_PULL = 24.0

#: The longest handles of a curve that comes back to the same side.
_MOST_PULL = 64.0

#: Factors for these handles, to pass around an obstacle.
_SWINGS = (1.0, 1.4, 1.9, 2.5)


def curved_steps(
    first: Point, last: Point, sides: tuple[Side, Side], ends: tuple[Rect, Rect], obstacles: Sequence[Rect]
) -> tuple[Step, ...] | None:
    """Return a curve at right angles to both borders, or nothing if an obstacle is in its way."""
    for swing in _SWINGS if sides[0] == sides[1] else (1.0,):
        controls = _control_points(first, last, sides, swing)
        steps = (Step("M", (first,)), Step("C", (*controls, last)))
        if is_clear(flattened(Path(steps), ORIGIN), ends, obstacles):
            return steps
    return None


def straight_between(
    start: Visit, end: Visit, obstacles: Sequence[Rect], shift: float = 0.0
) -> tuple[Point, Point] | None:
    """Return the ends of a line between two centers, shifted to its side; nothing if it is blocked."""
    a, b = border_point(start, end.rect.center), border_point(end, start.rect.center)
    length = distance(a, b)
    aside = Point((a.y - b.y) / length * shift, (b.x - a.x) / length * shift) if length else ORIGIN
    if shift:
        a = border_point(start, end.rect.center.moved(aside), aside)
        b = border_point(end, start.rect.center.moved(aside), aside)
    free = length > 0 and is_clear([(a, b)], (start.rect, end.rect), obstacles)
    return (a, b) if free else None


def _control_points(first: Point, last: Point, sides: tuple[Side, Side], swing: float) -> tuple[Point, Point]:
    across, down = abs(last.x - first.x), abs(last.y - first.y)
    if sides[0] == sides[1]:
        reach = min(max(1.5 * _LEAST_PULL, 0.3 * (across + down)), _MOST_PULL) * swing
        return outward_point(first, sides[0], reach), outward_point(last, sides[1], reach)
    are_horizontal = [side in ("left", "right") for side in sides]
    reaches = [max(_LEAST_PULL, ROUND * (across if horizontal else down)) for horizontal in are_horizontal]
    return outward_point(first, sides[0], reaches[0]), outward_point(last, sides[1], reaches[1])


def is_clear(segments: Sequence[Segment], ends: tuple[Rect, Rect], obstacles: Sequence[Rect]) -> bool:
    """Say whether segments pass neither through their ends nor too near an obstacle."""
    blocks = [*(rect.grown(_CLEARANCE) for rect in obstacles), *(rect.grown(-1.0) for rect in ends)]
    return not any(crosses(a, b, rect) for a, b in segments for rect in blocks)
