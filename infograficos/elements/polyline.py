"""Polylines, their round corners and their arrowheads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import cos, hypot, sin, tan

from infograficos.scene.geometry import Point
from infograficos.scene.items import PathCommand, polyline

#: The arrowhead's length and half its width, in stroke widths.
_LENGTH, _HALF_WIDTH = 2.6, 2.6

#: The radius of a corner in units, where there is room for it.
CORNER = 10.0

#: The share of the way to the corner at which control points make a cubic a quarter of a circle.
ROUND = 0.5523

#: Lengths of dash and gap of a dashed line, in units; lines of data have `DASHES` of `line_data`.
DASH = (6.0, 5.0)

#: Those of a dotted outline, around what is switched off or not there yet.
DOTS = (2.0, 4.0)


def round_corners(
    route: Sequence[Point], corner: float = CORNER, ends: tuple[float, float] = (0.5, 0.5)
) -> tuple[PathCommand, ...]:
    """Return a polyline with round corners, which take at most the shares `ends` of the outer segments."""
    shares = [ends[0], *[0.5] * (len(route) - 3), ends[1]]
    commands = [PathCommand("M", (route[0],))]
    for i, (before, turn, after) in enumerate(zip(route, route[1:], route[2:], strict=False)):
        radius = min(corner, distance(before, turn) * shares[i], distance(turn, after) * shares[i + 1])
        entry, leaving = point_towards(turn, before, radius), point_towards(turn, after, radius)
        curve = (entry.towards(turn, ROUND), leaving.towards(turn, ROUND), leaving)
        commands += [PathCommand("L", (entry,)), PathCommand("C", curve)]
    return (*commands, PathCommand("L", (route[-1],)))


def arc_curves(center: Point, radius: float, start: float, turn: float, count: int) -> Iterator[PathCommand]:
    """Yield an arc as so many cubics, from an angle on and clockwise by another, in radians."""
    reach = 4 / 3 * tan(turn / count / 4) if count else 0.0
    for i in range(count):
        low, high = start + turn * i / count, start + turn * (i + 1) / count
        (x, y), (u, v) = (cos(low), sin(low)), (cos(high), sin(high))
        # The handles, and the end, on a circle of radius 1 around the origin.
        ends = (x - reach * y, y + reach * x), (u + reach * v, v - reach * u), (u, v)
        yield PathCommand("C", tuple(Point(center.x + radius * a, center.y + radius * b) for a, b in ends))


def scale_commands(commands: Iterable[PathCommand], factor: float) -> tuple[PathCommand, ...]:
    """Return path commands larger or smaller by a factor, around the origin."""
    return tuple(
        PathCommand(each.verb, tuple(Point(p.x * factor, p.y * factor) for p in each.points))
        for each in commands
    )


def closed_outline(corners: Sequence[tuple[Point, float]]) -> tuple[PathCommand, ...]:
    """Return a closed outline through corners, each rounded by its own radius in units; 0 keeps it sharp."""
    points = [point for point, _ in corners]
    commands: list[PathCommand] = []
    for before, (turn, radius), after in zip(
        (points[-1], *points), corners, (*points[1:], points[0]), strict=False
    ):
        entry, leaving = point_towards(turn, before, radius), point_towards(turn, after, radius)
        commands.append(PathCommand("L" if commands else "M", (entry,)))
        if radius:
            curve = (entry.towards(turn, ROUND), leaving.towards(turn, ROUND), leaving)
            commands.append(PathCommand("C", curve))
    return (*commands, PathCommand("Z"))


def with_arrowheads(
    line: Sequence[PathCommand], before: Point, after: Point, width: float, heads: tuple[bool, bool]
) -> tuple[PathCommand, ...]:
    """Return a line with its arrowheads, shortened so that their round tips touch the borders.

    Args:
        line: from one border to the other.
        before: a point on its last segment, for the direction of the head at its end.
        after: a point on its first segment, for the head at its start.
        width: the stroke width in units.
        heads: whether there is one at its start, and at its end.
    """
    commands = list(line)
    arrowheads: list[PathCommand] = []
    if heads[1]:
        *pulls, border = commands[-1].points
        tip = point_towards(border, before, width / 2)
        commands[-1] = PathCommand(commands[-1].verb, (*pulls, tip))
        arrowheads += chevron(before, tip, width)
    if heads[0]:
        tip = point_towards(commands[0].points[0], after, width / 2)
        commands[0] = PathCommand("M", (tip,))
        arrowheads += chevron(after, tip, width)
    return (*commands, *arrowheads)


def chevron(before: Point, tip: Point, width: float) -> tuple[PathCommand, ...]:
    """Return an open arrowhead that points from `before` to `tip`, for a stroke width in units."""
    length = distance(before, tip) or 1.0
    along_x, along_y = (tip.x - before.x) / length, (tip.y - before.y) / length
    back, out = width * _LENGTH, width * _HALF_WIDTH
    foot = Point(tip.x - along_x * back, tip.y - along_y * back)
    left = Point(foot.x + along_y * out, foot.y - along_x * out)
    right = Point(foot.x - along_y * out, foot.y + along_x * out)
    return polyline(left, tip, right)


def point_towards(start: Point, target: Point, length: float) -> Point:
    """Return the point at a distance from one point in the direction of another."""
    return start.towards(target, length / (distance(start, target) or 1.0))


def distance(a: Point, b: Point) -> float:
    """Return the distance between two points."""
    return hypot(b.x - a.x, b.y - a.y)
