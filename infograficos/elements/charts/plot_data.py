"""What a plot draws beside lines: points with error bars, bands, regions and reference lines."""

from __future__ import annotations

from typing import Literal

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.charts.axis import Axis
from infograficos.elements.charts.line_data import LineSeries

#: The axis along which a value is: “x” is the lower one.
Along = Literal["x", "y"]


@checked_dataclass
class PlotPoints:
    """Points in the axes' own units.

    Args:
        errors: the lower and the upper end of each point's error bar; without any, no bars.
    """

    name: str
    role: str
    points: tuple[tuple[float, float], ...]
    errors: tuple[tuple[float, float], ...] = ()


@checked_dataclass
class PlotBand:
    """A surface between a lower and an upper value at each x, x ascending.

    Args:
        edges: each x with its lower and its upper value.
        outlined: whether its edges are drawn, which a line on top needs not.
    """

    name: str
    role: str
    edges: tuple[tuple[float, float, float], ...]
    outlined: bool = True


@checked_dataclass
class PlotRegion:
    """The whole plane between two values of an axis, behind all else."""

    name: str
    role: str
    start: float
    end: float
    along: Along = "x"


@checked_dataclass
class ReferenceLine:
    """A dashed line across the whole plane at a value of an axis, and its name."""

    name: str
    value: float
    along: Along = "y"


#: What has a name and a colour in a plot.
PlotSeries = LineSeries | PlotPoints | PlotBand


@checked_dataclass
class PlotData:
    """A plot's data and its axes.

    Args:
        series: bands behind lines, and lines behind points, but for a cloud of many.
        x: the lower axis.
        y: the left axis.
        regions: parts of the plane, behind all else.
        references: dashed lines across the plane.
        narrower: the lower axis with ever fewer ticks, each for where those before are too wide.
    """

    series: tuple[PlotSeries, ...]
    x: Axis
    y: Axis
    regions: tuple[PlotRegion, ...] = ()
    references: tuple[ReferenceLine, ...] = ()
    narrower: tuple[Axis, ...] = ()
