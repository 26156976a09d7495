"""The numbers that the axes of a plot must hold, and the colours of its series."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from infograficos.content.plot_checks import Data, PlotMark, fitted_points
from infograficos.content.plot_marks import Region
from infograficos.content.plot_series import Area, Band, Fit, Scatter


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
    """Return the role of each series: its own, a category's, or that of the series that it belongs to.

    A line belongs to the points that it is fitted to, a band without a name to the series after it or, at the
    end, to the one before it.
    """
    owners = [_owner(each, series) for each in series]
    roles: dict[int, str] = {}
    for owner in owners:
        if id(owner) not in roles:
            roles[id(owner)] = owner.role or f"category{len(roles) + 1}"
    return [roles[id(owner)] for owner in owners]


def _owner(each: Data | Fit, series: Sequence[Data | Fit]) -> Data:
    """Return the series whose role another one has."""
    if isinstance(each, Fit):
        return fitted_points(each, series)
    if isinstance(each, Band) and not (each.name or each.role):
        number = next(i for i, other in enumerate(series) if other is each)
        others = (*series[number + 1 :], *reversed(series[:number]))
        return next((other for other in others if not isinstance(other, Band | Fit)), each)
    return each
