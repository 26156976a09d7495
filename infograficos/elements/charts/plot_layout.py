"""Lays out a plot: its plane, its series on it, and every name where it covers nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain
from typing import ClassVar

from infograficos.elements.charts.axes import NAMES_SHARES, AxesLayout, rule
from infograficos.elements.charts.axis import Axis
from infograficos.elements.charts.legend import LegendKey
from infograficos.elements.charts.line_data import LineSeries
from infograficos.elements.charts.occupancy import Occupancy
from infograficos.elements.charts.plot_data import PlotData, PlotRegion, PlotSeries, ReferenceLine
from infograficos.elements.charts.plot_names import (
    INSET,
    LEADS,
    PlotName,
    at_reference,
    in_region,
    names_at_ends,
    place_beside,
)
from infograficos.elements.charts.plot_shapes import paint_reference, paint_region
from infograficos.elements.charts.plot_traces import LineTrace, depth, is_cloud, trace
from infograficos.elements.row import Column, Row
from infograficos.elements.text import Text
from infograficos.elements.wrap import Wrap
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Drawable, Frame, Placed, Stroke

#: Lines that end within this share of the plane's width from its right side have their names there.
_AT_END = 0.06

#: A line that leaves the plane by no more than this share of it ends there.
_SLACK = 0.02

#: How far names at the right of the plane are from it where lines lead to them, in units.
_LEADER = 26.0

#: The largest shares of the width for a name in the plane, and for one that cannot wrap in the first.
_INSIDE_SHARES = (0.5, 0.7)

#: On a narrower plane no name is at the right of it, in units.
_NARROW = 300.0

#: How far the grid is from a name, in units.
_CUT = 5.0


class PlotLayout(AxesLayout):
    """A plot laid out within limits."""

    least: ClassVar[str] = "picture_width"

    def __init__(self, chart: PlotData, x: Axis, limits: Limits, layouter: Layouter) -> None:
        super().__init__(x, chart.y, limits, layouter)
        self._chart, self._aside = chart, self.small
        self.plane = self.plane_in(())
        self._at_ends = self._names_at_ends()
        if self._at_ends:
            if any(self._leads(number) for number in self._at_ends):
                self._aside = _LEADER
            self.plane = self.plane_in([frame for _, frame in self._at_ends.values()])
            if self.plane.width < _NARROW:
                self._at_ends, self.plane = {}, self.plane_in(())

    def _lay_out_series(self) -> None:
        self._traces = [trace(each, self._scale, self.plane) for each in self._chart.series]
        if self._chart.regions or any(each.is_surface for each in self._traces):
            for each in self._traces:
                each.tone = "strong"
        self._names = [*self._outer_names(), *self._series_names()]
        self._beside = self._place_beside()
        # In the plane the names without a place of their own are below each other, above it in rows.
        self._legend = self._lay_out_legend(Column)
        self._legend_place = self._place_legend()
        if not self._legend_place:
            self._legend = self._lay_out_legend(lambda names, gap: Wrap(names, "medium", gap, "start"))

    def _names_at_ends(self) -> dict[int, tuple[float, Frame]]:
        """Return the top of each name at the right of the plane, and the name, by its series' number."""
        if self.plane.width < _NARROW:
            return {}
        ends = {
            i: self.at(*each.end).y
            for i, each in enumerate(self._chart.series)
            if isinstance(each, LineSeries) and each.name and self._ends_at_right(each)
        }
        frames = {i: self._name_frame(self._chart.series[i], NAMES_SHARES) for i in ends}
        sizes = [(i, y, frames[i].size.height) for i, y in ends.items()]
        tops = names_at_ends(sizes, self.gap, self.plane.bottom)
        return {i: (top, frames[i]) for i, top in tops.items()}

    def _ends_at_right(self, line: LineSeries) -> bool:
        x, y = line.end
        return 1 - _AT_END <= self.x.fraction(x) <= 1 + _SLACK and -_SLACK <= self.y.fraction(y) <= 1 + _SLACK

    def _leads(self, number: int) -> bool:
        """Say whether a name at the right of the plane is not level with the end of its line."""
        top, frame = self._at_ends[number]
        height = frame.size.height
        return abs(top + height / 2 - self._end(number).y) > LEADS * height

    def _end(self, number: int) -> Point:
        """Return where a line ends."""
        line = self._chart.series[number]
        return self.at(*line.end) if isinstance(line, LineSeries) else ORIGIN

    def _leaders(self) -> list[Drawable]:
        """Return a fine line from the end of each line to its name, where it is not level with it."""
        leaders: list[Drawable] = []
        for number, (top, frame) in self._at_ends.items():
            if self._leads(number):
                pen = Stroke(
                    self.look.paint(f"{self._chart.series[number].role}.mark"), self.look.stroke("border")
                )
                name = Point(self.plane.right + self._aside - self.gap, top + frame.size.height / 2)
                leaders.append(rule(self._end(number), name, pen))
        return leaders

    def _scale(self, points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
        plane = self.plane
        xs, ys = self.x.fractions(x for x, _ in points), self.y.fractions(y for _, y in points)
        return [
            (plane.x + plane.width * x, plane.bottom - plane.height * y) for x, y in zip(xs, ys, strict=True)
        ]

    def frame(self) -> Frame:
        """Place the regions, the axes over them, the data, and the names; the legend is above, if any."""
        self._lay_out_series()
        shapes = [
            *(paint_region(self._region(each), each.role, self.look) for each in self._chart.regions),
            *chain.from_iterable(each.shapes(self.look) for each in self._traces if each.is_surface),
            *self.axes(),
            *(paint_reference(*self._ends(each), self.look) for each in self._chart.references),
            *self._leaders(),
        ]
        pairs = sorted(zip(self._chart.series, self._traces, strict=True), key=lambda pair: depth(pair[0]))
        has_cloud = any(map(is_cloud, self._chart.series))
        for _, each in pairs:
            shapes += each.rim(self.look) if has_cloud and isinstance(each, LineTrace) else ()
            shapes += () if each.is_surface else each.shapes(self.look)
        words = [Placed(ORIGIN, self.y_name), *self.place_ticks(), *self._placed_names()]
        return self._with_legend(self.framed(shapes, words))

    def right_room(self, widest: float) -> float:
        """Return the room for names, or for half of the last tick's label."""
        half = self.x_ticks[-1].size.width / 2 if self.x_ticks else 0.0
        return max(self._aside + widest if widest else 0.0, half)

    def x_name_at(self, y: float) -> Point:
        """Return where the name of the lower axis is: below its ticks, at the right side of the plane."""
        return Point(max(0.0, self.plane.right - self.x_name.size.width), y + self._tick_height + self.small)

    def bottom(self) -> float:
        """Return where the name of the lower axis ends."""
        return self.x_name_at(self.plane.bottom + self.small).y + self.x_name.size.height

    @property
    def _tick_height(self) -> float:
        return max((frame.size.height for frame in self.x_ticks), default=0.0)

    def axes(self) -> list[Drawable]:
        """Return the rules, cut behind names, the lower axis, and the left one where it has small ticks."""
        plane, pen = self.plane, Stroke(self.look.paint("muted"), self.look.stroke("border"))
        xs = [self.at(value, self.y.low) for value in self.x.minor]
        ys = [self.at(self.x.low, value) for value in self.y.minor]
        shapes = [*super().axes(), *(rule(at, Point(at.x, at.y + self.gap / 2), pen) for at in xs)]
        if self.y.log:
            thick = replace(pen, width=self.look.stroke("rule"))
            shapes.append(rule(Point(plane.x, plane.y), Point(plane.x, plane.bottom), thick))
            shapes += [rule(Point(at.x - self.gap / 2, at.y), at, pen) for at in ys]
        return shapes

    def rule_pieces(self, y: float) -> list[tuple[float, float]]:
        """Return the parts of a rule at a height that no name in the plane covers."""
        placed = [*self._beside.values(), *filter(None, [self._legend_place])]
        rects = [rect.inflate(_CUT) for rect in placed]
        cuts = sorted((rect.x, rect.right) for rect in rects if rect.y < y < rect.bottom)
        pieces, left = [], self.plane.x
        for start, end in cuts:
            pieces.append((left, start))
            left = max(left, end)
        return [(a, b) for a, b in (*pieces, (left, self.plane.right)) if b - a > _CUT]

    def _ends(self, line: ReferenceLine) -> tuple[Point, Point]:
        plane = self.plane
        if line.along == "y":
            y = self.at(self.x.low, line.value).y
            return Point(plane.x, y), Point(plane.right, y)
        x = self.at(line.value, self.y.low).x
        return Point(x, plane.bottom), Point(x, plane.y)

    def _region(self, region: PlotRegion) -> Rect:
        plane = self.plane
        if region.along == "x":
            left, right = (self.at(each, self.y.low).x for each in (region.start, region.end))
            return Rect(left, plane.y, right - left, plane.height)
        top, bottom = (self.at(self.x.low, each).y for each in (region.end, region.start))
        return Rect(plane.x, top, plane.width, bottom - top)

    def _name_frame(
        self, series: PlotSeries | PlotRegion, shares: tuple[float, ...] = _INSIDE_SHARES
    ) -> Frame:
        return self.fit(Text(series.name, "mark", f"{series.role}.strong", literal=True), shares)

    def _series_names(self) -> list[PlotName]:
        """Return the names of series that have no place at the right of the plane."""
        return [
            PlotName(
                self._name_frame(each), each.name, each.role, drawn.key, drawn.places, drawn.radius, number
            )
            for number, (each, drawn) in enumerate(zip(self._chart.series, self._traces, strict=True))
            if each.name and number not in self._at_ends
        ]

    def _outer_names(self) -> list[PlotName]:
        """Return the names of regions and of reference lines, which are placed first."""
        names = []
        for region in filter(_is_named, self._chart.regions):
            frame = self._name_frame(region)
            key = LegendKey(region.role, "pale")
            rects = in_region(self._region(region), frame.size, region.along)
            names.append(PlotName(frame, region.name, region.role, key, candidates=rects))
        for line in filter(_is_named, self._chart.references):
            frame, key = (
                self.fit(Text(line.name, "mark", "ink", literal=True), _INSIDE_SHARES),
                LegendKey("masked", dash="dashed"),
            )
            names.append(
                PlotName(
                    frame, line.name, "masked", key, candidates=at_reference(self._ends(line), frame.size)
                )
            )
        return names

    def _place_beside(self) -> dict[int, Rect]:
        """Return where the names in the plane are, by their numbers among all names."""
        plane = self.plane
        taken = Occupancy(Rect(plane.x, plane.y, plane.width, plane.height - INSET / 2))
        owners = []
        for each in self._traces:
            owners.append(Occupancy(taken.bounds))
            each.cover(owners[-1])
        for line in self._chart.references:
            taken.take_segment(*self._ends(line))
        for region in map(self._region, self._chart.regions):
            for a, b in zip(region.corners, (*region.corners[1:], region.corners[0]), strict=True):
                taken.take_segment(a, b)
        found = place_beside(self._names, taken, owners)
        self._taken = taken.joined(owners)
        return found

    def _placed_names(self) -> list[Placed]:
        x = self.plane.right + self._aside
        ends = [Placed(Point(x, top), frame) for top, frame in self._at_ends.values()]
        inside = [Placed(Point(rect.x, rect.y), self._names[i].frame) for i, rect in self._beside.items()]
        if self._legend and self._legend_place:
            inside.append(Placed(Point(self._legend_place.x, self._legend_place.y), self._legend))
        return ends + inside

    def _lay_out_legend(self, arrange: Callable[[tuple[Element, ...], str], Element]) -> Frame | None:
        """Return the names that have no place beside their data, with keys."""
        rest = [name for i, name in enumerate(self._names) if i not in self._beside]
        if not rest:
            return None
        rows = [
            Row((name.key, Text(name.words, "mark", f"{name.role}.strong", literal=True)), "tiny")
            for name in rest
        ]
        return self.layouter.layout(arrange(tuple(rows), "small"), Limits(self.width))

    def _place_legend(self) -> Rect | None:
        """Return where the legend covers nothing in the plane: in a corner, or at a side."""
        if not self._legend:
            return None
        size, room = self._legend.size, self.plane.inflate(-INSET)
        xs = room.right - size.width, room.x, room.center.x - size.width / 2
        ys = room.bottom - size.height, room.y, room.center.y - size.height / 2
        rects = (Rect(x, y, size.width, size.height) for x in xs for y in ys)
        return next((rect for rect in rects if self._taken.is_free(rect.inflate(INSET))), None)

    def _with_legend(self, chart: Frame) -> Frame:
        """Return the chart below the legend, if it has no place in the plane."""
        if not self._legend or self._legend_place:
            return chart
        top = self._legend.size.height + self.look.space("medium")
        size = Size(max(chart.size.width, self._legend.size.width), top + chart.size.height)
        return Frame(size, (Placed(ORIGIN, self._legend), Placed(Point(0.0, top), chart)))


def _is_named(part: PlotRegion | ReferenceLine) -> bool:
    return bool(part.name)
