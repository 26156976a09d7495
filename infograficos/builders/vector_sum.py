"""Vetores que se somam: token mais posição, ou a média ponderada que a atenção faz."""

from __future__ import annotations

from functools import cached_property
from math import fsum
from typing import TYPE_CHECKING, Annotated

from infograficos import elements
from infograficos.content.checks import validate_unique
from infograficos.content.fields import Items, Number, Numbers, Words, between, content, length, short
from infograficos.errors import deprecated_names
from infograficos.language.numbers import format_decimal, round_half_up
from infograficos.language.portuguese import join_and
from infograficos.text.markup import plain_text

__all__ = ["Summand", "VectorSum"]

#: Larger numbers do not fit a cell.
_MAX_PLACES, _MAX_MAGNITUDE = 3, 9999.0
#: How far apart equal sums of floats may be.
_ROUNDING = 1e-9
#: How many first numbers of a long vector are shown with its last one, on ever narrower sheets.
_COUNTS = (5, 4, 3, 2)

_Name = Annotated[Words, short(20)]
_Entry = Annotated[Number, between(-_MAX_MAGNITUDE, _MAX_MAGNITUDE)]


@content
class Summand:
    """One vector of the sum.

    Args:
        name: what it is called.
        values: its numbers.
        role: its colour role.
        weight: what it is multiplied by, or nothing.
    """

    name: _Name
    values: Numbers
    role: Words
    weight: _Entry | None = None

    def __post_init__(self) -> None:
        if max(abs(value) for value in self.values) > _MAX_MAGNITUDE:
            raise ValueError(f"“{self.name}” tem um número maior que 9.999, que não cabe em uma célula")


