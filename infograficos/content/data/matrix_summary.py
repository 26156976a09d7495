"""What matters most in a matrix, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from infograficos.content.data.matrix_numbers import MatrixNumbers
from infograficos.content.descriptions import description_room
from infograficos.language.grammar import join_first, phrase
from infograficos.text.markup import plain_text

#: Up to this many rows are described one by one, besides so many characters, and so many columns by name.
_MAX_ROWS, _REST, _MAX_NAMED = 4, 148, 2


@dataclass(frozen=True, slots=True)
class MatrixSummary:
    """The numbers of a matrix and what its rows and columns are called."""

    numbers: MatrixNumbers
    row_names: Sequence[str]
    column_names: Sequence[str]

    def sizes(self, row_axis: str, column_axis: str) -> tuple[str, str]:
        """Return how many rows and columns there are, with what they are and without."""
        height, width = len(self.row_names), len(self.column_names)
        rows = phrase(("{count} linha ({axis})", "{count} linhas ({axis})"), height, axis=row_axis)
        columns = phrase(("{count} coluna ({axis})", "{count} colunas ({axis})"), width, axis=column_axis)
        named = phrase("Matriz de {rows} por {columns}", rows=rows, columns=columns)
        return named, phrase("Matriz de {height} por {width}", height=height, width=width)

    def lines(self, cell_names: Sequence[Sequence[str]] | None, diagonal: str | None) -> list[str]:
        """Return what matters most, then the range of all numbers.

        Args:
            cell_names: what the cells are called, if they have names.
            diagonal: what those of the diagonal are called.
        """
        first = self._largest()
        if cell_names:
            first = self._cells(cell_names)
        elif diagonal:
            name, sum_ = plain_text(diagonal), self.numbers.diagonal()
            first = phrase("Na diagonal, {name}: {sum}", name=name, sum=sum_)
        return list(dict.fromkeys((first, self._range())))

    def _range(self) -> str:
        low, high = self.numbers.ends()
        return phrase(
            "Todos os valores: {low}" if self._is_constant else "Os valores vão de {low} a {high}",
            low=low,
            high=high,
        )

    def _cells(self, names: Sequence[Sequence[str]]) -> str:
        triples = zip(names, self.numbers.rows, self.numbers.reasons, strict=True)
        cells, write = (cell for row in triples for cell in zip(*row, strict=True)), self.numbers.write
        return "; ".join(f"{name} {write(value)}" for name, value, off in cells if name and not off)

    def _largest(self) -> str:
        """Return the largest number of each row, or the range where the rows are too many."""
        rows = "; ".join(map(self._row_largest, range(min(len(self.row_names), _MAX_ROWS))))
        is_long = len(self.row_names) > _MAX_ROWS or len(rows) > description_room() - _REST
        if self._is_constant or is_long:
            return self._range()
        return phrase("O maior valor de cada linha: {rows}", rows=rows)

    @property
    def _is_constant(self) -> bool:
        low, high = self.numbers.ends()
        return low == high and len(self.numbers.all) > len(self.row_names)

    def _row_largest(self, row: int) -> str:
        largest, columns = self.numbers.largest(row)
        names = join_first([self.column_names[j] for j in columns], _MAX_NAMED) if columns else ""
        said = f"{names} {self.numbers.write(largest)}" if columns else phrase("nenhum")
        return f"{self.row_names[row]} → {said}"
