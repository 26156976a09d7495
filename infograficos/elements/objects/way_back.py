"""The way back on a journey, as broad as its path: below a row of stations, or at their left."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.flow_shape import flow_shape, paint_flow
from infograficos.elements.objects.stations import Station, disc_name, station_name
from infograficos.elements.polyline import round_corners
from infograficos.elements.text import Text
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point
from infograficos.scene.items import Placed

#: How far the way is from the stations, and its label from the way, in units.
_DEPTH, _LABEL = 36.0, 8.0

#: How far from the middle a way from a stage to itself begins and ends: below its name, and at its disc.
_ASIDE, _ASIDE_DISC = 26.0, 10.0

#: How far its ends are from what they join, and the radius of its turns, in units.
_BEFORE, _CORNER = 2.0, 18.0


@checked_dataclass
class WayBack:
    """A way back from one stage to an earlier one, or to itself.

    Args:
        start: the number of the stage that it leaves, from 1.
        end: that of the stage that it leads to.
        label: when it is taken, or nothing.
        role: its colour role: that of the stage that it leaves.
    """

    start: int
    end: int
    label: str = ""
    role: str = "model"
    stroke: str = "ribbon_thin"

    def note(self, with_number: bool) -> str:
        """Return what the stage that it leaves says; `with_number` where no line shows where it leads."""
        number = f"{self.end}:" if self.label else str(self.end)
        return (
            " ".join(filter(None, ("↩", number * with_number, self.label)))
            if with_number or self.label
            else ""
        )

    def below(
        self, stations: Sequence[Station], width: float, layouter: Layouter
    ) -> tuple[list[Placed], float]:
        """Return the way below a row of a width that holds both stages, and how high it is with its label."""
        first, last, same = self._ends(stations)
        bottom = first.placed.at.y + first.frame.size.height
        lane = bottom + _DEPTH
        a, b = first.center.x + _ASIDE * same, last.center.x - _ASIDE * same
        top = bottom + _BEFORE
        route = [Point(a, top), Point(a, lane), Point(b, lane), Point(b, top)]
        items = [*self._line(route, (station_name(self.start), station_name(self.end)), layouter)]
        thick = layouter.look.stroke(self.stroke)
        if not self.label:
            return items, _DEPTH + thick / 2
        words = Text(self.label, "mark", f"{self.role}.strong", "center")
        label = layouter.layout(words, Limits(width))
        left = min(max((a + b - label.size.width) / 2, 0.0), width - label.size.width)
        top = _DEPTH + thick / 2 + _LABEL
        items.append(Placed(Point(left, bottom + top), label.copy_with(part=self.start)))
        return items, top + label.size.height

    def beside(self, stations: Sequence[Station], x: float, layouter: Layouter) -> list[Placed]:
        """Return the way at the left of the discs, where its line is at `x`."""
        first, last, same = self._ends(stations)
        ends = [
            Point(
                each.center.x - before - sqrt(each.radius**2 - (_ASIDE_DISC * same) ** 2),
                each.center.y + aside,
            )
            for each, aside, before in (
                (first, _ASIDE_DISC * same, 0.0),
                (last, -_ASIDE_DISC * same, _BEFORE),
            )
        ]
        route = [ends[0], *(Point(x, end.y) for end in ends), ends[1]]
        return self._line(route, (disc_name(self.start), disc_name(self.end)), layouter)

    def _ends(self, stations: Sequence[Station]) -> tuple[Station, Station, bool]:
        """Return the stations of both ends, and whether they are one."""
        return stations[self.start - 1], stations[self.end - 1], self.start == self.end

    def _line(self, route: list[Point], joins: tuple[str, str], layouter: Layouter) -> list[Placed]:
        line = round_corners(route, _CORNER, (1.0, 1.0))
        shape = flow_shape(line, layouter.look.stroke(self.stroke))
        paths = paint_flow(shape, f"{self.role}.mid", layouter.look, joins=tuple(dict.fromkeys(joins)))
        return [Placed(ORIGIN, path) for path in paths]
