"""Barras que comparam categorias, ou contam valores: o número na ponta de cada uma, e um corte se houver."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from statistics import fmean
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, ValidationInfo

from infograficos import elements
from infograficos.content.checks import validate_known, validate_unique
from infograficos.content.data.gpt2 import gpt2_size, lora_size
from infograficos.content.data.histogram import bin_edges, bin_labels, count_bins, is_of_units
from infograficos.content.data.named_values import read_pairs
from infograficos.content.data.read_numbers import read_numbers
from infograficos.content.descriptions import description_room
from infograficos.content.fields import Detail, Flag, Items, Name, Number, Places, Some, Words, content, short
from infograficos.content.own_words import OwnWord
from infograficos.content.token_row import TokenName, find_token
from infograficos.errors import InputError
from infograficos.language.numbers import NO_VALUE, format_column
from infograficos.language.portuguese import join_and, join_first, pluralize
from infograficos.text.markup import plain_text
from infograficos.text.typography import NO_BREAK_SPACE

__all__ = ["Bars"]

#: How many bars a reader takes in at once, and how many characters the description has besides values.
_MAX_BARS, _REST = 12, 80
#: The fills of one, two or three series: the last one is the one to remember.
_SERIES_FILLS: dict[int, tuple[elements.Fill, ...]] = {
    1: ("pale",),
    2: ("mid", "solid"),
    3: ("pale", "mid", "solid"),
}


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
        measure: what the values are, such as “acurácia”.
        unit: the unit after each number, such as “%”.
        highlighted: the category to remember.
        cut: a value at which a dashed line is drawn.
        cut_name: what the line is, such as “linha de base”.
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
            numbers = read_numbers(values)
            edges = bin_edges(numbers, bins)
            counts = count_bins(numbers, edges)
        except ValueError as problem:
            raise InputError(f"Bars.counting: {problem}") from None
        values = list(zip(bin_labels(numbers, edges), counts, strict=True))
        return cls(values, edges=None if is_of_units(numbers, edges) else edges, **more)  # type: ignore[arg-type]

    def __post_init__(self) -> None:
        names = [name for name, _ in self.values]
        validate_unique(names, "a categoria “{}” aparece mais de uma vez")
        self._check_series()
        if all(value is None for _, values in self.values for value in values):
            raise ValueError("nenhuma barra tem valor")
        bars = sum(len(values) for _, values in self.values)
        if bars > _MAX_BARS:
            advice = f"até {_MAX_BARS} se comparam de relance. Junte ou corte categorias"
            raise ValueError(f"são {bars} barras; {advice}")
        validate_known("a categoria destacada", self.highlighted, names)
        if self.edges is not None and len(self.edges) != len(names) + 1:
            raise ValueError(f"edges deve ter {len(names) + 1} valores, um a mais que as barras")

    def _check_series(self) -> None:
        series = len(self.series) or 1
        for name, values in self.values:
            if len(values) != series:
                count = pluralize(len(values), "valor", "valores")
                wrong = f"“{name}” tem {count} para {pluralize(series, 'série', 'séries')}"
                raise ValueError(f"{wrong}; dê em “series” um nome para cada valor")
        if len(self.series) > len(_SERIES_FILLS):
            raise ValueError(f"esperadas até {len(_SERIES_FILLS)} séries, vieram {len(self.series)}")
        validate_unique(self.series, "a série “{}” aparece mais de uma vez")

    def body(self) -> elements.Element:
        """Return the measure, the legend and the bars: columns or, on narrow sheets, horizontal bars."""
        narrow = elements.BarChart(self._categories(), self._threshold, "horizontal")
        beside = replace(narrow, names_beside=True)
        edges = tuple(format_column(self.edges, distinct=True)) if self.edges else ()
        columns = elements.BarChart(narrow.categories, self._threshold, edges=edges)
        # Lying bars have room for the names of the series.
        options = list(map(self._with_legend, (beside, narrow)))
        if self.series:
            options.insert(0, elements.Named("barras", replace(beside, series=tuple(self.series))))
        if not self.lying:
            options.insert(0, self._with_legend(columns))
        title = [elements.Text(self._title, "label", "muted")] if self.measure else []
        return elements.Column((*title, elements.FirstThatFits(tuple(options))), "medium")

    def describe(self) -> str:
        """Return what is compared, the extremes and the cut."""
        kind = "Histograma" if self.edges else "Barras"
        measure = f" de {plain_text(self._title)}" if self.measure else ""
        highlight = f" Em destaque: {self.highlighted}." if self.highlighted else ""
        line = f" Linha tracejada: {self._threshold.name}." if self._threshold else ""
        return f"{kind}{measure}: {self._describe_values()}.{highlight}{line}"

    def _describe_values(self) -> str:
        categories = zip(self.values, self._labels, strict=True)
        phrases = [f"{name}: {' e '.join(map(_speak_label, labels))}" for (name, _), labels in categories]
        series = f" ({join_and(list(self.series))})" if self.series else ""
        sentence = "; ".join(phrases) + series
        if len(sentence) <= description_room() - _REST:
            return sentence
        present = [[value for value in values if value is not None] for _, values in self.values]
        heights = {i: max(values) for i, values in enumerate(present) if values}
        ends = (
            join_first([phrases[i] for i, height in heights.items() if height == end], 1)
            for end in (max(heights.values()), min(heights.values()))
        )
        return f"{len(phrases)} categorias{series}; maior em {next(ends)}; menor em {next(ends)}"

    @property
    def _title(self) -> str:
        return f"{self.measure} ({self.unit})" if self.unit else self.measure

    @cached_property
    def _labels(self) -> tuple[tuple[str, ...], ...]:
        """The formatted values of each category, with the same decimals for all."""
        flat = [value for _, values in self.values for value in values]
        words = iter(format_column(flat, self.places))
        # The heading has the unit, if there is one.
        unit = f"{NO_BREAK_SPACE}{self.unit}" if self.unit and not self.measure else ""
        return tuple(
            tuple(f"{next(words)}{'' if value is None else unit}" for value in values)
            for _, values in self.values
        )

    @cached_property
    def _threshold(self) -> elements.Threshold | None:
        if self.cut is None:
            return None
        number = format_column([self.cut], self.places)[0]
        return elements.Threshold(float(self.cut), f"{self.cut_name} {number}")

    def _categories(self) -> tuple[elements.Category, ...]:
        categories = []
        for (name, values), labels in zip(self.values, self._labels, strict=True):
            bars = zip(values, labels, self._fills(name), strict=True)
            data = tuple(elements.BarDatum(float(v or 0), label, self.role, fill) for v, label, fill in bars)
            categories.append(elements.Category(name, data, name == self.highlighted))
        return tuple(categories)

    def _fills(self, name: str) -> tuple[elements.Fill, ...]:
        """Return the fills of a category's bars; only highlighted bars and last series are solid."""
        if self.series:
            return _SERIES_FILLS[len(self.series)]
        # Wide bars that touch would be one dark area.
        is_solid = name == self.highlighted or (self.highlighted is None and not self.edges)
        return ("solid" if is_solid else "mid",)

    def _with_legend(self, chart: elements.BarChart) -> elements.Element:
        bars = elements.Named("barras", chart)
        if not self.series:
            return bars
        return elements.Column((elements.Named("legenda", self._legend()), bars), "medium")

    def _legend(self) -> elements.Element:
        keys = (elements.LegendKey(self.role, fill) for fill in self._fills(""))
        pairs = zip(self.series, keys, strict=True)
        return elements.legend(tuple(elements.LegendItem(name, key, self.role) for name, key in pairs))