@content
class VectorSum:
    """Vectors of one size, each perhaps times a weight, and the vector that they add up to.

    Args:
        terms: two to four vectors, in order.
        name: what their sum is called; its numbers are computed here.
        role: the colour role of the sum.
    """

    terms: Annotated[Items[Summand], length(2, 4)]
    name: _Name
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
        if max(abs(value) for value in self.values) > _MAX_MAGNITUDE:
            raise ValueError("a soma tem um número maior que 9.999, que não cabe em uma célula")

    @cached_property
    def values(self) -> tuple[float, ...]:
        """The sum, each vector times its weight."""
        columns = zip(*(term.values for term in self.terms), strict=True)
        weights = [1.0 if term.weight is None else term.weight for term in self.terms]
        return tuple(fsum(w * v for w, v in zip(weights, column, strict=True)) for column in columns)

    def body(self) -> elements.Element:
        """Return the vectors upright from left to right or, on narrow sheets, lying below each other."""
        size = len(self.values)
        # An ellipsis in place of a single number would save nothing.
        counts = [*([size] if size <= _COUNTS[0] + 2 else []), *(n for n in _COUNTS if n + 2 < size)]
        wide = (elements.NoWrap(self._vertical(counts[0])), self._rows(counts[0]))
        return elements.Named("soma", elements.FirstThatFits((*wide, *map(self._stack, counts))))

    def describe(self) -> str:
        """Return the names and weights, the size of the vectors, and the first numbers of the sum."""
        terms = " + ".join(f"{self._factor(term)}{term.name}" for term in self.terms)
        first = [format_decimal(value, self._places[1]) for value in self._sum[:4]]
        more = "; …" if len(self._sum) > 4 else ""
        size = len(self.values)
        numbers = f"{size} números" if size > 1 else "1 número"
        return f"{self.name} = {terms}, vetores de {numbers}. Resultado: [{'; '.join(first)}{more}]."

    @cached_property
    def _weight_places(self) -> int:
        weights = [term.weight for term in self.terms if term.weight is not None]
        places = (p for p in range(_MAX_PLACES) if all(_is_exact(w, p) for w in weights))
        return next(places, _MAX_PLACES)

    @cached_property
    def _places(self) -> tuple[int, int]:
        """The fewest decimals of the vectors and of their sum with which the rounded numbers add up."""
        choices = [(p, q) for p in range(1, _MAX_PLACES + 1) for q in range(p, _MAX_PLACES + 1)]
        consistent = [choice for choice in choices if self._adds_up(*choice)]
        # An exact sum is better than a rounded one.
        exact = (choice for choice in consistent if self._has_exact_sum(*choice))
        return next(exact, consistent[0] if consistent else (2, 2))

    @cached_property
    def _visible(self) -> tuple[int, ...]:
        """The positions that the widest sheet shows."""
        size = len(self.values)
        return tuple(i for i in range(size) if i <= _COUNTS[0] or i == size - 1)

    def _adds_up(self, places: int, sum_places: int) -> bool:
        """Return whether the rounded vectors give the rounded sum, and none of their numbers becomes 0."""
        numbers = [term.values[i] for term in self.terms for i in self._visible]
        if any(value and not round_half_up(value, places) for value in numbers):
            return False
        sums = self._rounded_sum(places)
        pairs = ((sums[i], self.values[i]) for i in self._visible)
        return all(round_half_up(a, sum_places) == round_half_up(b, sum_places) for a, b in pairs)

    def _has_exact_sum(self, places: int, sum_places: int) -> bool:
        return all(_is_exact(self._rounded_sum(places)[i], sum_places) for i in self._visible)

    def _rounded_sum(self, places: int) -> tuple[float, ...]:
        """Return the sum of the rounded vectors, which readers can check."""
        rows = []
        for term in self.terms:
            weight = 1.0 if term.weight is None else round_half_up(term.weight, self._weight_places)
            rows.append([weight * round_half_up(value, places) for value in term.values])
        return tuple(round_half_up(fsum(column), 9) for column in zip(*rows, strict=True))

    @cached_property
    def _sum(self) -> tuple[float, ...]:
        return self._rounded_sum(self._places[0])

    def _factor(self, term: Summand) -> str:
        return "" if term.weight is None else f"{format_decimal(term.weight, self._weight_places)} × "

    def _vector(self, term: Summand | None, count: int, upright: bool) -> elements.Vector:
        values, role = (term.values, term.role) if term else (self._sum, self.role)
        places = self._places[0 if term else 1]
        largest = max(abs(v) for each in (*(t.values for t in self.terms), self._sum) for v in each)
        cells = tuple(values) if count >= len(values) else elements.truncate_vector(values, count)
        return elements.Vector(cells, role, places, upright, largest)

    def _vertical(self, count: int) -> elements.Element:
        """Return the vectors from left to right, with operators between them."""
        children: list[elements.Element] = []
        for i, term in enumerate(self._vectors):
            children += [_sign(term)] if i else []
            if term and term.weight is not None:
                children.append(_operator(self._factor(term).strip(), "strong"))
            name, vector = term.name if term else self.name, self._vector(term, count, True)
            shape = f"d = {len(self.values)}"
            children.append(elements.Named(name, elements.labeled_vector(name, vector, shape)))
        return elements.Row(tuple(children), "small", justify="center")

    @property
    def _vectors(self) -> tuple[Summand | None, ...]:
        """The terms, then None for their sum."""
        return (*self.terms, None)

    def _title(self, term: Summand | None) -> elements.Element:
        factor = self._factor(term) if term else ""
        name, role = (term.name, term.role) if term else (self.name, self.role)
        return elements.Text(f"{factor}{name}", "mark", f"{role}.strong", literal=True)

    def _horizontal(self, term: Summand | None, count: int) -> elements.Element:
        return elements.Named(term.name if term else self.name, self._vector(term, count, False))

    def _rows(self, count: int) -> elements.Element:
        """Return a row for each vector: operator, name, numbers."""
        cells: list[elements.Cell] = []
        for i, term in enumerate(self._vectors):
            cells.append(elements.Cell(elements.NoWrap(self._title(term)), i, 1))
            cells.append(elements.Cell(self._horizontal(term, count), i, 2))
            cells += [elements.Cell(_sign(term), i, 0)] if i else []
        return self._with_shape(elements.Grid(tuple(cells), (0.0, 0.0, 1.0), "small", "small"))

    def _stack(self, count: int) -> elements.Element:
        """Return the vectors below each other, each below its name."""
        cells: list[elements.Cell] = []
        for i, term in enumerate(self._vectors):
            cells += [elements.Cell(elements.Spacer(), 3 * i - 1, 1)] if i else []
            cells.append(elements.Cell(self._title(term), 3 * i, 1))
            cells.append(elements.Cell(self._horizontal(term, count), 3 * i + 1, 1))
            cells += [elements.Cell(_sign(term), 3 * i + 1, 0)] if i else []
        return self._with_shape(elements.Grid(tuple(cells), (0.0, 1.0), "small", "tiny"))

    def _with_shape(self, grid: elements.Grid) -> elements.Element:
        shape = elements.Text(f"d = {len(self.values)}", "label", "muted", "end", literal=True)
        return elements.Column((grid, shape), "small")


def _sign(term: Summand | None) -> elements.Element:
    return _operator("+" if term else "=")


def _operator(sign: str, style: str = "heading") -> elements.Element:
    return elements.Text(sign, style, "ink", "center", literal=True)


def _is_exact(value: float, places: int) -> bool:
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
