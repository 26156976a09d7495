"""Numbered steps on an upright racetrack, with their names at its right and what goes round inside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.flow_shape import HEAD_LENGTH
from infograficos.elements.objects.road import (
    AFTER,
    BEFORE,
    BESIDE,
    UNDER,
    Road,
    RoadStation,
    straight,
)
from infograficos.elements.polyline import round_corners
from infograficos.elements.row import Column
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import Limits, Point, Size
from infograficos.scene.items import Frame, PathCommand, Placed

#: From one name to the next at least, and from what leads in to the road, in units.
_DOWN, _ENTRY = 20.0, 34.0

#: How far apart the sides of the road are at least and at most, and how far what is inside is from both.
_LEAST, _MOST, _INSIDE = 84.0, 136.0, 9.0


@checked_dataclass
class Racetrack(Road):
    """Steps for a phone: the road runs down past their names, and around what goes round back up."""

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the racetrack with the names, in the middle of the width."""
        look, thick = layouter.look, layouter.look.stroke(self.stroke)
        half = look.size("disc") / 2
        across, room = self._widths(limits.max_width, thick, half, layouter)
        inside = self._lay_inside(across - half - thick / 2 - 2 * _INSIDE, layouter)
        radius, lead = across / 2, HEAD_LENGTH * thick + BEFORE + half
        entry = [layouter.layout(self.entry, Limits(limits.max_width))] if self.entry else []
        top = entry[0].size.height + _ENTRY if entry else 0.0
        stations = self._stations(Point(0.0, top + thick / 2 + radius + lead), half, room, layouter, inside)
        used = thick / 2 + across + half + BESIDE + max(each.name.size.width for each in stations)
        left = max(0.0, limits.max_width - used) / 2 + thick / 2
        right = left + across
        stations = [each.move(Point(right, 0.0)) for each in stations]
        low = stations[-1].center.y + half + radius
        y = (top + low + thick - inside.size.height) / 2
        x = left + (thick / 2 + across - half - inside.size.width) / 2
        items = [Placed(Point(x, y), inside)]
        for frame in entry:
            middle = left + radius
            at = min(max(0.0, middle - frame.size.width / 2), limits.max_width - frame.size.width)
            start = Point(middle, frame.size.height + AFTER)
            items += [Placed(Point(at, 0.0), frame), *self.lead(start, top - BEFORE, look)]
        lines = self._lines(stations, left, (top + thick / 2, low))
        road = [placed for i, line in enumerate(lines) for placed in self.paint(line, i, look)]
        placed = [each for station in stations for each in station.placed]
        return Frame(Size(limits.max_width, low + thick / 2), (*items, *road, *placed))

    def _widths(self, width: float, thick: float, half: float, layouter: Layouter) -> tuple[float, float]:
        """Return how far apart the road's sides are, and the room for the names at its right."""
        room = width - thick / 2 - half - BESIDE
        names = max(layouter.natural(self.name(i, "start")).width for i in range(len(self.stops)))
        inside = layouter.narrowest(self._inside) + half + thick / 2 + 2 * _INSIDE
        across = max(_LEAST, inside, min(_MOST, room - names))
        return across, room - across

    @property
    def _inside(self) -> Element:
        """What goes round, with the words below it."""
        return Column(tuple(part for part in (self.thing, self.words) if part), "small", "center")

    def _lay_inside(self, room: float, layouter: Layouter) -> Frame:
        return layouter.layout(self._inside, Limits(min(room, layouter.natural(self._inside).width)))

    def _stations(
        self, at: Point, half: float, room: float, layouter: Layouter, inside: Frame
    ) -> list[RoadStation]:
        """Return the discs below each other, as far apart as what is inside needs, with the names beside."""
        discs = self.discs(layouter)
        names = [self.lay_name(i, "start", room, layouter) for i in range(len(discs))]
        heights = [max(name.size.height, 2 * half) for name in names]
        free = inside.size.height - sum(heights)
        down = max(_DOWN, free / (len(discs) - 1))
        found: list[RoadStation] = []
        y = at.y
        for disc, name, height in zip(discs, names, heights, strict=True):
            beside = Point(half + BESIDE, y - name.size.height / 2)
            found.append(RoadStation(disc, name, Point(0.0, y), beside))
            y += height + down
        return found

    def _lines(
        self, stations: Sequence[RoadStation], left: float, ends: tuple[float, float]
    ) -> Iterator[Sequence[PathCommand]]:
        """Yield the middle lines of the pieces of road; the last one goes around."""
        for a, b in pairwise(stations):
            yield straight(
                Point(a.center.x, a.center.y + a.radius - UNDER),
                Point(b.center.x, b.center.y - b.radius + UNDER),
            )
        first, last, (top, bottom) = stations[0], stations[-1], ends
        right = first.center.x
        turns = [Point(right, bottom), Point(left, bottom), Point(left, top), Point(right, top)]
        start = Point(right, last.center.y + last.radius - UNDER)
        end = Point(right, first.center.y - first.radius - BEFORE)
        yield round_corners([start, *turns, end], (right - left) / 2, (1.0, 1.0))