def _speak_label(label: str) -> str:
    return "sem valor" if label == NO_VALUE else label


#: The loss at each token of one conversation, before and after tuning.
_LOSSES = {
    "sistema": ([3.1, 2.7, 2.9], [2.9, 2.5, 2.7]),
    "usuário": ([3.6, 3.2, 3.1], [3.5, 3.2, 2.9]),
    "assistente": ([2.6, 3.2, 2.9, 2.5], [1.3, 2.2, 1.6, 1.3]),
}

#: How many tokens each example of a small data set has.
_LENGTHS = (
    *(38, 41, 47, 52, 55, 58, 61, 64, 66, 70, 73, 75, 78, 81, 84, 88, 92),
    *(96, 99, 104, 109, 113, 118, 126, 131, 139, 148, 155, 167, 182, 196, 214, 233, 271),
)

EXAMPLES = {
    "parâmetros treináveis": Bars(
        {f"LoRA, r = {rank}": 100 * lora_size(rank) / gpt2_size() for rank in (4, 8, 16, 32)},
        measure="fração treinável do GPT-2 small",
        unit="%",
        places=2,
        highlighted="LoRA, r = 8",
    ),
    "loss por papel": Bars(
        [
            {"papel": role, "antes": fmean(before), "depois": fmean(after)}
            for role, (before, after) in _LOSSES.items()
        ],
        series=["antes do SFT", "depois do SFT"],
        measure="loss média por token",
        places=1,
        highlighted="assistente",
    ),
    "tokens por exemplo": Bars.counting(
        _LENGTHS, measure="exemplos por número de tokens", role="input", highlighted="50–99"
    ),
    "linha de base": Bars(
        [("base", 0.41), ("SFT", 0.68), ("SFT com LoRA", 0.66), ("sem máscara", 0.59)],
        measure="acurácia em um teste fictício",
        highlighted="SFT",
        cut=0.62,
        cut_name="linha de base",
        role="response",
    ),
}
