"""The way back on a journey: below a row of stations, or at the left of those of a phone."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.objects.stations import Station, disc_name, station_name
from infograficos.elements.polyline import round_corners, with_arrowheads
from infograficos.elements.text import Text
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point
from infograficos.scene.items import Path, Placed, Stroke

#: How far the way is from the stations, and its label from the way, in units.
WAY_DEPTH, _LABEL = 18.0, 4.0

#: How far from the middle a way from a stage to itself begins and ends: below its name, and at its disc.
_ASIDE, _ASIDE_DISC = 18.0, 9.0


@checked_dataclass
class WayBack:
    """A way back from one stage to an earlier one, or to itself.

    Args:
        start: the number of the stage that it leaves, from 1.
        end: that of the stage that it leads to.
        label: when it is taken, or nothing.
    """

    start: int
    end: int
    label: str = ""
    color: str = "model.mark"
    stroke: str = "flow"

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
        lane = bottom + WAY_DEPTH
        a, b = first.center.x + _ASIDE * same, last.center.x - _ASIDE * same
        route = [Point(a, bottom), Point(a, lane), Point(b, lane), Point(b, bottom)]
        items = [self._line(route, (station_name(self.start), station_name(self.end)), layouter)]
        thick = layouter.look.stroke(self.stroke)
        if not self.label:
            return items, WAY_DEPTH + thick
        label = layouter.layout(Text(self.label, "label", "muted", "center"), Limits(width))
        left = min(max((a + b - label.size.width) / 2, 0.0), width - label.size.width)
        top = WAY_DEPTH + thick / 2 + _LABEL
        items.append(Placed(Point(left, bottom + top), label.copy_with(part=self.start)))
        return items, top + label.size.height

    def beside(self, stations: Sequence[Station], x: float, layouter: Layouter) -> Placed:
        """Return the way at the left of the discs, where its line is at `x`."""
        first, last, same = self._ends(stations)
        ends = [
            Point(each.center.x - sqrt(each.radius**2 - (_ASIDE_DISC * same) ** 2), each.center.y + aside)
            for each, aside in ((first, _ASIDE_DISC * same), (last, -_ASIDE_DISC * same))
        ]
        route = [ends[0], *(Point(x, end.y) for end in ends), ends[1]]
        return self._line(route, (disc_name(self.start), disc_name(self.end)), layouter)

    def _ends(self, stations: Sequence[Station]) -> tuple[Station, Station, bool]:
        """Return the stations of both ends, and whether they are one."""
        return stations[self.start - 1], stations[self.end - 1], self.start == self.end

    def _line(self, route: list[Point], joins: tuple[str, str], layouter: Layouter) -> Placed:
        width = layouter.look.stroke(self.stroke)
        line = with_arrowheads(
            round_corners(route, ends=(1.0, 1.0)), route[2], route[1], width, (False, True)
        )
        pen = Stroke(layouter.look.paint(self.color), width)
        return Placed(ORIGIN, Path(line, stroke=pen, purpose="connector", joins=tuple(dict.fromkeys(joins))))
