"""Orthogonal routes: straight where possible, else at right angles around obstacles."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from infograficos.elements.connectors.pathfinding import is_blocked, overlap_length, shortest_path
from infograficos.scene.flattening import Segment
from infograficos.scene.geometry import Point, Rect

Side = Literal["left", "right", "top", "bottom"]

#: The distance from obstacles in units, and smaller ones for where they are close together.
CLEARANCE = 10.0
CLEARANCES = (CLEARANCE, 6.0, 3.0)

#: The same for loops around the outside.
LOOP_CLEARANCES = (24.0, 16.0, *CLEARANCES)

#: Ends that differ by less are on one line.
_ALIGNED = 0.01

#: The least distance from a corner at which a shifted connector may leave, in units.
_FROM_CORNER = 6.0

OUTWARD: dict[Side, Point] = {
    "left": Point(-1, 0),
    "right": Point(1, 0),
    "top": Point(0, -1),
    "bottom": Point(0, 1),
}


def facing_sides(start: Rect, end: Rect) -> tuple[Side, Side]:
    """Return the sides that face each other across the wider gap between two rectangles."""
    gaps: list[tuple[float, tuple[Side, Side]]] = [
        (end.x - start.right, ("right", "left")),
        (end.y - start.bottom, ("bottom", "top")),
        (start.x - end.right, ("left", "right")),
        (start.y - end.bottom, ("top", "bottom")),
    ]
    return max(gaps, key=lambda gap: gap[0])[1]


def orthogonal_route(
    start: Rect,
    end: Rect,
    sides: tuple[Side, Side],
    obstacles: Sequence[Rect],
    *,
    shifts: tuple[float, float] = (0.0, 0.0),
    clearances: Sequence[float] = CLEARANCES,
    occupied: Sequence[Segment] = (),
) -> list[Point]:
    """Return the corners of a route between two rectangles, with its ends on their borders.

    If every route is blocked, the straight one is returned.

    Args:
        sides: the side that it leaves and the side that it reaches.
        obstacles: what it must not cross.
        shifts: the offset of each end along its side, to make room for other connectors.
        clearances: distances to keep from obstacles, best first.
        occupied: the segments of other connectors.
    """
    first, last = anchors(start, end, sides, shifts)
    if is_straight(first, last, sides) and not is_blocked(first, last, obstacles):
        return [first, last]
    out, back = OUTWARD[sides[0]], OUTWARD[sides[1]]
    for clearance in clearances:
        blocks = [rect.inflate(clearance - 1) for rect in (*obstacles, start, end)]
        ends = outward_point(first, sides[0], clearance), outward_point(last, sides[1], clearance)
        if any(is_blocked(point, point, blocks) for point in ends):
            continue
        middle = shortest_path(*ends, (out, Point(-back.x, -back.y)), blocks, occupied)
        if middle:
            return _center_middle(_simplify([first, *middle, last]), blocks[:-2], occupied)
    return [first, last]


def _center_middle(route: list[Point], blocks: Sequence[Rect], occupied: Sequence[Segment]) -> list[Point]:
    """Return a route that turns there and back halfway between its ends, if nothing is in the way."""
    if len(route) != 4 or _turns_back(route):
        return route
    first, turn, _, last = route
    if first.y == turn.y:
        x = (first.x + last.x) / 2
        centered = [first, Point(x, first.y), Point(x, last.y), last]
    else:
        y = (first.y + last.y) / 2
        centered = [first, Point(first.x, y), Point(last.x, y), last]
    pieces = list(pairwise(centered))
    is_free = not any(is_blocked(a, b, blocks) for a, b in pieces) and not overlap_length(pieces, occupied)
    return centered if is_free else route


def _turns_back(route: Sequence[Point]) -> bool:
    """Say whether a route's last piece runs against its first, as that of a loop does."""
    (a, b), (c, d) = route[:2], route[-2:]
    return (b.x - a.x) * (d.x - c.x) + (b.y - a.y) * (d.y - c.y) < 0


def anchors(
    start: Rect, end: Rect, sides: tuple[Side, Side], shifts: tuple[float, float] = (0.0, 0.0)
) -> tuple[Point, Point]:
    """Return both ends at the middle of what the two sides share, so that the route is straight."""
    along: float | None = None
    if sides in (("right", "left"), ("left", "right")):
        along = _shared_middle(start.y, start.bottom, end.y, end.bottom)
    elif sides in (("bottom", "top"), ("top", "bottom")):
        along = _shared_middle(start.x, start.right, end.x, end.right)
    return _on_side(start, sides[0], along, shifts[0]), _on_side(end, sides[1], along, shifts[1])


def outward_point(point: Point, side: Side, length: float) -> Point:
    """Return the point at a distance outwards from a point on a side."""
    outward = OUTWARD[side]
    return Point(point.x + outward.x * length, point.y + outward.y * length)


def is_straight(first: Point, last: Point, sides: tuple[Side, Side]) -> bool:
    """Say whether the straight route meets both sides at right angles."""
    across, down = last.x - first.x, last.y - first.y
    return leads_outward(first, last, sides) and min(abs(across), abs(down)) < _ALIGNED


def leads_outward(first: Point, last: Point, sides: tuple[Side, Side]) -> bool:
    """Say whether the straight route, slanted or not, leaves and reaches the sides from outside."""
    across, down = last.x - first.x, last.y - first.y
    out, back = OUTWARD[sides[0]], OUTWARD[sides[1]]
    leaves = across * out.x + down * out.y
    arrives = -(across * back.x + down * back.y)
    return min(leaves, arrives) > 0


def _shared_middle(low: float, high: float, other_low: float, other_high: float) -> float | None:
    shared_low, shared_high = max(low, other_low), min(high, other_high)
    return (shared_low + shared_high) / 2 if shared_high - shared_low >= 2 * CLEARANCE else None


def _on_side(rect: Rect, side: Side, along: float | None, shift: float) -> Point:
    if side in ("left", "right"):
        y = _shift(rect.center.y if along is None else along, shift, rect.y, rect.bottom)
        return Point(rect.x if side == "left" else rect.right, y)
    x = _shift(rect.center.x if along is None else along, shift, rect.x, rect.right)
    return Point(x, rect.y if side == "top" else rect.bottom)


def _shift(position: float, shift: float, low: float, high: float) -> float:
    if not shift:
        return position
    return max(min(position, low + _FROM_CORNER), min(max(position, high - _FROM_CORNER), position + shift))


def _simplify(points: list[Point]) -> list[Point]:
    """Drop points on the straight line between their neighbours."""
    unique = [points[0], *(b for a, b in pairwise(points) if a != b)]
    corners = [
        here
        for before, here, after in zip(unique, unique[1:], unique[2:], strict=False)
        if not (before.x == here.x == after.x or before.y == here.y == after.y)
    ]
    return [unique[0], *corners, unique[-1]]
