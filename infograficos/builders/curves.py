"""Curvas ao longo dos passos ou das épocas: cada uma com o nome na ponta, e o menor ponto de uma delas."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import chain
from typing import Annotated

from infograficos import elements
from infograficos.content.checks import validate_known, validate_unique
from infograficos.content.data.downsampling import downsample
from infograficos.content.descriptions import fullest
from infograficos.content.fields import (
    COMPOSED,
    Items,
    OptionalText,
    Places,
    Some,
    Words,
    content,
    length,
    short,
)
from infograficos.content.own_words import OwnWord, OwnWords
from infograficos.content.series import CurveName, NamedStep, StepSeries
from infograficos.errors import ContentError
from infograficos.language.grammar import capitalize, join_and, phrase
from infograficos.language.numbers import format_column, format_computed, format_short

__all__ = ["Curves", "NamedPoint", "Series"]

WORDS = OwnWords(
    lowest="menor: {point}",
    also_lowest="{step} e mais {others}",
    diverges="diverge ({step})",
)

_DASHES: tuple[elements.Dash, ...] = ("solid", "dashed", "dotted")
#: How many intervals the y axis has at most, and the x axis on ever narrower sheets.
_Y_INTERVALS, _X_INTERVALS = 5, (5, 3, 2, 1)


@content
class Series(StepSeries):
    """One line: a value at each step."""


@content
class NamedPoint(NamedStep):
    """A point of the first line that has a name."""


@content
class Curves:
    """One to three lines over the same steps, such as training and validation loss.

    Args:
        series: what is drawn, each line with a role and a dash of its own.
        x_name: what the steps are, in the singular: “step”, “epoch”.
        y_name: what the values are.
        lowest: the name of the series whose lowest point is marked, or nothing.
        gap: what lies between two lines from that point on, such as “overfitting”; it is filled.
        places: how many decimals the values have in words; by default two, or as many as they need.
        points: up to three points of the first line, each a column with its name and value; the first of
            them is the one to remember.
    """

    series: Annotated[Some[Series], length(0, 3)]
    x_name: Annotated[CurveName, OwnWord()] = "passo"
    y_name: Annotated[CurveName, OwnWord()] = "loss"
    lowest: Annotated[Words, COMPOSED] | None = None
    gap: Annotated[OptionalText, short(24)] = ""
    places: Places | None = None
    points: Annotated[Items[NamedPoint], length(0, 3)] = ()

    def __post_init__(self) -> None:
        names = [series.name for series in self.series]
        validate_unique(names, "cada curva deve ter um nome só seu")
        roles = [series.role for series in self.series]
        validate_unique(roles, "cada curva deve ter um papel de cor só seu")
        validate_known("a curva", self.lowest, names)
        if self.gap and (len(names) != 2 or self.lowest is None):
            raise ContentError("“gap” fica entre duas curvas, depois do menor ponto; dê 2 curvas e “lowest”")
        if self.points and self.lowest is not None:
            raise ContentError("“lowest” e “points” marcam pontos; dê só um dos dois")
        steps = {step for step, _ in self.series[0].points}
        for point in self.points:
            if point.step not in steps:
                raise ContentError(
                    "“{series}” não tem valor em {step}, de “{point}”",
                    series=self.series[0].name,
                    step=float(point.step),
                    point=point.name,
                )

    def body(self) -> elements.Element:
        """Return the lines between their axes, and the lowest point in words below them."""
        return self.body_like(())

    @property
    def measured(self) -> tuple[str, ...]:
        """What the axes measure."""
        return self.x_name, self.y_name

    def body_like(self, others: Sequence[Curves]) -> elements.Element:
        """Return the elements with axes that reach as far as those of others."""
        charts = (elements.Named("curvas", self._chart(intervals, others)) for intervals in _X_INTERVALS)
        chart = elements.DiagramLabels(elements.FirstThatFits(tuple(charts)))
        captions = [self._divergence_caption(each) for each in self.series if each.divergence is not None]
        notes = [elements.Column(tuple(captions), "small")] if captions else []
        return elements.Column((chart, *notes), "large")

    def describe(self) -> str:
        """Return where each line starts and ends, and its lowest point where that is marked."""
        described = ([self._describe_line(each, gaps) for each in self.series] for gaps in (True, False))
        full, brief = map("; ".join, described)
        opening = phrase("{values} por {steps}", values=capitalize(self.y_name), steps=self.x_name)
        steps = _describe_ends(self._step(min(self._steps)), self._step(max(self._steps)))
        gap = f" {phrase('Entre elas, depois do menor ponto: {gap}.', gap=self.gap)}" if self.gap else ""
        options = (f"{opening}, {steps}: {full}", f"{opening}, {steps}: {brief}", f"{opening}: {brief}")
        after = f"{gap}{self._describe_points()}"
        return fullest((*(f"{each}.{after}" for each in options), f"{capitalize(brief)}."))

    def _describe_points(self) -> str:
        parts = [
            f"{words} ({self.x_name} {self._step(point.step)})"
            for point, words in zip(self.points, self._point_words, strict=True)
        ]
        if not parts:
            return ""
        told = join_and(parts)
        return f" {phrase(('Em destaque: {parts}.', 'Em destaque: {parts}.'), len(parts), parts=told)}"

    @property
    def _point_words(self) -> list[str]:
        """What the points are called, with their values."""
        values = dict(self.series[0].points)
        return [f"{point.name}: {self._write(values[point.step])}" for point in self.points]

    def _describe_line(self, series: Series, has_gaps: bool) -> str:
        clauses = [series.name, _describe_ends(*(self._write(series.points[i][1]) for i in (0, -1)))]
        if has_gaps and len(series.runs) > 1:
            clauses.append(phrase("com falhas"))
        if series is self._highlight:
            clauses.append(phrase("com menor valor {point}", point=self._lowest_point(series)))
        if series.divergence is not None:
            clauses.append(phrase("e {divergence}", divergence=self._divergence(series)))
        return ", ".join(clauses)

    @property
    def _highlight(self) -> Series | None:
        return next((series for series in self.series if series.name == self.lowest), None)

    @cached_property
    def _steps(self) -> tuple[float, ...]:
        return tuple(step for series in self.series for step in series.all_steps)

    @cached_property
    def _texts(self) -> dict[float, str]:
        """The values that are written in words: of each line the first, the last and the lowest."""
        points = [(each, each.points) for each in self.series]
        values = [points[i][1] for each, points in points for i in (0, -1, each.lowest)]
        values += [value for step, value in self.series[0].points if step in self._named_steps]
        return dict(zip(values, format_computed(values, self.places), strict=True))

    @property
    def _named_steps(self) -> set[float]:
        return {point.step for point in self.points}

    def _write(self, value: float) -> str:
        return self._texts[value]

    def _divergence(self, series: Series) -> str:
        return WORDS("diverges", step=f"{self.x_name} {self._step(series.divergence or 0.0)}")

    def _step(self, value: float) -> str:
        """Format a step as the axis does, which groups the thousands of all steps or of none."""
        if not value.is_integer():
            return format_short(value)
        return format_column([value, max(self._steps, key=abs)], 0)[0]

    def _lowest_point(self, series: Series) -> str:
        # In brackets: “no passo”, but “na época”, and no rule tells the gender of every name.
        return f"{self._write(series.points[series.lowest][1])} ({self._lowest_step(series)})"

    def _lowest_value(self, series: Series) -> str:
        """Return the lowest value, whose step is on the axis unless there are several."""
        value = self._write(series.points[series.lowest][1])
        return self._lowest_point(series) if self._others(series) else value

    def _lowest_step(self, series: Series) -> str:
        step, others = f"{self.x_name} {self._step(series.points[series.lowest][0])}", self._others(series)
        return WORDS("also_lowest", step=step, others=others) if others else step

    def _others(self, series: Series) -> int:
        """Count the other points that are as low."""
        least = series.points[series.lowest][1]
        return sum(value == least for _, value in series.points) - 1

    @cached_property
    def _lines(self) -> tuple[elements.LineSeries, ...]:
        return tuple(
            elements.LineSeries(series.name, series.role, _with_gaps(series), dash)
            for series, dash in zip(self.series, _DASHES, strict=False)
        )

    def _chart(self, intervals: int, others: Sequence[Curves]) -> elements.Element:
        lines, alike = self._lines, (self, *others)
        values = [value for each in alike for series in each.series for _, value in series.points]
        steps = list(chain.from_iterable(each._steps for each in alike))
        x = elements.exact_axis(self.x_name, steps, intervals)
        y = elements.rounded_axis(self.y_name, values, _Y_INTERVALS)
        like = tuple(chain.from_iterable(other._lines for other in others))
        if self._highlight is None:
            return elements.LineChart(lines, x, y, notes=self._notes, like=like)
        point = self._highlight.points[self._highlight.lowest]
        line = self.series.index(self._highlight)
        mark, step = (line, lines[line].points.index(point)), self._step(point[0])
        flag = WORDS("lowest", point=self._lowest_value(self._highlight))
        return elements.LineChart(lines, x, y, mark, flag, step, self.gap, like=like)

    @property
    def _notes(self) -> tuple[elements.PointNote, ...]:
        values = dict(self.series[0].points)
        return tuple(
            elements.PointNote(
                (point.step, values[point.step]), words, self._step(point.step), point.role, solid=i == 0
            )
            for i, (point, words) in enumerate(zip(self.points, self._point_words, strict=True))
        )

    def _divergence_caption(self, series: Series) -> elements.Element:
        words = f"{series.name} {self._divergence(series)}"
        return elements.Named(words, elements.Text(words, "mark", "ink", "center", literal=True))


def _describe_ends(first: str, last: str) -> str:
    return phrase("de {first} a {last}", first=first, last=last)


def _with_gaps(series: Series) -> tuple[tuple[float, float | None], ...]:
    """Return the points to draw, with one that has no value between two runs."""
    runs = [[*downsample(run), (run[-1][0], None)] for run in series.runs]
    return tuple(chain.from_iterable(runs))[:-1]


EXAMPLES = {
    "overfitting": Curves(
        [
            Series(
                "treino",
                [4.21, 2.94, 2.31, 1.95, 1.68, 1.44, 1.24, 1.07, 0.94, 0.83, 0.75],
                "model",
                list(range(0, 1001, 100)),
            ),
            Series(
                "validação",
                [4.23, 3.02, 2.43, 2.02, 1.83, 1.86, 1.95, 2.08, 2.23, 2.38, 2.55],
                "input",
                list(range(0, 1001, 100)),
            ),
        ],
        lowest="validação",
        gap="overfitting",
    ),
    "taxas de aprendizado": Curves(
        [
            Series("0,001 aprende", [4.2, 3.1, 2.52, 2.17, 1.96, 1.83, 1.75, 1.7], "response"),
            Series("0,0001 rasteja", [4.2, 3.95, 3.74, 3.56, 3.41, 3.29, 3.19, 3.11], "model"),
            Series("0,1 explode", [4.2, 3.4, 3.9, 4.6, 4.3, 5.1, 4.9, 5.4], "alert"),
        ],
        x_name="época",
    ),
}

HEADLINES = {
    "overfitting": "Depois de 400, **decora**{input}",
    "taxas de aprendizado": "Nem muito, nem pouco: **0,001**{response}",
}
