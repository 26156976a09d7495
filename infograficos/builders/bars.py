"""Barras que comparam categorias, ou contam valores: o número na ponta de cada uma, e um corte se houver."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo

from infograficos import elements
from infograficos.content.checks import validate_known, validate_unique
from infograficos.content.data.comparison import compared_values, describe_values, validate_series
from infograficos.content.data.gpt2 import gpt2_size
from infograficos.content.data.histogram import histogram, translate_labels
from infograficos.content.data.named_values import read_pairs
from infograficos.content.fields import Detail, Flag, Items, Name, Number, Places, Some, Words, content, short
from infograficos.content.own_words import OwnWord
from infograficos.content.token_row import TokenName, find_token
from infograficos.errors import ContentError, InputError
from infograficos.language.grammar import add_unit, phrase
from infograficos.language.numbers import format_column
from infograficos.text.markup import plain_text

__all__ = ["Bars"]

#: How many bars a reader takes in at once.
_MAX_BARS = 12


def _find_category(name: str, info: ValidationInfo) -> str:
    pairs = info.data.get("values")
    return find_token(pairs.names, name) if pairs else name


@content
class Bars:
    """One to three values a category, each written at the end of its bar.

    Args:
        values: pairs of a name and its value (or its values), a dict of them, rows as dicts, a data frame, or
            a column with its index, as `value_counts` gives; a missing value is a gap.
        series: the names of the series, where each category has two or three values.
        measure: what the values are, such as “accuracy”.
        unit: the unit after each number, such as “%”.
        highlighted: the category to remember.
        since: the series or the category that the highlighted value is compared with: what it gained is
            solid, what it lost is dotted.
        sizes: one number a category, such as parameters; each has a block to scale beside its name.
        cut: a value at which a dashed line is drawn.
        cut_name: what the line is, such as “baseline”.
        places: how many decimals; by default as many as the values need.
        role: the colour role of the bars.
        lying: draw horizontal bars, even if there is room for columns.
        edges: where each bar of a histogram starts, and where the last one ends.
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
        validate_series(self.values, self.series, self.sizes, self.edges)
        if all(value is None for _, values in self.values for value in values):
            raise ContentError("nenhuma barra tem valor")
        bars = sum(len(values) for _, values in self.values)
        if bars > _MAX_BARS:
            raise ContentError(
                "são {bars} barras; até {most} se comparam de relance. Junte ou corte categorias",
                bars=bars,
                most=_MAX_BARS,
            )
        validate_known("a categoria destacada", self.highlighted, names)
        if self.since is not None:
            compared_values(self.values, self.series, self.highlighted, self.since)

    @cached_property
    def _step(self) -> elements.Step | None:
        """What the highlighted value gained or lost."""
        if self.since is None:
            return None
        now, before = compared_values(self.values, self.series, self.highlighted, self.since)
        others = chain.from_iterable(values for _, values in self.values)
        written = format_column([now - before, *others], self.places)[0]
        return elements.Step(before, written if now < before else f"+{written}") if now != before else None

    def body(self) -> elements.Element:
        """Return the measure, the legend and the bars: columns or, on narrow sheets, horizontal bars."""
        return self.body_like(())

    @property
    def measured(self) -> tuple[str, ...]:
        """What the bars measure, and in what unit."""
        return self.measure, self.unit

    def body_like(self, others: Sequence[Bars]) -> elements.Element:
        """Return the elements with bars as long as those of others with the same value."""
        narrow = replace(self._chart, like=tuple(other._chart for other in others))
        beside = replace(narrow, names_beside=True)
        edges = tuple(format_column(self.edges, distinct=True)) if self.edges else ()
        columns = replace(narrow, orientation="vertical", edges=edges)
        # Lying bars have room for the names of the series.
        stacked = replace(beside, categories=tuple(replace(c, stacked=True) for c in narrow.categories))
        charts = (beside, stacked, narrow) if self.sizes else (beside, narrow)
        options = list(map(self._with_legend, charts))
        if self.series:
            options.insert(0, elements.Named("barras", replace(beside, series=tuple(self.series))))
        if not self.lying and not self.sizes:
            options.insert(0, self._with_legend(columns))
        title = [elements.Text(self._title, "label", "muted")] if self.measure else []
        chart = elements.DiagramLabels(elements.FirstThatFits(tuple(options)))
        return elements.Column((*title, chart), "medium")

    def describe(self) -> str:
        """Return what is compared, the extremes and the cut."""
        opening = phrase(
            "{kind} de {measure}: {values}." if self.measure else "{kind}: {values}.",
            kind=phrase("Histograma" if self.edges else "Barras"),
            measure=plain_text(self._title),
            values=describe_values(self.values, self._names, self._labels, self.series),
        )
        return " ".join((opening, *self._describe_marks()))

    def _describe_marks(self) -> Iterator[str]:
        """Yield what stands out, and the cut."""
        name = self._names.get(self.highlighted or "", "")
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
        return f"{self.measure} ({self.unit})" if self.unit else self.measure

    @cached_property
    def _labels(self) -> tuple[tuple[str, ...], ...]:
        """The formatted values of each category, with the same decimals for all."""
        flat = [value for _, values in self.values for value in values]
        words = iter(format_column(flat, self.places))
        # The heading has the unit, if there is one.
        unit = "" if self.measure else self.unit
        return tuple(
            tuple(add_unit(next(words), "" if value is None else unit) for value in values)
            for _, values in self.values
        )

    @cached_property
    def _threshold(self) -> elements.Threshold | None:
        if self.cut is None:
            return None
        number = format_column([self.cut], self.places)[0]
        return elements.Threshold(float(self.cut), f"{self.cut_name} {number}")

    @property
    def _chart(self) -> elements.BarChart:
        categories = []
        for i, ((name, values), labels) in enumerate(zip(self.values, self._labels, strict=True)):
            fills, last = self._fills(name), len(values) - 1
            steps = [*[None] * last, self._step if name == self.highlighted else None]
            data = tuple(
                elements.BarDatum(float(value or 0), labels[j], self._role(j), fills[j], steps[j])
                for j, value in enumerate(values)
            )
            categories.append(
                elements.Category(self._names[name], data, name == self.highlighted, self._block(i))
            )
        return elements.BarChart(tuple(categories), self._threshold, "horizontal")

    def _role(self, series: int) -> str:
        """Return the colours of a series: a category's where there are several."""
        return f"category{series + 1}" if self.series else self.role

    def _block(self, category: int) -> elements.Element | None:
        """Return a block as large as a category's size says."""
        if self.sizes is None:
            return None
        return elements.Slab.cube(self.sizes[category], max(self.sizes), "model")

    def _fills(self, name: str) -> tuple[elements.Fill, ...]:
        """Return the fills of a category's bars; of several series the last one is the one to remember."""
        if self.series:
            others: list[elements.Fill] = ["pale"] * (len(self.series) - 1)
            return *others, "solid" if name == self.highlighted else "mid"
        if name == self.highlighted:
            return ("solid",)
        # Wide bars that touch would be one large area.
        return ("pale" if self.edges and self.highlighted else "mid",)

    def _with_legend(self, chart: elements.BarChart) -> elements.Element:
        bars = elements.Named("barras", chart)
        if not self.series:
            return bars
        return elements.Column((elements.Named("legenda", self._legend()), bars), "medium")

    def _legend(self) -> elements.Element:
        fills = enumerate(zip(self.series, self._fills(""), strict=True))
        roles = [(name, fill, self._role(i)) for i, (name, fill) in fills]
        items = (
            elements.LegendItem(name, elements.LegendKey(role, fill), role) for name, fill, role in roles
        )
        return elements.legend(tuple(items))


