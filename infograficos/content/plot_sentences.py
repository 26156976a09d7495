"""What a plot shows, in words: its axes, each series by its ends or its range, and its marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from infograficos.content.data.least_squares import FittedLine
from infograficos.content.descriptions import fullest
from infograficos.content.plot_checks import Data, PlotMark
from infograficos.content.plot_marks import Region
from infograficos.content.plot_series import Area, Axis, Fit, Line, Scatter
from infograficos.language.grammar import capitalize, join_and, phrase
from infograficos.language.numbers import format_computed, format_decimal, format_scientific, format_short
from infograficos.language.texts import mark_text

#: On a logarithmic axis smaller and larger numbers are described with a power of ten.
_SHORT, _LONG = 1e-3, 1e6

#: Whole numbers below this have no sign between their thousands: they may be years.
_GROUPED = 10_000

_LOWEST, _HIGHEST = mark_text("mínimo {y} em {x}"), mark_text("máximo {y} em {x}")
_LINES = mark_text(("Linha tracejada: {lines}.", "Linhas tracejadas: {lines}."))
_REGIONS = mark_text(("Região: {regions}.", "Regiões: {regions}."))


@dataclass(frozen=True)
class PlotSentences:
    """The parts of a plot that its description names.

    Args:
        names: what each series is called by its number, with what was computed of it.
        fitted: the fitted lines and what they say, by their numbers.
        x_values: all numbers on the lower axis.
    """

    series: Sequence[Data | Fit]
    names: Sequence[str]
    marks: Sequence[PlotMark]
    x: Axis
    y: Axis
    x_values: Sequence[float]
    fitted: Mapping[int, tuple[FittedLine, str]]

    def describe(self) -> str:
        """Return the fullest description that has room."""
        numbers = range(len(self.series))
        full, brief = ("; ".join(self._describe(i, is_full) for i in numbers) for is_full in (True, False))
        opening = phrase("{y} conforme {x}", y=capitalize(self.y.name), x=self.x.name) + self._scales()
        start = f"{opening}, {_range(self.x_values, self.x)}"
        after = "".join(f" {sentence}" for sentence in self._describe_marks())
        options = (f"{start}: {full}.{after}", f"{start}: {brief}.{after}", f"{start}: {brief}.")
        return fullest((*options, f"{opening}: {brief}."))

    def _scales(self) -> str:
        if self.x.log and self.y.log:
            return f" ({phrase('eixos logarítmicos')})"
        if self.y.log:
            return f" ({phrase('eixo y logarítmico')})"
        return f" ({phrase('eixo x logarítmico')})" if self.x.log else ""

    def _describe(self, number: int, is_full: bool) -> str:
        series, name = self.series[number], self.names[number]
        if isinstance(series, Fit):
            line, slope = self.fitted[number]
            said = f"{series.name or phrase('reta ajustada')}, {slope}"
            squared = phrase("R² {value}", value=format_computed([line.r_squared], 2)[0])
            return f"{said} ({squared})" if is_full else said
        ys = [y for _, y in series.points]
        if isinstance(series, Line | Area):
            parts = [name, _between(_write(ys[0], self.y), _write(ys[-1], self.y))]
            parts += self._describe_shape(series) if is_full else ()
        else:
            count = (
                [phrase(("{count} ponto", "{count} pontos"), len(ys))] if isinstance(series, Scatter) else []
            )
            parts = [name, *count, _range(ys, self.y)]
            parts += [phrase("com barras de erro")] if isinstance(series, Scatter) and series.errors else []
        return ", ".join(filter(None, parts))

    def _describe_shape(self, series: Line | Area) -> Iterator[str]:
        """Yield the lowest and the highest point of a line that are not its ends, and that it has gaps."""
        points = series.points
        lowest, highest = (choose(points, key=lambda point: point[1]) for choose in (min, max))
        for source, (x, y) in ((_LOWEST, lowest), (_HIGHEST, highest)):
            if y not in (points[0][1], points[-1][1]):
                yield phrase(source, y=_write(y, self.y), x=_write(x, self.x))
        if len(points) < len(series.x):
            yield phrase("com falhas")

    def _describe_marks(self) -> Iterator[str]:
        lines = [
            _named(each.name, f"{self._axis_of(each)}{format_short(each.at)}")
            for each in self.marks
            if not isinstance(each, Region)
        ]
        regions = [
            _named(
                each.name,
                f"{self._axis_of(each)}{_between(format_short(each.start), format_short(each.end))}",
            )
            for each in self.marks
            if isinstance(each, Region)
        ]
        if lines:
            yield phrase(_LINES, len(lines), lines=join_and(lines))
        if regions:
            yield phrase(_REGIONS, len(regions), regions=join_and(regions))

    def _axis_of(self, mark: PlotMark) -> str:
        """Return what a mark is on, where others are on the other axis."""
        if len({each.along for each in self.marks}) < 2:
            return ""
        return f"{(self.x if mark.along == 'x' else self.y).name}: "


def _named(name: str, place: str) -> str:
    return f"{name} ({place})" if name else place


def _write(value: float, axis: Axis) -> str:
    """Write a value, with a power of ten where its axis has them."""
    if float(value).is_integer() and abs(value) < _GROUPED:
        return format_decimal(value, 0)
    if not axis.log or _SHORT <= value < _LONG:
        return format_short(value)
    return format_scientific(value, 0 if float(f"{value:.0e}") == value else 1)


def _range(values: Sequence[float], axis: Axis) -> str:
    low, high = _write(min(values), axis), _write(max(values), axis)
    return phrase("em {value}", value=low) if low == high else _between(low, high)


def _between(first: str, last: str) -> str:
    return phrase("de {first} a {last}", first=first, last=last)
