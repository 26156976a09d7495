"""Barras que comparam categorias, ou contam valores: o número na ponta de cada uma, e um corte se houver."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from statistics import fmean
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field

from infograficos import elements
from infograficos.content.checks import validate_known, validate_unique
from infograficos.content.data.histogram import bin_edges, bin_labels, count_bins
from infograficos.content.data.numbers import read_numbers
from infograficos.content.data.pairs import read_pairs
from infograficos.content.fields import Detail, Flag, Name, Number, Numbers, Words, content, short
from infograficos.errors import InputError
from infograficos.language.numbers import format_column, format_short
from infograficos.language.portuguese import join_and, pluralize
from infograficos.text.markup import plain_text
from infograficos.text.typography import NO_BREAK_SPACE

if TYPE_CHECKING:
    from infograficos.elements.charts.bar import Fill

__all__ = ["Bars"]

#: How many bars a reader takes in at once.
_MOST = 10
#: How many characters the description spends on the values.
_SAID = 120


@content
class Bars:
    """One or two values a category, each written at the end of its bar.

    Args:
        values: pairs of a name and its value (or two), a dict of them, rows as dicts or a data frame.
        series: the names of the two series, where each category has two values.
        measure: what the values are, such as “acurácia”.
        unit: what stands after each number, such as “%”.
        highlighted: the category that is to be remembered.
        cut: a value at which a dashed line is drawn.
        cut_name: what the line is, such as “linha de base”.
        places: how many decimals; as many as the values need where it is not given.
        role: whose colours the bars have.
        lying: let the bars lie also where there is room to stand.
        edges: where each bar of a histogram starts, and where the last one ends.
    """

    values: Annotated[Any, BeforeValidator(read_pairs)]
    series: Annotated[Sequence[Name], AfterValidator(tuple)] = ()
    measure: Detail = ""
    unit: Annotated[Detail, short(10)] = ""
    highlighted: Name | None = None
    cut: Number | None = None
    cut_name: Annotated[Words, short(24)] = "corte"
    places: Annotated[int, Field(strict=True, ge=0, le=6)] | None = None
    role: Words = "model"
    lying: Flag = False
    edges: Numbers | None = None

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
        named = list(zip(bin_labels(numbers, edges), counts, strict=True))
        return cls(named, edges=edges, **more)  # type: ignore[arg-type]

    def __post_init__(self) -> None:
        names = [name for name, _ in self.values]
        validate_unique(names, "a categoria “{}” aparece mais de uma vez")
        self._check_series()
        bars = sum(len(values) for _, values in self.values)
        if bars > _MOST:
            raise ValueError(
                f"são {bars} barras; até {_MOST} se comparam de relance. Junte ou corte categorias"
            )
        validate_known("a categoria destacada", self.highlighted, names)
        if self.edges is not None and len(self.edges) != len(names) + 1:
            raise ValueError(f"edges deve ter {len(names) + 1} valores, um a mais que as barras")

    def _check_series(self) -> None:
        wanted = len(self.series) or 1
        for name, values in self.values:
            if len(values) != wanted:
                given = pluralize(len(values), "valor", "valores")
                raise ValueError(
                    f"“{name}” tem {given} para {pluralize(wanted, 'série', 'séries')}; "
                    "dê em “series” um nome para cada valor"
                )
        if len(self.series) > 2:
            raise ValueError(f"esperadas até 2 séries, vieram {len(self.series)}")
        validate_unique(self.series, "a série “{}” aparece mais de uma vez")

    def body(self) -> elements.Element:
        """Return the bars upright or, where that is too narrow, lying; above them what they measure."""
        narrow = elements.BarChart(self._categories, self._threshold, "horizontal")
        beside = replace(narrow, names_beside=True)
        columns = elements.BarChart(self._categories, self._threshold, edges=self._edge_words)
        options: tuple[elements.Element, ...] = (beside, narrow) if self.lying else (columns, beside, narrow)
        chart = elements.Named("barras", elements.FirstThatFits(options))
        above: list[elements.Element] = []
        if self.series:
            above.append(elements.Named("legenda", self._legend()))
        if self.measure:
            above.insert(0, elements.Text(self._measured, "label", "muted"))
        return elements.Column((*above, chart), "medium")

    def describe(self) -> str:
        """Return what is compared, the extremes and the cut."""
        kind = "Histograma" if self.edges else "Barras"
        what = f" de {plain_text(self._measured)}" if self.measure else ""
        return f"{kind}{what}: {self._said}.{self._said_cut}"

    @property
    def _said(self) -> str:
        named = zip(self.values, self._written, strict=True)
        each = [f"{name}: {' e '.join(words)}" for (name, _), words in named]
        series = f" ({join_and(list(self.series))})" if self.series else ""
        whole = "; ".join(each) + series
        if len(whole) <= _SAID:
            return whole
        largest, smallest = (choose(range(len(each)), key=self._height) for choose in (max, min))
        return f"{len(each)} categorias{series}; maior em {each[largest]}; menor em {each[smallest]}"

    def _height(self, place: int) -> float:
        values: tuple[float, ...] = self.values[place][1]
        return max(values)

    @property
    def _said_cut(self) -> str:
        shown = f" Em destaque: {self.highlighted}." if self.highlighted else ""
        return f"{shown} Linha tracejada: {self._threshold.name}." if self._threshold else shown

    @property
    def _measured(self) -> str:
        return f"{self.measure} ({self.unit})" if self.unit else self.measure

    @cached_property
    def _written(self) -> tuple[tuple[str, ...], ...]:
        """The values in words, with the same decimals for all."""
        flat = [value for _, values in self.values for value in values]
        words = iter(format_column(flat, self.places))
        # A unit that stands in the heading need not stand at every bar.
        unit = f"{NO_BREAK_SPACE}{self.unit}" if self.unit and not self.measure else ""
        return tuple(tuple(f"{next(words)}{unit}" for _ in values) for _, values in self.values)

    @cached_property
    def _threshold(self) -> elements.Threshold | None:
        if self.cut is None:
            return None
        number = format_short(self.cut) if self.places is None else format_column([self.cut], self.places)[0]
        return elements.Threshold(float(self.cut), f"{self.cut_name} {number}")

    @cached_property
    def _edge_words(self) -> tuple[str, ...]:
        return tuple(format_column(self.edges)) if self.edges else ()

    @cached_property
    def _categories(self) -> tuple[elements.Category, ...]:
        return tuple(
            elements.Category(name, self._amounts(name, values, words), name == self.highlighted)
            for (name, values), words in zip(self.values, self._written, strict=True)
        )

    def _amounts(
        self, name: str, values: tuple[float, ...], words: tuple[str, ...]
    ) -> tuple[elements.BarDatum, ...]:
        return tuple(
            elements.BarDatum(float(value), word, role, fill)
            for value, word, (role, fill) in zip(values, words, self._looks(name), strict=True)
        )

    def _looks(self, name: str) -> list[tuple[str, Fill]]:
        """Return role and fill of a category's bars: what is not to be remembered is pale."""
        if self.series:
            both: list[tuple[str, Fill]] = [(self.role, "pale"), (self.role, "solid")]
            return both[: len(self.series)]
        # Wide bars that touch would be one dark area.
        full = name == self.highlighted or (self.highlighted is None and not self.edges)
        return [(self.role, "solid" if full else "pale")]

    def _legend(self) -> elements.Element:
        looks = self._looks("")
        return elements.legend(
            tuple(
                elements.LegendItem(name, elements.LegendKey(role, fill), role)
                for name, (role, fill) in zip(self.series, looks, strict=True)
            )
        )


def _share_trained(rank: int) -> float:
    """Return what LoRA trains on the query and value projections of GPT-2 small, in percent.

    Each of the 12 layers gets, for either projection, matrices of 768 × rank and rank × 768; the model has
    two embeddings, 12 blocks and a last norm, and its output layer shares the weights of an embedding.
    """
    width, layers = 768, 12
    whole = (50_257 + 1_024) * width + layers * (12 * width * width + 13 * width) + 2 * width
    return 100 * layers * 2 * 2 * width * rank / whole


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
        {f"LoRA, r = {rank}": _share_trained(rank) for rank in (4, 8, 16, 32)},
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
