"""Outlines of groups: the convex hull, and the same with room and round corners."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import atan2, ceil, cos, hypot, pi, sin

from infograficos.elements.polyline import arc_curves
from infograficos.scene.geometry import Point, Rect
from infograficos.scene.items import PathCommand

#: Smaller differences between angles are rounding errors.
_TOLERANCE = 1e-9


def convex_hull(points: Iterable[Point]) -> list[Point]:
    """Return the corners of the smallest convex shape that holds the points, each once and in order.

    Source: Andrew, “Another efficient algorithm for convex hulls in two dimensions”, 1979.
    """
    ordered = sorted(set(points), key=lambda point: (point.x, point.y))
    if len(ordered) < 3:
        return ordered
    return [*_half(ordered)[:-1], *_half(ordered[::-1])[:-1]]


def rounded_hull(points: Iterable[Point], radius: float) -> tuple[PathCommand, ...]:
    """Return the outline at `radius` units from the hull of the points, with round corners."""
    corners = convex_hull(points)
    loop = [corners[-1], *corners, corners[0]]
    # Each corner is turned around by an arc from the normal of one side to the normal of the next.
    normals = [atan2(b.x - a.x, a.y - b.y) + pi for a, b in pairwise(loop)]
    commands: list[PathCommand] = []
    for corner, before, after in zip(corners, normals, normals[1:], strict=False):
        turn = (after - before) % (2 * pi) if len(corners) > 1 else 2 * pi
        if turn > 2 * pi - _TOLERANCE and len(corners) > 1:
            turn = 0.0
        start = Point(corner.x + radius * cos(before), corner.y + radius * sin(before))
        commands.append(PathCommand("L" if commands else "M", (start,)))
        # No cubic is over more than a quarter of the circle.
        commands += arc_curves(corner, radius, before, turn, ceil(turn / (pi / 2) - _TOLERANCE))
    return (*commands, PathCommand("Z"))


def contains(corners: Sequence[Point], point: Point) -> bool:
    """Return whether a point is inside a convex shape."""
    loop = pairwise([*corners, corners[0]])
    return all((b.x - a.x) * (point.y - a.y) >= (b.y - a.y) * (point.x - a.x) for a, b in loop)


def gap_between(first: Sequence[Point], second: Sequence[Point]) -> float:
    """Return how far apart two convex shapes are along the best of their sides; below 0 they overlap."""
    gaps = []
    for shape, other in ((first, second), (second, first)):
        for a, b in pairwise([*shape, shape[0]]):
            if length := hypot(b.x - a.x, b.y - a.y):
                gaps.append(min(-_turn(a, b, point) for point in other) / length)
    return max(gaps)


def are_apart(first: Sequence[Point], second: Sequence[Point], least: float = 0.0) -> bool:
    """Return whether two convex shapes are at least so far apart."""
    if not Rect.around(first).inflate(least).overlaps(Rect.around(second)):
        return True
    return gap_between(first, second) >= least


def _half(ordered: list[Point]) -> list[Point]:
    chain: list[Point] = []
    for point in ordered:
        while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
            chain.pop()
        chain.append(point)
    return chain


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
