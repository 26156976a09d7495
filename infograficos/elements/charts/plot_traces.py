"""The series of a plot on its plane: what they draw, what they cover, and where their names may be."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from infograficos.content.data.downsampling import downsample
from infograficos.elements.charts.clip import clip_line
from infograficos.elements.charts.legend import LegendKey
from infograficos.elements.charts.line_data import LineSeries, line_pen
from infograficos.elements.charts.occupancy import Occupancy
from infograficos.elements.charts.plot_data import PlotBand, PlotPoints, PlotSeries
from infograficos.elements.charts.plot_names import places_along, places_among
from infograficos.elements.charts.plot_shapes import (
    dot_diameter,
    paint_band,
    paint_dots,
    paint_errors,
    paint_lines,
    thin_dots,
)
from infograficos.elements.shapes import Dot
from infograficos.layout import Element
from infograficos.scene.geometry import Point, Rect
from infograficos.scene.items import Drawable, Path, Stroke

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: How far rounding may move a point beyond its plane, in units.
_ROUNDING = 1e-6

#: A line of more points, whose ups and downs lie side by side, is drawn with a thin pen.
_THIN = 400

#: More points are a cloud, which lies behind lines.
_FEW = 60

#: Converts many points of data to places on the sheet.
Scale = Callable[[Sequence[tuple[float, float]]], list[tuple[float, float]]]


class Trace(ABC):
    """A series on the plane; a surface is behind the rules at the ticks."""

    is_surface: ClassVar[bool] = False
    #: The tone in which it is drawn: marks on surfaces need a stronger one.
    tone: str = "mark"

    @abstractmethod
    def shapes(self, look: ResolvedTheme) -> list[Drawable]:
        """Return what is drawn."""

    @abstractmethod
    def cover(self, taken: Occupancy) -> None:
        """Take what no name may cover."""

    @property
    @abstractmethod
    def key(self) -> Element:
        """What stands for it in a legend."""

    @property
    @abstractmethod
    def places(self) -> list[Point]:
        """Where its name may be, best first."""

    @property
    def radius(self) -> float:
        """Half of its thickness."""
        return 0.0


class LineTrace(Trace):
    """A line in its runs on a plane, of which no more is kept than a pen could draw."""

    def __init__(self, series: LineSeries, scale: Scale, plane: Rect) -> None:
        self._series = series
        runs = (part for run in series.runs for part in clip_line(scale(run), plane.inflate(_ROUNDING)))
        self._runs = [[Point(x, y) for x, y in downsample(run)] for run in runs]
        self._pen = "rule" if len(series.points) > _THIN else "flow"

    def shapes(self, look: ResolvedTheme) -> list[Drawable]:
        """Return the runs in one path, and lonely points."""
        return paint_lines(
            self._runs, line_pen(self._series.role, self._series.dash, look, self._pen, self.tone)
        )

    def cover(self, taken: Occupancy) -> None:
        """Take the runs."""
        for run in self._runs:
            for a, b in pairwise([*run, run[-1]]):
                taken.take_segment(a, b)

    def rim(self, look: ResolvedTheme) -> list[Drawable]:
        """Return a rim of paper, which keeps the line apart from a cloud of dots behind it."""
        pen = Stroke(look.paint("paper"), look.stroke("ribbon_thin"))
        return [
            replace(each, purpose="ornament")
            for each in paint_lines(self._runs, pen)
            if isinstance(each, Path)
        ]

    @property
    def key(self) -> Element:
        """Two dashes of the line."""
        return LegendKey(self._series.role, dash=self._series.dash)

    @property
    def places(self) -> list[Point]:
        """Places along the longest run."""
        return places_along(max(self._runs, key=len))


class PointsTrace(Trace):
    """Dots with their error bars."""

    def __init__(self, series: PlotPoints, scale: Scale) -> None:
        self._series = series
        self._dots = thin_dots(scale(series.points))
        ends = [
            scale([(x, end) for (x, _), end in zip(series.points, side, strict=True)])
            for side in zip(*series.errors, strict=True)
        ]
        self._bars = [(Point(*low), Point(*high)) for low, high in zip(*ends, strict=True)] if ends else []

    def shapes(self, look: ResolvedTheme) -> list[Drawable]:
        """Return the bars, and the dots over them."""
        color, count = f"{self._series.role}.{self.tone}", len(self._series.points)
        return [*paint_errors(self._bars, color, look), *paint_dots(self._dots, count, color, look)]

    def cover(self, taken: Occupancy) -> None:
        """Take the dots and the bars."""
        for dot in self._dots:
            taken.take(Rect(dot.x, dot.y, 0.0, 0.0).inflate(self.radius))
        for low, high in self._bars:
            taken.take_segment(low, high)

    @property
    def radius(self) -> float:
        """That of a dot."""
        return dot_diameter(len(self._series.points)) / 2

    @property
    def key(self) -> Element:
        """A dot."""
        return Dot("point", f"{self._series.role}.mark")

    @property
    def places(self) -> list[Point]:
        """Places at the rim of the cloud."""
        return places_among(self._dots)


class BandTrace(Trace):
    """A surface between two lines."""

    is_surface: ClassVar[bool] = True

    def __init__(self, series: PlotBand, scale: Scale) -> None:
        self._series = series
        self._lower = [Point(*at) for at in downsample(scale([(x, low) for x, low, _ in series.edges]))]
        self._upper = [Point(*at) for at in downsample(scale([(x, high) for x, _, high in series.edges]))]

    def shapes(self, look: ResolvedTheme) -> list[Drawable]:
        """Return the surface and its edges."""
        return paint_band(self._lower, self._upper, self._series.role, self._series.outlined, look)

    def cover(self, taken: Occupancy) -> None:
        """Take its edges: a name may be inside it."""
        for line in (self._lower, self._upper):
            for a, b in pairwise(line):
                taken.take_segment(a, b)

    @property
    def key(self) -> Element:
        """A sample of the surface."""
        return LegendKey(self._series.role, "pale")

    @property
    def places(self) -> list[Point]:
        """Places along the upper edge."""
        return places_along(self._upper)


def trace(series: PlotSeries, scale: Scale, plane: Rect) -> Trace:
    """Return a series on a plane."""
    if isinstance(series, LineSeries):
        return LineTrace(series, scale, plane)
    return PointsTrace(series, scale) if isinstance(series, PlotPoints) else BandTrace(series, scale)


def is_cloud(series: PlotSeries) -> bool:
    """Return whether a series has more points than one sees one by one."""
    return isinstance(series, PlotPoints) and len(series.points) > _FEW


def depth(series: PlotSeries) -> int:
    """Return how far in front a series is: lines are behind points as long as these are few."""
    if isinstance(series, PlotBand):
        return 0
    if isinstance(series, LineSeries):
        return 2
    return 1 if is_cloud(series) else 3
