"""Numbered steps on a ring road, with their names outside and what goes round in the middle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from math import cos, isfinite, pi, sin, sqrt
from typing import TYPE_CHECKING

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.flow_shape import HEAD_LENGTH
from infograficos.elements.objects.road import AFTER, BEFORE, BESIDE, INSIDE, UNDER, Road, RoadStation
from infograficos.elements.polyline import arc_curves
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Frame, PathCommand, Placed, extent

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: The height of the ring with the names above it, unless those beside it are long, and its least radius.
_HEIGHT, _LEAST = 308.0, 92.0

#: The least length of the flow from what leads in, and the height of the ring from disc to disc, in radii.
_ENTRY, _TALL = 40.0, 1.85

#: The room between what leads in and a name beside its flow; half of it makes the ring smaller.
_ABOVE = 15.0

#: A disc this far from the middle, in radii, has its name beside it, else above or below.
_ASIDE = 0.35

#: How far a name beside the road is moved away from it, upwards or downwards, at most.
_AWAY = 20.0

#: The width of what is inside the road, in its free radii.
_CHORD = 1.6


@checked_dataclass
class RingRoad(Road):
    """Three to six steps on a ring, clockwise from the top; the names at its sides set how large it is."""

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the ring in the middle of the width."""
        look, angles, discs = layouter.look, _angles(len(self.stops)), self.discs(layouter)
        half = limits.max_width / 2 if isfinite(limits.max_width) else limits.max_width
        radius = self._radius(angles, discs, half, layouter)
        stations = [
            self._station(i, Point(radius * cos(angle), radius * sin(angle)), half, layouter)
            for i, angle in enumerate(angles)
        ]
        items = [placed for station in stations for placed in station.placed]
        items += [*self._inside(radius, layouter), *self._entry(stations[0], layouter)]
        road = list(self._pieces(angles, radius, stations, look))
        corners = (extent(each.item).translate(each.at).corners for each in items)
        ring = Rect(-radius, -radius, 2 * radius, 2 * radius).inflate(look.stroke(self.stroke) / 2)
        whole = Rect.around(list(chain.from_iterable(corners))).union(ring)
        width = max(whole.width, limits.min_width)
        shift = Point((width - whole.width) / 2 - whole.x, -whole.y)
        placed = (Placed(each.at.translate(shift), each.item) for each in (*road, *items))
        return Frame(Size(width, whole.height), tuple(placed))

    def _radius(
        self, angles: Sequence[float], discs: Sequence[Frame], half: float, layouter: Layouter
    ) -> float:
        """Return the largest radius at which the names still fit at the sides of the ring and above it."""
        top = layouter.natural(self.entry).height + self._lead(layouter) - _ABOVE / 2 if self.entry else 0.0
        reach = half
        for i, (angle, disc) in enumerate(zip(angles, discs, strict=True)):
            name = self.name(i, "center")
            if abs(cos(angle)) < _ASIDE:
                top = max(top, BESIDE + layouter.natural(name).height)
            else:
                room = half - layouter.narrowest(name) - disc.size.width / 2 - BESIDE
                reach = min(reach, room / abs(cos(angle)))
        return max(_LEAST, min(reach, (_HEIGHT - top) / _TALL))

    def _lead(self, layouter: Layouter) -> float:
        """Return how far what leads in is above the first disc: a name beside its flow is between both."""
        name = layouter.natural(self.name(0, "start")).height + BESIDE + _ABOVE
        return max(_ENTRY, name) if len(self.stops) % 2 else _ENTRY

    def _station(self, i: int, center: Point, half: float, layouter: Layouter) -> RoadStation:
        """Return a disc with its name: outside at its side, or above it, or there beside what leads in."""
        disc = self.discs(layouter)[i]
        beside, above = disc.size.width / 2 + BESIDE, disc.size.height / 2 + BESIDE / 2
        radius = sqrt(center.x**2 + center.y**2)
        if abs(center.x) >= _ASIDE * radius:
            is_right = center.x > 0
            name = self.lay_name(i, "start" if is_right else "end", half - abs(center.x) - beside, layouter)
            x = center.x + beside if is_right else center.x - beside - name.size.width
            y = center.y - name.size.height / 2 + _AWAY * center.y / radius
        elif self.entry:
            name = self.lay_name(i, "start", half - beside, layouter)
            x, y = center.x + beside, center.y - BESIDE - name.size.height
        else:
            name = self.lay_name(i, "center", 2 * half, layouter)
            x, y = center.x - name.size.width / 2, center.y - above - name.size.height
        return RoadStation(disc, name, center, Point(x, y))

    def _inside(self, radius: float, layouter: Layouter) -> list[Placed]:
        """Return the thing above the words in the middle of the ring, as large as there is room."""
        free, gap = radius - layouter.look.stroke(self.stroke) / 2 - INSIDE, layouter.look.space("small")
        words = layouter.layout(self.words, Limits(_CHORD * free)) if self.words else None
        used = words.size.height + gap if words else 0.0
        room = Limits(_CHORD * free, max_height=max(0.0, _CHORD * free - used))
        parts = [layouter.layout(self.thing, room)] if self.thing else []
        parts += [words] if words else []
        y = -(sum(part.size.height for part in parts) + gap * (len(parts) - 1)) / 2
        placed = []
        for part in parts:
            placed.append(Placed(Point(-part.size.width / 2, y), part))
            y += part.size.height + gap
        return placed

    def _entry(self, first: RoadStation, layouter: Layouter) -> list[Placed]:
        """Return what leads into the first step, above it, with its flow."""
        if not self.entry:
            return []
        frame = layouter.layout(self.entry, Limits())
        disc = first.center.y - first.radius
        top = disc - self._lead(layouter)
        at = Point(first.center.x - frame.size.width / 2, top - frame.size.height)
        flow = self.lead(Point(first.center.x, top + AFTER), disc - BEFORE, layouter.look)
        return [*flow, Placed(at, frame)]

    def _pieces(
        self, angles: Sequence[float], radius: float, stations: Sequence[RoadStation], look: ResolvedTheme
    ) -> Iterator[Placed]:
        """Yield the pieces of the ring from disc to disc, the last one with a tip."""
        for i, angle in enumerate(angles):
            other = (i + 1) % len(angles)
            is_last = other == 0
            reach = stations[i].radius - UNDER, stations[other].radius + (BEFORE if is_last else -UNDER)
            end = angles[other] + (2 * pi if is_last else 0.0) - reach[1] / radius
            tip = HEAD_LENGTH * look.stroke(self.stroke) * is_last
            yield from self.paint(_arc(radius, angle + reach[0] / radius, end, tip), i, look)


def _angles(count: int) -> list[float]:
    """Return where the discs are, clockwise from the top; four or six leave the top and the bottom free."""
    start = -pi / 2 if count % 2 else -pi / 2 - pi / count
    return [start + 2 * pi * i / count for i in range(count)]


def _arc(radius: float, start: float, end: float, straight: float) -> list[PathCommand]:
    """Return an arc around the origin that ends in a straight piece of a length in units."""
    bend = end - straight / radius
    count = max(1, round((bend - start) / (pi / 3)))
    curves = arc_curves(ORIGIN, radius, start, bend - start, count)
    commands = [PathCommand("M", (_on(radius, start),)), *curves]
    return [*commands, PathCommand("L", (_on(radius, end),))] if straight else commands


def _on(radius: float, angle: float) -> Point:
    return Point(radius * cos(angle), radius * sin(angle))
