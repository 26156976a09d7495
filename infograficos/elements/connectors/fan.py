"""One line that branches off at right angles to several ends; or, the other way round, several that join."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from infograficos.elements.connectors.orthogonal import LOOP_CLEARANCES, OUTWARD, Side
from infograficos.elements.connectors.pathfinding import is_blocked
from infograficos.elements.connectors.polyline import (
    CORNER,
    distance,
    point_towards,
    round_corners,
    with_arrowheads,
)
from infograficos.scene.geometry import Point, Rect
from infograficos.scene.items import Step

#: Where the line may branch between the hub and the nearest end, the best first.
_SHARES = (0.5, 0.4, 0.6, 0.3, 0.7)

Route = list[Point]


def fan_routes(
    hub: Rect, ends: Sequence[Rect], sides: tuple[Side, Side], obstacles: Sequence[Rect]
) -> list[Route] | None:
    """Return the way from a hub to each end, all sharing their first stretch; nothing if they are blocked.

    Args:
        hub: what all of them leave.
        ends: where they arrive.
        sides: the side of the hub, and the side of every end.
        obstacles: what they must not cross.
    """
    tips = [_middle(end, sides[1]) for end in ends]
    first = _snapped(_middle(hub, sides[0]), tips, sides[0])
    blocks = [*obstacles, *(rect.grown(-1.0) for rect in (hub, *ends))]
    for bus in _buses(first, tips, sides):
        ways = [_way(first, bus, tip, sides) for tip in tips]
        if not any(is_blocked(a, b, blocks) for way in ways for a, b in pairwise(way)):
            return ways
    return None


def fan_steps(ways: Sequence[Route], width: float, heads: tuple[bool, bool]) -> tuple[Step, ...]:
    """Return the lines of all ways as one path, in which no stretch is drawn twice.

    Args:
        ways: each from the hub to an end, with the same first stretch.
        width: the thickness of the pen, in units.
        heads: whether there is one at the hub, and at each end.
    """
    # The longest first: what it draws of the line that they share, the others need not draw.
    ordered = sorted(
        ways, key=lambda way: (len(way) > 2, -distance(*way[-3:-1])) if len(way) > 2 else (False, 0.0)
    )
    steps: list[Step] = []
    trunk_heads = heads[0]
    drawn: list[Route] = []
    for way in ordered:
        piece, ends = _piece(way, drawn)
        line = round_corners(piece, CORNER, ends)
        steps += with_arrowheads(line, piece[-2], piece[1], width, (trunk_heads and not drawn, heads[1]))
        drawn.append(way)
    return tuple(steps)


def branch_segments(way: Route) -> list[tuple[Point, Point]]:
    """Return the stretches of a way that it shares with no other: those nearest its end."""
    return list(pairwise(way[-2:])) if len(way) < 4 else list(pairwise(way[-3:]))


def _piece(way: Route, drawn: Sequence[Route]) -> tuple[Route, tuple[float, float]]:
    """Return what is still to be drawn of a way, and how much of its end stretches a turn may take."""
    if not drawn or len(way) == 2:
        return way, (0.5, 0.5)
    turn = way[-2]
    for other in drawn:
        run = distance(other[1], turn)
        # It leaves the branch that another one drew if that goes on straight past its turn.
        if len(way) == len(other) > 3 and _is_between(turn, other[1], other[2]) and run >= 2 * CORNER:
            return [point_towards(turn, way[-3], CORNER), turn, way[-1]], (1.0, 0.5)
    return [point_towards(way[1], way[0], min(CORNER, distance(*way[:2]) / 2)), *way[1:]], (1.0, 0.5)


def _is_between(point: Point, a: Point, b: Point) -> bool:
    return abs(distance(a, point) + distance(point, b) - distance(a, b)) < 0.01


def _way(first: Point, bus: float, tip: Point, sides: tuple[Side, Side]) -> Route:
    lying = sides[0] in ("left", "right")
    if (sides[1] in ("left", "right")) != lying:
        return [first, Point(tip.x, first.y) if lying else Point(first.x, tip.y), tip]
    if (first.y == tip.y if lying else first.x == tip.x) and sides[0] != sides[1]:
        return [first, tip]
    if lying:
        return [first, Point(bus, first.y), Point(bus, tip.y), tip]
    return [first, Point(first.x, bus), Point(tip.x, bus), tip]


def _buses(first: Point, tips: Sequence[Point], sides: tuple[Side, Side]) -> list[float]:
    """Return where the line may branch, along the direction in which it leaves."""
    lying = sides[0] in ("left", "right")
    own = first.x if lying else first.y
    others = [tip.x if lying else tip.y for tip in tips]
    sign = OUTWARD[sides[0]].x if lying else OUTWARD[sides[0]].y
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
    """Move the hub's end onto the line of an end that it almost faces, so that there is no small jog."""
    lying = side in ("left", "right")
    nearest = min(tips, key=lambda tip: abs(tip.y - first.y) if lying else abs(tip.x - first.x))
    near = Point(first.x, nearest.y) if lying else Point(nearest.x, first.y)
    return near if distance(near, first) < CORNER else first
