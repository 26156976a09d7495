"""Um vetor, várias matrizes: as projeções que dele fazem consulta, chave e valor."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import chain
from typing import Annotated

from pydantic import BeforeValidator, Field

from infograficos import elements
from infograficos.content.checks import matrix_shape, validate_exactly_one, validate_unique
from infograficos.content.data.sums import dot
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Count, Items, Number, Some, Words, between, content, short, to_rows
from infograficos.content.own_words import OwnWords
from infograficos.language.numbers import fewest_places, fit_places, format_number, format_vector, is_exact
from infograficos.language.portuguese import pluralize
from infograficos.text.markup import plain_text

__all__ = ["Projection", "Weights"]

WORDS = OwnWords(
    size="d = {size}",
    tones="cor mais forte: maior",
    signed_tones="cor mais forte: maior em módulo; cinza: negativo",
)

#: Of larger vectors and matrices only the shapes are drawn.
_MAX_SIZE = 6
_MAX_MAGNITUDE = 999.0

_Name = Annotated[Words, short(16)]
_Entry = Annotated[Number, between(-_MAX_MAGNITUDE, _MAX_MAGNITUDE)]
_Entries = Annotated[Some[_Entry], Field(max_length=_MAX_SIZE)]


@content
class Weights:
    """A matrix of weights and what it makes of the vector.

    Args:
        name: what the matrix is called, such as “W_Q”.
        result: what the projected vector is called, such as “q”.
        role: the colour role of both.
        values: rows of equal length, one a number of the vector; or nothing where only shapes are shown.
        size: how many numbers the result has, where no values are given.
    """

    name: _Name
    result: _Name
    role: Words
    values: Annotated[Some[_Entries], BeforeValidator(to_rows), Field(max_length=_MAX_SIZE)] | None = None
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
        role: its colour role.
    """

    name: _Name
    weights: Annotated[Items[Weights], Field(min_length=1, max_length=4)]
    values: _Entries | None = None
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
        vector = self.values or ()
        matrices = (zip(*each.values, strict=True) for each in self.weights if self.values and each.values)
        return tuple(tuple(dot(vector, column) for column in columns) for columns in matrices)

    def body(self) -> elements.Element:
        """Return the vector, then each matrix with its result; below it on narrow sheets."""
        options = (self._wide("small"), self._wide("tiny"), self._narrow(), self._narrowest())
        return elements.with_caption(elements.FirstThatFits(options), self._key(), "center", "small")

    def describe(self) -> str:
        """Return the shapes, and the results if there are numbers."""
        products = []
        for i, each in enumerate(self.weights):
            result = f", com {_count_numbers(each.columns)}"
            if self.results:
                result = f" = {format_vector(self.results[i], _places(self.results[i]))}"
            products.append(f"por {plain_text(each.name)} ({self._shape(each)}) dá {each.result}{result}")
        size = f", de {_count_numbers(self.rows)},"
        numbers = f" = {format_vector(self.values, _places(self.values))}" if self.values else size
        sentences = (
            f"O vetor {self.name}{each} multiplicado {'; '.join(products)}." for each in (numbers, size)
        )
        return fullest(sentences)

    def _key(self) -> str:
        """Explain the tones, and slate where a number is negative."""
        if not self.values:
            return ""
        weights = [value for each in self.weights for row in each.values or () for value in row]
        negative = min((*self.values, *weights, *chain(*self.results))) < 0
        return WORDS("signed_tones" if negative else "tones")

    @cached_property
    def _largest(self) -> tuple[float, float]:
        """The largest magnitudes of vectors and of matrices: one scale for all of each."""
        vectors = map(abs, (*(self.values or ()), *chain(*self.results)))
        weights = (abs(value) for each in self.weights for row in each.values or () for value in row)
        return max(vectors, default=0.0) or 1.0, max(weights, default=0.0) or 1.0

    def _shape(self, weights: Weights) -> str:
        return f"{format_number(self.rows)} × {format_number(weights.columns)}"

    def _vector(self, name: str, role: str, values: Sequence[float] | None, size: int) -> elements.Element:
        title = elements.Text(name, "heading", f"{role}.strong", "center", literal=True)
        if values is None:
            words = elements.with_caption(
                title, WORDS("size", size=format_number(size)), "center", literal=True
            )
            return elements.tinted_card(words, role, "small", radius="inner")
        return elements.Row((title, self._cells(values, role)), "tiny")

    def _cells(self, values: Sequence[float], role: str) -> elements.Element:
        return elements.Vector(tuple(values), role, _places(values), largest=self._largest[0])

    def _matrix(self, weights: Weights) -> elements.Element:
        color = f"{weights.role}.strong"
        title = elements.Text(weights.name, "heading", color, "center")
        words = elements.with_caption(title, self._shape(weights), "center", literal=True)
        parts: tuple[elements.Element, ...] = (words,)
        if weights.values:
            shares = tuple(tuple(value / self._largest[1] for value in row) for row in weights.values)
            parts = (elements.Heatmap(shares, weights.role), *parts)
        row, border = elements.Row(parts, "tiny", justify="center"), f"{weights.role}.line"
        return elements.Card(row, "surface", border, "small", "tiny", "inner")

    def _source(self) -> elements.Element:
        return elements.Named(self.name, self._vector(self.name, self.role, self.values, self.rows))

    def _product(self, i: int) -> tuple[elements.Element, ...]:
        weights, values = self.weights[i], self.results[i] if self.results else None
        vector = self._vector(weights.result, weights.role, values, weights.columns)
        matrix = elements.Named(weights.name, self._matrix(weights))
        times, equals = map(elements.operator_sign, "×=")
        return times, matrix, equals, elements.Named(weights.result, vector)

    def _products(self, row: int, column: int) -> list[elements.Cell]:
        """Return a row of cells for each product, from a row and a column of a grid on."""
        alignments: tuple[elements.Align, ...] = ("center", "stretch", "center", "start")
        return [
            elements.Cell(child, row + i, column + j, justify=alignments[j])
            for i in range(len(self.weights))
            for j, child in enumerate(self._product(i))
        ]

    def _wide(self, gap: str) -> elements.Element:
        """Return the vector before all products, behind a rule that gathers them if there are several."""
        rule = elements.Rule(f"{self.role}.line", "flow", vertical=True)
        source = elements.Cell(self._source(), 0, 0, rows=len(self.weights))
        if len(self.weights) == 1:
            return _center(elements.Grid((source, *self._products(0, 1)), (0.0,) * 5, gap, "small"))
        line = elements.Cell(rule, 0, 1, rows=len(self.weights), align="stretch")
        return _center(elements.Grid((source, line, *self._products(0, 2)), (0.0,) * 6, gap, "small"))

    def _narrow(self) -> elements.Element:
        source = elements.Cell(self._source(), 0, 0, columns=4, justify="center")
        return _center(elements.Grid((source, *self._products(1, 0)), (0.0,) * 4, "tiny", "small"))

    def _narrowest(self) -> elements.Element:
        blocks: list[elements.Element] = [elements.Row((self._source(),), justify="center")]
        for i in range(len(self.weights)):
            times, matrix, equals, result = self._product(i)
            first, second = elements.Row((times, matrix), "tiny"), elements.Row((equals, result), "tiny")
            blocks.append(elements.Column((first, second), "tiny", "center"))
        return elements.Column(tuple(blocks), "medium")


