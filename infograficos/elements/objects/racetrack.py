"""Numbered steps on an upright racetrack, which runs down past their names and back up at the right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.objects.road import (
    AFTER,
    BEFORE,
    BESIDE,
    INSIDE,
    UNDER,
    Road,
    RoadStation,
    straight,
)
from infograficos.elements.polyline import round_corners
from infograficos.elements.row import Column, Row
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Size
from infograficos.scene.items import Frame, PathCommand, Placed

#: The radius of the road's turns, from one name to the next, and the length of the flow from what leads in.
_CORNER, _DOWN, _ENTRY = 24.0, 20.0, 24.0


@checked_dataclass
class Racetrack(Road):
    """Steps for a phone: the names are inside the road, below them what goes round."""

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the racetrack as wide as it is offered."""
        look, thick = layouter.look, layouter.look.stroke(self.stroke)
        left, right = look.size("disc") / 2, limits.max_width - thick / 2
        beside = 2 * left + BESIDE
        room = right - thick / 2 - INSIDE - beside
        top, items = 0.0, []
        if self.entry:
            entry = layouter.layout(self.entry, Limits(limits.max_width))
            top = entry.size.height + _ENTRY
            flow = self.lead(Point(left, entry.size.height + AFTER), top + thick / 2, look, has_tip=False)
            items += [Placed(ORIGIN, entry), *flow]
        stations = self._stations(Point(left, top + thick / 2 + _CORNER), room, layouter)
        y = max(station.bottom for station in stations) + _DOWN
        if self.thing or self.words:
            inside = layouter.layout(self._inside(room, layouter), Limits(room, min_width=room))
            items.append(Placed(Point(beside, y), inside))
            y += inside.size.height + _DOWN
        lines = self._lines(stations, right, (top + thick / 2, y + thick / 2))
        road = [placed for i, line in enumerate(lines) for placed in self.paint(line, i, look)]
        placed = [each for station in stations for each in station.placed]
        return Frame(Size(limits.max_width, y + thick), (*items, *road, *placed))

    def _stations(self, at: Point, room: float, layouter: Layouter) -> list[RoadStation]:
        """Return the discs below each other, with the names at their right."""
        found: list[RoadStation] = []
        y = at.y
        for i, disc in enumerate(self.discs(layouter)):
            name = self.lay_name(i, "start", room, layouter)
            height = max(name.size.height, disc.size.height)
            center = Point(at.x, y + height / 2)
            beside = Point(2 * at.x + BESIDE, center.y - name.size.height / 2)
            found.append(RoadStation(disc, name, center, beside))
            y += height + _DOWN
        return found

    def _inside(self, room: float, layouter: Layouter) -> Element:
        """Return what goes round with the words beside it, or below a wide thing."""
        parts = tuple(part for part in (self.thing, self.words) if part)
        if self.thing and layouter.natural(self.thing).width > room / 2:
            return Column(parts, "small", "center")
        return Row(parts, "small", justify="center")

    def _lines(
        self, stations: Sequence[RoadStation], right: float, ends: tuple[float, float]
    ) -> Iterator[Sequence[PathCommand]]:
        """Yield the middle lines of the pieces of road; the last one goes around."""
        for a, b in pairwise(stations):
            yield straight(
                Point(a.center.x, a.center.y + a.radius - UNDER),
                Point(b.center.x, b.center.y - b.radius + UNDER),
            )
        first, last, (top, bottom) = stations[0], stations[-1], ends
        left = first.center.x
        turns = [Point(left, bottom), Point(right, bottom), Point(right, top), Point(left, top)]
        start = Point(left, last.center.y + last.radius - UNDER)
        end = Point(left, first.center.y - first.radius - BEFORE)
        yield round_corners([start, *turns, end], _CORNER, (1.0, 0.3))
