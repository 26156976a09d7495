"""Um vetor, várias matrizes: as projeções que dele fazem consulta, chave e valor."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from math import fsum
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from infograficos import elements
from infograficos.content.checks import validate_exactly_one, validate_unique
from infograficos.content.fields import (
    Count,
    Number,
    Numbers,
    Some,
    Words,
    content,
    matrix_shape,
    short,
    to_rows,
)
from infograficos.language.numbers import format_decimal, format_number, round_half_up

if TYPE_CHECKING:
    from infograficos.elements.flow import Align

__all__ = ["Projection", "Weights"]

#: The largest vectors and matrices whose numbers are drawn; of others the shapes are enough.
_MOST = 6
_MOST_PLACES = 3
_LARGEST = 999.0
Name = Annotated[Words, short(16)]
Entry = Annotated[Number, Field(ge=-_LARGEST, le=_LARGEST)]
Entries = Annotated[Some[Entry], Field(max_length=_MOST)]


@content
class Weights:
    """A matrix of weights and what it makes of the vector.

    Args:
        name: what the matrix is called, such as “W_Q”.
        result: what the projected vector is called, such as “q”.
        role: whose colours both have.
        values: rows of equal length, one a number of the vector; or nothing where only shapes are shown.
        size: how many numbers the result has, where no values are given.
    """

    name: Name
    result: Name
    role: Words
    values: Annotated[Some[Entries], BeforeValidator(to_rows), Field(max_length=_MOST)] | None = None
    size: Count | None = None

    def __post_init__(self) -> None:
        validate_exactly_one(f"“{self.name}”: ", values=self.values, size=self.size)
        if self.values:
            matrix_shape(f"de “{self.name}”", self.values)

    @property
    def columns(self) -> int:
        """How many numbers the result has."""
        return len(self.values[0]) if self.values else self.size or 0


@content
class Projection:
    """One vector times several matrices; where the numbers are given, the results are computed here.

    Args:
        name: what the vector is called.
        weights: one to four matrices, in order.
        values: the vector's numbers; or nothing where only shapes are shown.
        size: how many numbers it has, where no values are given.
        role: whose colours it has.
    """

    name: Name
    weights: Annotated[Sequence[Weights], Field(min_length=1, max_length=4), AfterValidator(tuple)]
    values: Entries | None = None
    size: Count | None = None
    role: Words = "input"

    def __post_init__(self) -> None:
        validate_exactly_one(values=self.values, size=self.size)
        for each in self.weights:
            if (each.values is None) != (self.values is None):
                raise ValueError(
                    f"“{each.name}”: dê os números do vetor e de todas as matrizes, ou só os tamanhos"
                )
            if each.values is not None and len(each.values) != self.rows:
                raise ValueError(
                    f"“{each.name}” precisa de {self.rows} linhas, uma por número de “{self.name}”; "
                    f"tem {len(each.values)}"
                )
        names = [self.name, *(name for each in self.weights for name in (each.name, each.result))]
        validate_unique(names, "cada vetor e cada matriz tem um nome só seu; “{}” aparece duas vezes")

    @property
    def rows(self) -> int:
        """How many numbers the vector has."""
        return len(self.values) if self.values else self.size or 0

    @cached_property
    def results(self) -> tuple[tuple[float, ...], ...]:
        """The vector times each matrix, where their numbers are given."""
        return tuple(
            tuple(
                fsum(x * w for x, w in zip(self.values, column, strict=True))
                for column in zip(*each.values, strict=True)
            )
            for each in self.weights
            if self.values and each.values
        )

    def body(self) -> elements.Element:
        """Return the vector, then each matrix with its result; below it where it is narrow."""
        options = elements.FirstThatFits(
            (self._wide("small"), self._wide("tiny"), self._narrow(), self._narrowest())
        )
        if self.values is None:
            return options
        return elements.Column(
            (options, elements.Text("cor mais forte, peso maior", "label", "muted", "center")), "medium"
        )

    def describe(self) -> str:
        """Return the shapes, and the results where they are computed."""
        parts = []
        for i, each in enumerate(self.weights):
            shape = f"{each.name} ({self._shape(each)})"
            numbers = (
                [format_decimal(value, self._places(self.results[i])) for value in self.results[i]]
                if self.results
                else []
            )
            made = f" = [{'; '.join(numbers)}]" if numbers else f", com {_numbers(each.columns)}"
            parts.append(f"por {shape} dá {each.result}{made}")
        return f"O vetor {self.name}, de {_numbers(self.rows)}, multiplicado {'; '.join(parts)}."

    def _shape(self, weights: Weights) -> str:
        return f"{format_number(self.rows)} × {format_number(weights.columns)}"

    def _places(self, values: Sequence[float]) -> int:
        fit = (p for p in range(1, _MOST_PLACES) if all(abs(round_half_up(v, p) - v) < 1e-9 for v in values))
        return next(fit, _MOST_PLACES - 1)

    def _vector(self, name: str, role: str, values: Numbers | None, size: int) -> elements.Element:
        title = elements.Text(name, "heading", f"{role}.strong", "center", literal=True)
        shape = elements.Text(f"d = {format_number(size)}", "label", "muted", "center", literal=True)
        if values is None:
            return elements.Card(
                elements.Column((title, shape), "text"),
                f"{role}.soft",
                f"{role}.line",
                "small",
                radius="inner",
            )
        return elements.Row((title, elements.Vector(tuple(values), role, self._places(values))), "tiny")

    def _matrix(self, weights: Weights) -> elements.Element:
        color = f"{weights.role}.strong"
        title = elements.Text(weights.name, "mark", color, "center", literal=True)
        shape = elements.Text(self._shape(weights), "label", "muted", "center", literal=True)
        parts: tuple[elements.Element, ...] = (elements.Column((title, shape), "text"),)
        if weights.values:
            flat = [value for row in weights.values for value in row]
            low, spread = min(flat), (max(flat) - min(flat)) or 1.0
            heat = elements.Heatmap(
                tuple(tuple((v - low) / spread for v in row) for row in weights.values), weights.role
            )
            parts = (heat, *parts)
        return elements.Card(
            elements.Row(parts, "tiny", justify="center"),
            "surface",
            f"{weights.role}.line",
            "small",
            "tiny",
            "inner",
        )

    def _result(self, i: int) -> elements.Element:
        each = self.weights[i]
        return self._vector(each.result, each.role, self.results[i] if self.results else None, each.columns)

    def _source(self) -> elements.Element:
        return elements.Named(self.name, self._vector(self.name, self.role, self.values, self.rows))

    def _product(self, i: int) -> tuple[elements.Element, ...]:
        each = self.weights[i]
        matrix, result = (
            elements.Named(each.name, self._matrix(each)),
            elements.Named(each.result, self._result(i)),
        )
        return _operator("×"), matrix, _operator("="), result

    def _lines(self, row: int, column: int) -> list[elements.Cell]:
        """Return the products below each other, from a row and a column of a grid on."""
        places: tuple[Align, ...] = ("center", "stretch", "center", "start")
        cells = []
        for i in range(len(self.weights)):
            products = enumerate(zip(self._product(i), places, strict=True), column)
            cells += [elements.Cell(child, row + i, j, justify=justify) for j, (child, justify) in products]
        return cells

    def _wide(self, gap: str) -> elements.Element:
        count = len(self.weights)
        rule = elements.Rule(f"{self.role}.line", "flow", upright=True)
        cells = [
            elements.Cell(self._source(), 0, 0, rows=count),
            elements.Cell(rule, 0, 1, rows=count, align="stretch"),
        ]
        return _centered(elements.Grid((*cells, *self._lines(0, 2)), (0.0,) * 6, gap, "small"))

    def _narrow(self) -> elements.Element:
        source = elements.Cell(self._source(), 0, 0, columns=4, justify="center")
        return _centered(elements.Grid((source, *self._lines(1, 0)), (0.0,) * 4, "tiny", "small"))

    def _narrowest(self) -> elements.Element:
        blocks: list[elements.Element] = [elements.Row((self._source(),), justify="center")]
        for i in range(len(self.weights)):
            times, matrix, equals, result = self._product(i)
            first, second = elements.Row((times, matrix), "tiny"), elements.Row((equals, result), "tiny")
            blocks.append(elements.Column((first, second), "tiny", "center"))
        return elements.Column(tuple(blocks), "medium")


def _numbers(count: int) -> str:
    return f"{format_number(count)} {'número' if count == 1 else 'números'}"


def _centered(grid: elements.Grid) -> elements.Element:
    # Nothing grows: matrices of one shape are of one size, whatever the sheet's width.
    return elements.Row((elements.NoWrap(grid),), justify="center")


def _operator(sign: str) -> elements.Element:
    return elements.Text(sign, "heading", "ink", "center", literal=True)


EXAMPLES = {
    "consulta, chave e valor": Projection(
        name="x",
        values=[1.0, 0.5, -1.0],
        weights=[
            Weights("W_Q", "q", "instruction", [[0.2, 0.6], [0.4, -0.2], [-0.3, 0.1]]),
            Weights("W_K", "k", "model", [[0.5, -0.1], [0.2, 0.8], [0.1, 0.3]]),
            Weights("W_V", "v", "response", [[-0.4, 0.3], [0.6, 0.2], [0.2, 0.7]]),
        ],
    ),
    "uma cabeça do GPT-2": Projection(
        name="x",
        size=768,
        weights=[
            Weights("W_Q", "q", "instruction", size=64),
            Weights("W_K", "k", "model", size=64),
            Weights("W_V", "v", "response", size=64),
        ],
    ),
}
