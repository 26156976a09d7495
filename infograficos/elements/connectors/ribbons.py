"""Sankey ribbons between named elements on two sides, as thick as their weights."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from math import hypot
from typing import TYPE_CHECKING, Literal

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.connectors.edge import named_rects, spread
from infograficos.elements.flow_shape import flow_shape
from infograficos.errors import look_up
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Frame, Path, PathCommand, Placed, Purpose

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: The part of an element's border that ribbons may end on; the corners are round.
_STRAIGHT_BORDER = 0.7
#: The most room that a ribbon takes at a border, in times its thickness: steep ones need more side by side.
_MOST_ROOM = 2.5
#: Thinner ribbons, in units, would not be seen.
_THINNEST = 1.0


@dataclass(frozen=True, slots=True)
class Ribbon:
    """The named elements at both ends of a ribbon, its weight from 0 to 1, and whether it stands out."""

    start: str
    end: str
    weight: float
    strong: bool = False


@checked_dataclass
class Ribbons:
    """Draws ribbons over a child, between elements that face each other with nothing between them.

    Those that stand out, if not all are alike, are darker, lie over the others, and pass over each other
    with a gap.

    Args:
        ribbons: the thicker the heavier.
        direction: `down` from lower borders to upper ones, `right` from right borders to left ones.
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
        names = [(each.start, each.end) for each in self.ribbons]
        for name in chain.from_iterable(names):
            look_up("faixa: o elemento", name, rects)
        if self.direction == "right":
            # Ribbons to the right are laid out as if they went down, with x and y exchanged.
            rects = {name: Rect(rect.y, rect.x, rect.height, rect.width) for name, rect in rects.items()}
        slants = [_slant(rects[start], rects[end]) for start, end in names]
        unit = self._unit_width(look.size("arc"), rects, slants)
        widths = [max(_THINNEST, unit * each.weight) for each in self.ribbons]
        rooms = [width * slant for width, slant in zip(widths, slants, strict=True)]
        starts, ends = _ends(names, rooms, rects), _ends([pair[::-1] for pair in names], rooms, rects)
        # What stands out lies over the others.
        order = sorted(range(len(names)), key=lambda i: self.ribbons[i].strong)
        places = [
            (Point(starts[i], rects[names[i][0]].bottom), Point(ends[i], rects[names[i][1]].y)) for i in order
        ]
        lines = zip((self.ribbons[i] for i in order), places, (widths[i] for i in order), strict=True)
        paths = (path for line in lines for path in self._paint(*line, look))
        return Frame(
            child.size, (Placed(ORIGIN, child), *(Placed(ORIGIN, path) for path in paths)), child.baseline
        )

    def _paint(
        self, ribbon: Ribbon, place: tuple[Point, Point], width: float, look: ResolvedTheme
    ) -> Iterator[Path]:
        """Yield a ribbon; under one that stands out lies a broader one in the colour of the paper."""
        if ribbon.strong:
            gap = look.space("hair")
            yield Path(self._outline(*place, width + 2 * gap), look.paint("paper"), purpose="ornament")
        is_behind = not ribbon.strong and any(each.strong for each in self.ribbons)
        tone = "mark" if ribbon.strong else "mid" if is_behind else "body"
        purpose: Purpose = "surface" if is_behind else "connector"
        joins = ribbon.start, ribbon.end
        yield Path(
            self._outline(*place, width), look.paint(f"{self.role}.{tone}"), purpose=purpose, joins=joins
        )

    def _unit_width(self, most: float, rects: dict[str, Rect], slants: Sequence[float]) -> float:
        """Return the width of weight 1: one scale for all, at which no element's border is too short."""
        sums: dict[str, float] = defaultdict(float)
        for each, slant in zip(self.ribbons, slants, strict=True):
            for name in (each.start, each.end):
                sums[name] += each.weight * slant
        rooms = [_STRAIGHT_BORDER * rects[name].width / total for name, total in sums.items() if total]
        return min([most, *rooms])

    def _outline(self, start: Point, end: Point, width: float) -> tuple[PathCommand, ...]:
        """Return a ribbon that meets the borders at a right angle and is equally thick all along."""
        middle = (start.y + end.y) / 2
        curve = (Point(start.x, middle), Point(end.x, middle), end)
        moves = [PathCommand("M", (start,)), PathCommand("C", curve)]
        if self.direction == "right":
            moves = [PathCommand(m.verb, tuple(Point(p.y, p.x) for p in m.points)) for m in moves]
        return flow_shape(moves, width, (False, False)).body


@checked_dataclass
class RibbonGap:
    """Empty room between two rows, high enough for broad ribbons to bend in."""

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return an empty frame as high as a large object."""
        return Frame(Size(limits.min_width, layouter.look.size("object_large")))


def _ends(names: Sequence[tuple[str, str]], widths: Sequence[float], rects: dict[str, Rect]) -> list[float]:
    """Return the x of each ribbon's end at its first name, side by side in the order of the others."""
    found = [0.0] * len(names)
    for name in dict.fromkeys(own for own, _ in names):
        here = [i for i, (own, _) in enumerate(names) if own == name]
        here.sort(key=lambda i: rects[names[i][1]].center.x)
        shifts = spread([widths[i] for i in here], _STRAIGHT_BORDER * rects[name].width)
        for i, shift in zip(here, shifts, strict=True):
            found[i] = rects[name].center.x + shift
    return found


def _slant(start: Rect, end: Rect) -> float:
    """Return how much more room than its thickness a steep ribbon takes beside its neighbours."""
    steepness = 2 * (end.center.x - start.center.x) / max(1.0, end.y - start.bottom)
    return min(_MOST_ROOM, hypot(1.0, steepness))
