"""Numbered stages on one thick path, each piece of it in the colour of the stage that it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import ceil, isfinite
from typing import Literal

from infograficos.elements.arguments import checked_dataclass, require_items
from infograficos.elements.card import Named
from infograficos.elements.flow import Spacer
from infograficos.elements.flow_shape import flow_shape, paint_flow
from infograficos.elements.objects.goal import Goal
from infograficos.elements.objects.stations import Parts, Station, beside_path, disc_name, on_path
from infograficos.elements.objects.way_back import WayBack
from infograficos.elements.polyline import point_towards, round_corners
from infograficos.elements.row import Column
from infograficos.elements.shapes import numbered_disc
from infograficos.elements.text import Text
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Size
from infograficos.scene.items import Frame, Placed

#: The most rows of a path on a wide sheet, which leave no height for pictures.
_MOST_ROWS = 3

#: The most stages of a phone's path that have height for their pictures.
_MOST_PICTURES = 8

#: From one station to the next: beside each other, and below each other; all in units.
_ACROSS, _DOWN = 14.0, 18.0

#: Around the way back between two rows: above it, below it, and at its sides.
_ABOVE, _BELOW, _SIDE = 11.0, 12.0, 12.0

#: The room for the turn to the goal at its left, in units.
_ENTRY = 44.0

#: The room for a way back at the left of a phone's path, in units.
_BACK = 30.0

#: How far the path goes under a disc, how far its tip is from the goal, and the radius of its turns.
_UNDER, _BEFORE, _CORNER = 2.5, 1.0, 24.0


@checked_dataclass
class Stop:
    """A stage of a journey: its name, its role, and perhaps a small picture of what it is about."""

    name: str
    role: str
    picture: Element | None = None


@checked_dataclass
class Journey:
    """Stages on a path with numbered rings; the last one is a disc, the goal, in its role's solid tone.

    On a wide sheet the path runs from left to right, and once it is too long comes back to the left for
    another row. On a phone it runs down. Three rows, and nine stages on a phone, leave no height for
    pictures. The stages appear in steps. Connectors find a stage's ring as “etapa 1”, “etapa 2” and so on,
    and all of it as “parada 1”, “parada 2”.

    Args:
        stops: the stages in order, with their pictures on the path and their names below it.
        back: a way back; where the sheet has no height for one between two rows, a note at the stage that it
            leaves says where it leads.
        goal: what the last stage is drawn as where it has a row of its own.
        stroke: the name of the path's width in the theme.
    """

    stops: tuple[Stop, ...]
    back: WayBack | None = None
    goal: Goal | None = None
    stroke: str = "ribbon_thin"

    def __post_init__(self) -> None:
        require_items("Journey.stops", self.stops)

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the path in as few rows as its words fit in, or downwards on a phone."""
        if limits.max_width < layouter.look.theme.sheet.narrow:
            return self._downwards(limits, layouter)
        frames = []
        for rows in range(1, min(_MOST_ROWS, len(self.stops)) + 1):
            if rows > 1 and self.goal and (to_goal := self._to_goal(self.goal, limits.max_width, layouter)):
                return to_goal
            if (frame := self._over_rows(rows, limits, layouter)) and not frame.splits_words:
                return frame
            frame = self._in_rows(rows, limits, layouter)
            if not frame.splits_words and not frame.overflowing:
                return frame
            frames.append(frame)
        return frames[min(1, len(frames) - 1)]

    def _over_rows(self, rows: int, limits: Limits, layouter: Layouter) -> Frame | None:
        """Return the stages with a way back over rows, or nothing if it has none or no room."""
        if not self.back or any(map(self._is_in, self._lines(rows))) or not isfinite(limits.max_width):
            return None
        frame = self._in_rows(rows, limits, layouter, self.back)
        return None if frame.overflowing or frame.size.height > layouter.height_left else frame

    def _lines(self, rows: int) -> list[range]:
        """Return the indices of the stages in each of so many rows."""
        numbers, most = range(len(self.stops)), ceil(len(self.stops) / rows)
        return [numbers[i : i + most] for i in range(0, len(numbers), most)]

    def _in_rows(self, rows: int, limits: Limits, layouter: Layouter, over: WayBack | None = None) -> Frame:
        """Return the stages in rows; `over` is a way back from one of them to another, drawn at the right."""
        lines = self._lines(rows)
        thick = layouter.look.stroke(self.stroke)
        side = 0.0 if rows == 1 else thick + _SIDE
        full = (
            limits.max_width if isfinite(limits.max_width) else self._natural(len(lines[0]), side, layouter)
        )
        width = full - (thick + _SIDE) * (over is not None)
        stations: list[Station] = []
        ends: list[float] = []
        top = 0.0
        extra: list[Placed] = []
        for line in lines:
            if over:
                top += over.room_above(line, len(self.stops), layouter)
            slot = (width - 2 * side + _ACROSS) / len(line) - _ACROSS
            note = (
                self.back.note(with_number=True) if self.back and not over and not self._is_in(line) else ""
            )
            parts = [self._parts(i, "center", rows < _MOST_ROWS, note) for i in line]
            row = on_path(parts, [slot] * len(parts), _ACROSS, layouter)
            # A single row reaches from edge to edge, as far as its first and last stage are wide.
            outer = [(slot - row[i].frame.size.width) / 2 * (rows == 1 and len(row) > 1) for i in (0, -1)]
            pitch = slot + _ACROSS + sum(outer) / max(1, len(row) - 1)
            stations += [each.move(Point(side - outer[0] + i * pitch, top)) for i, each in enumerate(row)]
            ends.append(top + row[0].frame.size.height)
            if self.back and self._is_in(line):
                extra, height = self.back.below(stations, width, layouter, side)
                ends[-1] += height
            top = ends[-1] + _ABOVE + thick + _BELOW
        if over:
            extra = over.over(stations, full - thick / 2, layouter)
        path = self._path(stations, ends, width, layouter)
        return Frame(Size(full, ends[-1]), (*path, *(each.placed for each in stations), *extra))

    def _to_goal(self, goal: Goal, width: float, layouter: Layouter) -> Frame | None:
        """Return the goal below one row of all other stages, or nothing where these have too little room."""
        parts = [self._parts(i, "center") for i in range(len(self.stops) - 1)]
        lane = layouter.look.stroke(self.stroke) + _SIDE
        widths = [max(layouter.natural(each.picture).width, layouter.narrowest(each.name)) for each in parts]
        gap = (width - lane - sum(widths)) / len(parts)
        if gap < _ACROSS:
            return None
        lefts = (sum(widths[:i]) + gap * i for i in range(len(parts)))
        row = on_path(parts, widths, gap, layouter)
        stations = [each.move(Point(x, 0.0)) for each, x in zip(row, lefts, strict=True)]
        end = row[0].frame.size.height
        last = self._goal_station(goal, width - _ENTRY, layouter).move(Point(_ENTRY, end + _ABOVE + lane))
        height = _bottom(last)
        stations.append(last)
        path = self._path(stations, (end, height), width, layouter)
        return Frame(Size(width, height), (*path, *(each.placed for each in stations)))

    def _goal_station(self, goal: Goal, width: float, layouter: Layouter) -> Station:
        stop = self.stops[-1]
        return goal.station(len(self.stops), stop.name, stop.role, width, layouter)

    def _is_in(self, line: range) -> bool:
        """Say whether both ends of the way back are in a row, given the indices of its stages."""
        return self.back is not None and {self.back.start - 1, self.back.end - 1} <= set(line)

    def _downwards(self, limits: Limits, layouter: Layouter) -> Frame:
        if self.goal:
            return self._down_to_goal(self.goal, limits.max_width, layouter)
        left = _BACK if self.back else 0.0
        stations = self._stack(len(self.stops), left, limits.max_width, layouter)
        used = left + max(station.frame.size.width for station in stations)
        width = max(used, limits.min_width)
        stations = [station.move(Point((width - used) / 2, 0.0)) for station in stations]
        path = self._path(stations, (), width, layouter)
        if self.back:
            x = (width - used + layouter.look.stroke(self.back.stroke)) / 2
            path += self.back.beside(stations, x, layouter)
        size = Size(width, _bottom(stations[-1]))
        return Frame(size, (*path, *(each.placed for each in stations)))

    def _down_to_goal(self, goal: Goal, width: float, layouter: Layouter) -> Frame:
        """Return the goal below all other stages, whose discs are above the one on its panel."""
        last = self._goal_station(goal, width, layouter)
        left = last.center.x - layouter.look.size("disc") / 2
        stations = self._stack(len(self.stops) - 1, left, width, layouter)
        stations.append(last.move(Point(0.0, _bottom(stations[-1]) + _DOWN if stations else 0.0)))
        path = self._path(stations, (), width, layouter)
        return Frame(Size(width, _bottom(stations[-1])), (*path, *(each.placed for each in stations)))

    def _stack(self, count: int, left: float, width: float, layouter: Layouter) -> list[Station]:
        """Return so many of the stages below each other."""
        note = self.back.note(with_number=False) if self.back else ""
        has_pictures = len(self.stops) <= _MOST_PICTURES
        stations: list[Station] = []
        top = 0.0
        for i in range(count):
            parts = self._parts(i, "start", has_pictures, note)
            stations.append(beside_path(parts, width - left, layouter).move(Point(left, top)))
            top = _bottom(stations[-1]) + _DOWN
        return stations

    def _parts(
        self, index: int, align: Literal["start", "center"], with_picture: bool = True, note: str = ""
    ) -> Parts:
        """Return a stage's picture, disc and name, and there the note if the way back leaves it."""
        stop, number, is_last = self.stops[index], index + 1, index + 1 == len(self.stops)
        style, color = ("strong", f"{stop.role}.strong") if is_last else ("mark", "ink")
        name: Element = Text(stop.name, style, color, align)
        if note and self.back and number == self.back.start:
            name = Column((name, Text(note, "label", "muted", align)), "tiny")
        picture = stop.picture if with_picture else None
        disc = Named(disc_name(number), numbered_disc(number, stop.role, is_last))
        return Parts(number, picture or Spacer(), disc, name)

    def _natural(self, most: int, side: float, layouter: Layouter) -> float:
        """Return the width of as many of the widest stage as a row has."""
        parts = [self._parts(i, "center") for i in range(len(self.stops))]
        widest = max(layouter.natural(part).width for each in parts for part in (each.picture, each.name))
        return most * (widest + _ACROSS) - _ACROSS + 2 * side

    def _path(
        self, stations: Sequence[Station], ends: Sequence[float], width: float, layouter: Layouter
    ) -> list[Placed]:
        """Return the pieces of the path between the discs, given where each row ends."""
        look, found = layouter.look, []
        thick = look.stroke(self.stroke)
        for i, (a, b) in enumerate(pairwise(stations)):
            is_last = i + 2 == len(stations)
            reach = a.radius - _UNDER, b.radius + (b.padding + _BEFORE if is_last else -_UNDER)
            route = [point_towards(a.center, b.center, reach[0]), point_towards(b.center, a.center, reach[1])]
            if ends and b.placed.at.y > a.placed.at.y:
                back = next(end for end in ends if end > a.center.y) + _ABOVE + thick / 2
                route = _way_back((a.center, b.center), reach, back, (thick / 2, width - thick / 2))
            shape = flow_shape(round_corners(route, _CORNER, (1.0, 1.0)), thick, (False, is_last))
            joins = disc_name(i + 1), disc_name(i + 2)
            found += paint_flow(shape, f"{self.stops[i].role}.mid", look, joins=joins)
        return [Placed(ORIGIN, path) for path in found]


def _bottom(station: Station) -> float:
    return station.at.y + station.frame.size.height


def _way_back(
    centers: tuple[Point, Point], reach: tuple[float, float], y: float, sides: tuple[float, float]
) -> list[Point]:
    """Return the route from the end of a row, back between the rows, to the start of the next."""
    (a, b), (left, right) = centers, sides
    turns = [Point(right, a.y), Point(right, y), Point(left, y), Point(left, b.y)]
    return [Point(a.x + reach[0], a.y), *turns, Point(b.x - reach[1], b.y)]