#: How many tokens each example of a small data set has.
_LENGTHS = (
    *(38, 41, 47, 52, 55, 58, 61, 64, 66, 70, 73, 75, 78, 81, 84, 88, 92),
    *(96, 99, 104, 109, 113, 118, 126, 131, 139, 148, 155, 167, 182, 196, 214, 233, 271),
)

EXAMPLES = {
    "modelos maiores": Bars(
        {"124 mi": (83.4, 45.99), "355 mi": (87.1, 55.48), "774 mi": (88.0, 60.12), "1,5 bi": (89.05, 63.24)},
        series=["nome próprio", "última palavra"],
        measure="acertos do GPT-2 sem treino extra",
        unit="%",
        places=0,
        highlighted="1,5 bi",
        since="124 mi",
        sizes=[gpt2_size(layers, width) for layers, width in ((12, 768), (24, 1024), (36, 1280), (48, 1600))],
    ),
    "onde estão os pesos": Bars(
        # Each of 12 blocks has 4 matrices of width × width in attention, and 2 of width × 4 width after it.
        {"embeddings": 51_281 * 768 / 1e6, "atenção": 12 * 4 * 768**2 / 1e6, "FFN": 12 * 8 * 768**2 / 1e6},
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
        _LENGTHS,
        measure=f"{len(_LENGTHS)} exemplos, por número de tokens",
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
}
HEADLINES = {
    "modelos maiores": "Maior, o GPT-2 **acerta mais**{category2}",
    "onde estão os pesos": "FFN: **o dobro**{model} da atenção",
    "loss por papel": "O **assistente**{category2} melhora mais",
    "tokens por exemplo": "Quase metade: **50 a 99 tokens**{input}",
    "memória de treino": "Só o **otimizador**{alert} já não cabe",
}
