"""Um vetor, várias matrizes: as projeções que dele fazem consulta, chave e valor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, partial
from itertools import chain
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from infograficos import elements
from infograficos.content.checks import matrix_shape, validate_exactly_one, validate_unique
from infograficos.content.data.sums import dot, validate_product
from infograficos.content.descriptions import fullest
from infograficos.content.fields import (
    Count,
    Items,
    Number,
    OptionalText,
    Some,
    Words,
    between,
    content,
    short,
    to_rows,
)
from infograficos.content.own_words import OwnWords
from infograficos.language.grammar import phrase
from infograficos.language.messages import message
from infograficos.language.numbers import fewest_places, fit_places, format_number, format_vector, is_exact
from infograficos.text.markup import plain_text

__all__ = ["Projection", "Weights"]

WORDS = OwnWords(size="d = {size}")

#: Of larger vectors and matrices only the shapes are drawn.
_MAX_SIZE = 6
_MAX_MAGNITUDE = 999.0
#: Of the longest vector whose numbers are not known so many caps are drawn; the others are to scale.
_MOST_CAPS = 12
#: The sizes of plates beside the vector and below it, in those of an object.
_LARGE, _SMALL = 1.3, 0.73
#: The plates of so many matrices are smaller, by this factor, so that the figure is not too high.
_MANY, _SMALLER = 4, 2 / 3
#: How broad the flow of the longest vector is, and that of any at least, in a ribbon.
_BROADEST, _THINNEST = 1.6, 0.3

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
        meaning: what the result stands for, in a few words such as “what I look for”, or nothing.
    """

    name: _Name
    result: _Name
    role: Words
    values: Annotated[Some[_Entries], BeforeValidator(to_rows), Field(max_length=_MAX_SIZE)] | None = None
    size: Count | None = None
    meaning: Annotated[OptionalText, short(24)] = ""

    def __post_init__(self) -> None:
        validate_exactly_one(f"“{self.name}”: ", values=self.values, size=self.size)
        if self.values:
            matrix_shape(message("de “{name}”", name=self.name), self.values)

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
    weights: Annotated[Items[Weights], Field(min_length=1, max_length=_MANY)]
    values: _Entries | None = None
    size: Count | None = None
    role: Words = "input"

    def __post_init__(self) -> None:
        validate_exactly_one(values=self.values, size=self.size)
        for each in self.weights:
            validate_product(self.name, self.values, each.name, each.values)
        names = [self.name, *(name for each in self.weights for name in (each.name, each.result))]
        validate_unique(names, "cada vetor e cada matriz tem um nome só seu; “{name}” aparece duas vezes")

    @property
    def rows(self) -> int:
        """How many numbers the vector has."""
        return len(self.values) if self.values else self.size or 0

    @cached_property
    def results(self) -> tuple[tuple[float, ...], ...]:
        """The vector times each matrix, where their numbers are given."""
        matrices = (zip(*each.values, strict=True) for each in self.weights if self.values and each.values)
        return tuple(tuple(dot(self.values or (), column) for column in columns) for columns in matrices)

    def body(self) -> elements.Element:
        """Return flows from the vector into each matrix, and out of it to its result."""
        return elements.FirstThatFits((self._lanes(), self._river(), self._stack()))

    def describe(self) -> str:
        """Return the shapes with the results, their numbers if these are given, and what they mean."""
        size = phrase("{name}, de {size},", name=self.name, size=_count_numbers(self.rows))
        numbers = f"{self.name} = {format_vector(self.values, _places(self.values))}" if self.values else size
        full, brief = ("; ".join(self._products(meanings=meanings)) for meanings in (True, False))
        return fullest(
            phrase("O vetor {vector} multiplicado {products}.", vector=vector, products=products)
            for vector, products in ((numbers, full), (numbers, brief), (size, brief))
        )

    def _products(self, *, meanings: bool) -> Iterator[str]:
        for i, each in enumerate(self.weights):
            if self.results:
                result = f"{each.result} = {format_vector(self.results[i], _places(self.results[i]))}"
            else:
                result = phrase("{name}, com {size}", name=each.result, size=_count_numbers(each.columns))
            meaning = f" ({plain_text(each.meaning)})" if meanings and each.meaning else ""
            matrix = f"{plain_text(each.name)} ({self._shape(each)})"
            yield phrase("por {matrix} dá {result}", matrix=matrix, result=f"{result}{meaning}")

    @cached_property
    def _largest(self) -> float:
        """The largest magnitude in all vectors, which share one scale of tones."""
        return max(map(abs, (*(self.values or ()), *chain(*self.results))), default=0.0) or 1.0

    def _shape(self, weights: Weights) -> str:
        return f"{format_number(self.rows)} × {format_number(weights.columns)}"

    def _lanes(self) -> elements.Element:
        """Return the vector upright and a lane for each matrix: its name, then its plate and the result."""
        cells = [elements.Cell(elements.Spacer("link"), 1, gap) for gap in (1, 3)]
        for i, each in enumerate(self.weights):
            words = elements.HangingCaption(self._result(i), self._caption(each), "tiny")
            cells.append(elements.Cell(self._title(each), 2 * i, 2, justify="center"))
            cells.append(elements.Cell(self._plate(each, _LARGE), 2 * i + 1, 2, justify="center"))
            cells.append(elements.Cell(words, 2 * i + 1, 4, justify="start"))
        name, vector, *size = self._source(vertical=True)
        hung = elements.HangingCaption(elements.Named(self.name, vector), size[0] if size else name, "tiny")
        cells += [elements.Cell(name, 0, 0, align="end")] if size else []
        cells.append(elements.Cell(hung, 1, 0, rows=2 * len(self.weights) - 1))
        grid = elements.Grid(tuple(cells), (0.0, 1.0, 0.0, 1.0, 0.0), "none", "hair")
        return elements.WithConnectors(grid, self._flows("ribbon"))

    def _river(self) -> elements.Element:
        """Return the vector lying on top; from its name flows run down and turn into a lane each."""
        name, *parts = self._source(vertical=False)
        lying = elements.Row(tuple(parts)), elements.Column(tuple(parts), align="start")
        cells = [
            elements.Cell(elements.Named(self.name, name), 0, 0),
            elements.Cell(elements.FirstThatFits(lying), 0, 1, columns=3, justify="start"),
            *(elements.Cell(elements.Spacer("link"), 3, column) for column in (0, 2)),
        ]
        for i, each in enumerate(self.weights):
            row = 4 * i + 1
            cells += [
                elements.Cell(elements.Spacer("tiny"), row, 1),
                elements.Cell(self._title(each), row + 1, 1, columns=3, justify="start"),
                elements.Cell(self._plate(each, _SMALL), row + 2, 1),
                elements.Cell(self._result(i), row + 2, 3, justify="end"),
                elements.Cell(self._caption(each), row + 3, 1, columns=3, justify="end"),
            ]
        grid = elements.Grid(tuple(cells), (0.0, 0.0, 1.0, 0.0), "tiny", "tiny")
        return elements.WithConnectors(grid, self._flows("ribbon_thin", leaves="bottom"))

    def _flows(self, stroke: str, leaves: Literal["bottom"] | None = None) -> tuple[elements.Connector, ...]:
        """Return a flow into each plate and one out of it; from the top they leave one narrow cap."""
        breadth = 1.0 if leaves else self._breadth(self.rows)
        flows: list[elements.Connector] = []
        for each in reversed(self.weights):
            flow = partial(elements.Flow, color=f"{each.role}.mid", stroke=stroke)
            into = flow(self.name, each.name, leaves=leaves, arrives="left", heads="none", scale=breadth)
            flows += into, flow(each.name, each.result, scale=self._breadth(each.columns))
        return tuple(flows)

    def _breadth(self, size: int) -> float:
        """Return how broad the flow of a vector is: as it is long, where only lengths are shown."""
        return 1.0 if self.values else max(_THINNEST, _BROADEST * size / self._longest)

    @property
    def _longest(self) -> int:
        return max(self.rows, *(each.columns for each in self.weights))

    def _plate(self, weights: Weights, share: float) -> elements.Element:
        share *= _SMALLER if len(self.weights) == _MANY else 1.0
        plate = elements.Plate(self.rows, weights.columns, weights.role, share=share)
        return elements.Named(weights.name, plate)

    def _title(self, weights: Weights) -> elements.Element:
        name = elements.Text(weights.name, "heading", f"{weights.role}.strong", "center")
        shape = elements.Text(self._shape(weights), "label", "muted", "center", literal=True)
        line = elements.Row((elements.NoWrap(name), elements.NoWrap(shape)), "tiny", "baseline", "center")
        return elements.FirstThatFits((line, elements.Column((name, shape), "tiny")))

    def _caption(self, weights: Weights) -> elements.Element:
        """Return the result's name with what it means or, without that, how many numbers are not shown."""
        name = elements.Text(weights.result, "heading", f"{weights.role}.strong", literal=True)
        size = "" if self.values else WORDS("size", size=format_number(weights.columns))
        words = weights.meaning or size
        line = elements.Row((name, elements.Text(words, "label", "muted")), "tiny", "baseline")
        return line if words else name

    def _result(self, i: int, *, vertical: bool = False) -> elements.Element:
        weights, values = self.weights[i], self.results[i] if self.results else None
        return elements.Named(weights.result, self._vector(weights.role, values, weights.columns, vertical))

    def _source(self, *, vertical: bool) -> tuple[elements.Element, ...]:
        """Return the vector's name, the vector, and its size if its numbers are not shown."""
        name = elements.word_cap(self.name, self.role, "solid")
        vector = self._vector(self.role, self.values, self.rows, vertical)
        size = elements.Text(WORDS("size", size=format_number(self.rows)), "label", "muted", literal=True)
        return (name, vector) if self.values else (name, vector, size)

    def _vector(self, role: str, values: Sequence[float] | None, size: int, upright: bool) -> elements.Vector:
        if values is not None:
            return elements.Vector(tuple(values), role, _places(values), upright, self._largest)
        caps = max(1, round(size * min(1.0, _MOST_CAPS / self._longest)))
        return elements.blank_vector(caps, role, upright)

    def _stack(self) -> elements.Element:
        """Return the vector above products that are written below each other."""
        sources = (elements.Column(self._source(vertical=each), "tiny", "center") for each in (False, True))
        blocks: list[elements.Element] = [
            elements.Row((elements.FirstThatFits(tuple(sources)),), justify="center")
        ]
        for i, weights in enumerate(self.weights):
            times, equals = map(elements.operator_sign, "×=")
            factor = elements.Row((times, self._plate(weights, _SMALL), self._title(weights)), "small")
            vectors = tuple(self._result(i, vertical=each) for each in (False, True))
            result = elements.Row((equals, elements.FirstThatFits(vectors)), "small")
            line = elements.Row((factor, elements.NoWrap(result)), "small", justify="center")
            pair = elements.FirstThatFits((line, elements.Column((factor, result), "small", "center")))
            blocks.append(elements.Column((pair, self._caption(weights)), "small", "center"))
        return elements.Column(tuple(blocks), "medium")


def _count_numbers(count: int) -> str:
    return phrase(("{count} número", "{count} números"), count)


def _places(values: Sequence[float]) -> int | None:
    return fewest_places(values, 1, 2) if all(is_exact(value, 2) for value in values) else fit_places(values)


HEADLINES = {
    "consulta, chave e valor": "Um vetor, **três papéis**{model}",
    "uma cabeça do GPT-2": "768 números viram **64**{model}",
}

EXAMPLES = {
    "consulta, chave e valor": Projection(
        name="x",
        values=[1.0, 0.5, -1.0],
        weights=[
            Weights(
                "$W_Q$", "q", "instruction", [[0.2, 0.6], [0.4, -0.2], [-0.3, 0.1]], meaning="o que procuro"
            ),
            Weights("$W_K$", "k", "model", [[0.5, -0.1], [0.2, 0.8], [0.1, 0.3]], meaning="o que ofereço"),
            Weights("$W_V$", "v", "response", [[-0.4, 0.3], [0.6, 0.2], [0.2, 0.7]], meaning="o que entrego"),
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
