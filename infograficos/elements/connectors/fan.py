"""A trunk that branches at right angles to several ends, or several branches that join."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from infograficos.elements.connectors.orthogonal import LOOP_CLEARANCES, OUTWARD, Side
from infograficos.elements.connectors.pathfinding import is_blocked
from infograficos.elements.polyline import (
    CORNER,
    distance,
    point_towards,
    round_corners,
    with_arrowheads,
)
from infograficos.scene.geometry import Point, Rect
from infograficos.scene.items import Step

#: Where the trunk may branch between hub and nearest end, best first.
_SHARES = (0.5, 0.4, 0.6, 0.3, 0.7)

Route = list[Point]


def fan_routes(
    hub: Rect, ends: Sequence[Rect], sides: tuple[Side, Side], obstacles: Sequence[Rect]
) -> list[Route] | None:
    """Return the route from a hub to each end, all with the same trunk; nothing if they are blocked."""
    tips = [_middle(end, sides[1]) for end in ends]
    first = _snapped(_middle(hub, sides[0]), tips, sides[0])
    blocks = [*obstacles, *(rect.grown(-1.0) for rect in (hub, *ends))]
    for bus in _bus_positions(first, tips, sides):
        routes = [_route(first, bus, tip, sides) for tip in tips]
        if not any(is_blocked(a, b, blocks) for route in routes for a, b in pairwise(route)):
            return routes
    return None


def fan_steps(routes: Sequence[Route], width: float, heads: tuple[bool, bool]) -> tuple[Step, ...]:
    """Return all routes as one path that draws no segment twice, with heads at the hub and at each end."""
    # The longest first: the others skip what it draws of the trunk.
    ordered = sorted(
        routes,
        key=lambda route: (len(route) > 2, -distance(*route[-3:-1])) if len(route) > 2 else (False, 0.0),
    )
    steps: list[Step] = []
    trunk_heads = heads[0]
    drawn: list[Route] = []
    for route in ordered:
        part, ends = _undrawn(route, drawn)
        line = round_corners(part, CORNER, ends)
        steps += with_arrowheads(line, part[-2], part[1], width, (trunk_heads and not drawn, heads[1]))
        drawn.append(route)
    return tuple(steps)


def branch_segments(route: Route) -> list[tuple[Point, Point]]:
    """Return the segments nearest a route's end, which it shares with no other."""
    return list(pairwise(route[-2:])) if len(route) < 4 else list(pairwise(route[-3:]))


def _undrawn(route: Route, drawn: Sequence[Route]) -> tuple[Route, tuple[float, float]]:
    """Return what other routes have not drawn, and the shares of its end segments that turns may take."""
    if not drawn or len(route) == 2:
        return route, (0.5, 0.5)
    turn = route[-2]
    for other in drawn:
        run = distance(other[1], turn)
        # Branch off from another route that goes straight on past this turn.
        if len(route) == len(other) > 3 and _is_between(turn, other[1], other[2]) and run >= 2 * CORNER:
            return [point_towards(turn, route[-3], CORNER), turn, route[-1]], (1.0, 0.5)
    return [point_towards(route[1], route[0], min(CORNER, distance(*route[:2]) / 2)), *route[1:]], (1.0, 0.5)


def _is_between(point: Point, a: Point, b: Point) -> bool:
    return abs(distance(a, point) + distance(point, b) - distance(a, b)) < 0.01


def _route(first: Point, bus: float, tip: Point, sides: tuple[Side, Side]) -> Route:
    horizontal = sides[0] in ("left", "right")
    if (sides[1] in ("left", "right")) != horizontal:
        return [first, Point(tip.x, first.y) if horizontal else Point(first.x, tip.y), tip]
    if (first.y == tip.y if horizontal else first.x == tip.x) and sides[0] != sides[1]:
        return [first, tip]
    if horizontal:
        return [first, Point(bus, first.y), Point(bus, tip.y), tip]
    return [first, Point(first.x, bus), Point(tip.x, bus), tip]


def _bus_positions(first: Point, tips: Sequence[Point], sides: tuple[Side, Side]) -> list[float]:
    """Return where the trunk may branch, along the direction in which it leaves."""
    horizontal = sides[0] in ("left", "right")
    own = first.x if horizontal else first.y
    others = [tip.x if horizontal else tip.y for tip in tips]
    sign = OUTWARD[sides[0]].x if horizontal else OUTWARD[sides[0]].y
    if sides[0] == sides[1]:
        outermost = max((own, *others), key=lambda place: sign * place)
        return [outermost + sign * clearance for clearance in LOOP_CLEARANCES]
    nearest = min(others, key=lambda place: sign * place)
    gap = sign * (nearest - own)
    return [own + sign * gap * share for share in _SHARES] if gap > 0 else []


def _middle(rect: Rect, side: Side) -> Point:
    out = OUTWARD[side]
    return Point(rect.center.x + out.x * rect.width / 2, rect.center.y + out.y * rect.height / 2)


def _snapped(first: Point, tips: Sequence[Point], side: Side) -> Point:
    """Align the hub's point with an end that it almost faces, to avoid a small jog."""
    horizontal = side in ("left", "right")
    nearest = min(tips, key=lambda tip: abs(tip.y - first.y) if horizontal else abs(tip.x - first.x))
    near = Point(first.x, nearest.y) if horizontal else Point(nearest.x, first.y)
    return near if distance(near, first) < CORNER else first
