"""Barras que comparam categorias, empilham partes ou contam valores, com os números e um corte se houver."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo

from infograficos import elements
from infograficos.content.checks import validate_known, validate_unique
from infograficos.content.data import comparison
from infograficos.content.data.example_lengths import EXAMPLE_LENGTHS
from infograficos.content.data.gpt2 import GPT2_SHAPES, gpt2_matrices, gpt2_size
from infograficos.content.data.histogram import histogram, translate_labels
from infograficos.content.data.iris import IRIS_MEANS
from infograficos.content.data.named_values import read_pairs
from infograficos.content.data.stacks import Stacking, Stacks, validate_stacks
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Detail, Flag, Items, Name, Number, Places, Some, Words, content, short
from infograficos.content.own_words import OwnWord
from infograficos.content.token_row import TokenName, find_token
from infograficos.errors import InputError
from infograficos.language.grammar import phrase
from infograficos.language.numbers import format_column
from infograficos.text.markup import plain_text

__all__ = ["Bars"]


def _find_category(name: str, info: ValidationInfo) -> str:
    pairs = info.data.get("values")
    return find_token(pairs.names, name) if pairs else name


@content
class Bars:
    """One to six values a category, each written at the end of its bar.

    Args:
        values: pairs of a name and its value (or its values), a dict of them, rows as dicts, a data frame, or
            a column with its index, as `value_counts` gives; a missing value is a gap.
        series: the names of the series, where each category has several values.
        measure: what the values are, such as “accuracy”.
        unit: the unit after each number, such as “%”.
        highlighted: the category to remember or, of stacked bars, the series.
        since: the series or the category that the highlighted value is compared with: what it gained is
            solid, what it lost is dotted.
        sizes: one number a category, such as parameters; each has a block to scale beside its name.
        cut: a value at which a dashed line is drawn.
        cut_name: what the line is, such as “baseline”.
        places: how many decimals; by default as many as the values need.
        role: the colour role of the bars.
        lying: draw horizontal bars, even if there is room for columns.
        edges: where each bar of a histogram starts, and where the last one ends.
        stacked: put the series of a category on one bar: “values” with their sum, or “shares” of 100%.
    """

    values: Annotated[Any, BeforeValidator(read_pairs)]
    series: Items[Name] = ()
    measure: Detail = ""
    unit: Annotated[Detail, short(10)] = ""
    highlighted: Annotated[TokenName, AfterValidator(_find_category)] | None = None
    since: Words | None = None
    sizes: Some[Annotated[Number, Field(gt=0)]] | None = None
    cut: Number | None = None
    cut_name: Annotated[Words, short(24), OwnWord()] = "corte"
    places: Places | None = None
    role: Words = "model"
    lying: Flag = False
    edges: Some[Number] | None = None
    stacked: Stacking | None = None

    @classmethod
    def counting(cls, values: object, bins: int | Sequence[float] = 6, **more: object) -> Bars:
        """Return the histogram of values: how many fall into each bin.

        A bin holds its lower edge and not its upper one; the last holds both.

        Args:
            values: the numbers that are counted, in a list, an array or a tensor.
            bins: how many bins of one width there are at most, on round edges, or all their edges.
            more: the other fields.
        """
        try:
            pairs, edges = histogram(values, bins)
        except ValueError as problem:
            raise InputError(f"Bars.counting: {problem}") from None
        return cls(pairs, edges=edges, **more)  # type: ignore[arg-type]

    def __post_init__(self) -> None:
        names = [name for name, _ in self.values]
        validate_unique(names, "a categoria “{name}” aparece mais de uma vez")
        comparison.validate_series(self.values, self.series, self.sizes, self.edges)
        comparison.validate_bars(self.values, self.stacked is not None)
        names += self.series if self.stacked else ()
        validate_known("a categoria destacada", self.highlighted, names)
        if self.stacked:
            fields = {"since": self.since, "sizes": self.sizes, "edges": self.edges}
            validate_stacks(self.values, self.series, self.stacked, self.unit, fields)
        elif self.since is not None:
            comparison.compared_values(self.values, self.series, self.highlighted, self.since)

    @cached_property
    def _step(self) -> elements.Step | None:
        """What the highlighted value gained or lost."""
        if self.since is None:
            return None
        now, before = comparison.compared_values(self.values, self.series, self.highlighted, self.since)
        others = (value for _, values in self.values for value in values)
        written = format_column([now - before, *others], self.places)[0]
        return elements.Step(before, written if now < before else f"+{written}") if now != before else None

    def body(self) -> elements.Element:
        """Return the measure, the legend and the bars: columns or, on narrow sheets, horizontal bars."""
        return self.body_like(())

    @property
    def measured(self) -> tuple[str, ...]:
        """What the bars measure, and in what unit."""
        return self.measure, self._unit

    @property
    def _unit(self) -> str:
        return "%" if self.stacked == "shares" else self.unit

    def body_like(self, others: Sequence[Bars]) -> elements.Element:
        """Return the elements with bars as long as those of others with the same value."""
        chart = replace(self._chart, like=tuple(other._chart for other in others))
        edges = tuple(format_column(self.edges, distinct=True)) if self.edges else ()
        bars = elements.arrange_bars(chart, self._colors, edges, lying=self.lying)
        title = [elements.Text(self._title, "label", "muted")] if self.measure else []
        return elements.Column((*title, bars), "medium")

    def describe(self) -> str:
        """Return what is compared, the extremes and the cut."""
        if self._stacks:
            openings = self._stacks.describe(plain_text(self._title))
        else:
            given = self.values, self._names, self._labels, self.series
            openings = map(self._say, comparison.describe_values(*given))
        return fullest(" ".join((opening, *self._describe_marks())) for opening in openings)

    def _say(self, values: str) -> str:
        """Return what the bars compare, with what is said of their values."""
        return phrase(
            "{kind} de {measure}: {values}." if self.measure else "{kind}: {values}.",
            kind=phrase("Histograma" if self.edges else "Barras"),
            measure=plain_text(self._title),
            values=values,
        )

    def _describe_marks(self) -> Iterator[str]:
        """Yield what stands out, and the cut."""
        name = self._names.get(self.highlighted or "", (self.highlighted or "") if self.stacked else "")
        if self.since and self._step:
            gain, since = self._step.label, self._names.get(self.since, self.since)
            yield phrase("Em destaque: {name}, {gain} sobre {since}.", name=name, gain=gain, since=since)
        elif name:
            yield phrase("Em destaque: {name}.", name=name)
        if self._threshold:
            yield phrase("Linha tracejada: {name}.", name=self._threshold.name)

    @cached_property
    def _names(self) -> dict[str, str]:
        """What the categories are called in the language of the drawing."""
        names = [name for name, _ in self.values]
        return dict(zip(names, translate_labels(names, self.edges) if self.edges else names, strict=True))

    @property
    def _title(self) -> str:
        return f"{self.measure} ({self._unit})" if self._unit else self.measure

    @cached_property
    def _labels(self) -> tuple[tuple[str, ...], ...]:
        """The formatted values of each category, with the same decimals for all."""
        # The heading has the unit, if there is one.
        return comparison.format_values(self.values, self.places, "" if self.measure else self.unit)

    @cached_property
    def _threshold(self) -> elements.Threshold | None:
        if self.cut is None:
            return None
        number = format_column([self.cut], self.places)[0]
        return elements.Threshold(float(self.cut), f"{self.cut_name} {number}")

    @cached_property
    def _stacks(self) -> Stacks | None:
        """The parts of stacked bars; the heading has the unit, if there is one."""
        unit = "" if self.measure or self.stacked == "shares" else self.unit
        return Stacks(self.values, self.series, self.stacked, self.places, unit) if self.stacked else None

    @property
    def _colors(self) -> elements.BarColors:
        return elements.BarColors(self.series, self.role, self.highlighted, self.stacked, self.edges)

    @property
    def _chart(self) -> elements.BarChart:
        categories = self._stack(self._stacks) if self._stacks else self._side_by_side()
        return elements.BarChart(tuple(categories), self._threshold, "horizontal")

    def _stack(self, stacks: Stacks) -> Iterator[elements.Category]:
        """Yield the categories, each with one bar."""
        rows = zip(self.values, stacks.parts, stacks.labels, stacks.totals, strict=True)
        for (name, _), parts, labels, total in rows:
            end = total, "" if stacks.is_shares else labels[-1]
            yield self._colors.stack(name, parts, labels[:-1], end)

    def _side_by_side(self) -> Iterator[elements.Category]:
        """Yield the categories, each with a bar a series."""
        colors = self._colors
        for i, ((name, values), labels) in enumerate(zip(self.values, self._labels, strict=True)):
            fills, last = colors.fills(name), len(values) - 1
            steps = [*[None] * last, self._step if name == self.highlighted else None]
            data = tuple(
                elements.BarDatum(float(value or 0), labels[j], colors.role_of(j), fills[j], steps[j])
                for j, value in enumerate(values)
            )
            # A block as large as a category's size says.
            block = elements.Slab.cube(self.sizes[i], max(self.sizes), "model") if self.sizes else None
            yield elements.Category(self._names[name], data, name == self.highlighted, block)


EXAMPLES = {
    "modelos maiores": Bars(
        {"124 mi": (83.4, 45.99), "355 mi": (87.1, 55.48), "774 mi": (88.0, 60.12), "1,5 bi": (89.05, 63.24)},
        series=["nome próprio", "última palavra"],
        measure="acertos do GPT-2 sem treino extra",
        unit="%",
        places=0,
        highlighted="1,5 bi",
        since="124 mi",
        sizes=[gpt2_size(layers, width) for layers, width in GPT2_SHAPES.values()],
    ),
    "onde estão os pesos": Bars(
        list(zip(("embeddings", "atenção", "FFN"), gpt2_matrices(), strict=True)),
        measure="milhões de pesos nas matrizes do GPT-2 small",
        places=1,
        highlighted="FFN",
        since="atenção",
    ),
    "loss por papel": Bars(
        {"sistema": (2.9, 2.7), "usuário": (3.3, 3.2), "assistente": (2.8, 1.6)},
        series=["antes do SFT", "depois do SFT"],
        measure="loss média por token",
        places=1,
        highlighted="assistente",
        since="antes do SFT",
    ),
    "tokens por exemplo": Bars.counting(
        EXAMPLE_LENGTHS,
        measure=f"{len(EXAMPLE_LENGTHS)} exemplos, por número de tokens",
        role="input",
        highlighted="50–99",
    ),
    "memória de treino": Bars(
        # AdamW in mixed precision: 2 bytes a weight, 2 for its gradient, 12 for what the optimizer keeps.
        {part: 7 * size for part, size in (("pesos", 2), ("gradientes", 2), ("otimizador", 12))},
        measure="memória para treinar 7 bilhões de pesos (GB)",
        highlighted="otimizador",
        cut=80,
        cut_name="uma GPU:",
        role="alert",
    ),
    "memória por tamanho": Bars(
        {f"{size} bi": (2 * size, 2 * size, 12 * size) for size in (1, 3, 7)},
        series=["pesos", "gradientes", "otimizador"],
        measure="memória para treinar com AdamW (GB)",
        stacked="values",
        cut=80,
        cut_name="uma GPU:",
    ),
    "pesos por tamanho": Bars(
        {name: gpt2_matrices(*shape) for name, shape in GPT2_SHAPES.items()},
        series=["embeddings", "atenção", "FFN"],
        measure="pesos de cada GPT-2",
        stacked="shares",
        highlighted="embeddings",
        lying=True,
    ),
    "flores de Fisher": Bars(
        IRIS_MEANS,
        series=["sépala", "sépala (largura)", "pétala", "pétala (largura)"],
        measure="médias de 50 flores",
        unit="cm",
        places=1,
    ),
}
HEADLINES = {
    "modelos maiores": "Maior, o GPT-2 **acerta mais**{category2}",
    "onde estão os pesos": "FFN: **o dobro**{model} da atenção",
    "loss por papel": "O **assistente**{category2} melhora mais",
    "tokens por exemplo": "Quase metade: **50 a 99 tokens**{input}",
    "memória de treino": "Só o **otimizador**{alert} já não cabe",
    "memória por tamanho": "O **otimizador**{category3} ocupa três quartos",
    "pesos por tamanho": "Nos maiores, os **embeddings**{category1} quase somem",
    "flores de Fisher": "A **pétala**{category3} separa as espécies",
}
