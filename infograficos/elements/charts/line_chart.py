"""Lines over two axes with ticks, each line with its name at its end."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.card import Card
from infograficos.elements.charts.axes import NAMES_SHARES, AxesLayout, rule
from infograficos.elements.charts.axis import Axis, dodge_labels
from infograficos.elements.charts.line_data import LineSeries, line_pen
from infograficos.elements.charts.line_marks import (
    Line,
    gap_between,
    is_under,
    place_flag,
    place_in_gap,
    surface_between,
)
from infograficos.elements.charts.line_notes import PointNote, lay_out_notes, place_below
from infograficos.elements.charts.plot_shapes import paint_lines
from infograficos.elements.polyline import DOTS
from infograficos.elements.text import Text
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect
from infograficos.scene.items import Drawable, Ellipse, Frame, Path, Placed, Stroke, extent, polyline

#: How far below the axis the surface under a line would end without the air that it leaves, in units.
_BELOW = 5.0


@checked_dataclass
class LineChart:
    """A line chart with all text outside the plane.

    Args:
        x: the lower axis, its name after its last tick.
        y: the left axis, its name above it.
        marker: the series and the point to mark, by their indices, with a line down to the axis.
        flag: the words on the flag at that point.
        place: where the point is on the lower axis.
        gap: the name of what lies between the marked series and the other one from that point on.
        notes: named points, each with a column from the axis up to it.
        like: the lines of charts elsewhere in the figure on one scale with it, whose names have room here.
    """

    series: tuple[LineSeries, ...]
    x: Axis
    y: Axis
    marker: tuple[int, int] | None = None
    flag: str = ""
    place: str = ""
    gap: str = ""
    notes: tuple[PointNote, ...] = ()
    like: tuple[LineSeries, ...] = ()

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Lay out the plane as wide as offered, ticks at its left and below it, names at its right."""
        return _LineChartLayout(self, limits, layouter).frame()


