"""What a plot shows: its axes, points, lines, areas, bands and fitted lines."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from math import inf, isinf
from typing import Annotated, Self

from infograficos.content.checks import validate_same_length
from infograficos.content.data.log_columns import read_pairs_of
from infograficos.content.data.read_numbers import is_missing
from infograficos.content.fields import (
    COMPOSED,
    Flag,
    Number,
    OptionalText,
    Reading,
    Some,
    Words,
    content,
    short,
)
from infograficos.errors import ContentError, InputError

#: What a series, a mark or an axis is called: it stands in the plane or beside it.
SeriesName = Annotated[OptionalText, COMPOSED, short(32)]

Pairs = tuple[tuple[float, float], ...]


@content
class Axis:
    """An axis of a plot.

    Args:
        name: what its values are.
        log: equal lengths are equal factors, such as from 10 to 100 and from 100 to 1000.
        low: where it starts, by default where the data or a round number is; lines may leave the plane there.
        high: where it ends.
    """

    name: Annotated[Words, COMPOSED, short(40)]
    log: Flag = False
    low: Number | None = None
    high: Number | None = None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low >= self.high:
            raise ContentError("“{name}” deve começar antes de onde termina", name=self.name)
        if self.log and any(end is not None and end <= 0 for end in (self.low, self.high)):
            raise ContentError("“{name}” é logarítmico e só tem valores acima de 0", name=self.name)

    def clamp(self, values: Sequence[float]) -> list[float]:
        """Return values, those beyond its ends as the ends."""
        low = -inf if self.low is None else float(self.low)
        high = inf if self.high is None else float(self.high)
        return [min(max(value, low), high) for value in values]


class FromTable:
    """What is read from two columns of numbers."""

    @classmethod
    def read(cls, source: object, x: str, y: str, name: str = "", **more: object) -> Self:
        """Return two columns of a file, a data frame or records as a series; rows without both are left out.

        Args:
            source: a data frame, a dict of columns, records, or the path of a CSV, TSV, JSON or JSON Lines
                file, such as the `trainer_state.json` of Hugging Face.
            x: the name of the column with each x.
            y: the name of the one with each y.
            name: what the series is called.
            more: the other fields.
        """
        try:
            xs, ys = read_pairs_of(source, x, y)
        except ValueError as problem:
            raise InputError(f"{cls.__name__}.read: {problem}") from None
        return cls(xs, ys, name, **more)  # type: ignore[call-arg]


@content
class Scatter(FromTable):
    """Points, each at an x and a y.

    Args:
        x: a number for each point; a point without one, or without a y, is left out.
        y: as many numbers.
        name: the words beside the points.
        error: how far the error bar of each point reaches up and down, one number a point or one for all.
        role: whose colour it has; by default one of its own.
    """

    x: Some[Reading]
    y: Some[Reading]
    name: SeriesName = ""
    error: Some[Annotated[Number, ...]] | Number | None = None
    role: Words | None = None

    def __post_init__(self) -> None:
        validate_same_length(x=self.x, y=self.y)
        validate_finite(self, x=self.x, y=self.y)
        if not isinstance(self.error, int | float | None):
            validate_same_length(error=self.error, y=self.y)
        if any(reach < 0 for reach in self._reaches):
            raise ContentError("uma barra de erro não pode ser negativa")
        if not self.points:
            raise ContentError("“{name}” não tem nenhum ponto com x e y", name=name_of(self))

    @cached_property
    def points(self) -> Pairs:
        """The points that have both numbers."""
        return tuple((x, y) for x, y, _ in self._measured)

    @cached_property
    def errors(self) -> Pairs:
        """Where the error bar of each point ends, if there are any."""
        return () if self.error is None else tuple((y - reach, y + reach) for _, y, reach in self._measured)

    @property
    def _reaches(self) -> Sequence[float]:
        if isinstance(self.error, int | float | None):
            return [float(self.error or 0)] * len(self.y)
        return self.error

    @cached_property
    def _measured(self) -> tuple[tuple[float, float, float], ...]:
        return tuple(
            (float(x), float(y), reach)
            for x, y, reach in zip(self.x, self.y, self._reaches, strict=True)
            if x is not None and y is not None and x == x and y == y  # noqa: PLR0124 - NaN is not itself
        )


@content
class Line(FromTable):
    """A line through points from left to right.

    Args:
        x: numbers that do not decrease, at least two.
        y: as many numbers; NaN or nothing where one is missing, which leaves a gap.
        name: the words at its end, or beside it.
        dashed: draw it in dashes, such as what was not measured.
        area: what the area under it is called, such as “AUC”; it is computed and written after the name.
        role: whose colour it has; by default one of its own.
    """

    x: Some[Number]
    y: Some[Reading]
    name: SeriesName = ""
    dashed: Flag = False
    area: Annotated[OptionalText, short(16)] = ""
    role: Words | None = None

    def __post_init__(self) -> None:
        validate_same_length(x=self.x, y=self.y)
        validate_finite(self, y=self.y)
        validate_ascending(self, self.x)
        if not self.points:
            raise ContentError("“{name}” não tem nenhum y", name=name_of(self))
        if self.area and len(self.points) < len(self.x):
            raise ContentError("“{name}” tem falhas, e a área sob ela não se calcula", name=name_of(self))

    @cached_property
    def points(self) -> Pairs:
        """The points that have a y."""
        return tuple((x, y) for x, y in self.path if y is not None)

    @cached_property
    def path(self) -> tuple[tuple[float, float | None], ...]:
        """All points, with nothing for a y that is missing."""
        return tuple(
            (float(x), None if y is None or is_missing(y) else float(y))
            for x, y in zip(self.x, self.y, strict=True)
        )

    @cached_property
    def area_below(self) -> float:
        """The area between the line and zero, by trapezoids."""
        return sum((b[0] - a[0]) * (a[1] + b[1]) / 2 for a, b in pairwise(self.points))


@content
class Area(FromTable):
    """A line and the surface between it and zero.

    Args:
        x: numbers that do not decrease, at least two.
        y: as many numbers.
        name: the words at its end, or beside it.
        role: whose colour it has; by default one of its own.
    """

    x: Some[Number]
    y: Some[Number]
    name: SeriesName = ""
    role: Words | None = None

    def __post_init__(self) -> None:
        validate_same_length(x=self.x, y=self.y)
        validate_ascending(self, self.x)

    @cached_property
    def points(self) -> Pairs:
        """The points of its line."""
        return tuple((float(x), float(y)) for x, y in zip(self.x, self.y, strict=True))


@content
class Band:
    """The surface between a lower and an upper value at each x, such as a confidence interval.

    Args:
        x: numbers that do not decrease, at least two.
        low: the lower value at each x.
        high: the upper value at each x.
        name: the words beside it.
        role: whose colour it has; by default one of its own or, without a name, that of the series after it.
    """

    x: Some[Number]
    low: Some[Number]
    high: Some[Number]
    name: SeriesName = ""
    role: Words | None = None

    def __post_init__(self) -> None:
        validate_same_length(x=self.x, low=self.low, high=self.high)
        validate_ascending(self, self.x)
        for i, (low, high) in enumerate(zip(self.low, self.high, strict=True)):
            if low > high:
                raise ContentError("em x[{index}], low é maior que high", index=i)

    @cached_property
    def points(self) -> Pairs:
        """The points of both of its edges."""
        return tuple(
            (float(x), float(y)) for side in (self.low, self.high) for x, y in zip(self.x, side, strict=True)
        )


@content
class Fit:
    """The straight line nearest to points by least squares, computed; straight as the axes are drawn.

    Args:
        of: the name of the points; by default the only ones.
        name: the words beside it; by default its slope, or its exponent between two logarithmic axes.
        dashed: draw it in dashes.
    """

    of: SeriesName = ""
    name: SeriesName = ""
    dashed: Flag = True


def name_of(part: object) -> str:
    """Return what a message calls a part of a plot: by its name, or else by what it is."""
    return getattr(part, "name", "") or type(part).__name__


def validate_finite(series: object, **fields: Sequence[float | None]) -> None:
    """Raise `ValueError` for an infinite number, and say where it is."""
    for field, values in fields.items():
        place = next((i for i, value in enumerate(values) if value is not None and isinf(value)), None)
        if place is not None:
            raise ContentError(
                "“{name}”: {field}[{index}] é infinito e não tem lugar no plano; deixe-o sem valor (None)",
                name=name_of(series),
                field=field,
                index=place,
            )


def validate_ascending(series: object, x: Sequence[float]) -> None:
    """Raise `ValueError` for less than two points of a line, and for one that goes back."""
    if len(x) < 2:
        raise ContentError("“{name}” tem 1 ponto; uma linha precisa de ao menos 2", name=name_of(series))
    for i, (before, after) in enumerate(pairwise(x)):
        if after < before:
            raise ContentError(
                "“{name}”: x[{index}] é menor que o anterior; uma linha vai da esquerda para a direita",
                name=name_of(series),
                index=i + 1,
            )
    if x[0] == x[-1]:
        raise ContentError("“{name}” tem um só x; uma linha precisa de ao menos 2", name=name_of(series))
