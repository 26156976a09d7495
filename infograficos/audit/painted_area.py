"""The areas that fills and broad strokes cover, as point tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain, pairwise
from math import cos, hypot, pi, sin

from infograficos.scene.flattening import Piece, Segment, flatten, flatten_piece, path_pieces
from infograficos.scene.geometry import TOLERANCE, Point, Rect
from infograficos.scene.items import Box, Ellipse, Path, Shape, Visit

#: The least stroke width, in units, that a letter can lie on.
_BROAD = 12.0

#: The number of segments that approximate an ellipse.
_ELLIPSE_SEGMENTS = 32


@dataclass(frozen=True, slots=True)
class PaintedArea:
    """An area of one colour.

    Args:
        color: its value, such as `#e1f7e7`.
        rect: the rectangle around it, on the sheet.
        covers: whether a point inside that rectangle is painted.
        is_convex: whether it is convex.
        is_mark: whether it is a meaningful path, which others may cross.
    """

    color: str
    rect: Rect
    covers: Callable[[Point], bool]
    is_convex: bool = False
    is_mark: bool = False

    def contains(self, point: Point) -> bool:
        """Return whether a point of the sheet is painted."""
        return self.rect.contains(point) and self.covers(point)


def painted_areas(visit: Visit) -> Iterator[PaintedArea]:
    """Yield the areas of an item's fill and broad stroke on the sheet."""
    item, rect = visit.item, visit.rect
    if not isinstance(item, Shape):
        return
    if item.fill and isinstance(item, Box):
        yield PaintedArea(item.fill.value, rect, partial(_in_rounded_box, rect, item.radius), is_convex=True)
    elif item.fill and isinstance(item, Ellipse):
        yield PaintedArea(item.fill.value, rect, partial(_in_ellipse, rect), is_convex=True)
    elif item.fill and isinstance(item, Path):
        # Few areas are asked about any point.
        edges = cache(partial(_closed_edges, item, visit.at))
        is_inside = partial(_in_outline, edges, item.even_odd)
        yield PaintedArea(item.fill.value, rect, is_inside, is_mark=_is_mark(item))
    if item.stroke and item.stroke.width >= _BROAD and not item.stroke.dash:
        half = item.stroke.width / 2
        near = partial(_near_outline, outline(visit), half)
        yield PaintedArea(item.stroke.paint.value, rect.inflate(half), near, is_mark=_is_mark(item))


def sample_points(rect: Rect) -> list[Point]:
    """Return points all over a rectangle, its corners among them."""
    return [
        Point(rect.x + rect.width * across / 8, rect.y + rect.height * down / 2)
        for across in range(9)
        for down in range(3)
    ]


def _is_mark(item: Shape) -> bool:
    return isinstance(item, Path) and item.purpose in ("mark", "connector")


def _in_rounded_box(rect: Rect, radius: float, point: Point) -> bool:
    radius = min(radius, rect.width / 2, rect.height / 2)
    across = max(rect.x + radius - point.x, point.x - rect.right + radius, 0.0)
    down = max(rect.y + radius - point.y, point.y - rect.bottom + radius, 0.0)
    return across == 0 or down == 0 or hypot(across, down) <= radius


def _in_ellipse(rect: Rect, point: Point) -> bool:
    middle, wide, tall = rect.center, rect.width / 2, rect.height / 2
    across, down = (point.x - middle.x) * tall, (point.y - middle.y) * wide
    return hypot(across, down) <= wide * tall


#: The segments of a line or curve, with the least and greatest y of its points, which it stays between.
_Edge = tuple[float, float, Sequence[Segment]]


def _closed_edges(path: Path, at: Point) -> list[_Edge]:
    """Return the edges of a path that is filled."""
    pieces = close_subpaths(path_pieces(path, at))
    heights = ([point.y for point in piece] for piece in pieces)
    return [(min(ys), max(ys), flatten_piece(piece)) for ys, piece in zip(heights, pieces, strict=True)]


def _in_outline(edges: Callable[[], Sequence[_Edge]], even_odd: bool, point: Point) -> bool:
    """Return whether a point is inside an outline by SVG's `nonzero` fill rule, or its `evenodd` one."""
    winding = 0
    level = (edge for low, high, edge in edges() if low - TOLERANCE <= point.y <= high + TOLERANCE)
    for a, b in chain.from_iterable(level):
        if (a.y <= point.y) != (b.y <= point.y):
            side = (b.x - a.x) * (point.y - a.y) - (point.x - a.x) * (b.y - a.y)
            winding += (side > 0) - (side < 0)
    # The edges on both sides of the point count, so that going around it once is two.
    return winding % 4 != 0 if even_odd else winding != 0


def _near_outline(segments: Sequence[Segment], most: float, point: Point) -> bool:
    return any(distance_to_segment(point, a, b) <= most for a, b in segments)


def distance_to_segment(point: Point, a: Point, b: Point) -> float:
    """Return how far a point is from a segment, in units."""
    across, down = b.x - a.x, b.y - a.y
    length = across * across + down * down
    along = ((point.x - a.x) * across + (point.y - a.y) * down) / length if length else 0.0
    nearest = a.towards(b, min(1.0, max(0.0, along)))
    return hypot(point.x - nearest.x, point.y - nearest.y)


def outline(visit: Visit) -> list[Segment]:
    """Return the segments of a shape's outline on the sheet."""
    item, rect = visit.item, visit.rect
    if isinstance(item, Path):
        return flatten(item, visit.at)
    if isinstance(item, Ellipse):
        turns = [2 * pi * piece / _ELLIPSE_SEGMENTS for piece in range(_ELLIPSE_SEGMENTS + 1)]
        middle, across, down = rect.center, rect.width / 2, rect.height / 2
        corners = [Point(middle.x + across * cos(turn), middle.y + down * sin(turn)) for turn in turns]
    else:
        corners = [*rect.corners, rect.corners[0]]
    return list(pairwise(corners))


def close_subpaths(pieces: Sequence[Piece]) -> list[Piece]:
    """Close each subpath of an outline, as a fill does."""
    subpaths: list[list[Piece]] = []
    for piece in pieces:
        if not subpaths or subpaths[-1][-1][-1] != piece[0]:
            subpaths.append([])
        subpaths[-1].append(piece)
    return [piece for path in subpaths for piece in (*path, (path[-1][-1], path[0][0]))]