def _count_numbers(count: int) -> str:
    return pluralize(count, "número", "números", grouped=True)


def _center(grid: elements.Grid) -> elements.Element:
    # Matrices of one shape have one size, whatever the sheet's width.
    return elements.Row((elements.NoWrap(grid),), justify="center")


def _places(values: Sequence[float]) -> int | None:
    return fewest_places(values, 1, 2) if all(is_exact(value, 2) for value in values) else fit_places(values)


EXAMPLES = {
    "consulta, chave e valor": Projection(
        name="x",
        values=[1.0, 0.5, -1.0],
        weights=[
            Weights("$W_Q$", "q", "instruction", [[0.2, 0.6], [0.4, -0.2], [-0.3, 0.1]]),
            Weights("$W_K$", "k", "model", [[0.5, -0.1], [0.2, 0.8], [0.1, 0.3]]),
            Weights("$W_V$", "v", "response", [[-0.4, 0.3], [0.6, 0.2], [0.2, 0.7]]),
        ],
    ),
    "uma cabeça do GPT-2": Projection(
        name="x",
        size=768,
        weights=[
            Weights("$W_Q$", "q", "instruction", size=64),
            Weights("$W_K$", "k", "model", size=64),
            Weights("$W_V$", "v", "response", size=64),
        ],
    ),
}
