"""Pontos, linhas, áreas e faixas em dois eixos, lineares ou logarítmicos, com a reta que se ajusta."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain
from math import cos, pi
from typing import Annotated

from pydantic import BeforeValidator

from infograficos import elements
from infograficos.content.data.least_squares import FittedLine, fit_line
from infograficos.content.data.planets import PLANET_DISTANCES, PLANET_YEARS
from infograficos.content.fields import Items, content
from infograficos.content.own_words import OwnWords
from infograficos.content.plot_checks import Data, PlotMark, fitted_points, of_kinds, read_axis, validate_plot
from infograficos.content.plot_marks import HorizontalLine, Region, VerticalLine
from infograficos.content.plot_sentences import PlotSentences
from infograficos.content.plot_series import Area, Axis, Band, Fit, Line, Scatter
from infograficos.content.plot_values import plotted_values, series_roles
from infograficos.language.numbers import format_computed

__all__ = [
    "Area",
    "Axis",
    "Band",
    "Fit",
    "HorizontalLine",
    "Line",
    "Plot",
    "Region",
    "Scatter",
    "VerticalLine",
]

WORDS = OwnWords(
    slope="inclinação {slope}",
    exponent="expoente {slope}",
    by_decade="{slope} a cada ×10",
    by_unit="×{factor} por {x}",
    area="{name}, {area} {value}",
)

#: How many intervals the y axis has at most, and the x axis on ever narrower sheets.
_Y_INTERVALS, _X_INTERVALS = 5, (6, 4, 3, 2, 1)

#: Areas up to this have two decimals, as of a share.
_SMALL = 10.0

#: How far an axis goes on beyond points, as a share of its length, so that the plane's side cuts no dot.
_PAD = 0.04


@content
class Plot:
    """Points, lines, areas and bands over two axes, each with its name beside it.

    Of a line of very many points only the first, lowest, highest and last one of each of 200 slices are
    drawn, so that no peak is lost; of very many dots, one in each cell as wide as a dot.

    Args:
        series: one to six of `Scatter`, `Line`, `Area`, `Band` and `Fit`.
        x: the lower axis, or its name.
        y: the left axis, or its name.
        marks: up to four of `HorizontalLine`, `VerticalLine` and `Region`.
    """

    series: Annotated[Items[Data | Fit], of_kinds(Scatter, Line, Area, Band, Fit)]
    x: Annotated[Axis | str, BeforeValidator(read_axis)] = "x"
    y: Annotated[Axis | str, BeforeValidator(read_axis)] = "y"
    marks: Annotated[Items[PlotMark], of_kinds(HorizontalLine, VerticalLine, Region)] = ()

    def __post_init__(self) -> None:
        validate_plot(self.series, self.marks, self._x, self._y)

    @property
    def _x(self) -> Axis:
        return read_axis(self.x)

    @property
    def _y(self) -> Axis:
        return read_axis(self.y)

    @property
    def _data(self) -> list[Data]:
        return [each for each in self.series if not isinstance(each, Fit)]

    @property
    def _fits(self) -> list[Fit]:
        return [each for each in self.series if isinstance(each, Fit)]

    def body(self) -> elements.Element:
        """Return the plot, with fewer ticks where the sheet is narrower."""
        return self.body_like(())

    @property
    def measured(self) -> tuple[str, ...]:
        """What the axes measure."""
        return self._x.name, self._y.name

    def body_like(self, others: Sequence[Plot]) -> elements.Element:
        """Return the plot with axes that reach as far as those of others."""
        xs, ys = ([v for each in (self, *others) for v in each._values[i]] for i in (0, 1))
        x, *narrower = (self._axis(self._x, xs, intervals) for intervals in _X_INTERVALS)
        y = self._axis(self._y, ys, _Y_INTERVALS, is_left=True)
        chart = elements.PlotChart(self._plot_series, x, y, self._regions, self._references, tuple(narrower))
        return elements.DiagramLabels(elements.Named("gráfico", chart))

    @cached_property
    def _values(self) -> tuple[list[float], list[float]]:
        xs, ys = plotted_values(self._data, self.marks)
        return self._x.clamp(xs), self._y.clamp(ys)

    def _axis(self, axis: Axis, values: list[float], intervals: int, is_left: bool = False) -> elements.Axis:
        """Return an axis that holds values, as its ends are given or as they are."""
        ends = axis.low, axis.high
        if is_left and not axis.log:
            return elements.round_ended_axis(axis.name, values, intervals, ends)
        has_dots = is_left or any(isinstance(each, Scatter) for each in self._data)
        return elements.padded_axis(
            axis.name, values, intervals, ends, log=axis.log, pad=_PAD if has_dots else 0.0
        )

    @cached_property
    def _plot_series(self) -> tuple[elements.PlotSeries, ...]:
        drawn = [
            self._draw(each, role) for each, role in zip(self.series, series_roles(self.series), strict=True)
        ]
        return tuple(chain.from_iterable(drawn))

    def _draw(self, series: Data | Fit, role: str) -> Iterator[elements.PlotSeries]:
        if isinstance(series, Scatter):
            yield elements.PlotPoints(series.name, role, series.points, series.errors)
        elif isinstance(series, Line):
            dash: elements.Dash = "dashed" if series.dashed else "solid"
            yield elements.LineSeries(self._name(series), role, series.path, dash)
        elif isinstance(series, Area):
            edges = tuple((x, min(0.0, y), max(0.0, y)) for x, y in series.points)
            yield elements.PlotBand("", role, edges, outlined=False)
            yield elements.LineSeries(series.name, role, series.points)
        elif isinstance(series, Band):
            yield elements.PlotBand(
                series.name, role, tuple(zip(series.x, series.low, series.high, strict=True))
            )
        else:
            yield self._draw_fit(series, role)

    def _draw_fit(self, fit: Fit, role: str) -> elements.LineSeries:
        """Return a fitted line from the first of its points to the last one."""
        line, xs = self._fitted[fit], [x for x, _ in fitted_points(fit, self.series).points]
        ends = tuple((x, line.value(x)) for x in (min(xs), max(xs)))
        return elements.LineSeries(self._name(fit), role, ends, "dashed" if fit.dashed else "solid")

    @cached_property
    def _fitted(self) -> dict[Fit, FittedLine]:
        return {
            fit: fit_line(fitted_points(fit, self.series).points, self._x.log, self._y.log)
            for fit in self._fits
        }

    def _name(self, series: Data | Fit) -> str:
        """Return what a series is called in the plot, with what was computed of it."""
        if isinstance(series, Fit):
            return series.name or self._slope(self._fitted[series])
        if not isinstance(series, Line) or not series.area:
            return series.name
        value = self._areas[series]
        if not series.name:
            return f"{series.area} {value}"
        return WORDS("area", name=series.name, area=series.area, value=value)

    @cached_property
    def _areas(self) -> dict[Line, str]:
        """The areas under lines, with equal decimals."""
        lines = [each for each in self.series if isinstance(each, Line) and each.area]
        areas = [line.area_below for line in lines]
        places = 2 if max(map(abs, areas), default=0.0) < _SMALL else None
        return dict(zip(lines, format_computed(areas, places), strict=True))

    def _slope(self, line: FittedLine) -> str:
        """Return what a fitted line says, as its axes are."""
        if line.log_y and not line.log_x:
            return WORDS("by_unit", factor=format_computed([10.0**line.slope])[0], x=self._x.name)
        slope = format_computed([line.slope])[0]
        return WORDS("exponent" if line.log_y else "by_decade" if line.log_x else "slope", slope=slope)

    @property
    def _regions(self) -> tuple[elements.PlotRegion, ...]:
        regions = (mark for mark in self.marks if isinstance(mark, Region))
        return tuple(elements.PlotRegion(m.name, m.role, m.start, m.end, m.along) for m in regions)

    @property
    def _references(self) -> tuple[elements.ReferenceLine, ...]:
        lines = (mark for mark in self.marks if not isinstance(mark, Region))
        return tuple(elements.ReferenceLine(line.name, line.at, line.along) for line in lines)

    def describe(self) -> str:
        """Return what is plotted, its ranges, each series by its ends or extremes, and the fitted lines."""
        fits = {i: self._fitted[each] for i, each in enumerate(self.series) if isinstance(each, Fit)}
        return PlotSentences(
            self.series,
            [self._name(each) for each in self.series],
            self.marks,
            self._x,
            self._y,
            self._values[0],
            {i: (line, self._slope(line)) for i, line in fits.items()},
        ).describe()


def _chinchilla(weights: float, name: str) -> Line:
    """Return the loss of a model over the tokens that it is trained on, by Hoffmann et al., 2022."""
    tokens = [10 ** (9 + i / 10) for i in range(31)]
    return Line(tokens, [1.69 + 406.4 / weights**0.34 + 410.7 / each**0.28 for each in tokens], name)


def _warm_up(step: int) -> float:
    """Return a learning rate that rises to 1 in 1000 steps, and falls to 0 in 9000 as a cosine does."""
    return step / 1000 if step < 1000 else (1 + cos(pi * (step - 1000) / 9000)) / 2


EXAMPLES = {
    "terceira lei de Kepler": Plot(
        [Scatter(PLANET_DISTANCES, PLANET_YEARS, "os 8 planetas"), Fit()],
        x=Axis("distância ao Sol (Terra = 1)", log=True),
        y=Axis("anos por volta", log=True),
    ),
    "lei de Moore": Plot(
        [
            Scatter(
                [1971, 1978, 1982, 1985, 1989, 1993, 1997, 2000, 2006],
                [2300, 29_000, 134_000, 275_000, 1.2e6, 3.1e6, 7.5e6, 42e6, 291e6],
                "chips da Intel",
                role="instruction",
            ),
            Fit(),
        ],
        x="ano",
        y=Axis("transistores", log=True),
    ),
    "tamanho e acertos": Plot(
        [Scatter([124e6, 355e6, 774e6, 1.5e9], [45.99, 55.48, 60.12, 63.24], "GPT-2", role="model"), Fit()],
        x=Axis("parâmetros", log=True),
        y="acertos na última palavra (%)",
    ),
    "quarteto de Anscombe": Plot(
        [
            Scatter(
                [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5],
                [9.14, 8.14, 8.74, 8.77, 9.26, 8.1, 6.13, 3.1, 9.13, 7.26, 4.74],
                "segundo conjunto",
                role="alert",
            ),
            Fit(),
        ],
    ),
    "lei de escala": Plot(
        [_chinchilla(1e8, "100 milhões"), _chinchilla(1e9, "1 bilhão"), _chinchilla(1e10, "10 bilhões")],
        x=Axis("tokens de treino", log=True),
        y="loss",
        marks=[HorizontalLine(1.69, "mínimo possível")],
    ),
    "curva ROC": Plot(
        [
            Line(
                [0, 0.02, 0.1, 0.2, 0.4, 0.7, 1], [0, 0.42, 0.77, 0.88, 0.95, 0.99, 1], "floresta", area="AUC"
            ),
            Line(
                [0, 0.05, 0.1, 0.3, 0.5, 0.8, 1], [0, 0.25, 0.4, 0.7, 0.84, 0.97, 1], "regressão", area="AUC"
            ),
            Line([0, 1], [0, 1], "acaso", dashed=True, role="masked"),
        ],
        x="falsos positivos",
        y="verdadeiros positivos",
    ),
    "aquecimento": Plot(
        [Area(range(0, 10_001, 100), [_warm_up(step) for step in range(0, 10_001, 100)], role="model")],
        x="passo",
        y="taxa de aprendizado (máxima = 1)",
        marks=[Region(0, 1000, "aquece", role="input")],
    ),
}

HEADLINES = {
    "terceira lei de Kepler": "O ano cresce com a **distância**{category1}",
    "lei de Moore": "O **dobro**{instruction} a cada dois anos",
    "tamanho e acertos": "Dez vezes maior, **16 pontos**{model} a mais",
    "quarteto de Anscombe": "A reta não vê a **curva**{alert}",
    "lei de escala": "Mais tokens, até o **limite do modelo**{category3}",
    "curva ROC": "A **floresta**{category1} erra menos",
    "aquecimento": "Primeiro **aquece**{input}, depois cai",
}
