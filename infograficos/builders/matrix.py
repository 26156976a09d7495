"""Números em linhas e colunas: pesos de atenção, máscara causal ou matriz de confusão."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from math import inf
from typing import Annotated, Literal

from infograficos import elements
from infograficos.content.checks import validate_same_length, validate_shape
from infograficos.content.data.matrix_numbers import MatrixNumbers, unmasked_numbers
from infograficos.content.data.matrix_summary import MatrixSummary
from infograficos.content.data.scores import describe_mask, mask_reasons
from infograficos.content.descriptions import fullest
from infograficos.content.element_words import MATRIX_WORDS
from infograficos.content.fields import Flag, Rows, Score, Some, Words, between, content
from infograficos.content.matrix_fields import (
    CellName,
    ColumnAxis,
    ColumnNames,
    Mask,
    RowAxis,
    RowNames,
    RowNote,
    validate_axes,
    validate_reasons,
)
from infograficos.content.own_words import OwnWord
from infograficos.errors import ContentError, unknown_name_message
from infograficos.text.markup import plain_text
from infograficos.text.typography import NO_BREAK_SPACE

__all__ = ["Matrix"]

WORDS = MATRIX_WORDS

#: More rows or columns are not legible on a phone; more numbers are more words than a figure may have.
_MAX_LEGIBLE, _MAX_NUMBERS = 8, 36
#: Up to this many rows and columns are large, and how many reasons there may be.
_MAX_LARGE, _MAX_REASONS = 4, 2


@dataclass(frozen=True, slots=True)
class _Style:
    """How the matrix is drawn: numbers or squares, in how much room, columns by name or by number."""

    has_numbers: bool = True
    is_compact: bool = False
    has_numbered_columns: bool = False
    has_notes_beside: bool = True


_SQUARES = "model", "response"
_STYLES = _Style(), _Style(is_compact=True), _Style(is_compact=True, has_numbered_columns=True)


@content
class Matrix:
    """Numbers on key caps in rows and columns: large ones strong, negative ones slate, masked ones dotted.

    Where no number is positive, as of log-probabilities, none is slate, and the nearest to zero is strong.

    Args:
        values: rows of equal length, an array, a tensor or a data frame; −∞, NaN and gaps are masked.
        rows: what each row is called; by default as a data frame has it, or its number.
        columns: what each column is called; by default as a data frame has it, as the rows, or its number.
        row_axis: what the rows are; by default the name of a data frame's index.
        column_axis: what the columns are; by default the name of a data frame's columns.
        mask: rows of true (masked) and false, of the same shape as the values; or of names of up to two
            reasons, such as “dropout”, and nothing where a cell is not masked.
        causal: mask what comes after the diagonal, whatever `mask` says.
        softmax: turn each row's scores into weights over its unmasked cells.
        places: how many decimals to show; by default two, or as many as the numbers need.
        masked_as: what masked cells show: dots (“–”), or −∞ if the values are scores, as where one is −∞.
        masked_name: what masked cells are called.
        cell_names: what each cell is called, such as “TP” or “FN”, written under its number; up to 4 × 4.
        row_notes: a note after each row, such as “recall 0.94”.
        diagonal: what the diagonal's cells are called, such as “correct”; this makes them stand out.
        most: how many rows and columns to show at most, 8 by default; the rest becomes “…” and is counted.
        focus: the row that stands out; its largest number, or the largest beside a named diagonal, is solid.
    """

    values: Rows[Score]
    rows: RowNames = None
    columns: ColumnNames = None
    row_axis: Annotated[RowAxis, OwnWord()] = "consulta"
    column_axis: Annotated[ColumnAxis, OwnWord()] = "chave"
    mask: Rows[Mask] | None = None
    causal: Flag = False
    softmax: Flag = False
    places: Annotated[int, between(0, 4)] | None = None
    masked_as: Literal["–", "−∞"] | None = None
    masked_name: Annotated[Words, OwnWord()] = "mascarado"
    cell_names: Rows[CellName] | None = None
    row_notes: Some[RowNote] | None = None
    diagonal: Words | None = None
    most: Annotated[int, between(2, _MAX_LEGIBLE)] = _MAX_LEGIBLE
    focus: Words | None = None

    def __post_init__(self) -> None:
        self._check_shapes()
        if (self.causal or self.diagonal) and self.shape[0] != self.shape[1]:
            size = " × ".join(map(str, self.shape))
            raise ContentError("causal e diagonal pedem uma matriz quadrada; veio uma {size}", size=size)
        if self.softmax and self.masked_as == "−∞":
            raise ContentError("com softmax os valores são pesos, e o de uma célula mascarada não é −∞")
        if all(map(all, self.mask_names)):
            raise ContentError("a matriz está toda mascarada: não sobra valor nela")
        validate_reasons(self.reasons, _MAX_REASONS)
        if self.focus is not None and self.focus not in self.row_names[: self._visible[0]]:
            raise ValueError(unknown_name_message("a linha", self.focus, self.row_names[: self._visible[0]]))

    def _check_shapes(self) -> None:
        height, width = validate_axes(self.values, self.row_names, self.column_names)
        validate_shape("mask", self.mask, (height, width))
        validate_shape("cell_names", self.cell_names, (height, width))
        if self.cell_names and max(height, width) > _MAX_LARGE:
            raise ContentError(
                "cell_names cabe em até {most} × {most}; há {size}",
                most=_MAX_LARGE,
                size=f"{height} × {width}",
            )
        validate_same_length(values=self.values, row_notes=self.row_notes)

    @property
    def shape(self) -> tuple[int, int]:
        """How many rows and columns there are."""
        return len(self.values), len(self.values[0])

    @cached_property
    def row_names(self) -> tuple[str, ...]:
        """What the rows are called."""
        return tuple(self.rows or map(str, range(1, self.shape[0] + 1)))

    @cached_property
    def column_names(self) -> tuple[str, ...]:
        """What the columns are called."""
        return tuple(self.columns or self.rows or map(str, range(1, self.shape[1] + 1)))

    @cached_property
    def mask_names(self) -> tuple[tuple[str, ...], ...]:
        """Why each cell is masked, empty where it is not."""
        return mask_reasons(self.values, self.mask, self.causal, self.masked_name)

    @cached_property
    def reasons(self) -> list[str]:
        """The reasons that occur, the default first."""
        found = dict.fromkeys(reason for row in self.mask_names for reason in row if reason)
        return sorted(found, key=lambda reason: reason != self.masked_name)

    @cached_property
    def numbers(self) -> tuple[tuple[float, ...], ...]:
        """The values as they are shown: each row's softmax where that was asked for; 0 where masked."""
        return unmasked_numbers(self.values, self.mask_names, self.softmax)

    @cached_property
    def _numbers(self) -> MatrixNumbers:
        return MatrixNumbers(self.numbers, self.mask_names, self.places, self._visible)

    def body(self) -> elements.Element:
        """Return the cells with their headings and a key; where room is short, squares instead of numbers."""
        places = (True, False) if self._row_notes else (True,)
        numbers = [replace(style, has_notes_beside=beside) for beside in places for style in _STYLES]
        squares = [replace(style, has_numbers=False) for style in numbers]
        fits = len(self._numbers.unmasked(*self._visible)) <= _MAX_NUMBERS
        return elements.FirstThatFits(tuple(map(self._table, numbers + squares[1:] if fits else squares)))

    def describe(self) -> str:
        """Return the shape, what is masked, and the values that matter most."""
        mask = describe_mask(list(map(plain_text, self.reasons)), plain_text(self.masked_name), self.causal)
        details = f"{f', {mask}' if mask else ''}{f'; {self._numbers.row_sums()}' if self.softmax else ''}"
        summary = MatrixSummary(self._numbers, self.row_names, self.column_names)
        named, size = summary.sizes(plain_text(self.row_axis), plain_text(self.column_axis))
        options = f"{named}{details}", f"{size}{details}", size
        summaries = summary.lines(self.cell_names, self.diagonal)
        return fullest(f"{option}. {summary}." for summary in summaries for option in options)

    @property
    def _visible(self) -> tuple[int, int]:
        return min(self.shape[0], self.most), min(self.shape[1], self.most)

    def _table(self, style: _Style) -> elements.Element:
        height, width = self._visible
        cells = [[self._cell(i, j, style) for j in range(width)] for i in range(height)]
        table = elements.with_headings(cells, self._headings(style), style.is_compact)
        if masked := self._numbers.regions(self.reasons, self._sign):
            table = elements.MaskedRegions(table, masked)
        key = list(self._key(style))
        parts = (table, elements.inline_legend(key)) if key else (table,)
        return elements.DiagramLabels(elements.Column(parts, "medium"))

    def _headings(self, style: _Style) -> elements.Headings:
        height, width = self._visible
        columns = [str(j + 1) if style.has_numbered_columns else self.column_names[j] for j in range(width)]
        rows = [self._row_name(i) if style.has_numbered_columns else self.row_names[i] for i in range(height)]
        more = self.shape[0] > height, self.shape[1] > width
        notes = self._row_notes[:height] if style.has_notes_beside else ()
        role, axes = "alert" if self.diagonal else "model", (self.row_axis, self.column_axis)
        return elements.Headings(tuple(rows), tuple(columns), *axes, *more, notes, self._focus, role)

    @property
    def _focus(self) -> int | None:
        return None if self.focus is None else self.row_names.index(self.focus)

    @property
    def _row_notes(self) -> tuple[str, ...]:
        """The notes after the rows; by default, that the weights of the row in focus add up to 1."""
        if self.row_notes or self._focus is None or not self.softmax:
            return tuple(self.row_notes or ())
        note = WORDS("rounded_row_sum" if self._numbers.is_rounded else "row_sum")
        return tuple(note if i == self._focus else "" for i in range(self.shape[0]))

    @cached_property
    def _lit(self) -> tuple[int, int] | None:
        """The place of the number in the focus row that is solid."""
        return None if self._focus is None else self._numbers.largest_place(self._focus, bool(self.diagonal))

    def _row_name(self, row: int) -> str:
        # A row has the number that its column goes by.
        name, number = self.row_names[row], str(row + 1)
        return f"{number} {name}" if self.column_names == self.row_names and name != number else name

    def _cell(self, row: int, column: int, style: _Style) -> elements.Element:
        large = max(self._visible) <= (_MAX_LARGE - 1 if style.is_compact else _MAX_LARGE)
        if self.mask_names[row][column]:
            return elements.masked_place(row, column)
        is_hit = bool(self.diagonal) and row == column
        share = self._numbers.share(row, column)
        if not style.has_numbers:
            size = "cell" if style.is_compact or max(self._visible) == _MAX_LEGIBLE else "bar"
            # A figure has one strong role only, and squares are strong: a border marks the diagonal.
            return elements.HintonCell(share, _SQUARES[bool(self.diagonal)], size, is_hit)
        role = "model" if not self.diagonal else "response" if is_hit else "alert"
        number = self._numbers.write(self.numbers[row][column])
        name = self.cell_names[row][column] if self.cell_names else ""
        # Only a square has to be seen where the number is farthest from 0.
        share = self._numbers.share(row, column, room=1.0)
        return elements.NumberCell(number, role, share, name, large, is_hit, (row, column) == self._lit)

    @property
    def _sign(self) -> str:
        has_scores = not self.softmax and any(-inf in row for row in self.values)
        sign = self.masked_as or ("−∞" if has_scores else "–")
        # A dash says no more than the dots.
        return sign if sign != "–" else ""

    def _key(self, style: _Style) -> Iterator[elements.Element]:
        """Explain the strong edge, the squares and the ellipses that occur."""
        height, width = self._visible
        if self.diagonal:
            yield elements.hit_sample(self.diagonal)
        if not style.has_numbers:
            lowest = min(self._numbers.unmasked(height, width), default=0.0)
            role = _SQUARES[bool(self.diagonal)]
            yield from elements.square_samples(role, lowest, self._numbers.is_rising)
        yield from self._notes(style)

    def _notes(self, style: _Style) -> Iterator[elements.Element]:
        """Return what has no room beside the cells: notes, how much is left out, and the columns' names."""
        height, width = self._visible
        for name, note in zip(self.row_names[:height], self._row_notes, strict=False):
            if note and not style.has_notes_beside:
                yield elements.Text(f"{name}: {note}", "label", "muted", literal=True)
        if self.shape != self._visible:
            yield elements.shape_note(self._visible, self.shape)
        if style.has_numbered_columns and self.column_names != self.row_names:
            names = " · ".join(f"{j + 1}{NO_BREAK_SPACE}{self.column_names[j]}" for j in range(width))
            yield elements.Text(names, "label", "muted")


