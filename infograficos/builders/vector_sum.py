"""Vetores que se somam: token mais posição, ou a média ponderada que a atenção faz."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from math import fsum
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, Field

from infograficos import elements
from infograficos.content.checks import validate_unique
from infograficos.content.fields import Number, Numbers, Words, content, short
from infograficos.errors import deprecated_names
from infograficos.language.numbers import format_decimal, round_half_up
from infograficos.language.portuguese import join_and
from infograficos.text.markup import plain_text

__all__ = ["Summand", "VectorSum"]

_MOST_PLACES = 3
#: Sums of floats that differ by less than this are the same sum.
_ROUNDING = 1e-9
#: How many first numbers of a long vector are shown beside its last one, most first.
_SHOWN = (5, 4, 3, 2)
#: A number larger than this does not fit a cell.
_LARGEST = 9999.0
Name = Annotated[Words, short(20)]
Entry = Annotated[Number, Field(ge=-_LARGEST, le=_LARGEST)]


@content
class Summand:
    """One vector of the sum.

    Args:
        name: what it is called.
        values: its numbers.
        role: whose colours it has.
        weight: what it is multiplied by, or nothing.
    """

    name: Name
    values: Numbers
    role: Words
    weight: Entry | None = None

    def __post_init__(self) -> None:
        if max(abs(value) for value in self.values) > _LARGEST:
            raise ValueError(f"“{self.name}” tem um número maior que 9.999, que não cabe em uma célula")


@content
class VectorSum:
    """Vectors of one size, each perhaps times a weight, and the vector that they add up to.

    Args:
        terms: two to four vectors, in order.
        name: what their sum is called; its numbers are computed here.
        role: whose colours the sum has.
    """

    terms: Annotated[Sequence[Summand], Field(min_length=2, max_length=4), AfterValidator(tuple)]
    name: Name
    role: Words = "model"

    def __post_init__(self) -> None:
        sizes = [len(term.values) for term in self.terms]
        if len(set(sizes)) > 1:
            pairs = join_and([f"“{term.name}” tem {len(term.values)}" for term in self.terms])
            raise ValueError(f"só se somam vetores do mesmo tamanho; {pairs}")
        names = [plain_text(term.name).casefold() for term in self.terms] + [plain_text(self.name).casefold()]
        validate_unique(names, "cada vetor tem um nome só seu; “{}” aparece duas vezes")
        weights = [term.weight is None for term in self.terms]
        if any(weights) and not all(weights):
            raise ValueError("dê weight a todos os vetores, ou a nenhum")
        if max(abs(value) for value in self.values) > _LARGEST:
            raise ValueError("a soma tem um número maior que 9.999, que não cabe em uma célula")

    @cached_property
    def values(self) -> tuple[float, ...]:
        """The sum, each vector times its weight."""
        columns = zip(*(term.values for term in self.terms), strict=True)
        weights = [1.0 if term.weight is None else term.weight for term in self.terms]
        return tuple(fsum(w * v for w, v in zip(weights, column, strict=True)) for column in columns)

    def body(self) -> elements.Element:
        """Return the vectors upright from left to right or, where it is narrow, lying below each other."""
        size = len(self.values)
        # A cut that leaves out a single number would only take its place.
        counts = [*([size] if size <= _SHOWN[0] + 2 else []), *(n for n in _SHOWN if n + 2 < size)]
        beside = (elements.NoWrap(self._upright(counts[0])), self._beside(counts[0]))
        return elements.Named(
            "soma", elements.FirstThatFits((*beside, *(self._lying(count) for count in counts)))
        )

    def describe(self) -> str:
        """Return the names and weights, the size of the vectors, and the first numbers of the sum."""
        terms = " + ".join(f"{self._written_weight(term)}{term.name}" for term in self.terms)
        written = [format_decimal(value, self._places[1]) for value in self._sum[:4]]
        more = "; …" if len(self._sum) > 4 else ""
        size = len(self.values)
        numbers = f"{size} números" if size > 1 else "1 número"
        return f"{self.name} = {terms}, vetores de {numbers}. Resultado: [{'; '.join(written)}{more}]."

    @cached_property
    def _weight_places(self) -> int:
        weights = [term.weight for term in self.terms if term.weight is not None]
        places = (p for p in range(_MOST_PLACES) if all(_exact(w, p) for w in weights))
        return next(places, _MOST_PLACES)

    @cached_property
    def _places(self) -> tuple[int, int]:
        """The fewest decimals of the vectors and of their sum with which these, as written, give that."""
        choices = [(p, q) for p in range(1, _MOST_PLACES + 1) for q in range(p, _MOST_PLACES + 1)]
        agreed = [choice for choice in choices if self._agrees(*choice)]
        # A sum that is written in full is better than a rounded one.
        full = (choice for choice in agreed if self._in_full(*choice))
        return next(full, agreed[0] if agreed else (2, 2))

    @cached_property
    def _seen(self) -> tuple[int, ...]:
        """The positions that are shown where there is most room."""
        size = len(self.values)
        return tuple(i for i in range(size) if i < _SHOWN[0] + 1 or i == size - 1)

    def _agrees(self, places: int, sum_places: int) -> bool:
        """Say whether the vectors as written add up to the sum as written, wherever readers can check it."""
        written = self._sum_of_written(places)
        return not self._vanishes(places) and all(
            round_half_up(written[i], sum_places) == round_half_up(self.values[i], sum_places)
            for i in self._seen
        )

    def _in_full(self, places: int, sum_places: int) -> bool:
        return all(_exact(self._sum_of_written(places)[i], sum_places) for i in self._seen)

    def _vanishes(self, places: int) -> bool:
        values = (term.values[i] for term in self.terms for i in self._seen)
        return any(value and not round_half_up(value, places) for value in values)

    def _sum_of_written(self, places: int) -> tuple[float, ...]:
        weights = [
            1.0 if t.weight is None else round_half_up(t.weight, self._weight_places) for t in self.terms
        ]
        columns = zip(*(term.values for term in self.terms), strict=True)
        return tuple(
            round_half_up(fsum(w * round_half_up(v, places) for w, v in zip(weights, column, strict=True)), 9)
            for column in columns
        )

    @cached_property
    def _sum(self) -> tuple[float, ...]:
        # It is the sum of what is written, which is what readers can check.
        return self._sum_of_written(self._places[0])

    def _written_weight(self, term: Summand) -> str:
        return "" if term.weight is None else f"{format_decimal(term.weight, self._weight_places)} × "

    def _vector(self, term: Summand | None, shown: int, upright: bool) -> elements.Vector:
        values, role = (term.values, term.role) if term else (self._sum, self.role)
        places = self._places[0 if term else 1]
        most = max(abs(v) for each in (*(t.values for t in self.terms), self._sum) for v in each)
        kept = tuple(values) if shown >= len(values) else elements.truncate_vector(values, shown)
        return elements.Vector(kept, role, places, upright, most)

    def _upright(self, shown: int) -> elements.Element:
        named, shape = elements.labeled_vector, f"d = {len(self.values)}"
        children: list[elements.Element] = []
        for i, term in enumerate(self.terms):
            children += [_operator("+")] if i else []
            children += (
                [] if term.weight is None else [_operator(self._written_weight(term).strip(), "strong")]
            )
            vector = named(term.name, self._vector(term, shown, True), shape)
            children.append(elements.Named(term.name, vector))
        total = named(self.name, self._vector(None, shown, True), shape)
        result = elements.Named(self.name, total)
        return elements.Row((*children, _operator("="), result), "small", justify="center")

    @property
    def _lines(self) -> tuple[Summand | None, ...]:
        """The terms, then nothing for their sum."""
        return (*self.terms, None)

    def _title(self, term: Summand | None) -> elements.Element:
        weight = self._written_weight(term) if term else ""
        name, role = (term.name, term.role) if term else (self.name, self.role)
        return elements.Text(f"{weight}{name}", "mark", f"{role}.strong", literal=True)

    def _named(self, term: Summand | None, shown: int) -> elements.Element:
        return elements.Named(term.name if term else self.name, self._vector(term, shown, False))

    def _beside(self, shown: int) -> elements.Element:
        """Return a line each: operator, name, vector."""
        cells: list[elements.Cell] = []
        for i, term in enumerate(self._lines):
            cells += [
                elements.Cell(elements.NoWrap(self._title(term)), i, 1),
                elements.Cell(self._named(term, shown), i, 2),
            ]
            cells += [_sign(term, i)] if i else []
        return self._with_shape(elements.Grid(tuple(cells), (0.0, 0.0, 1.0), "small", "small"))

    def _lying(self, shown: int) -> elements.Element:
        """Return the vectors below each other, each under its name."""
        cells: list[elements.Cell] = []
        for i, term in enumerate(self._lines):
            cells += [elements.Cell(elements.Spacer(), 3 * i - 1, 1)] if i else []
            cells += [
                elements.Cell(self._title(term), 3 * i, 1),
                elements.Cell(self._named(term, shown), 3 * i + 1, 1),
            ]
            cells += [_sign(term, 3 * i + 1)] if i else []
        return self._with_shape(elements.Grid(tuple(cells), (0.0, 1.0), "small", "tiny"))

    def _with_shape(self, grid: elements.Grid) -> elements.Element:
        shape = elements.Text(f"d = {len(self.values)}", "label", "muted", "end", literal=True)
        return elements.Column((grid, shape), "small")


def _sign(term: Summand | None, row: int) -> elements.Cell:
    return elements.Cell(_operator("+" if term else "="), row, 0)


def _operator(sign: str, style: str = "heading") -> elements.Element:
    return elements.Text(sign, style, "ink", "center", literal=True)


def _exact(value: float, places: int) -> bool:
    return abs(round_half_up(value, places) - value) < _ROUNDING


if not TYPE_CHECKING:
    __getattr__ = deprecated_names(__name__, {"Term": "Summand"})

EXAMPLES = {
    "token e posição": VectorSum(
        terms=[
            Summand("token “gato”", [0.4, -0.2, 0.7, 0.1], "input"),
            Summand("posição 3", [0.1, 0.3, -0.2, 0.5], "model"),
        ],
        name="entrada",
        role="response",
    ),
    "média da atenção": VectorSum(
        terms=[
            Summand("V de “o”", [1.0, 0.2, -0.4], "input", 0.1),
            Summand("V de “gato”", [0.6, -0.5, 0.8], "model", 0.7),
            Summand("V de “dorme”", [-0.3, 0.9, 0.1], "instruction", 0.2),
        ],
        name="saída",
        role="response",
    ),
    "768 dimensões": VectorSum(
        terms=[
            Summand(
                "token",
                [round(0.9 * ((37 * i * i + 11 * i) % 101) / 50 - 0.9, 2) for i in range(768)],
                "input",
            ),
            Summand(
                "posição",
                [round(0.2 * ((53 * i * i + 7 * i) % 97) / 48 - 0.2, 2) for i in range(768)],
                "model",
            ),
        ],
        name="entrada",
        role="response",
    ),
}
