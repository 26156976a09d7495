"""Sankey ribbons between named elements on two sides, as thick as their weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.connectors.endpoints import named_rects, spread
from infograficos.errors import look_up
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Frame, Path, Placed, Step

#: The part of an element's border that ribbons may end on; the corners are round.
_STRAIGHT_BORDER = 0.7


@dataclass(frozen=True, slots=True)
class Ribbon:
    """The named elements at both ends of a ribbon, and its weight from 0 to 1."""

    start: str
    end: str
    weight: float


@checked_dataclass
class Ribbons:
    """Draws ribbons over a child, between elements that face each other with nothing between them.

    Args:
        child: holds the elements.
        ribbons: the thicker the heavier.
        direction: `down` from lower borders to upper ones, `right` from right borders to left ones.
        role: gives the ribbons their colour.
    """

    child: Element
    ribbons: tuple[Ribbon, ...]
    direction: Literal["down", "right"] = "down"
    role: str = "model"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the child's frame with the ribbons on it."""
        look = layouter.look
        child = layouter.layout(self.child, limits)
        rects = named_rects(child)
        for name in (name for each in self.ribbons for name in (each.start, each.end)):
            look_up("faixa: o elemento", name, rects)
        names = [(each.start, each.end) for each in self.ribbons]
        unit = self._unit_width(look.size("arc"), rects)
        widths = [max(look.stroke("rule"), unit * each.weight) for each in self.ribbons]
        starts = self._ends(names, widths, rects)
        ends = self._ends([(end, start) for start, end in names], widths, rects, arriving=True)
        paint = look.paint(f"{self.role}.strong")
        paths = tuple(
            Placed(ORIGIN, Path(self._outline(start, end, width), paint, purpose="connector", joins=joined))
            for start, end, width, joined in zip(starts, ends, widths, names, strict=True)
        )
        return Frame(child.size, (Placed(ORIGIN, child), *paths), child.baseline)

    def _unit_width(self, most: float, rects: dict[str, Rect]) -> float:
        """Return the width of weight 1: one scale for all, at which no element's border is too short."""
        sums: dict[str, float] = {}
        for each in self.ribbons:
            for name in (each.start, each.end):
                sums[name] = sums.get(name, 0.0) + each.weight
        rooms = [self._room(rects[name]) / total for name, total in sums.items() if total]
        return min([most, *rooms])

    def _room(self, rect: Rect) -> float:
        return _STRAIGHT_BORDER * (rect.width if self.direction == "down" else rect.height)

    def _ends(
        self,
        names: Sequence[tuple[str, str]],
        widths: Sequence[float],
        rects: dict[str, Rect],
        arriving: bool = False,
    ) -> list[Point]:
        """Return each ribbon's end on its first name's border, side by side in the order of the others."""
        found = [ORIGIN] * len(names)
        for name in dict.fromkeys(own for own, _ in names):
            here = [i for i, (own, _) in enumerate(names) if own == name]
            here.sort(key=lambda i: self._along(rects[names[i][1]].center))
            rect = rects[name]
            shifts = spread([widths[i] for i in here], self._room(rect))
            for i, shift in zip(here, shifts, strict=True):
                found[i] = self._border(rect, shift, arriving)
        return found

    def _along(self, point: Point) -> float:
        return point.x if self.direction == "down" else point.y

    def _border(self, rect: Rect, shift: float, arriving: bool) -> Point:
        if self.direction == "down":
            return Point(rect.center.x + shift, rect.y if arriving else rect.bottom)
        return Point(rect.x if arriving else rect.right, rect.center.y + shift)

    def _outline(self, start: Point, end: Point, width: float) -> tuple[Step, ...]:
        """Return a ribbon that leaves and arrives at a right angle to the borders."""
        half = width / 2
        aside = Point(half, 0.0) if self.direction == "down" else Point(0.0, half)
        back = Point(-aside.x, -aside.y)
        there = self._curve(start.moved(back), end.moved(back))
        return_curve = self._curve(end.moved(aside), start.moved(aside))
        first, turn = Step("M", (start.moved(back),)), Step("L", (end.moved(aside),))
        return (first, there, turn, return_curve, Step("Z"))

    def _curve(self, start: Point, end: Point) -> Step:
        if self.direction == "down":
            middle = (start.y + end.y) / 2
            return Step("C", (Point(start.x, middle), Point(end.x, middle), end))
        middle = (start.x + end.x) / 2
        return Step("C", (Point(middle, start.y), Point(middle, end.y), end))


@checked_dataclass
class RibbonGap:
    """Empty room between two rows, high enough for ribbons to bend in."""

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return an empty frame as high as a small chart."""
        return Frame(Size(limits.min_width, layouter.look.size("plot")))
