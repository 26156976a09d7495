"""Flattens paths to segments, and clips segments against rectangles."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from infograficos.scene.geometry import Point, Rect
from infograficos.scene.items import Path

#: Segments per curve: on a curve across a whole sheet the error is less than a unit.
_SEGMENTS = 24

#: The Bernstein weights of a cubic's four points at the end of each segment.
_WEIGHTS = [
    ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3)
    for t in (i / _SEGMENTS for i in range(1, _SEGMENTS + 1))
]

Segment = tuple[Point, Point]

#: The two ends of a line, or the four points of a cubic.
Piece = tuple[Point, ...]


def flatten(path: Path, at: Point) -> list[Segment]:
    """Return a path as straight segments on the sheet, curves approximated."""
    return [segment for piece in path_pieces(path, at) for segment in flatten_piece(piece)]


def path_pieces(path: Path, at: Point) -> list[Piece]:
    """Return a path's lines, of two points each, and its curves, of four, on the sheet."""
    pieces: list[Piece] = []
    here = start = Point(0.0, 0.0)
    for command in path.commands:
        points = [point.translate(at) for point in command.points]
        if command.verb == "M":
            here = start = points[0]
        elif command.verb == "C":
            pieces.append((here, *points))
            here = points[-1]
        else:
            for end in points or [start]:
                pieces.append((here, end))
                here = end
    return pieces


def flatten_piece(piece: Piece) -> Sequence[Segment]:
    """Return a line or curve as straight segments."""
    return [(piece[0], piece[1])] if len(piece) == 2 else list(pairwise((piece[0], *_curve(*piece))))


def crosses(a: Point, b: Point, rect: Rect) -> bool:
    """Say whether a segment has a part inside a rectangle (Liang and Barsky's clipping)."""
    left, top, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    # Nearly every segment lies on one side of the rectangle.
    if (a.x <= left and b.x <= left) or (a.x >= right and b.x >= right):
        return False
    if (a.y <= top and b.y <= top) or (a.y >= bottom and b.y >= bottom):
        return False
    enter, leave = 0.0, 1.0
    for start, change, low, high in ((a.x, b.x - a.x, left, right), (a.y, b.y - a.y, top, bottom)):
        if change == 0:
            if not low < start < high:
                return False
            continue
        first, last = sorted(((low - start) / change, (high - start) / change))
        enter, leave = max(enter, first), min(leave, last)
    return enter < leave


def _curve(a: Point, b: Point, c: Point, d: Point) -> list[Point]:
    return [
        Point(r * a.x + s * b.x + t * c.x + u * d.x, r * a.y + s * b.y + t * c.y + u * d.y)
        for r, s, t, u in _WEIGHTS
    ]
