"""The numbers that the axes of a plot must hold, and the colours of its series."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from infograficos.content.plot_checks import Data, PlotMark, fitted_points
from infograficos.content.plot_marks import Region
from infograficos.content.plot_series import Area, Fit, Scatter


def plotted_values(data: Sequence[Data], marks: Sequence[PlotMark]) -> tuple[list[float], list[float]]:
    """Return what the lower and the left axis have to hold: the lowest and highest number, and a fraction."""
    points = list(chain.from_iterable(each.points for each in data))
    xs, ys = [x for x, _ in points], [y for _, y in points]
    for each in data:
        ys += chain.from_iterable(each.errors) if isinstance(each, Scatter) else ()
        ys += [0.0] if isinstance(each, Area) else ()
    for mark in marks:
        ends = (mark.start, mark.end) if isinstance(mark, Region) else (mark.at,)
        (xs if mark.along == "x" else ys).extend(ends)
    return _extremes(xs), _extremes(ys)


def _extremes(values: Sequence[float]) -> list[float]:
    """Return all that an axis asks of its values: where they end, and whether all are whole."""
    fraction = next((value for value in values if not float(value).is_integer()), None)
    return [min(values), max(values), *([] if fraction is None else [fraction])]


def series_roles(series: Sequence[Data | Fit]) -> list[str]:
    """Return the role of each series: its own, that of the points that it is fitted to, or a category's."""
    roles: dict[int, str] = {}
    for each in series:
        if not isinstance(each, Fit):
            roles[id(each)] = each.role or f"category{len(roles) + 1}"
    points = (fitted_points(each, series) if isinstance(each, Fit) else each for each in series)
    return [roles[id(each)] for each in points]
