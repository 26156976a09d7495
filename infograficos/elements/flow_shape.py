"""The shape of a flow: a broad line as a filled outline, with arrowheads for its tips."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING

from infograficos.elements.polyline import DASH, distance, point_towards, round_corners
from infograficos.scene.geometry import Point
from infograficos.scene.items import Path, PathCommand, Stroke

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: The arrowhead's width and length, in widths of the flow.
HEAD_WIDTH, HEAD_LENGTH = 2.1, 1.15

#: The radius of the arrowhead's corners, in units.
_ROUND_TIP = 2.5

#: How far the line reaches over the back of its arrowhead, in units.
_OVER = 1.0

#: The pieces into which a curve is cut, each of which is moved aside by itself.
_PIECES = 6

Cubic = tuple[Point, Point, Point, Point]


@dataclass(frozen=True, slots=True)
class FlowShape:
    """The outlines of a flow's broad line, and of its arrowheads, whose backs lie under its ends."""

    body: tuple[PathCommand, ...]
    heads: tuple[tuple[PathCommand, ...], ...]


def flow_shape(
    line: Sequence[PathCommand], width: float, heads: tuple[bool, bool] = (False, True)
) -> FlowShape:
    """Return the broad form of a line.

    Args:
        line: one move, then lines and curves that go on smoothly, straight where there is a head.
        width: the width in units.
        heads: whether there is an arrowhead at its start, and at its end; its tip is the line's end.
    """
    cubics = list(_cubics(line))
    first, last = cubics[0], cubics[-1]
    tips = []
    if heads[0]:
        neck = _neck(first[0], first[3], width, both=heads[1] and len(cubics) == 1)
        cubics[0] = _straight(point_towards(neck, first[0], _OVER), first[3])
        tips.append(_head(neck, first[0], width))
    if heads[1]:
        neck = _neck(last[3], last[0], width, both=heads[0] and len(cubics) == 1)
        cubics[-1] = _straight(cubics[-1][0], point_towards(neck, last[3], _OVER))
        tips.append(_head(neck, last[3], width))
    there, other = ([_offset(cubic, side * width / 2) for cubic in cubics] for side in (1, -1))
    back = [piece[::-1] for piece in reversed(other)]
    start, turn = PathCommand("M", there[0][:1]), PathCommand("L", back[0][:1])
    body = (start, *map(_curve, there), turn, *map(_curve, back), PathCommand("Z"))
    return FlowShape(body, tuple(tips))


def _neck(tip: Point, other: Point, width: float, both: bool) -> Point:
    """Return where a head begins; `both` heads of a short line leave room for each other."""
    return point_towards(tip, other, min(HEAD_LENGTH * width, distance(tip, other) / (2 if both else 1)))


def _cubics(line: Sequence[PathCommand]) -> Iterator[Cubic]:
    """Yield the pieces of a line, short enough to be moved aside one by one."""
    here = line[0].points[0]
    for command in line[1:]:
        end = command.points[-1]
        if command.verb == "L" and distance(here, end):
            yield _straight(here, end)
        elif command.verb == "C":
            yield from _cut((here, *command.points), _PIECES)  # type: ignore[arg-type]  # of three points
        here = end


def _straight(start: Point, end: Point) -> Cubic:
    return start, start.towards(end, 1 / 3), start.towards(end, 2 / 3), end


def _cut(cubic: Cubic, pieces: int) -> Iterator[Cubic]:
    """Yield a cubic in pieces of equal parameter length (de Casteljau's construction)."""
    for left in range(pieces, 1, -1):
        first, cubic = _split(cubic, 1 / left)
        yield first
    yield cubic


def _split(cubic: Cubic, share: float) -> tuple[Cubic, Cubic]:
    a, b, c, d = cubic
    ab, bc, cd = a.towards(b, share), b.towards(c, share), c.towards(d, share)
    abc, bcd = ab.towards(bc, share), bc.towards(cd, share)
    middle = abc.towards(bcd, share)
    return (a, ab, abc, middle), (middle, bcd, cd, d)


def _offset(cubic: Cubic, shift: float) -> Cubic:
    """Return a short cubic moved along its normals, to its right if the shift is positive.

    Source: Tiller and Hanson, “Offsets of two-dimensional profiles”, 1984.
    """
    a, b, c, d = cubic
    first, last = _move_aside(a, a, b, shift), _move_aside(d, c, d, shift)
    chord = distance(a, d)
    stretch = distance(first, last) / chord if chord else 1.0
    return (
        first,
        Point(first.x + (b.x - a.x) * stretch, first.y + (b.y - a.y) * stretch),
        Point(last.x + (c.x - d.x) * stretch, last.y + (c.y - d.y) * stretch),
        last,
    )


def _move_aside(point: Point, before: Point, after: Point, shift: float) -> Point:
    length = hypot(after.x - before.x, after.y - before.y) or 1.0
    return Point(
        point.x - (after.y - before.y) / length * shift, point.y + (after.x - before.x) / length * shift
    )


def _head(neck: Point, tip: Point, width: float) -> tuple[PathCommand, ...]:
    """Return an arrowhead with round corners."""
    barbs = [_move_aside(neck, neck, tip, side * HEAD_WIDTH * width / 2) for side in (-1, 1)]
    route = [barbs[0].towards(barbs[1], 0.5), barbs[0], tip, barbs[1], barbs[1].towards(barbs[0], 0.5)]
    return (*round_corners(route, _ROUND_TIP, (1.0, 1.0)), PathCommand("Z"))


def _curve(cubic: Cubic) -> PathCommand:
    a, b, c, d = cubic
    is_straight = abs((d.x - a.x) * (b.y - a.y) - (d.y - a.y) * (b.x - a.x)) < 1e-6 and (
        abs((d.x - a.x) * (c.y - a.y) - (d.y - a.y) * (c.x - a.x)) < 1e-6
    )
    return PathCommand("L", (d,)) if is_straight else PathCommand("C", (b, c, d))


def paint_flow(
    shape: FlowShape, color: str, look: ResolvedTheme, dashed: bool = False, joins: tuple[str, ...] = ()
) -> list[Path]:
    """Return a flow's paths: its tips in the darker tone that marks have, then its line in its colour.

    A dashed one has a dashed outline.
    """
    role, dot, _ = color.rpartition(".")
    mark = look.paint(f"{role}.mark" if dot else color)
    pen = Stroke(mark, look.stroke("border"), DASH) if dashed else None
    # The line lies on the back of its tip, so that no seam shows between them.
    tips = [Path(head, mark, purpose="connector", joins=joins) for head in shape.heads]
    return [*tips, Path(shape.body, look.paint("surface" if dashed else color), pen, "surface", joins)]
