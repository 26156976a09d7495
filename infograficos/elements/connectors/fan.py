"""A trunk that branches at right angles to several ends, or several branches that join."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import inf

from infograficos.elements.connectors.orthogonal import LOOP_CLEARANCES, OUTWARD, Side
from infograficos.elements.connectors.pathfinding import is_blocked
from infograficos.elements.polyline import CORNER, distance, point_towards, round_corners, with_arrowheads
from infograficos.scene.geometry import Point, Rect
from infograficos.scene.items import PathCommand

#: Where the trunk may branch between a side without arrowheads and the other, best first: a head needs room
#: for its line to be straight behind it.
_SHARES = (0.3, 0.4, 0.5, 0.6, 0.7)
_EVEN = (0.5, 0.4, 0.6, 0.3, 0.7)

Route = list[Point]


def fan_routes(
    hub: Rect,
    ends: Sequence[Rect],
    sides: tuple[Side, Side],
    obstacles: Sequence[Rect],
    heads: tuple[bool, bool] = (False, True),
) -> list[Route] | None:
    """Return the route from a hub to each end, all with the same trunk; nothing if they are blocked.

    `heads` says whether there is an arrowhead at the hub, and at the ends.
    """
    # A trunk that leaves to a side is routed as if it left upwards or downwards, with x and y exchanged.
    turned = sides[0] in ("left", "right")
    tips = [_swap_axes(_middle(end, sides[1]), turned) for end in ends]
    first = _snap(_swap_axes(_middle(hub, sides[0]), turned), tips)
    blocks = [*obstacles, *(rect.inflate(-1.0) for rect in (hub, *ends))]
    shares = _SHARES if heads == (False, True) else _SHARES[::-1] if heads == (True, False) else _EVEN
    for bus in _bus_positions(first.y, [tip.y for tip in tips], sides, shares):
        routes = [[_swap_axes(point, turned) for point in _route(first, bus, tip, sides)] for tip in tips]
        if not any(is_blocked(a, b, blocks) for route in routes for a, b in pairwise(route)):
            return routes
    return None


def fan_commands(routes: Sequence[Route], width: float, heads: tuple[bool, bool]) -> tuple[PathCommand, ...]:
    """Return all routes as one path that draws no segment twice, with heads at the hub and at each end."""
    # The longest first: the others skip what it draws of the trunk.
    ordered = sorted(routes, key=lambda route: -distance(*route[-3:-1]) if len(route) > 2 else -inf)
    commands: list[PathCommand] = []
    for i, route in enumerate(ordered):
        part, ends = _undrawn(route, ordered[:i])
        line = round_corners(part, CORNER, ends)
        commands += with_arrowheads(line, part[-2], part[1], width, (heads[0] and not i, heads[1]))
    return tuple(commands)


def branch_segments(route: Route) -> list[tuple[Point, Point]]:
    """Return the segments nearest a route's end, which it shares with no other."""
    return list(pairwise(route[-2 if len(route) < 4 else -3 :]))


def _undrawn(route: Route, drawn: Sequence[Route]) -> tuple[Route, tuple[float, float]]:
    """Return the part not drawn by other routes, and the shares of its end segments for round corners."""
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


def _swap_axes(point: Point, turned: bool) -> Point:
    return Point(point.y, point.x) if turned else point


def _route(first: Point, bus: float, tip: Point, sides: tuple[Side, Side]) -> Route:
    if (sides[0] in ("left", "right")) != (sides[1] in ("left", "right")):
        return [first, Point(first.x, tip.y), tip]
    if first.x == tip.x and sides[0] != sides[1]:
        return [first, tip]
    return [first, Point(first.x, bus), Point(tip.x, bus), tip]


def _bus_positions(
    own: float, others: Sequence[float], sides: tuple[Side, Side], shares: Sequence[float]
) -> list[float]:
    """Return where the trunk may branch, along the direction in which it leaves."""
    sign = OUTWARD[sides[0]].x + OUTWARD[sides[0]].y
    if sides[0] == sides[1]:
        outermost = max((own, *others), key=lambda position: sign * position)
        return [outermost + sign * clearance for clearance in LOOP_CLEARANCES]
    nearest = min(others, key=lambda position: sign * position)
    gap = sign * (nearest - own)
    return [own + sign * gap * share for share in shares] if gap > 0 else []


def _middle(rect: Rect, side: Side) -> Point:
    out = OUTWARD[side]
    return Point(rect.center.x + out.x * rect.width / 2, rect.center.y + out.y * rect.height / 2)


def _snap(first: Point, tips: Sequence[Point]) -> Point:
    """Align the hub's point with an end that it almost faces, to avoid a small jog."""
    nearest = min((tip.x for tip in tips), key=lambda x: abs(x - first.x))
    return Point(nearest, first.y) if abs(nearest - first.x) < CORNER else first
