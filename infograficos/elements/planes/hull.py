"""The soft outline around things that belong together: their convex hull, with room and round corners."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from math import atan2, ceil, cos, pi, sin, tan

from infograficos.scene.geometry import Point
from infograficos.scene.items import Step

#: Differences between angles below this are rounding.
_STRAIGHT = 1e-9


def convex_hull(points: Iterable[Point]) -> list[Point]:
    """Return the corners of the smallest convex shape that holds the points, each once and in order.

    Source: Andrew, “Another efficient algorithm for convex hulls in two dimensions”, 1979.
    """
    ordered = sorted(set(points), key=lambda point: (point.x, point.y))
    if len(ordered) < 3:
        return ordered
    return [*_half(ordered)[:-1], *_half(ordered[::-1])[:-1]]


def rounded_hull(points: Iterable[Point], radius: float) -> tuple[Step, ...]:
    """Return a closed outline at `radius` units from the hull of the points, round at its corners."""
    corners = convex_hull(points)
    loop = [corners[-1], *corners, corners[0]]
    # Each corner is turned around by an arc from the normal of one side to the normal of the next.
    normals = [atan2(b.x - a.x, a.y - b.y) + pi for a, b in pairwise(loop)]
    steps: list[Step] = []
    for corner, before, after in zip(corners, normals, normals[1:], strict=False):
        turn = (after - before) % (2 * pi) if len(corners) > 1 else 2 * pi
        if turn > 2 * pi - _STRAIGHT and len(corners) > 1:
            turn = 0.0
        start = Point(corner.x + radius * cos(before), corner.y + radius * sin(before))
        steps.append(Step("L" if steps else "M", (start,)))
        steps += _arc(corner, radius, before, turn)
    return (*steps, Step("Z"))


def _half(ordered: list[Point]) -> list[Point]:
    chain: list[Point] = []
    for point in ordered:
        while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
            chain.pop()
        chain.append(point)
    return chain


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)


def _arc(center: Point, radius: float, start: float, turn: float) -> list[Step]:
    """Return cubics that follow a part of a circle, none of them over more than a quarter."""
    count = ceil(turn / (pi / 2) - _STRAIGHT)
    steps = []
    for i in range(count):
        low, high = start + turn * i / count, start + turn * (i + 1) / count
        reach = 4 / 3 * tan((high - low) / 4)
        first, last = _unit(low), _unit(high)
        steps.append(
            Step(
                "C",
                (
                    _on(center, radius, first.x - reach * first.y, first.y + reach * first.x),
                    _on(center, radius, last.x + reach * last.y, last.y - reach * last.x),
                    _on(center, radius, last.x, last.y),
                ),
            )
        )
    return steps


def _unit(angle: float) -> Point:
    return Point(cos(angle), sin(angle))


def _on(center: Point, radius: float, x: float, y: float) -> Point:
    return Point(center.x + radius * x, center.y + radius * y)
