"""Cuts a line where it leaves a plane."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from infograficos.scene.geometry import Rect

_Pair = tuple[float, float]


def clip_line(points: Sequence[_Pair], plane: Rect) -> list[list[_Pair]]:
    """Return the parts of a line that are inside a plane, each as its points; most lines have one."""
    if all(_is_inside(point, plane) for point in points):
        return [list(points)]
    parts: list[list[_Pair]] = []
    for start, end in pairwise(points):
        inside = _clip(start, end, plane)
        if inside and parts and parts[-1][-1] == inside[0]:
            parts[-1].append(inside[1])
        elif inside:
            parts.append([*inside])
    return parts


def _is_inside(point: _Pair, plane: Rect) -> bool:
    return plane.x <= point[0] <= plane.right and plane.y <= point[1] <= plane.bottom


def _clip(start: _Pair, end: _Pair, plane: Rect) -> tuple[_Pair, _Pair] | None:
    """Return the part of a segment inside a plane, if any.

    Source: Liang and Barsky, “A New Concept and Method for Line Clipping”, ACM TOG 1984.
    """
    enters, leaves = 0.0, 1.0
    for move, room in _sides(start, end, plane):
        if move == 0.0:
            if room < 0.0:
                return None
        elif move < 0.0:
            enters = max(enters, room / move)
        else:
            leaves = min(leaves, room / move)
    if enters > leaves:
        return None
    return _between(start, end, enters), _between(start, end, leaves)


def _sides(start: _Pair, end: _Pair, plane: Rect) -> Iterator[tuple[float, float]]:
    """Yield how far a segment moves towards each side of a plane, and how far that is from its start."""
    (x, y), (to_x, to_y) = start, end
    yield x - to_x, x - plane.x
    yield to_x - x, plane.right - x
    yield y - to_y, y - plane.y
    yield to_y - y, plane.bottom - y


def _between(start: _Pair, end: _Pair, share: float) -> _Pair:
    if share in (0.0, 1.0):
        return end if share else start
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
