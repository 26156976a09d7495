"""The route of one edge from border to border: straight, curved or at right angles."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, product
from math import inf

from infograficos.elements.connectors.edge import Edge, border_point, end_offsets, resolve_edge
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
from infograficos.scene.flattening import Segment, crosses, flatten
from infograficos.scene.geometry import ORIGIN, Point
from infograficos.scene.items import Path, PathCommand, Visit

#: Sides for an element's loop to itself, best first.
_LOOP_SIDES: tuple[Side, ...] = ("top", "right", "bottom", "left")

#: Offsets along their sides by which both ends may make room for others, smallest first.
_SHIFTS = sorted(
    product((0.0, -LANE, LANE, -2 * LANE, 2 * LANE), repeat=2), key=lambda s: abs(s[0]) + abs(s[1])
)

#: The clearance of a curve, and the least length of its handles, in units.
_CLEARANCE, _LEAST_PULL = 5.0, 24.0

#: The longest handles of a curve that comes back to the same side, and factors to pass around an obstacle.
_MOST_PULL, _SWINGS = 64.0, (1.0, 1.4, 1.9, 2.5)


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
    middle = None if edge.connector.leaves or edge.connector.arrives else _between_centers(edge, shift)
    if middle or not leads_outward(first, last, edge.sides):
        return middle
    return (first, last) if _is_clear([(first, last)], edge) else None


def _between_centers(edge: Edge, shift: float) -> tuple[Point, Point] | None:
    """Return the ends of a line between two centers, shifted to its side; nothing if it is blocked."""
    start, end = edge.ends
    a, b = start.rect.center, end.rect.center
    first, last = border_point(start, b), border_point(end, a)
    length = distance(first, last)
    if shift and length:
        # The second edge of a pair runs the other way, so its offset has the other sign.
        shift = shift / length if (a.x, a.y) < (b.x, b.y) else -shift / length
        aside = Point((first.y - last.y) * shift, (last.x - first.x) * shift)
        first = border_point(start, b.translate(aside), aside)
        last = border_point(end, a.translate(aside), aside)
    return (first, last) if length and _is_clear([(first, last)], edge) else None


def curved_route(edge: Edge, shift: float) -> tuple[PathCommand, ...] | None:
    """Return a smooth curve at right angles to both borders, if one is free and no straight line would do."""
    ends = anchors(*edge.rects, edge.sides, end_offsets(edge, shift))
    if is_straight(*ends, edge.sides):
        return None
    lengths = _handle_lengths(*ends, edge.sides)
    for swing in _SWINGS if edge.sides[0] == edge.sides[1] else (1.0,):
        handles = zip(ends, edge.sides, lengths, strict=True)
        pulls = [outward_point(point, side, length * swing) for point, side, length in handles]
        commands = (PathCommand("M", ends[:1]), PathCommand("C", (*pulls, ends[1])))
        if _is_clear(flatten(Path(commands), ORIGIN), edge):
            return commands
    return None


def _handle_lengths(first: Point, last: Point, sides: tuple[Side, Side]) -> list[float]:
    across, down = abs(last.x - first.x), abs(last.y - first.y)
    if sides[0] == sides[1]:
        return [min(max(1.5 * _LEAST_PULL, 0.3 * (across + down)), _MOST_PULL)] * 2
    return [max(_LEAST_PULL, ROUND * (across if side in ("left", "right") else down)) for side in sides]


def _is_clear(segments: Sequence[Segment], edge: Edge) -> bool:
    """Say whether segments pass neither through their ends nor too near an obstacle."""
    blocks = [
        *(rect.inflate(_CLEARANCE) for rect in edge.obstacles),
        *(rect.inflate(-1.0) for rect in edge.rects),
    ]
    return not any(crosses(a, b, rect) for a, b in segments for rect in blocks)


def square_route(edge: Edge, shift: float, occupied: Sequence[Segment]) -> list[Point]:
    """Return the orthogonal route that overlaps others least."""
    base = end_offsets(edge, shift)
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