HEADLINES = {
    "atenção causal": "**Dorme**{model} olha para gato",
    "confusão": "Sete ruins **viram neutros**{alert}",
    "viés de distância": "ALiBi: o **longe**{model} pesa menos",
    "spam": "Dez spams **escapam**{alert}",
}

EXAMPLES = {
    "atenção causal": Matrix(
        values=[[1.2, 0.3, 0.1, 0.4], [0.5, 0.9, 0.2, 0.1], [0.1, 2.0, 0.7, 0.3], [0.1, 0.4, 1.9, 0.8]],
        rows=["O", "gato", "dorme", "bem"], causal=True, softmax=True, focus="dorme",
        row_axis="quem olha", column_axis="para quem", masked_name="futuro: não vê",
    ),
    "confusão": Matrix(
        values=[[42, 6, 2], [5, 31, 4], [1, 7, 52]],
        rows=["bom", "neutro", "ruim"], row_axis="real", column_axis="previsto", places=0,
        diagonal="acertos", focus="ruim",
    ),
    "viés de distância": Matrix(
        values=[[-0.5 * abs(i - j) for j in range(5)] for i in range(5)],
        causal=True, places=1, masked_as="−∞", focus="5",
    ),
    "spam": Matrix(
        values=[[40, 10], [5, 945]],
        rows=["spam", "legítimo"], row_axis="real", column_axis="previsto", places=0, diagonal="acertos",
        cell_names=[["VP", "FN"], ["FP", "VN"]], row_notes=["recall 80,0 %", "recall 99,5 %"], focus="spam",
    ),
}  # fmt: skip
