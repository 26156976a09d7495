"""Tables as authors hold them: records, rows with the columns' names, or a data frame of any library."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

from infograficos.content.checks import validate_known, validate_unique
from infograficos.content.data.labels import (
    is_interval,
    is_labelled,
    label_text,
    name_values,
    read_labelled_columns,
)
from infograficos.content.data.read_numbers import is_finite_number, is_missing, to_builtins
from infograficos.content.validation_messages import expected_message
from infograficos.errors import ContentError
from infograficos.language.messages import mark_message, message
from infograficos.text.characters import validate_characters

Value = str | int | float | bool | None

_REPEATED = mark_message("a coluna “{name}” aparece mais de uma vez")


@dataclass(frozen=True, slots=True)
class DataTable:
    """Rows of values and the names of their columns, empty where the rows came without names."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]

    def select(self, columns: Sequence[str]) -> DataTable:
        """Return the table with these columns only, or all; rows without names get these names."""
        names, rows = tuple(columns) or self.columns, self.rows
        if not names:
            raise ContentError("as linhas vieram sem nomes de colunas; dê os nomes em “columns”")
        if self.columns:
            # An index without a name cannot be asked for, and names the rows all the same.
            if self.columns[0] == "" != names[0]:
                names = ("", *names)
            for name in names:
                validate_known("a coluna", name, self.columns)
            places = [self.columns.index(name) for name in names]
            rows = tuple(tuple(row[i] for i in places) for row in rows)
        validate_unique(names, _REPEATED)
        for number, row in enumerate(rows, 1):
            if len(row) != len(names):
                raise ContentError(
                    "a linha {number} tem {values} para {columns}",
                    number=number,
                    values=message(("{count} valor", "{count} valores"), len(row)),
                    columns=message(("{count} coluna", "{count} colunas"), len(names)),
                )
        return DataTable(names, rows)

    def column(self, name: str) -> list[Value]:
        """Return the values of a column, from the first row to the last."""
        place = self.columns.index(name)
        return [row[place] for row in self.rows]

    @property
    def numeric(self) -> frozenset[str]:
        """The columns after the first that have only numbers and gaps."""
        return frozenset(name for name in self.columns[1:] if all(map(_is_number, self.column(name))))


def _is_number(value: Value) -> bool:
    return value is None or (isinstance(value, int | float) and not isinstance(value, bool))


def read_table(data: object) -> DataTable:
    """Read a list of dicts, a list of lists, a dict of columns, or the frame or column of a data library.

    Frames are recognized by their methods; NaN is a missing value.
    """
    if isinstance(data, DataTable):
        return data
    if is_labelled(data):
        return _read_labelled(data)
    rows = to_builtins(_read_records_of(data))
    if isinstance(rows, dict) and rows and all(isinstance(column, list) for column in rows.values()):
        rows = _rows_of_columns(rows)
    if not isinstance(rows, list):
        raise ValueError(
            expected_message("uma lista de dicionários, uma lista de listas ou um DataFrame", data)
        )
    if not rows:
        raise ValueError(expected_message("uma tabela de ao menos 1 linha", rows))
    if all(isinstance(row, Mapping) for row in rows):
        return _read_records(list(map(name_values, rows)))
    return DataTable((), tuple(_read_row(row, number) for number, row in enumerate(rows, 1)))


def _read_labelled(frame: object) -> DataTable:
    names, columns = read_labelled_columns(frame)
    validate_unique(names, _REPEATED)
    if not columns or not columns[0]:
        raise ContentError("esperada uma tabela de ao menos 1 linha, veio um DataFrame vazio")
    return _read_records([dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)])


def _read_records_of(data: Any) -> object:  # noqa: ANN401 — no library is imported
    if hasattr(data, "to_dicts"):  # Polars
        return data.to_dicts()
    return data.to_pylist() if hasattr(data, "column_names") else data  # Arrow


def _rows_of_columns(columns: Mapping[Any, list[object]]) -> list[dict[Any, object]]:
    sizes = {str(name): len(column) for name, column in columns.items()}
    if len(set(sizes.values())) > 1:
        pairs = (message("“{name}” tem {size}", name=name, size=size) for name, size in sizes.items())
        raise ContentError("as colunas devem ter o mesmo número de valores; {sizes}", sizes=", ".join(pairs))
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _read_records(rows: Sequence[Mapping[str, object]]) -> DataTable:
    if not rows:
        raise ContentError("esperada uma tabela de ao menos 1 linha, veio uma vazia")
    columns = tuple(rows[0])
    for name in chain.from_iterable(rows):
        validate_known("as colunas são as da primeira linha; a coluna", name, columns)
    values = (
        tuple(_read_value(row.get(name), number, f"“{name}”") for name in columns)
        for number, row in enumerate(rows, 1)
    )
    return DataTable(columns, tuple(values))


def _read_row(row: object, number: int) -> tuple[Value, ...]:
    if isinstance(row, str | bytes | Mapping) or not isinstance(row, Iterable):
        wrong = expected_message("uma lista de valores", row)
        raise ContentError("na linha {number}: {problem}", number=number, problem=wrong)
    return tuple(_read_value(item, number, i) for i, item in enumerate(row, 1))


def _read_value(data: object, row: int, column: int | str) -> Value:
    value = to_builtins(data)
    if isinstance(value, str):
        return validate_characters(value).strip() or None
    if isinstance(value, date) or is_interval(value):
        return label_text(value)
    if is_missing(value):
        return None
    if isinstance(value, bool) or is_finite_number(value):
        return value
    is_number = isinstance(value, int | float)
    wrong = expected_message("um número finito" if is_number else "um texto ou um número", value)
    place = message("na linha {row}, coluna {column}", row=row, column=column)
    raise ValueError(f"{place}: {wrong}")
