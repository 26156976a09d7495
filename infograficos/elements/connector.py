"""Arrows between named elements, drawn once everything has its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING

from infograficos.elements.arrowhead import chevron
from infograficos.elements.routing import Side, facing_sides, route
from infograficos.errors import InputError, unknown
from infograficos.geometry import ORIGIN, Limits, Point, Rect
from infograficos.layout import Element, Layouter
from infograficos.scene import Box, Ellipse, Frame, Path, Placed, Step, Stroke, TextBlock, Visit, walk

if TYPE_CHECKING:
    from infograficos.theme import Look

_DASH = (6.0, 5.0)
_CORNER = 10.0


@dataclass(frozen=True, slots=True)
class Link:
    """An arrow from one named element to another.

    Args:
        start: the name of the element that it leaves.
        end: the name of the element at whose border it ends.
        color: the name of its colour.
        stroke: the name of its thickness.
        dashed: draw it dashed.
        leaves: the side it leaves; by default the one that faces the other element.
        arrives: the side it arrives at; by default the one that faces the other element.
    """

    start: str
    end: str
    color: str = "muted"
    stroke: str = "arrow"
    dashed: bool = False
    leaves: Side | None = None
    arrives: Side | None = None


@dataclass(frozen=True, slots=True)
class Linked:
    """Draws arrows between elements inside a child, around whatever stands between them."""

    child: Element
    links: tuple[Link, ...]

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the child's frame with the arrows over it."""
        frame = layouter.layout(self.child, limits)
        visits = list(walk(frame))
        arrows = tuple(Placed(ORIGIN, _arrow(link, visits, layouter.look)) for link in self.links)
        return Frame(frame.size, (Placed(ORIGIN, frame), *arrows), frame.baseline)


def chained(names: Sequence[str], color: str = "muted", stroke: str = "arrow") -> tuple[Link, ...]:
    """Return arrows from each named element to the next."""
    return tuple(Link(a, b, color, stroke) for a, b in pairwise(names))


def _arrow(link: Link, visits: list[Visit], look: Look) -> Path:
    start, end = _find(link.start, visits), _find(link.end, visits)
    facing = facing_sides(start.rect, end.rect)
    sides = (link.leaves or facing[0], link.arrives or facing[1])
    way = route(start.rect, end.rect, sides, _obstacles(start, end, visits))
    pen = Stroke(look.paint(link.color), look.stroke(link.stroke), _DASH if link.dashed else ())
    return Path((*_line(way, pen.width), *_head(way, pen.width)), stroke=pen, purpose="connector")


def _find(name: str, visits: list[Visit]) -> Visit:
    named = {v.item.name: v for v in visits if isinstance(v.item, Frame) and v.item.name}
    if name not in named:
        raise InputError(f"seta: {unknown('o elemento', name, named)}")
    if sum(isinstance(v.item, Frame) and v.item.name == name for v in visits) > 1:
        raise InputError(f"seta: há mais de um elemento chamado “{name}”; dê um nome diferente a cada um")
    return named[name]


def _obstacles(start: Visit, end: Visit, visits: list[Visit]) -> list[Rect]:
    """Return what can be seen and neither holds an end of the arrow nor is held by one."""
    found = []
    for visit in visits:
        if not isinstance(visit.item, Box | Ellipse | TextBlock):
            continue
        rect = visit.rect
        if not any(rect.holds(e.rect) or e.rect.holds(rect) for e in (start, end)):
            found.append(rect)
    return found


def _line(way: list[Point], width: float) -> tuple[Step, ...]:
    steps = [Step("M", (way[0],))]
    for before, corner, after in zip(way, way[1:], way[2:], strict=False):
        radius = min(_CORNER, _distance(before, corner) / 2, _distance(corner, after) / 2)
        entry, leaving = _towards(corner, before, radius), _towards(corner, after, radius)
        steps += [Step("L", (entry,)), Step("C", (_round(entry, corner), _round(leaving, corner), leaving))]
    return (*steps, Step("L", (_tip(way, width),)))


def _head(way: list[Point], width: float) -> tuple[Step, ...]:
    return chevron(way[-2], _tip(way, width), width)


def _tip(way: list[Point], width: float) -> Point:
    # The pen is round: its middle stops half its width before the border, so that its edge touches it.
    return _towards(way[-1], way[-2], width / 2)


def _towards(start: Point, target: Point, length: float) -> Point:
    share = length / (_distance(start, target) or 1.0)
    return Point(start.x + (target.x - start.x) * share, start.y + (target.y - start.y) * share)


def _round(point: Point, corner: Point) -> Point:
    # Control points at 0.5523 of the way to the corner make a cubic follow a quarter of a circle.
    return Point(point.x + (corner.x - point.x) * 0.5523, point.y + (corner.y - point.y) * 0.5523)


def _distance(a: Point, b: Point) -> float:
    return hypot(b.x - a.x, b.y - a.y)
