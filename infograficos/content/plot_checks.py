"""Checks of what a plot shows against its axes; each raises `ValueError`, and says which value and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pydantic import BeforeValidator

from infograficos.content.checks import validate_known, validate_unique
from infograficos.content.data.read_numbers import is_missing
from infograficos.content.plot_marks import HorizontalLine, Region, VerticalLine
from infograficos.content.plot_series import (
    Area,
    Axis,
    Band,
    Fit,
    Line,
    Scatter,
    name_of,
)
from infograficos.content.validation_messages import expected_message
from infograficos.errors import ContentError
from infograficos.language.messages import mark_message

#: What has data of its own, and what lies across the plane.
Data = Scatter | Line | Area | Band
PlotMark = HorizontalLine | VerticalLine | Region

#: How many series a reader tells apart, and how many marks leave them in sight.
_MOST_SERIES, _MOST_MARKS = 6, 4

_NOT_ABOVE_ZERO = mark_message(
    "“{name}”: {place} é {value}, e “{axis}” é logarítmico: só tem valores acima de 0"
)
_TOO_LONG = mark_message("“{name}”: {place} é {value}, um número longo demais para um eixo; mude a unidade")
_OUTSIDE = mark_message("“{name}”: {place} é {value} e fica fora de “{axis}”; mude low ou high do eixo")

#: The labels of larger numbers would take the room of the plot; a logarithmic axis has powers of ten.
_MOST, _MOST_LOG = 1e12, 1e100


def read_axis(axis: object) -> Axis:
    """Return an axis, also of its name alone; `ValueError` refuses anything else."""
    if isinstance(axis, str):
        return Axis(axis)
    if not isinstance(axis, Axis):
        raise ValueError(expected_message("um objeto {kind}", axis, kind="Axis"))
    return axis


def of_kinds(*kinds: type) -> BeforeValidator:
    """Return a validator that refuses items of other kinds, and says which there are."""

    def validate(items: object) -> object:
        for item in items if isinstance(items, list | tuple) else ():
            if not isinstance(item, kinds):
                names = ", ".join(kind.__name__ for kind in kinds)
                raise ValueError(expected_message("um destes: {kinds}", item, kinds=names))
        return items

    return BeforeValidator(validate)


def validate_plot(series: Sequence[Data | Fit], marks: Sequence[PlotMark], x: Axis, y: Axis) -> None:
    """Raise `ValueError` for what cannot be plotted together, and for what has no place on its axis."""
    data = [each for each in series if not isinstance(each, Fit)]
    if not data:
        raise ContentError("um gráfico tem ao menos 1 série de dados, como Line ou Scatter")
    _validate_counts(series, marks)
    validate_unique((each.name for each in series if each.name), "o nome “{name}” aparece mais de uma vez")
    for each in data:
        _validate_on_axes(each, x, y)
    for mark in marks:
        _validate_mark(mark, x, y)
    for fit in series:
        if isinstance(fit, Fit):
            _validate_fit(fitted_points(fit, series))
    if y.log and any(isinstance(each, Area) for each in data):
        raise ContentError("uma área vai até 0, que um eixo logarítmico não tem; use uma linha")


def _validate_counts(series: Sequence[Data | Fit], marks: Sequence[PlotMark]) -> None:
    if len(series) > _MOST_SERIES:
        raise ContentError(
            "são {count} séries; até {most} se distinguem de relance. Separe-as em dois gráficos",
            count=len(series),
            most=_MOST_SERIES,
        )
    if len(marks) > _MOST_MARKS:
        raise ContentError(
            "são {count} marcas; até {most} deixam ver os dados", count=len(marks), most=_MOST_MARKS
        )


def _validate_on_axes(series: Data, x: Axis, y: Axis) -> None:
    """Raise `ValueError` for a value that has no place on its axis; a line may leave the plane."""
    for field, values, axis in _columns(series, *_bounds(series, x, y)):
        # Thousands of values have a place if the lowest and the highest have.
        present = [value for value in values if value is not None and not is_missing(value)]
        if present and all(_place_problem(end, axis) is None for end in (min(present), max(present))):
            continue
        for i, value in enumerate(values):
            if value is not None and not is_missing(value):
                _validate_value(f"{field}[{i}]", name_of(series), value, axis)
    if isinstance(series, Scatter):
        for i, ends in enumerate(series.errors):
            for end in ends:
                _validate_value(f"error[{i}]", name_of(series), end, y)


def _validate_mark(mark: PlotMark, x: Axis, y: Axis) -> None:
    """Raise `ValueError` for a mark that has no place on its axis."""
    axis = x if mark.along == "x" else y
    fields = ("start", "end") if isinstance(mark, Region) else ("at",)
    for field in fields:
        _validate_value(field, name_of(mark), getattr(mark, field), axis)


def fitted_points(fit: Fit, series: Sequence[Data | Fit]) -> Scatter:
    """Return the points that a line is fitted to; `ValueError` refuses a name that there is not."""
    points = [each for each in series if isinstance(each, Scatter)]
    if not fit.of:
        if len(points) != 1:
            raise ContentError(
                "há {count} séries de pontos; diga em “of” a qual a reta se ajusta", count=len(points)
            )
        return points[0]
    validate_known("a série de pontos", fit.of, [each.name for each in points])
    return next(each for each in points if each.name == fit.of)


def _validate_fit(points: Scatter) -> None:
    """Raise `ValueError` for points that no line, or any line, is the nearest to."""
    if len({x for x, _ in points.points}) < 2:
        raise ContentError(
            "não há reta que se ajuste a “{name}”: todos os pontos têm o mesmo x", name=name_of(points)
        )


def _columns(series: Data, x: Axis, y: Axis) -> Iterator[tuple[str, Sequence[float | None], Axis]]:
    yield "x", series.x, x
    if isinstance(series, Band):
        yield from (("low", series.low, y), ("high", series.high, y))
    else:
        yield "y", series.y, y


def _validate_value(place: str, name: str, value: float, axis: Axis) -> None:
    problem = _place_problem(value, axis)
    if problem:
        raise ContentError(problem, name=name, place=place, value=float(value), axis=axis.name)


def _bounds(series: Data, x: Axis, y: Axis) -> tuple[Axis, Axis]:
    """Return the axes on which a series lies, without ends for a line of which a point is in the plane."""
    if isinstance(series, Line) and any(
        _place_problem(px, x) is None and _place_problem(py, y) is None for px, py in series.points
    ):
        return replace(x, low=None, high=None), replace(y, low=None, high=None)
    return x, y


def _place_problem(value: float, axis: Axis) -> str | None:
    """Return why a value has no place on its axis, as the source of a message."""
    if axis.log and value <= 0:
        return _NOT_ABOVE_ZERO
    if abs(value) > (_MOST_LOG if axis.log else _MOST):
        return _TOO_LONG
    is_outside = (axis.low is not None and value < axis.low) or (axis.high is not None and value > axis.high)
    return _OUTSIDE if is_outside else None
