"""The middle line of a flow from border to border: level, one smooth curve, or around what is in the way."""

from __future__ import annotations

from infograficos.elements.connectors.edge import Edge
from infograficos.elements.connectors.orthogonal import (
    OUTWARD,
    is_straight,
    leads_outward,
    orthogonal_route,
    outward_point,
)
from infograficos.elements.flow_shape import HEAD_LENGTH, HEAD_WIDTH
from infograficos.elements.polyline import CORNER, round_corners
from infograficos.scene.flattening import crosses, flatten
from infograficos.scene.geometry import ORIGIN, TOLERANCE, Point
from infograficos.scene.items import Path, PathCommand, extent, polyline

#: The length of a curve's handles, in shares of the way between its ends.
_PULL = 0.5

#: The straight piece before the tip, in lengths of its head, and its most, as a share of the way.
_STRAIGHT, _SHARE = 1.25, 0.45


#: The radius of a turn, in widths of the flow, where there is room for it.
_TURN = 3.0


def flow_route(edge: Edge, ends: tuple[Point, Point], width: float) -> tuple[PathCommand, ...]:
    """Return a flow's middle line between two points on its borders, given its width in units."""
    first, last = ends
    if first == last:
        # Two borders that touch leave no room; a layout that overflows is drawn all the same.
        return polyline(first, outward_point(first, edge.sides[0], 1.0))
    direct = polyline(*ends) if is_straight(*ends, edge.sides) else _direct(edge, ends, width)
    if direct and _is_clear(direct, edge, width):
        return direct
    # Where there is no way around, a curve that is near to others is better than a slanted line.
    route = _around(edge, ends, width)
    return direct if direct and len(route) == 2 else round_corners(route, max(CORNER, width))


def _direct(edge: Edge, ends: tuple[Point, Point], width: float) -> tuple[PathCommand, ...] | None:
    """Return a turn between two sides at a right angle, or one smooth curve."""
    first, last = ends
    vertical, horizontal = (OUTWARD[side].x == 0 for side in edge.sides)
    if vertical != horizontal and leads_outward(*ends, edge.sides):
        corner = Point(first.x, last.y) if vertical else Point(last.x, first.y)
        return round_corners([first, corner, last], max(_TURN * width, CORNER), (0.5, 0.5))
    return _curve(edge, ends, width)


def _curve(edge: Edge, ends: tuple[Point, Point], width: float) -> tuple[PathCommand, ...] | None:
    first, last = ends
    tips = edge.connector.heads == "both", edge.connector.heads != "none"
    gap = min(abs(last.x - first.x) if OUTWARD[side].x else abs(last.y - first.y) for side in edge.sides)
    straight = min(_STRAIGHT * HEAD_LENGTH * width, gap * _SHARE)
    out, back = (
        outward_point(point, side, straight if tip else 0.0)
        for point, side, tip in zip(ends, edge.sides, tips, strict=True)
    )
    if not leads_outward(out, back, edge.sides):
        return None
    reaches = [abs(back.x - out.x) if OUTWARD[side].x else abs(back.y - out.y) for side in edge.sides]
    pulls = [
        outward_point(point, side, _PULL * reach)
        for point, side, reach in zip((out, back), edge.sides, reaches, strict=True)
    ]
    curve = PathCommand("C", (*pulls, back))
    return (PathCommand("M", (first,)), PathCommand("L", (out,)), curve, PathCommand("L", (last,)))


def _is_clear(line: tuple[PathCommand, ...], edge: Edge, width: float) -> bool:
    # A curve stays within the rectangle of its control points, and most things are far from it.
    reach = extent(Path(line)).inflate(width / 2)
    blocks = [rect.inflate(width / 2) for rect in edge.obstacles if reach.overlaps(rect, -TOLERANCE)]
    segments = flatten(Path(line), ORIGIN) if blocks else []
    return not any(crosses(a, b, rect) for a, b in segments for rect in blocks)


def _around(edge: Edge, ends: tuple[Point, Point], width: float) -> list[Point]:
    """Return a route at right angles that keeps the head's room from what is in the way."""
    room = HEAD_WIDTH * width / 2
    shifts = [
        end.y - rect.center.y if OUTWARD[side].x else end.x - rect.center.x
        for end, rect, side in zip(ends, edge.rects, edge.sides, strict=True)
    ]
    clearances = (max(room, _STRAIGHT * HEAD_LENGTH * width + width), room, CORNER)
    return orthogonal_route(
        *edge.rects, edge.sides, edge.obstacles, shifts=(shifts[0], shifts[1]), clearances=clearances
    )
