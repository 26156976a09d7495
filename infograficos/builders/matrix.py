"""Números em linhas e colunas: pesos de atenção, máscara causal ou matriz de confusão."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from math import exp
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from infograficos.content import Number, Some, Words, content, plain_values
from infograficos.elements.column import Column
from infograficos.elements.flow import Either, Spacer
from infograficos.elements.headed import Headings, headed, key
from infograficos.elements.masked import hatched, masked
from infograficos.elements.portion import Portion
from infograficos.elements.row import Row
from infograficos.elements.tint import Tint
from infograficos.elements.words import Text
from infograficos.layout import Element
from infograficos.text import plain
from infograficos.typography import NO_BREAK_SPACE, counted, decimal, listed

#: More rows or columns than this are not legible on a phone.
_LEGIBLE = 8
#: With more numbers than this, a figure has more words than the series allows.
_MOST_WRITTEN = 36
#: Up to so many rows and columns the numbers are large, and the description names each row's largest.
_FEW = 4


def _as_lists(value: object) -> list[object]:
    """Return what an array, a tensor, or a list of them holds as a list of lists."""
    rows = plain_values(value)
    if isinstance(rows, list) and all(isinstance(row, list | tuple) for row in rows):
        return rows
    raise ValueError("esperada uma lista de linhas, cada uma delas uma lista")


Numbers = Annotated[Some[Some[Number]], BeforeValidator(_as_lists)]
Flags = Annotated[Some[Some[Annotated[bool, Field(strict=True)]]], BeforeValidator(_as_lists)]


@dataclass(frozen=True, slots=True)
class _Manner:
    """How the matrix is set: with numbers or squares, in how little room, with columns named or numbered."""

    written: bool = True
    compact: bool = False
    numbered: bool = False


@content
class Matrix:
    """Numbers in rows and columns with their headings; masked cells are hatched, large values dark.

    Args:
        values: lists of equal length, a row each, or anything with `tolist()`: an array, a tensor.
        rows: what each row is called.
        columns: what each column is called; by default as the rows.
        row_axis: what the rows are.
        column_axis: what the columns are.
        mask: rows of true (masked) and false, of the same shape as the values.
        causal: mask what comes after the diagonal, whatever `mask` says.
        softmax: turn each row's scores into weights over its unmasked cells.
        places: how many decimals to show.
        masked_as: what stands in masked cells: a dash, or −∞ where the values are scores.
        masked_name: what masked cells are called.
        diagonal: what the diagonal's cells are called, such as “acertos”; this makes them stand out.
        most: how many rows and columns to show at most; the rest becomes “…” and is counted.
    """

    values: Numbers
    rows: Some[Words]
    columns: Some[Words] | None = None
    row_axis: Words = "consulta"
    column_axis: Words = "chave"
    mask: Flags | None = None
    causal: Annotated[bool, Field(strict=True)] = False
    softmax: Annotated[bool, Field(strict=True)] = False
    places: Annotated[int, Field(strict=True, ge=0, le=4)] = 2
    masked_as: Literal["–", "−∞"] = "–"
    masked_name: Words = "mascarado"
    diagonal: Words | None = None
    most: Annotated[int, Field(strict=True, ge=2, le=_LEGIBLE)] | None = None

    @model_validator(mode="after")
    def _agree(self) -> Matrix:
        self._same_shapes()
        height, width = self.shape
        if not self.most and max(height, width) > _LEGIBLE:
            raise ValueError(f"{height} × {width} não se lê; use most={_LEGIBLE}, que mostra o começo")
        if (self.causal or self.diagonal) and height != width:
            raise ValueError(f"causal e diagonal pedem uma matriz quadrada; veio uma {height} × {width}")
        if self.softmax and self.masked_as == "−∞":
            raise ValueError("com softmax os valores são pesos, e o de uma célula mascarada não é −∞")
        for name, row in zip(self.rows, self.hidden, strict=True):
            if all(row):
                raise ValueError(f"a linha “{name}” está toda mascarada: não sobra valor nela")
        return self

    def _same_shapes(self) -> None:
        height, width = _shape("values", self.values)
        names = len(self.rows), len(self.column_names)
        if names != (height, width):
            raise ValueError(
                f"values tem {height} × {width} números, e há nomes para {names[0]} × {names[1]}"
            )
        if self.mask:
            down, across = _shape("mask", self.mask)
            if (down, across) != (height, width):
                raise ValueError(
                    f"mask deve ter a forma de values, {height} × {width}; tem {down} × {across}"
                )

    @property
    def shape(self) -> tuple[int, int]:
        """How many rows and columns there are."""
        return len(self.values), len(self.values[0])

    @property
    def column_names(self) -> tuple[str, ...]:
        """What the columns are called."""
        return tuple(self.columns or self.rows)

    @cached_property
    def hidden(self) -> tuple[tuple[bool, ...], ...]:
        """Which cells are masked."""
        height, width = self.shape
        return tuple(
            tuple(bool(self.mask and self.mask[i][j]) or (self.causal and j > i) for j in range(width))
            for i in range(height)
        )

    @cached_property
    def numbers(self) -> tuple[tuple[float, ...], ...]:
        """The values as they are shown: each row's softmax where that was asked for; 0 where masked."""
        rows = zip(self.values, self.hidden, strict=True)
        return tuple(_weights(row, hidden) if self.softmax else tuple(row) for row, hidden in rows)

    def body(self) -> Element:
        """Return the cells with their headings and a key; where room is short, squares instead of numbers."""
        seen = len(self._seen(*self._shown))
        written = [_Manner(), _Manner(compact=True), _Manner(compact=True, numbered=True)]
        squares = [replace(manner, written=False) for manner in written]
        manners = written + squares[1:] if seen <= _MOST_WRITTEN else squares
        return Either(tuple(self._table(manner) for manner in manners))

    def describe(self) -> str:
        """Return the shape, what is masked, and the values that matter most."""
        height, width = self.shape
        rows, columns = counted(height, "linha", "linhas"), counted(width, "coluna", "colunas")
        shape = f"Matriz de {rows} ({self.row_axis}) por {columns} ({self.column_axis})"
        some = ", com células mascaradas" if any(map(any, self.hidden)) else ""
        off = ", com máscara causal" if self.causal else some
        return f"{shape}{off}{'; cada linha soma 1' if self.softmax else ''}. {self._summary()}."

    @property
    def _shown(self) -> tuple[int, int]:
        height, width = self.shape
        return (min(height, self.most), min(width, self.most)) if self.most else (height, width)

    def _seen(self, height: int, width: int) -> list[float]:
        """Return the unmasked numbers in the first rows and columns."""
        cells = [(i, j) for i in range(height) for j in range(width) if not self.hidden[i][j]]
        return [self.numbers[i][j] for i, j in cells]

    def _summary(self) -> str:
        seen = self._seen(*self.shape)
        if self.diagonal:
            right = decimal(sum(self.numbers[i][i] for i in range(self.shape[0])), self.places)
            return f"Na diagonal, {self.diagonal}: {right} de {decimal(sum(seen), self.places)}"
        if self.shape[0] > _FEW:
            return f"Os valores vão de {decimal(min(seen), self.places)} a {decimal(max(seen), self.places)}"
        return f"O maior valor de cada linha: {'; '.join(self._largest(i) for i in range(self.shape[0]))}"

    def _largest(self, row: int) -> str:
        seen = [j for j in range(self.shape[1]) if not self.hidden[row][j]]
        best = max(seen, key=lambda j: self.numbers[row][j])
        number = decimal(self.numbers[row][best], self.places)
        return f"{plain(self.rows[row])} → {plain(self.column_names[best])} {number}"

    def _table(self, manner: _Manner) -> Element:
        height, width = self._shown
        cells = [[self._cell(i, j, manner) for j in range(width)] for i in range(height)]
        table = headed(cells, self._headings(manner), manner.compact)
        return Column((table, *self._key(manner)), "medium")

    def _headings(self, manner: _Manner) -> Headings:
        height, width = self._shown
        columns = [str(j + 1) if manner.numbered else self.column_names[j] for j in range(width)]
        rows = [self._row_name(i) if manner.numbered else self.rows[i] for i in range(height)]
        more = self.shape[0] > height, self.shape[1] > width
        return Headings(tuple(rows), tuple(columns), self.row_axis, self.column_axis, *more)

    def _row_name(self, row: int) -> str:
        # A row has the number that its column goes by.
        name, number = self.rows[row], str(row + 1)
        return f"{number} {name}" if self.column_names == self.rows and name != number else name

    def _cell(self, row: int, column: int, manner: _Manner) -> Element:
        large = max(self._shown) <= (_FEW - 1 if manner.compact else _FEW)
        padding = "small" if large else "tiny"
        if self.hidden[row][column]:
            return masked(self.masked_as, Spacer(), padding) if manner.written else hatched(Spacer())
        hit = bool(self.diagonal) and row == column
        share = self._share(self.numbers[row][column])
        if not manner.written:
            small = manner.compact or max(self._shown) == _LEGIBLE
            return Portion(share, self._squares_role, "cell" if small else "bar", hit)
        role = "model" if not self.diagonal else "response" if hit else "alert"
        style = ("heading" if hit else "body") if large else ("mark" if hit else "label")
        number = decimal(self.numbers[row][column], self.places)
        words = Text(number, style, "ink", "center", literal=True)
        return Tint(words, role, share, padding, hit)

    @cached_property
    def _range(self) -> tuple[float, float]:
        seen = self._seen(*self._shown)
        return min(0.0, *seen), max(seen)

    def _share(self, number: float) -> float:
        """Return how large a number is among those that are shown, from 0 to 1."""
        low, high = self._range
        return (number - low) / (high - low) if high > low else 0.0

    @property
    def _squares_role(self) -> str:
        # Squares are strong, and a figure has one strong role only: the border tells the diagonal.
        return "response" if self.diagonal else "model"

    def _key(self, manner: _Manner) -> tuple[Element, ...]:
        """Return what the hatch, the border, the squares and the dots mean, as far as they occur."""
        items: list[Element] = []
        height, width = self._shown
        if any(self.hidden[i][j] for i in range(height) for j in range(width)):
            items.append(
                Row((hatched(Spacer("medium")), Text(self.masked_name, "label", "masked.strong")), "tiny")
            )
        if self.diagonal:
            sample = Tint(Spacer("medium"), "response", 0.0, "none", bordered=True)
            items.append(Row((sample, Text(self.diagonal, "label", "response.strong")), "tiny"))
        if not manner.written:
            items.append(Text("quadrado maior, valor maior", "label", f"{self._squares_role}.strong"))
        if self.shape != self._shown:
            items.append(Text(self._cut(), "label", "muted"))
        if manner.numbered and self.column_names != self.rows:
            names = " · ".join(f"{j + 1}{NO_BREAK_SPACE}{self.column_names[j]}" for j in range(width))
            items.append(Text(names, "label", "muted"))
        return (key(items),) if items else ()

    def _cut(self) -> str:
        (height, width), (rows, columns) = self._shown, self.shape
        also = "e" if (height, rows) == (width, columns) else f"e {width} de {columns}"
        return f"{height} de {rows} linhas {also} colunas"


