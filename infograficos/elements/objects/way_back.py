"""The way back on a journey, as broad as its path: below a row, over rows at their right, or at the left."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.card import Card
from infograficos.elements.flow import NoWrap
from infograficos.elements.flow_shape import flow_shape, paint_flow
from infograficos.elements.objects.stations import Station, disc_name, station_name
from infograficos.elements.polyline import round_corners
from infograficos.elements.text import Text
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Size
from infograficos.scene.items import Frame, Placed

#: How far the way is from the stations, also with its label on it, and the label below the way, in units.
_DEPTH, _SHALLOW, _LABEL = 36.0, 32.0, 8.0

#: How far from the middle a way from a stage to itself begins and ends: below its name, and at its disc.
_ASIDE, _ASIDE_DISC = 26.0, 10.0

#: Over a row: how far the way is above what it leaves, and above what it leads to.
_RISE, _FALL = 10.0, 26.0

#: How far its ends are from what they join, and the radius of its turns, also over rows, in units.
_BEFORE, _CORNER, _TIGHT = 2.0, 18.0, 14.0


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
        self, stations: Sequence[Station], width: float, layouter: Layouter, side: float = 0.0
    ) -> tuple[list[Placed], float]:
        """Return the way below a row of a width that holds both stages, and how high it is with its label.

        Args:
            side: what the turns of the path to other rows take at both sides; where there are some, the
                label lies on the way if it has room there, which takes less height.
        """
        first, last, same = self._ends(stations)
        half = layouter.look.stroke(self.stroke) / 2
        a, b = first.center.x + _ASIDE * same, last.center.x - _ASIDE * same
        plate = self._label(layouter)
        on_way = side > 0 and bool(self.label) and plate.size.width + 2 * _CORNER <= a - b
        depth = _SHALLOW if on_way else _DEPTH
        bottom = first.placed.at.y + first.frame.size.height
        top, lane = bottom + _BEFORE, bottom + depth
        route = [Point(a, top), Point(a, lane), Point(b, lane), Point(b, top)]
        items = self._line(route, (station_name(self.start), station_name(self.end)), layouter)
        if not self.label:
            return items, depth + half
        words = Text(self.label, "mark", f"{self.role}.strong", "center")
        label = plate if on_way else layouter.layout(words, Limits(width - 2 * side))
        left = min(max((a + b - label.size.width) / 2, side), width - side - label.size.width)
        top = depth - label.size.height / 2 if on_way else depth + half + _LABEL
        items.append(Placed(Point(left, bottom + top), label.copy_with(part=self.start)))
        return items, top + label.size.height

    def room_above(self, line: range, count: int, layouter: Layouter) -> float:
        """Return what the way takes above a row, given the indices of its stages, and how many there are."""
        if self.end - 1 in line:
            return self._label(layouter).size.height / 2 + _FALL
        leaves_top = self.start - 1 in line and self.start < count
        return (_RISE + layouter.look.stroke(self.stroke)) * leaves_top

    def over(self, stations: Sequence[Station], right: float, layouter: Layouter) -> list[Placed]:
        """Return the way over rows of stations, up at their right where it is at `right`.

        From the last station it leaves at the right, from others at the top, and it arrives from above.
        """
        first, last, _ = self._ends(stations)
        low, high = (
            _highest(stations, first) - _RISE - layouter.look.stroke(self.stroke) / 2,
            _highest(stations, last) - _FALL,
        )
        is_end = self.start == len(stations)
        leaving = [Point(first.center.x + first.radius, first.center.y)]
        if not is_end:
            leaving = [Point(first.center.x, first.top - _BEFORE), Point(first.center.x, low)]
        turn, tip = Point(last.center.x, high), Point(last.center.x, last.top - _BEFORE)
        route = [*leaving, Point(right, leaving[-1].y), Point(right, high), turn, tip]
        ends = disc_name(self.start) if is_end else station_name(self.start), station_name(self.end)
        items = self._line(route, ends, layouter, _TIGHT)
        label = self._label(layouter)
        middle = (turn.x + right - label.size.width) / 2
        ahead = turn.x - layouter.look.stroke(self.stroke) - label.size.width
        left = middle if middle >= turn.x + _TIGHT else max(0.0, ahead)
        at = Point(left, high - label.size.height / 2)
        return [*items, Placed(at, label.copy_with(part=self.start))] if self.label else items

    def _label(self, layouter: Layouter) -> Frame:
        """Return the label on its plate, which lies on the way; without one, as high as the way is broad."""
        if not self.label:
            return Frame(Size(0.0, layouter.look.stroke(self.stroke)))
        words = NoWrap(Text(self.label, "mark", f"{self.role}.strong", "center"))
        return layouter.layout(Card(words, f"{self.role}.soft", None, "plate", "tiny", "chip"), Limits())

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

    def _line(
        self, route: list[Point], joins: tuple[str, str], layouter: Layouter, corner: float = _CORNER
    ) -> list[Placed]:
        line = round_corners(route, corner, (1.0, 1.0))
        shape = flow_shape(line, layouter.look.stroke(self.stroke))
        paths = paint_flow(shape, f"{self.role}.mid", layouter.look, joins=tuple(dict.fromkeys(joins)))
        return [Placed(ORIGIN, path) for path in paths]


def _highest(stations: Sequence[Station], one: Station) -> float:
    """Return where the highest station in the row of one begins."""
    return min(each.top for each in stations if each.center.y == one.center.y)
