"""Lines over two axes with ticks, each line with its name at its end."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, pairwise

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.card import Card
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
from infograficos.elements.polyline import DOTS
from infograficos.elements.text import Text
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Drawable, Ellipse, Frame, Path, Placed, Stroke, extent, polyline

#: The largest shares of the width for the names at the lines' ends, the second for one that cannot wrap in
#: the first, and for the name of the lower axis; longer ones wrap.
_NAMES_SHARES, _AXIS_SHARES = (0.3, 0.45), (0.5,)

#: The height of a wide plane and of a narrow one, in times the theme's chart, and how wide that is at most.
_WIDE, _HIGH, _NARROW = 1.2, 1.4, 300.0

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
    """

    series: tuple[LineSeries, ...]
    x: Axis
    y: Axis
    marker: tuple[int, int] | None = None
    flag: str = ""
    place: str = ""
    gap: str = ""
    notes: tuple[PointNote, ...] = ()

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Lay out the plane as wide as offered, ticks at its left and below it, names at its right."""
        return _LineChartLayout(self, limits, layouter).frame()


class _LineChartLayout:
    def __init__(self, chart: LineChart, limits: Limits, layouter: Layouter) -> None:
        self._chart, self._layouter, self._look = chart, layouter, layouter.look
        self._gap, self._small = self._look.space("tiny"), self._look.space("small")
        self._y_ticks = [self._words(tick.label, "muted") for tick in chart.y.ticks]
        self._x_ticks = [self._words(tick.label, "muted") for tick in chart.x.ticks]
        self._y_name = self._words(chart.y.name, "ink")
        width = limits.min_width or min(limits.max_width, 4 * self._look.size("picture_width"))
        self._x_name = self._fit(Text(chart.x.name, "label", "ink", literal=True), width, _AXIS_SHARES)
        self._names = [self._name(series, width) for series in chart.series]
        self._plane = self._plane_in(width)
        self._gap_name, self._gap_place = self._place_gap_name()
        if self._gap_name and not self._gap_place:
            # Beside the plane where it does not fit into the gap.
            name = self._fit(Text(chart.gap, "mark", "ink", literal=True), width, _NAMES_SHARES)
            self._names.append(name)
            self._plane = self._plane_in(width)
        self._flag = self._place_flag()

    def frame(self) -> Frame:
        """Place the axes, the data over them, and the words."""
        last = max(frame.size.height for frame in (*self._x_ticks, self._x_name))
        lines = [shape for each in self._chart.series for shape in self._line(each)]
        flag = self._flag
        columns, named = self._notes()
        lines += columns
        shapes = (*self._axes(), *self._fill(), *self._drop(), *lines, *self._pole(flag), *self._dot())
        words = [Placed(ORIGIN, self._y_name), *self._place_ticks(), *self._place_names(), *flag, *named]
        if self._gap_name and self._gap_place:
            words.append(Placed(Point(self._gap_place.x, self._gap_place.y), self._gap_name))
        size = Size(self._plane.right + self._right, self._plane.bottom + self._small + last)
        return Frame(size, (*(Placed(ORIGIN, shape) for shape in shapes), *words))

    def _words(self, text: str, color: str, style: str = "label") -> Frame:
        return self._layouter.layout(Text(text, style, color, literal=True), Limits())

    def _name(self, series: LineSeries, width: float) -> Frame:
        text = Text(series.name, "mark", f"{series.role}.strong", literal=True)
        return self._fit(text, width, _NAMES_SHARES)

    def _fit(self, text: Text, width: float, shares: tuple[float, ...]) -> Frame:
        """Return a name in one of its shares of the width or, if it cannot be broken to fit, at its least."""
        offered = (self._layouter.layout(text, Limits(width * share)) for share in shares)
        fitting = next((frame for frame in offered if frame.offered is None), None)
        return fitting or self._layouter.layout(text, Limits(self._layouter.narrowest(text)))

    def _plane_in(self, width: float) -> Rect:
        """Return the plane: the room left by the words around it, or the width that its ticks need."""
        half = self._x_ticks[-1].size.width / 2 if self._x_ticks else 0.0
        widest = max(frame.size.width for frame in self._names)
        self._right = max(self._small + widest, half + 2 * self._gap + self._x_name.size.width)
        left = max(frame.size.width for frame in self._y_ticks) + self._small
        least = max(sum(frame.size.width + 2 * self._gap for frame in self._x_ticks), self._look.size("plot"))
        inner = max(width - left - self._right, least)
        for tick, frame in zip(self._chart.x.ticks[:1], self._x_ticks, strict=False):
            # The label of the first tick may reach beyond the plane's left edge.
            if inner * self._chart.x.fraction(tick.value) - frame.size.width / 2 + left < 0.0:
                left = frame.size.width / 2
                inner = max(width - left - self._right, least)
        top = self._y_name.size.height + self._look.space("medium")
        height = self._look.size("chart") * (_HIGH if inner < _NARROW else _WIDE)
        return Rect(left, top, inner, height)

    def _at(self, x: float, y: float) -> Point:
        plane = self._plane
        return Point(
            plane.x + plane.width * self._chart.x.fraction(x),
            plane.bottom - plane.height * self._chart.y.fraction(y),
        )

    def _axes(self) -> list[Drawable]:
        plane, chart = self._plane, self._chart
        thin = Stroke(self._look.paint("line"), self._look.stroke("border"))
        thick = Stroke(self._look.paint("muted"), self._look.stroke("rule"))
        heights = [self._at(chart.x.low, tick.value).y for tick in chart.y.ticks]
        rules = [_rule(Point(plane.x, y), Point(plane.right, y), thin) for y in heights]
        axis = _rule(Point(plane.x, plane.bottom), Point(plane.right, plane.bottom), thick)
        positions = [self._at(tick.value, chart.y.low) for tick in chart.x.ticks]
        return [*rules, axis, *(_rule(at, Point(at.x, at.y + self._gap / 2), thick) for at in positions)]

    def _line(self, series: LineSeries) -> list[Drawable]:
        """Return the runs of a line in one path, and its lonely points."""
        runs = [[self._at(x, y) for x, y in run] for run in series.runs]
        commands = tuple(chain.from_iterable(polyline(*run) for run in runs if len(run) > 1))
        is_other = self._chart.marker and series is not self._chart.series[self._chart.marker[0]]
        pen = line_pen(series.role, series.dash, self._look, "flow" if is_other else "accent")
        lines: list[Drawable] = [Path(commands, stroke=pen)] if commands else []
        lonely = [run[0] for run in runs if len(run) == 1]
        dots = (Rect(at.x, at.y, 0.0, 0.0).inflate(pen.width) for at in lonely)
        return [*lines, *(Ellipse(dot, pen.paint, None, "mark") for dot in dots)]

    @property
    def _marked(self) -> LineSeries | None:
        return self._chart.series[self._chart.marker[0]] if self._chart.marker else None

    @property
    def _mark_at(self) -> Point:
        series, index = self._chart.marker or (0, 0)
        x, y = self._chart.series[series].points[index]
        return self._at(x, y or 0.0)

    def _drop(self) -> list[Drawable]:
        """Return the dotted line from the marked point down to the axis."""
        if not self._marked:
            return []
        at = self._mark_at
        pen = Stroke(self._look.paint(f"{self._marked.role}.mark"), self._look.stroke("rule"), DOTS)
        return [_rule(at, Point(at.x, self._plane.bottom), pen)]

    def _dot(self) -> list[Drawable]:
        if not self._marked:
            return []
        at, size = self._mark_at, self._look.size("point")
        point = Rect(at.x, at.y, 0.0, 0.0).inflate(size / 2)
        return [Ellipse(point, self._look.paint(f"{self._marked.role}.strong"), None, "mark")]

    def _place_flag(self) -> list[Placed]:
        """Return the flag near the marked point, or above the plane where it would cover a line."""
        if not self._marked or not self._chart.flag:
            return []
        words = Text(self._chart.flag, "mark", "paper", literal=True)
        card = Card(words, f"{self._marked.role}.solid", None, "tiny", "small", "chip")
        whole = self._plane.right + self._right
        frame = self._layouter.layout(card, Limits(whole))
        size, at, plane = frame.size, self._mark_at, self._plane
        bounds = Rect(plane.x, 0.0, whole - plane.x, plane.bottom - self._gap)
        lines = [side for line in self._lines for side in pairwise(line)]
        placed = [Placed(ORIGIN, self._y_name), *self._place_names()]
        taken = [extent(each.item).translate(each.at) for each in placed]
        rect = place_flag(size, at, bounds, lines, [*taken, *filter(None, [self._gap_place])])
        if rect:
            return [Placed(Point(rect.x, rect.y), frame)]
        # Between the name of the axis and the plane, which is lower then.
        top = self._y_name.size.height + self._small
        self._plane = replace(plane, y=top + size.height + self._small)
        return [Placed(Point(max(0.0, min(at.x - size.width / 2, whole - size.width)), top), frame)]

    @property
    def _noted(self) -> list[tuple[PointNote, Point]]:
        return [(note, self._at(*note.at)) for note in self._chart.notes]

    def _notes(self) -> tuple[list[Drawable], list[Placed]]:
        bounds = replace(self._plane, y=0.0, width=self._plane.width + self._right, height=self._plane.bottom)
        taken = [Placed(ORIGIN, self._y_name), *self._place_names()]
        return lay_out_notes(self._noted, bounds, self._lines, taken, self._layouter)

    def _pole(self, flag: list[Placed]) -> list[Drawable]:
        if not flag or not self._marked:
            return []
        at, rect = self._mark_at, extent(flag[0].item).translate(flag[0].at)
        pen = Stroke(self._look.paint(f"{self._marked.role}.strong"), self._look.stroke("arrow"))
        return [_rule(at, Point(at.x, rect.center.y), pen)]

    @property
    def _lines(self) -> list[list[Point]]:
        return [[self._at(*point) for point in run] for each in self._chart.series for run in each.runs]

    def _gap_sides(self) -> tuple[Line, Line] | None:
        """Return the marked line and the other one from the marked point on, if neither has a gap there."""
        if not self._chart.gap or not self._chart.marker:
            return None
        marked, other = self._chart.marker[0], 1 - self._chart.marker[0]
        ends = [[self._at(*point) for point in self._chart.series[i].runs[-1]] for i in (marked, other)]
        return gap_between(ends[0], ends[1], self._mark_at.x)

    def _place_gap_name(self) -> tuple[Frame | None, Rect | None]:
        sides = self._gap_sides()
        if not sides:
            return None, None
        name = self._words(self._chart.gap, "ink", "mark")
        return name, place_in_gap(sides, name.size)

    def _fill(self) -> list[Drawable]:
        """Return the surface of the gap or, under a line that is alone or marked, of what is left there."""
        series = self._marked or self._chart.series[0]
        sides = self._gap_sides() or self._area_sides(series)
        outline = surface_between(sides) if sides else []
        if not outline:
            return []
        paint = self._look.paint(f"{series.role}.mid")
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
        line = [self._at(*point) for point in series.runs[0]]
        others = [[self._at(*point) for run in each.runs for point in run] for each in self._chart.series]
        foot = self._plane.bottom + _BELOW
        return (line, [Point(line[0].x, foot), Point(line[-1].x, foot)]) if is_under(line, others) else None

    def _place_ticks(self) -> list[Placed]:
        """Return the labels of the ticks at the left and below, and the name after the last one."""
        chart, edge, y = self._chart, self._plane.x - self._small, self._plane.bottom + self._small
        placed, below = [], self._place_of_mark(y)
        for tick, frame in zip(chart.y.ticks, self._y_ticks, strict=True):
            top = self._at(chart.x.low, tick.value).y - frame.size.height / 2
            placed.append(Placed(Point(edge - frame.size.width, top), frame))
        taken = [extent(each.item).translate(each.at).inflate(self._small) for each in below]
        for tick, frame in zip(chart.x.ticks, self._x_ticks, strict=True):
            x = self._at(tick.value, chart.y.low).x - frame.size.width / 2
            if not any(map(Rect(x, y, frame.size.width, frame.size.height).overlaps, taken)):
                below.append(Placed(Point(x, y), frame))
        placed += sorted(below, key=lambda each: each.at.x)
        x = self._plane.right + self._right - self._x_name.size.width
        return [*placed, Placed(Point(x, y), self._x_name)]

    def _place_of_mark(self, y: float) -> list[Placed]:
        """Return where the marked point and named ones are, below the axis."""
        if not self._marked or not self._chart.place:
            return place_below(self._noted, y, self._layouter)
        words = self._words(self._chart.place, f"{self._marked.role}.strong", "mark")
        return [Placed(Point(self._mark_at.x - words.size.width / 2, y), words)]

    def _place_names(self) -> list[Placed]:
        x = self._plane.right + self._small
        ends = [self._at(*series.runs[-1][-1]).y for series in self._chart.series]
        if len(self._names) > len(ends):
            ends.append(sum(ends) / len(ends))
        heights = [frame.size.height for frame in self._names]
        tops = dodge_labels(ends, heights, self._small, self._plane.bottom)
        return [Placed(Point(x, top), frame) for top, frame in zip(tops, self._names, strict=True)]


def _rule(start: Point, end: Point, pen: Stroke) -> Path:
    return Path(polyline(start, end), stroke=pen, purpose="ornament")