def _shape(name: str, rows: Some[Some[object]]) -> tuple[int, int]:
    widths = sorted({len(row) for row in rows})
    if len(widths) > 1:
        sizes = listed([str(width) for width in widths])
        raise ValueError(f"as linhas de {name} devem ter o mesmo tamanho; vieram linhas de {sizes}")
    return len(rows), widths[0]


def _weights(scores: Some[float], hidden: tuple[bool, ...]) -> tuple[float, ...]:
    # The largest score is taken off first, so that no exponential overflows.
    top = max(score for score, masked in zip(scores, hidden, strict=True) if not masked)
    powers = [0.0 if masked else exp(score - top) for score, masked in zip(scores, hidden, strict=True)]
    return tuple(power / sum(powers) for power in powers)


EXAMPLES = {
    "atenção causal": Matrix(
        values=[[1.2, 0.3, 0.1, 0.4], [0.5, 0.9, 0.2, 0.1], [0.1, 2.0, 0.7, 0.3], [0.2, 0.4, 1.9, 0.8]],
        rows=["O", "gato", "dorme", "bem"],
        causal=True,
        softmax=True,
    ),
    "confusão": Matrix(
        values=[[42, 6, 2], [5, 31, 4], [1, 7, 52]],
        rows=["positivo", "neutro", "negativo"],
        row_axis="real",
        column_axis="previsto",
        places=0,
        diagonal="acertos",
    ),
    "viés de distância": Matrix(
        values=[[-0.5 * abs(i - j) for j in range(40)] for i in range(40)],
        rows=[str(i + 1) for i in range(40)],
        causal=True,
        places=1,
        masked_as="−∞",
        most=6,
    ),
}
