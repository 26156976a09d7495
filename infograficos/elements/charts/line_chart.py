"""Lines over two axes with ticks, each line with its name at its end."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Literal

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.charts.axis import Axis, dodge_labels
from infograficos.elements.text import Text
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Drawable, Ellipse, Frame, Path, Placed, Stroke, polyline

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

Dash = Literal["solid", "dashed", "dotted"]

#: Lengths of dash and gap of lines of data, in widths of the round pen; all other lines have `DASH`.
DASHES: dict[Dash, tuple[float, ...]] = {"solid": (), "dashed": (3.0, 2.4), "dotted": (0.1, 2.4)}

#: The largest shares of the width for the names at the lines' ends, the second for one that cannot wrap in
#: the first, and for the name of the lower axis; longer ones wrap.
_NAMES_SHARES, _AXIS_SHARES = (0.3, 0.45), (0.5,)


@checked_dataclass
class LineSeries:
    """A line through at least two points, x ascending, in the axes' own units; without a y it has a gap."""

    name: str
    role: str
    points: tuple[tuple[float, float | None], ...]
    dash: Dash = "solid"

    @property
    def runs(self) -> list[list[tuple[float, float]]]:
        """The points between gaps."""
        runs: list[list[tuple[float, float]]] = [[]]
        for x, y in self.points:
            if y is not None:
                runs[-1].append((x, y))
            elif runs[-1]:
                runs.append([])
        return [run for run in runs if run]


@checked_dataclass
class LineChart:
    """A line chart with all text outside the plane.

    Args:
        x: the lower axis, its name after its last tick.
        y: the left axis, its name above it.
        marker: the series and the point to mark, by their indices, with a line down to the axis.
    """

    series: tuple[LineSeries, ...]
    x: Axis
    y: Axis
    marker: tuple[int, int] | None = None

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Lay out the plane as wide as offered, ticks at its left and below it, names at its right."""
        return _LineChartLayout(self, limits, layouter).frame()


def line_pen(role: str, dash: Dash, look: ResolvedTheme) -> Stroke:
    """Return the pen that draws a series."""
    width = look.stroke("flow")
    return Stroke(look.paint(f"{role}.strong"), width, tuple(length * width for length in DASHES[dash]))


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

    def frame(self) -> Frame:
        """Place the axes, the data over them, and the words."""
        last = max(frame.size.height for frame in (*self._x_ticks, self._x_name))
        lines = [shape for each in self._chart.series for shape in self._line(each)]
        marker = self._marker()
        shapes = (*self._axes(), *marker[:1], *lines, *marker[1:])
        words = (Placed(ORIGIN, self._y_name), *self._place_ticks(), *self._place_names())
        size = Size(self._plane.right + self._right, self._plane.bottom + self._small + last)
        return Frame(size, (*(Placed(ORIGIN, shape) for shape in shapes), *words))

    def _words(self, text: str, color: str) -> Frame:
        return self._layouter.layout(Text(text, "label", color, literal=True), Limits())

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
        return Rect(left, top, inner, self._look.size("chart"))

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
        pen, color = line_pen(series.role, series.dash, self._look), self._look.paint(f"{series.role}.strong")
        lines: list[Drawable] = [Path(commands, stroke=pen)] if commands else []
        lonely = [run[0] for run in runs if len(run) == 1]
        dots = (Rect(at.x, at.y, 0.0, 0.0).inflate(pen.width) for at in lonely)
        return [*lines, *(Ellipse(dot, color, None, "mark") for dot in dots)]

    def _marker(self) -> list[Drawable]:
        """Return the line from the marked point down to the axis, and the point itself."""
        if self._chart.marker is None:
            return []
        series, index = self._chart.series[self._chart.marker[0]], self._chart.marker[1]
        x, y = series.points[index]
        at, size = self._at(x, y or 0.0), self._look.size("point")
        pen = Stroke(self._look.paint(f"{series.role}.line"), self._look.stroke("rule"))
        point = Rect(at.x - size / 2, at.y - size / 2, size, size)
        dot = Ellipse(point, self._look.paint(f"{series.role}.strong"), None, "mark")
        return [_rule(at, Point(at.x, self._plane.bottom), pen), dot]

    def _place_ticks(self) -> list[Placed]:
        """Return the labels of the ticks at the left and below, and the name after the last one."""
        chart, edge, y = self._chart, self._plane.x - self._small, self._plane.bottom + self._small
        placed = []
        for tick, frame in zip(chart.y.ticks, self._y_ticks, strict=True):
            top = self._at(chart.x.low, tick.value).y - frame.size.height / 2
            placed.append(Placed(Point(edge - frame.size.width, top), frame))
        for tick, frame in zip(chart.x.ticks, self._x_ticks, strict=True):
            x = self._at(tick.value, chart.y.low).x - frame.size.width / 2
            placed.append(Placed(Point(x, y), frame))
        x = self._plane.right + self._right - self._x_name.size.width
        return [*placed, Placed(Point(x, y), self._x_name)]

    def _place_names(self) -> list[Placed]:
        x = self._plane.right + self._small
        ends = [self._at(*series.runs[-1][-1]).y for series in self._chart.series]
        heights = [frame.size.height for frame in self._names]
        tops = dodge_labels(ends, heights, self._small, self._plane.bottom)
        return [Placed(Point(x, top), frame) for top, frame in zip(tops, self._names, strict=True)]


def _rule(start: Point, end: Point, pen: Stroke) -> Path:
    return Path(polyline(start, end), stroke=pen, purpose="ornament")
