"""Tables as authors hold them: records, rows with the columns' names, or a data frame of any library."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import isnan
from typing import Any

from infograficos.content.checks import validate_known, validate_unique
from infograficos.content.data.read_numbers import is_finite_number, to_builtins
from infograficos.content.validation_messages import expected_message
from infograficos.language.portuguese import pluralize
from infograficos.text.characters import validate_characters

Value = str | int | float | bool | None

#: The types of missing values in data frames, besides NaN.
_MISSING_TYPES = frozenset({"NAType", "NaTType"})

_REPEATED = "a coluna “{}” aparece mais de uma vez"


@dataclass(frozen=True, slots=True)
class DataTable:
    """Rows of values and the names of their columns, empty where the rows came without names."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]

    def select(self, columns: Sequence[str]) -> DataTable:
        """Return the table with these columns only, or all; rows without names get these names."""
        names, rows = tuple(columns) or self.columns, self.rows
        if not names:
            raise ValueError("as linhas vieram sem nomes de colunas; dê os nomes em “columns”")
        if self.columns:
            for name in names:
                validate_known("a coluna", name, self.columns)
            places = [self.columns.index(name) for name in names]
            rows = tuple(tuple(row[i] for i in places) for row in rows)
        validate_unique(names, _REPEATED)
        for number, row in enumerate(rows, 1):
            if len(row) != len(names):
                size = pluralize(len(row), "valor", "valores")
                raise ValueError(
                    f"a linha {number} tem {size} para {pluralize(len(names), 'coluna', 'colunas')}"
                )
        return DataTable(names, rows)


def read_table(data: object) -> DataTable:
    """Read a list of dicts, a list of lists, or a data frame, which is recognized by its methods.

    NaN is a missing value in a data frame, and an error in a list.
    """
    if isinstance(data, DataTable):
        return data
    if hasattr(data, "to_dict") and hasattr(data, "columns"):
        return _read_pandas(data)
    if hasattr(data, "to_dicts"):
        return _read_records([_fill_missing(row) for row in data.to_dicts()])
    rows = to_builtins(data)
    if not isinstance(rows, list):
        raise ValueError(
            expected_message("uma lista de dicionários, uma lista de listas ou um DataFrame", data)
        )
    if not rows:
        raise ValueError(expected_message("uma tabela de ao menos 1 linha", rows))
    if all(isinstance(row, Mapping) for row in rows):
        return _read_records(rows)
    return DataTable((), tuple(_read_row(row, number) for number, row in enumerate(rows, 1)))


def _read_pandas(frame: Any) -> DataTable:  # noqa: ANN401 — pandas is not imported
    """Read a data frame, with its index as the first column if the index has a name."""
    if any(name is not None for name in getattr(getattr(frame, "index", None), "names", ())):
        frame = frame.reset_index()
    validate_unique(map(str, frame.columns), _REPEATED)
    rows = [_fill_missing(row) for row in frame.to_dict("records")]
    if not rows:
        raise ValueError("esperada uma tabela de ao menos 1 linha, veio um DataFrame vazio")
    return _read_records(rows)


def _fill_missing(row: Mapping[Any, Any]) -> dict[str, object]:
    return {str(name): None if _is_missing(value) else value for name, value in row.items()}


def _is_missing(value: object) -> bool:
    return type(value).__name__ in _MISSING_TYPES or (isinstance(value, float) and isnan(value))


def _read_records(rows: Sequence[Mapping[str, object]]) -> DataTable:
    if not rows:
        raise ValueError("esperada uma tabela de ao menos 1 linha, veio uma vazia")
    columns = tuple(rows[0])
    for name in chain.from_iterable(rows):
        if not isinstance(name, str):
            raise ValueError(expected_message("um texto como nome de coluna", name))
        validate_characters(name)
        validate_known("as colunas são as da primeira linha; a coluna", name, columns)
    values = (
        tuple(_read_value(row.get(name), f"na linha {number}, coluna “{name}”") for name in columns)
        for number, row in enumerate(rows, 1)
    )
    return DataTable(columns, tuple(values))


def _read_row(data: object, number: int) -> tuple[Value, ...]:
    row = to_builtins(data)
    if isinstance(row, str | bytes | Mapping) or not isinstance(row, Iterable):
        raise ValueError(f"na linha {number}: {expected_message('uma lista de valores', data)}")
    return tuple(_read_value(item, f"na linha {number}, coluna {i}") for i, item in enumerate(row, 1))


def _read_value(data: object, place: str) -> Value:
    value = to_builtins(data)
    if isinstance(value, str):
        return validate_characters(value).strip() or None
    if value is None or isinstance(value, bool) or is_finite_number(value):
        return value
    expected = "um número finito" if isinstance(value, int | float) else "um texto ou um número"
    raise ValueError(f"{place}: {expected_message(expected, value)}")