class _LineChartLayout(AxesLayout):
    def __init__(self, chart: LineChart, limits: Limits, layouter: Layouter) -> None:
        super().__init__(chart.x, chart.y, limits, layouter)
        self._chart = chart
        self._names = [self._name(series) for series in chart.series]
        self._names_like, self.is_flat = [self._name(series) for series in chart.like], bool(chart.like)
        self.plane = self.plane_in([*self._names, *self._names_like])
        self._gap_name, self._gap_place = self._place_gap_name()
        if self._gap_name and not self._gap_place:
            # Beside the plane where it does not fit into the gap.
            name = self.fit(Text(chart.gap, "mark", "ink", literal=True), NAMES_SHARES)
            self._names.append(name)
            self.plane = self.plane_in([*self._names, *self._names_like])
        self._flag = self._place_flag()

    def frame(self) -> Frame:
        """Place the axes, the data over them, and the words."""
        lines = [shape for each in self._chart.series for shape in self._line(each)]
        flag = self._flag
        columns, named = self._notes()
        lines += columns
        shapes = (*self.axes(), *self._fill(), *self._drop(), *lines, *self._pole(flag), *self._dot())
        ticks = self.place_ticks(self._place_of_mark(self.plane.bottom + self.small))
        words = [Placed(ORIGIN, self.y_name), *ticks, *self._place_names(), *flag, *named]
        if self._gap_name and self._gap_place:
            words.append(Placed(Point(self._gap_place.x, self._gap_place.y), self._gap_name))
        return self.framed(shapes, words)

    def _name(self, series: LineSeries) -> Frame:
        return self.fit(Text(series.name, "mark", f"{series.role}.strong", literal=True), NAMES_SHARES)

    def _line(self, series: LineSeries) -> list[Drawable]:
        """Return the runs of a line in one path, and its lonely points."""
        runs = [[self.at(x, y) for x, y in run] for run in series.runs]
        is_other = self._chart.marker and series is not self._chart.series[self._chart.marker[0]]
        return paint_lines(
            runs, line_pen(series.role, series.dash, self.look, "flow" if is_other else "accent")
        )

    @property
    def _marked(self) -> LineSeries | None:
        return self._chart.series[self._chart.marker[0]] if self._chart.marker else None

    @property
    def _mark_at(self) -> Point:
        series, index = self._chart.marker or (0, 0)
        x, y = self._chart.series[series].points[index]
        return self.at(x, y or 0.0)

    def _drop(self) -> list[Drawable]:
        """Return the dotted line from the marked point down to the axis."""
        if not self._marked:
            return []
        at = self._mark_at
        pen = Stroke(self.look.paint(f"{self._marked.role}.mark"), self.look.stroke("rule"), DOTS)
        return [rule(at, Point(at.x, self.plane.bottom), pen)]

    def _dot(self) -> list[Drawable]:
        if not self._marked:
            return []
        at, size = self._mark_at, self.look.size("point")
        point = Rect(at.x, at.y, 0.0, 0.0).inflate(size / 2)
        return [Ellipse(point, self.look.paint(f"{self._marked.role}.strong"), None, "mark")]

    def _place_flag(self) -> list[Placed]:
        """Return the flag near the marked point, or above the plane where it would cover a line."""
        if not self._marked or not self._chart.flag:
            return []
        words = Text(self._chart.flag, "mark", "paper", literal=True)
        card = Card(words, f"{self._marked.role}.solid", None, "tiny", "small", "chip")
        whole = self.plane.right + self.right
        frame = self.layouter.layout(card, Limits(whole))
        size, at, plane = frame.size, self._mark_at, self.plane
        bounds = Rect(plane.x, 0.0, whole - plane.x, plane.bottom - self.gap)
        lines = [side for line in self._lines for side in pairwise(line)]
        placed = [Placed(ORIGIN, self.y_name), *self._place_names()]
        taken = [extent(each.item).translate(each.at) for each in placed]
        rect = place_flag(size, at, bounds, lines, [*taken, *filter(None, [self._gap_place])])
        if rect:
            return [Placed(Point(rect.x, rect.y), frame)]
        # Between the name of the axis and the plane, which is lower then.
        top = self.y_name.size.height + self.small
        self.plane = replace(plane, y=top + size.height + self.small)
        return [Placed(Point(max(0.0, min(at.x - size.width / 2, whole - size.width)), top), frame)]

    @property
    def _noted(self) -> list[tuple[PointNote, Point]]:
        return [(note, self.at(*note.at)) for note in self._chart.notes]

    def _notes(self) -> tuple[list[Drawable], list[Placed]]:
        bounds = replace(self.plane, y=0.0, width=self.plane.width + self.right, height=self.plane.bottom)
        taken = [Placed(ORIGIN, self.y_name), *self._place_names()]
        return lay_out_notes(self._noted, bounds, self._lines, taken, self.layouter)

    def _pole(self, flag: list[Placed]) -> list[Drawable]:
        if not flag or not self._marked:
            return []
        at, rect = self._mark_at, extent(flag[0].item).translate(flag[0].at)
        pen = Stroke(self.look.paint(f"{self._marked.role}.strong"), self.look.stroke("arrow"))
        return [rule(at, Point(at.x, rect.center.y), pen)]

    @property
    def _lines(self) -> list[list[Point]]:
        return [[self.at(*point) for point in run] for each in self._chart.series for run in each.runs]

    def _gap_sides(self) -> tuple[Line, Line] | None:
        """Return the marked line and the other one from the marked point on, if neither has a gap there."""
        if not self._chart.gap or not self._chart.marker:
            return None
        marked, other = self._chart.marker[0], 1 - self._chart.marker[0]
        ends = [[self.at(*point) for point in self._chart.series[i].runs[-1]] for i in (marked, other)]
        return gap_between(ends[0], ends[1], self._mark_at.x)

    def _place_gap_name(self) -> tuple[Frame | None, Rect | None]:
        sides = self._gap_sides()
        if not sides:
            return None, None
        name = self.words(self._chart.gap, "ink", "mark")
        return name, place_in_gap(sides, name.size)

    def _fill(self) -> list[Drawable]:
        """Return the surface of the gap or, under a line that is alone or marked, of what is left there."""
        series = self._marked or self._chart.series[0]
        sides = self._gap_sides() or self._area_sides(series)
        outline = surface_between(sides) if sides else []
        if not outline:
            return []
        paint = self.look.paint(f"{series.role}.mid")
        return [Path(polyline(*outline, closed=True), paint, None, "surface")]

    def _area_sides(self, series: LineSeries) -> tuple[Line, Line] | None:
        """Return a whole line and the axis at zero below it, if no other line runs between them."""
        if (
            self._chart.y.low != 0
            or self._chart.gap
            or len(series.runs) > 1
            or (len(self._chart.series) > 1 and not self._marked)
        ):
            return None
        line = [self.at(*point) for point in series.runs[0]]
        others = [[self.at(*point) for run in each.runs for point in run] for each in self._chart.series]
        foot = self.plane.bottom + _BELOW
        return (line, [Point(line[0].x, foot), Point(line[-1].x, foot)]) if is_under(line, others) else None

    def _place_of_mark(self, y: float) -> list[Placed]:
        """Return where the marked point and named ones are, below the axis."""
        if not self._marked or not self._chart.place:
            return place_below(self._noted, y, self.layouter)
        words = self.words(self._chart.place, f"{self._marked.role}.strong", "mark")
        return [Placed(Point(self._mark_at.x - words.size.width / 2, y), words)]

    def _place_names(self) -> list[Placed]:
        x = self.plane.right + self.small
        ends = [self.at(*series.runs[-1][-1]).y for series in self._chart.series]
        if len(self._names) > len(ends):
            ends.append(sum(ends) / len(ends))
        heights = [frame.size.height for frame in self._names]
        tops = dodge_labels(ends, heights, self.small, self.plane.bottom)
        return [Placed(Point(x, top), frame) for top, frame in zip(tops, self._names, strict=True)]
