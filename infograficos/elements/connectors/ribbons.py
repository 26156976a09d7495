"""Bands between named elements on two sides, as thick as their weights, drawn in the room between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from infograficos.elements.arguments import checked_dataclass
from infograficos.errors import InputError, unknown_name_message
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Frame, Path, Placed, Step, walk

#: The part of an element's border that bands may end on; the corners are round.
_BORDER = 0.7


@dataclass(frozen=True, slots=True)
class Ribbon:
    """From which named element to which, with a weight from 0 to 1."""

    start: str
    end: str
    weight: float


@checked_dataclass
class Ribbons:
    """Draws bands over a child, between elements that face each other and have nothing between them.

    Args:
        child: what holds the elements.
        strands: the bands, the thicker the heavier.
        direction: `down` from lower borders to upper ones, `right` from right borders to left ones.
        role: whose strong tone they have.
    """

    child: Element
    strands: tuple[Ribbon, ...]
    direction: Literal["down", "right"] = "down"
    role: str = "model"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the child's frame with the bands on it."""
        look = layouter.look
        child = layouter.layout(self.child, limits)
        rects = {v.item.name: v.rect for v in walk(child) if isinstance(v.item, Frame) and v.item.name}
        names = [(each.start, each.end) for each in self.strands]
        most = self._thickest(look.size("arc"), rects)
        widths = [max(look.stroke("rule"), most * each.weight) for each in self.strands]
        starts = self._ends(names, widths, rects)
        ends = self._ends([(end, start) for start, end in names], widths, rects, arriving=True)
        paint = look.paint(f"{self.role}.strong")
        bands = tuple(
            Path(self._band(start, end, width), paint, purpose="connector", joins=joined)
            for start, end, width, joined in zip(starts, ends, widths, names, strict=True)
        )
        return Frame(
            child.size, (Placed(ORIGIN, child), *(Placed(ORIGIN, each) for each in bands)), child.baseline
        )

    def _thickest(self, most: float, rects: dict[str, Rect]) -> float:
        """Return how thick a weight of 1 is: one scale for all, at which no element's border is too short."""
        sums: dict[str, float] = {}
        for each in self.strands:
            for name in (each.start, each.end):
                sums[name] = sums.get(name, 0.0) + each.weight
        rooms = [self._room(_found(name, rects)) / total for name, total in sums.items() if total]
        return min([most, *rooms])

    def _room(self, rect: Rect) -> float:
        return _BORDER * (rect.width if self.direction == "down" else rect.height)

    def _ends(
        self,
        names: Sequence[tuple[str, str]],
        widths: Sequence[float],
        rects: dict[str, Rect],
        arriving: bool = False,
    ) -> list[Point]:
        """Return where bands end on the borders first named, side by side in the order of the others."""
        found = [ORIGIN] * len(names)
        for name in dict.fromkeys(own for own, _ in names):
            here = [i for i, (own, _) in enumerate(names) if own == name]
            here.sort(key=lambda i: self._along(_found(names[i][1], rects).center))
            rect = _found(name, rects)
            shifts = _side_by_side([widths[i] for i in here], self._room(rect))
            for i, shift in zip(here, shifts, strict=True):
                found[i] = self._border(rect, shift, arriving)
        return found

    def _along(self, point: Point) -> float:
        return point.x if self.direction == "down" else point.y

    def _border(self, rect: Rect, shift: float, arriving: bool) -> Point:
        if self.direction == "down":
            return Point(rect.center.x + shift, rect.y if arriving else rect.bottom)
        return Point(rect.x if arriving else rect.right, rect.center.y + shift)

    def _band(self, start: Point, end: Point, width: float) -> tuple[Step, ...]:
        """Return a band that leaves and arrives at a right angle to the borders."""
        half = width / 2
        aside = Point(half, 0.0) if self.direction == "down" else Point(0.0, half)
        back = Point(-aside.x, -aside.y)
        one = self._curve(start.moved(back), end.moved(back))
        two = self._curve(end.moved(aside), start.moved(aside))
        return (
            Step("M", (start.moved(back),)),
            one,
            Step("L", (end.moved(aside),)),
            two,
            Step("Z"),
        )

    def _curve(self, start: Point, end: Point) -> Step:
        if self.direction == "down":
            middle = (start.y + end.y) / 2
            return Step("C", (Point(start.x, middle), Point(end.x, middle), end))
        middle = (start.x + end.x) / 2
        return Step("C", (Point(middle, start.y), Point(middle, end.y), end))


@checked_dataclass
class RibbonGap:
    """Empty room between two rows, high enough for bands to bend in."""

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return an empty frame as high as a small chart."""
        return Frame(Size(limits.min_width, layouter.look.size("plot")))


def _found(name: str, rects: dict[str, Rect]) -> Rect:
    if name not in rects:
        raise InputError(f"faixa: {unknown_name_message('o elemento', name, rects)}")
    return rects[name]


def _side_by_side(widths: Sequence[float], room: float) -> list[float]:
    """Return the middles of widths beside each other around 0, pressed together to fit the room."""
    total = sum(widths)
    pressed, edge, middles = min(1.0, room / total), -total / 2, []
    for width in widths:
        middles.append((edge + width / 2) * pressed)
        edge += width
    return middles
