"""How a connector is drawn: straight stretches with round turns, or one smooth curve, and open heads."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot

from infograficos.elements.arrowhead import chevron
from infograficos.scene.geometry import Point
from infograficos.scene.items import Step

#: The radius of a turn, in units, where there is room for it.
CORNER = 10.0

#: A cubic whose control points are this much of the way to the corner follows a quarter of a circle.
ROUND = 0.5523


def round_corners(
    way: Sequence[Point], corner: float = CORNER, ends: tuple[float, float] = (0.5, 0.5)
) -> tuple[Step, ...]:
    """Return a way with round turns.

    Args:
        way: its corners, with both ends.
        corner: the radius of the turns, less where a stretch is short.
        ends: how much of the first and of the last stretch a turn may take.
    """
    shares = [ends[0], *[0.5] * (len(way) - 3), ends[1]]
    steps = [Step("M", (way[0],))]
    for i, (before, turn, after) in enumerate(zip(way, way[1:], way[2:], strict=False)):
        radius = min(corner, distance(before, turn) * shares[i], distance(turn, after) * shares[i + 1])
        entry, leaving = point_towards(turn, before, radius), point_towards(turn, after, radius)
        curve = (_pulled(entry, turn), _pulled(leaving, turn), leaving)
        steps += [Step("L", (entry,)), Step("C", curve)]
    return (*steps, Step("L", (way[-1],)))


def with_arrowheads(
    line: Sequence[Step], before: Point, after: Point, width: float, heads: tuple[bool, bool]
) -> tuple[Step, ...]:
    """Return a line that stops short of the borders at which it has a head, with its heads.

    The pen is round: its middle stops half its width before the border, so that its edge touches it.

    Args:
        line: from one border to the other.
        before: a point on its last straight stretch, from which the head at its end points.
        after: the same on its first one.
        width: the thickness of the pen, in units.
        heads: whether there is one at its start, and at its end.
    """
    steps = list(line)
    marks: list[Step] = []
    if heads[1]:
        *pulls, border = steps[-1].points
        tip = point_towards(border, before, width / 2)
        steps[-1] = Step(steps[-1].verb, (*pulls, tip))
        marks += chevron(before, tip, width)
    if heads[0]:
        tip = point_towards(steps[0].points[0], after, width / 2)
        steps[0] = Step("M", (tip,))
        marks += chevron(after, tip, width)
    return (*steps, *marks)


def point_towards(start: Point, target: Point, length: float) -> Point:
    """Return the point so far from one point on the way to another."""
    share = length / (distance(start, target) or 1.0)
    return Point(start.x + (target.x - start.x) * share, start.y + (target.y - start.y) * share)


def distance(a: Point, b: Point) -> float:
    """Return how far two points are apart."""
    return hypot(b.x - a.x, b.y - a.y)


def _pulled(point: Point, corner: Point) -> Point:
    return Point(point.x + (corner.x - point.x) * ROUND, point.y + (corner.y - point.y) * ROUND)
