"""Values of several series put on one bar: their sums, or their shares of 100 %, and both in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from functools import cached_property
from itertools import chain
from typing import Literal

from infograficos.content.data.comparison import Values, join_labels
from infograficos.errors import ContentError
from infograficos.language.grammar import add_unit, join_and, join_first, phrase
from infograficos.language.numbers import add_percent, format_column

#: What a stack shows of its values: themselves and their sum, or the share that each has of it.
Stacking = Literal["values", "shares"]


def validate_stacks(
    values: Values, series: Sequence[str], stacked: Stacking, unit: str, others: Mapping[str, object]
) -> None:
    """Refuse stacks of one series, of missing or negative values, of nothing, or with what only bars have."""
    if len(series) < 2:
        raise ContentError("uma pilha soma ao menos duas séries; dê os nomes delas em “series”")
    extra = next((name for name, value in others.items() if value is not None), None)
    if extra is not None:
        raise ContentError("“{field}” é de barras lado a lado; tire o campo ou “stacked”", field=extra)
    for name, row in values:
        _validate_row(name, dict(zip(series, row, strict=True)))
        if stacked == "shares" and not any(row):
            raise ContentError("“{name}” soma 0; não há partes de nada", name=name)
    if stacked == "shares" and unit not in ("", "%"):
        raise ContentError("as partes de uma pilha de 100% não têm a unidade “{unit}”; tire-a", unit=unit)


def _validate_row(name: str, row: Mapping[str, float | None]) -> None:
    for part, value in row.items():
        if value is None:
            raise ContentError("“{name}”: falta “{part}”; uma pilha soma todas", name=name, part=part)
        if value < 0:
            raise ContentError(
                "“{name}”: “{part}” é negativo, e uma pilha soma partes de ao menos 0", name=name, part=part
            )


def exact_sum(values: Sequence[float]) -> float:
    """Add numbers as they are written, so that 0.1 and 0.2 are 0.3."""
    return float(sum((Decimal(repr(float(value))) for value in values), Decimal(0)))


def shares_of_hundred(values: Sequence[float], places: int) -> tuple[float, ...]:
    """Return the shares of values above 0 in percent, rounded so that they add up to exactly 100.

    Each is rounded down, and what is then left of 100 goes to those that lost most by that.
    """
    unit, total = Decimal(1).scaleb(-places), sum(Decimal(repr(float(value))) for value in values)
    exact = [100 * Decimal(repr(float(value))) / total for value in values]
    lower = [share.quantize(unit, ROUND_FLOOR) for share in exact]
    left = int((100 - sum(lower)) / unit)
    for i in sorted(range(len(exact)), key=lambda i: lower[i] - exact[i])[:left]:
        lower[i] += unit
    return tuple(map(float, lower))


@dataclass(frozen=True)
class Stacks:
    """The parts of each category as they are drawn and written.

    Args:
        values: the names of the categories, each with a value a series.
        places: how many decimals are written, or nothing for as many as they need.
        unit: the unit after each number, or nothing.
    """

    values: Values
    series: Sequence[str]
    stacking: Stacking
    places: int | None
    unit: str

    @cached_property
    def parts(self) -> tuple[tuple[float, ...], ...]:
        """How much each part of each category is."""
        rows = [tuple(float(value or 0) for value in row) for _, row in self.values]
        return tuple(shares_of_hundred(row, self.places or 0) if self.is_shares else row for row in rows)

    @cached_property
    def totals(self) -> tuple[float, ...]:
        """How much each category is in all."""
        return tuple(map(exact_sum, self.parts))

    @property
    def is_shares(self) -> bool:
        """Whether each category is 100 %."""
        return self.stacking == "shares"

    @cached_property
    def labels(self) -> tuple[tuple[str, ...], ...]:
        """The parts of each category as they are written, and the total of a category after them."""
        flat = [*chain.from_iterable(self.parts), *self.totals]
        words = format_column(flat, (self.places or 0) if self.is_shares else self.places)
        size, totals = len(self.series), words[-len(self.totals) :]
        return tuple(
            tuple(add_unit(each, self.unit) for each in (*words[i * size : (i + 1) * size], total))
            for i, total in enumerate(totals)
        )

    def describe(self, measure: str) -> Iterator[str]:
        """Yield all categories with their parts, then with less and less."""
        rows = [self._say_row(i) for i in range(len(self.values))]
        totals = [f"{name}: {labels[-1]}" for (name, _), labels in zip(self.values, self.labels, strict=True)]
        names, count = join_and(self.series), len(rows)
        short = [] if self.is_shares else [f"{'; '.join(totals)} ({names})"]
        endings = [f"{join_first(rows, shown)} ({names})" for shown in range(count - 1, 0, -1)]
        plain = f"{'; '.join(rows)} ({names})"
        options = ("; ".join(self._say_named()), plain, *short, *endings)
        yield from (self._say(measure, values) for values in options)

    def _say(self, measure: str, values: str) -> str:
        return phrase(
            "{kind} de {measure}: {values}." if measure else "{kind}: {values}.",
            kind=phrase("Partes de 100%") if self.is_shares else phrase("Barras empilhadas"),
            measure=measure,
            values=values,
        )

    def _say_row(self, i: int) -> str:
        parts = self._spoken(i)
        name, total = self.values[i][0], self.labels[i][-1]
        if self.is_shares:
            return f"{name}: {join_labels(parts)}"
        return phrase("{name}: {parts}, ao todo {total}", name=name, parts=join_labels(parts), total=total)

    def _say_named(self) -> list[str]:
        """Return the categories, each part with the name of its series."""
        rows = []
        for i, (name, _) in enumerate(self.values):
            pairs = [f"{part} {each}" for part, each in zip(self.series, self._spoken(i), strict=True)]
            whole = {"name": name, "parts": join_and(pairs), "total": self.labels[i][-1]}
            named = phrase("{name}: {parts}, ao todo {total}", **whole)
            rows.append(f"{name}: {join_and(pairs)}" if self.is_shares else named)
        return rows

    def _spoken(self, i: int) -> list[str]:
        parts = list(self.labels[i][:-1])
        return [add_percent(each) for each in parts] if self.is_shares else parts
