"""Arrows along the left side of a column, from one named element to others above or below it."""

from __future__ import annotations

from dataclasses import dataclass
from math import copysign

from infograficos.elements.arrowhead import chevron
from infograficos.errors import InputError, unknown
from infograficos.geometry import ORIGIN, Insets, Limits, Point, Rect, Size
from infograficos.layout import Element, Layouter
from infograficos.scene import Frame, Path, Placed, Step, Stroke, walk

_CORNER = 10.0


@dataclass(frozen=True, slots=True)
class Bracket:
    """Keeps room to the left of a child and draws arrows there, where they can cross nothing.

    The elements that it joins must stand at the child's left edge.

    Args:
        child: what holds the named elements.
        start: the name of the element that the arrows leave.
        ends: the names of the elements at whose left borders they end.
        color: the name of their colour.
        stroke: the name of their thickness.
        room: the name of the space to the left of the child.
    """

    child: Element
    start: str
    ends: tuple[str, ...]
    color: str = "muted"
    stroke: str = "arrow"
    room: str = "large"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the child moved to the right, with the arrows beside it."""
        room = layouter.look.space(self.room)
        child = layouter.layout(self.child, limits.inside(Insets(left=room)))
        placed = Placed(Point(room, 0.0), child)
        pen = Stroke(layouter.look.paint(self.color), layouter.look.stroke(self.stroke))
        start = _rect(self.start, placed)
        arrows = tuple(Placed(ORIGIN, _arrow(start, _rect(end, placed), pen)) for end in self.ends)
        size = Size(child.size.width + room, child.size.height)
        return Frame(size, (placed, *arrows), child.baseline)


def _rect(name: str, placed: Placed) -> Rect:
    visits = walk(placed.item, placed.at) if isinstance(placed.item, Frame) else ()
    named = {v.item.name: v.rect for v in visits if isinstance(v.item, Frame) and v.item.name}
    if name not in named:
        raise InputError(f"seta: {unknown('o elemento', name, named)}")
    return named[name]


def _arrow(start: Rect, end: Rect, pen: Stroke) -> Path:
    """Return an arrow that goes left, along the outer edge, and right again."""
    half = pen.width / 2
    first, last = Point(start.x, start.center.y), Point(end.x - half, end.center.y)
    turn = copysign(min(_CORNER, abs(last.y - first.y) / 2), last.y - first.y)
    steps = (
        Step("M", (first,)),
        *_turn(Point(half + _CORNER, first.y), Point(half, first.y), Point(half, first.y + turn)),
        *_turn(Point(half, last.y - turn), Point(half, last.y), Point(half + _CORNER, last.y)),
        Step("L", (last,)),
    )
    head = chevron(Point(half, last.y), last, pen.width)
    return Path((*steps, *head), stroke=pen, purpose="connector")


def _turn(entry: Point, corner: Point, leaving: Point) -> tuple[Step, Step]:
    # Control points at 0.5523 of the way to the corner make a cubic follow a quarter of a circle.
    return Step("L", (entry,)), Step("C", (_round(entry, corner), _round(leaving, corner), leaving))


def _round(point: Point, corner: Point) -> Point:
    return Point(point.x + (corner.x - point.x) * 0.5523, point.y + (corner.y - point.y) * 0.5523)
