"""The lines of edges: interrupted by their words and where another one crosses, with filled arrowheads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from infograficos.elements.polyline import distance, point_towards, round_corners
from infograficos.scene.geometry import TOLERANCE, Point, Rect
from infograficos.scene.items import PathCommand

Polyline = tuple[Point, ...]

#: An arrowhead's length and half its width: in units, and in widths of the line besides.
_LENGTH, _HALF_WIDTH = (8.0, 1.75), (4.6, 1.1)

#: The least share of a line's last segment that an arrowhead leaves.
_STEM = 0.12

#: How far the line reaches into its arrowhead, and the radius of the head's corners, in units.
_OVER, _ROUND_TIP = 3.0, 1.5

#: What is left free beside the words on a line, and beside a line that crosses it, in units.
BESIDE_WORDS, _BESIDE_LINE = 7.0, 4.0


@dataclass(frozen=True, slots=True)
class EdgeShape:
    """The outlines of an edge: its line, perhaps in pieces, and its arrowheads."""

    line: tuple[PathCommand, ...]
    heads: tuple[tuple[PathCommand, ...], ...]


def edge_shape(
    route: Polyline, width: float, heads: tuple[bool, bool], gaps: Sequence[Rect] = (), corner: float = 10.0
) -> EdgeShape:
    """Return the outlines of an edge along a route of level and upright segments.

    Args:
        route: from border to border.
        width: the stroke width in units.
        heads: whether there is an arrowhead at its start, and at its end.
        gaps: where the line is left out.
        corner: the radius of its corners.
    """
    first, last = route[0], route[-1]
    points = list(route)
    tips = []
    if heads[1]:
        length = head_length(width, distance(route[-2], last))
        points[-1] = point_towards(last, route[-2], length - _OVER)
        tips.append(_head(last, route[-2], length, width))
    if heads[0]:
        length = head_length(width, distance(route[1], first))
        points[0] = point_towards(first, route[1], length - _OVER)
        tips.append(_head(first, route[1], length, width))
    line: list[PathCommand] = []
    for piece in _pieces(points, gaps):
        line += round_corners(piece, corner, (1.0, 1.0))
    return EdgeShape(tuple(line), tuple(tips))


def head_length(width: float, room: float) -> float:
    """Return how long an arrowhead is, given the stroke width and the last segment's length."""
    return min(_LENGTH[0] + _LENGTH[1] * width, max(room * (1.0 - _STEM), _OVER + 1.0))


def _head(tip: Point, before: Point, length: float, width: float) -> tuple[PathCommand, ...]:
    """Return a filled arrowhead with round corners."""
    neck = point_towards(tip, before, length)
    out = _HALF_WIDTH[0] + _HALF_WIDTH[1] * width
    along_x, along_y = (tip.x - neck.x) / length, (tip.y - neck.y) / length
    left = Point(neck.x + along_y * out, neck.y - along_x * out)
    right = Point(neck.x - along_y * out, neck.y + along_x * out)
    # The outline begins in the middle of its back.
    corners = round_corners((neck, left, tip, right, neck), _ROUND_TIP, (1.0, 1.0))
    return (*corners, PathCommand("Z"))


def _pieces(route: Sequence[Point], gaps: Sequence[Rect]) -> Iterator[list[Point]]:
    """Yield what gaps leave of a route."""
    piece = [route[0]]
    for start, end in pairwise(route):
        for leaving, entering in _holes(start, end, gaps):
            if distance(piece[-1], leaving) > TOLERANCE or len(piece) > 1:
                yield [*piece, leaving]
            piece = [entering]
        if distance(piece[-1], end) > TOLERANCE:
            piece.append(end)
    if len(piece) > 1:
        yield piece


def _holes(start: Point, end: Point, gaps: Sequence[Rect]) -> list[tuple[Point, Point]]:
    """Return where a segment is left out, in its direction."""
    length = distance(start, end)
    found = []
    for gap in gaps:
        span = _overlap(start, end, gap)
        if span and length > TOLERANCE:
            found.append(span)
    found.sort()
    return [(point_towards(start, end, low), point_towards(start, end, high)) for low, high in _merged(found)]


def _merged(spans: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    merged: list[tuple[float, float]] = []
    for low, high in spans:
        if merged and low <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(high, merged[-1][1])
        else:
            merged.append((low, high))
    return merged


def _overlap(start: Point, end: Point, gap: Rect) -> tuple[float, float] | None:
    """Return from where to where a level or upright segment runs through a rectangle, from its start."""
    if abs(start.y - end.y) < TOLERANCE:
        across, low, high = start.y, gap.x, gap.right
        is_inside, a, b = gap.y < across < gap.bottom, start.x, end.x
    else:
        across, low, high = start.x, gap.y, gap.bottom
        is_inside, a, b = gap.x < across < gap.right, start.y, end.y
    first, last = max(low, min(a, b)), min(high, max(a, b))
    if not is_inside or last - first <= TOLERANCE:
        return None
    return (first - a, last - a) if b > a else (a - last, a - first)


def crossing_gaps(routes: Sequence[Polyline], widths: Sequence[float]) -> list[list[Rect]]:
    """Return where each line is left out since one that is drawn after it crosses it."""
    gaps: list[list[Rect]] = [[] for _ in routes]
    for under in range(len(routes)):
        for over in range(under + 1, len(routes)):
            half = widths[over] / 2 + _BESIDE_LINE
            gaps[under] += [
                Rect(at.x - half, at.y - half, 2 * half, 2 * half)
                for at in _crossings(routes[under], routes[over])
            ]
    return gaps


def _crossings(one: Polyline, other: Polyline) -> Iterator[Point]:
    for a, b in pairwise(one):
        for c, d in pairwise(other):
            if (abs(a.y - b.y) < TOLERANCE) != (abs(c.y - d.y) < TOLERANCE):
                level, upright = ((a, b), (c, d)) if abs(a.y - b.y) < TOLERANCE else ((c, d), (a, b))
                at = Point(upright[0].x, level[0].y)
                if _is_within(at.x, level[0].x, level[1].x) and _is_within(at.y, upright[0].y, upright[1].y):
                    yield at


def _is_within(value: float, one: float, other: float) -> bool:
    """Say whether a number is between two others, and not at one of them."""
    return min(one, other) + 1.0 < value < max(one, other) - 1.0
