"""Polylines, their round corners and their arrowheads."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot

from infograficos.scene.geometry import Point
from infograficos.scene.items import Step

#: The arrowhead's length and half its width, in stroke widths.
_LENGTH, _HALF_WIDTH = 2.6, 2.6

#: The radius of a corner in units, where there is room for it.
CORNER = 10.0

#: The share of the way to the corner at which control points make a cubic a quarter of a circle.
ROUND = 0.5523


def round_corners(
    route: Sequence[Point], corner: float = CORNER, ends: tuple[float, float] = (0.5, 0.5)
) -> tuple[Step, ...]:
    """Return a polyline with round corners, which take at most the shares `ends` of the outer segments."""
    shares = [ends[0], *[0.5] * (len(route) - 3), ends[1]]
    steps = [Step("M", (route[0],))]
    for i, (before, turn, after) in enumerate(zip(route, route[1:], route[2:], strict=False)):
        radius = min(corner, distance(before, turn) * shares[i], distance(turn, after) * shares[i + 1])
        entry, leaving = point_towards(turn, before, radius), point_towards(turn, after, radius)
        curve = (_control_point(entry, turn), _control_point(leaving, turn), leaving)
        steps += [Step("L", (entry,)), Step("C", curve)]
    return (*steps, Step("L", (route[-1],)))


def with_arrowheads(
    line: Sequence[Step], before: Point, after: Point, width: float, heads: tuple[bool, bool]
) -> tuple[Step, ...]:
    """Return a line with its arrowheads, shortened so that their round tips touch the borders.

    Args:
        line: from one border to the other.
        before: a point on its last segment, for the direction of the head at its end.
        after: a point on its first segment, for the head at its start.
        width: the stroke width in units.
        heads: whether there is one at its start, and at its end.
    """
    steps = list(line)
    arrowheads: list[Step] = []
    if heads[1]:
        *pulls, border = steps[-1].points
        tip = point_towards(border, before, width / 2)
        steps[-1] = Step(steps[-1].verb, (*pulls, tip))
        arrowheads += chevron(before, tip, width)
    if heads[0]:
        tip = point_towards(steps[0].points[0], after, width / 2)
        steps[0] = Step("M", (tip,))
        arrowheads += chevron(after, tip, width)
    return (*steps, *arrowheads)


def line_steps(first: Point, *others: Point) -> tuple[Step, ...]:
    """Return straight lines through all points."""
    return (Step("M", (first,)), *(Step("L", (point,)) for point in others))


def chevron(before: Point, tip: Point, width: float) -> tuple[Step, ...]:
    """Return an open arrowhead that points from `before` to `tip`, for a stroke width in units."""
    length = distance(before, tip) or 1.0
    along_x, along_y = (tip.x - before.x) / length, (tip.y - before.y) / length
    back, out = width * _LENGTH, width * _HALF_WIDTH
    foot = Point(tip.x - along_x * back, tip.y - along_y * back)
    left = Point(foot.x + along_y * out, foot.y - along_x * out)
    right = Point(foot.x - along_y * out, foot.y + along_x * out)
    return line_steps(left, tip, right)


def point_towards(start: Point, target: Point, length: float) -> Point:
    """Return the point at a distance from one point in the direction of another."""
    share = length / (distance(start, target) or 1.0)
    return Point(start.x + (target.x - start.x) * share, start.y + (target.y - start.y) * share)


def distance(a: Point, b: Point) -> float:
    """Return the distance between two points."""
    return hypot(b.x - a.x, b.y - a.y)


def _control_point(point: Point, corner: Point) -> Point:
    return Point(point.x + (corner.x - point.x) * ROUND, point.y + (corner.y - point.y) * ROUND)
