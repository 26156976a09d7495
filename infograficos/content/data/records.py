"""A table as authors have it: records, rows with the columns' names, or a data frame of any library."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import isnan
from typing import Any

from infograficos.content.fields import first_duplicate, is_finite, reject_control_characters, to_builtins
from infograficos.content.messages import expected_message
from infograficos.errors import unknown_name_message
from infograficos.language.portuguese import pluralize

Value = str | int | float | bool | None

#: What data frames put where there is nothing, besides a float that is not a number.
_MISSING = frozenset({"NAType", "NaTType"})


@dataclass(frozen=True, slots=True)
class Records:
    """Rows of values; `columns` are their names, or none where the rows came without them."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]

    def named(self, columns: Sequence[str]) -> Records:
        """Return the rows with these columns: all of them where they had no names, else those asked for."""
        if not columns:
            return self._checked()
        if not self.columns:
            return Records(tuple(columns), self.rows)._checked()
        for name in columns:
            if name not in self.columns:
                raise ValueError(unknown_name_message("a coluna", name, self.columns))
        places = [self.columns.index(name) for name in columns]
        return Records(tuple(columns), tuple(tuple(row[i] for i in places) for row in self.rows))._checked()

    def _checked(self) -> Records:
        if not self.rows:
            raise ValueError("esperada uma tabela de ao menos 1 linha, veio uma vazia")
        if not self.columns:
            raise ValueError("as linhas vieram sem nomes de colunas; dê os nomes em “columns”")
        twice = first_duplicate(self.columns)
        if twice is not None:
            raise ValueError(f"a coluna “{twice}” aparece mais de uma vez")
        for number, row in enumerate(self.rows, 1):
            if len(row) != len(self.columns):
                given = pluralize(len(row), "valor", "valores")
                wanted = pluralize(len(self.columns), "coluna", "colunas")
                raise ValueError(f"a linha {number} tem {given} para {wanted}")
        return self


def records(given: object) -> Records:
    """Read a list of dicts, a list of lists, or a data frame, which is known by its methods.

    In a data frame a value that is not a number is how a missing one is written; in a list it is a mistake.
    """
    if isinstance(given, Records):
        return given
    if hasattr(given, "to_dict") and hasattr(given, "columns"):
        return _frame(given)
    if hasattr(given, "to_dicts"):
        return _mappings([_filled(row) for row in given.to_dicts()])
    rows = to_builtins(given)
    if not isinstance(rows, list):
        raise ValueError(
            expected_message("uma lista de dicionários, uma lista de listas ou um DataFrame", given)
        )
    if not rows:
        raise ValueError(expected_message("uma tabela de ao menos 1 linha", rows))
    if all(isinstance(row, Mapping) for row in rows):
        return _mappings(rows)
    return Records((), tuple(_row(row, number) for number, row in enumerate(rows, 1)))


def _frame(given: object) -> Records:
    """Return a data frame's rows, with its index as the first column where the index has a name."""
    frame: Any = given
    if any(name is not None for name in getattr(getattr(frame, "index", None), "names", ())):
        frame = frame.reset_index()
    names = [str(name) for name in frame.columns]
    twice = first_duplicate(names)
    if twice is not None:
        raise ValueError(f"a coluna “{twice}” aparece mais de uma vez")
    rows = [_filled(row) for row in frame.to_dict("records")]
    if not rows:
        raise ValueError("esperada uma tabela de ao menos 1 linha, veio um DataFrame vazio")
    return _mappings(rows)


def _filled(row: Mapping[Any, Any]) -> dict[str, object]:
    return {str(name): None if _is_missing(value) else value for name, value in row.items()}


def _is_missing(value: object) -> bool:
    return type(value).__name__ in _MISSING or (isinstance(value, float) and isnan(value))


def _mappings(rows: Sequence[Mapping[str, object]]) -> Records:
    if not rows:
        raise ValueError("esperada uma tabela de ao menos 1 linha, veio uma vazia")
    columns = tuple(rows[0])
    for name in chain.from_iterable(rows):
        if not isinstance(name, str):
            raise ValueError(expected_message("um texto como nome de coluna", name))
        reject_control_characters(name)
        if name not in columns:
            raise ValueError(
                f"as colunas são as da primeira linha; {unknown_name_message('a coluna', name, columns)}"
            )
    made = (
        tuple(_value(row.get(name), f"na linha {number}, coluna “{name}”") for name in columns)
        for number, row in enumerate(rows, 1)
    )
    return Records(columns, tuple(made))


def _row(given: object, number: int) -> tuple[Value, ...]:
    row = to_builtins(given)
    if isinstance(row, str | bytes | Mapping) or not isinstance(row, Iterable):
        raise ValueError(f"na linha {number}: {expected_message('uma lista de valores', given)}")
    return tuple(_value(item, f"na linha {number}, coluna {i}") for i, item in enumerate(row, 1))


def _value(given: object, place: str) -> Value:
    value = to_builtins(given)
    if isinstance(value, str):
        return reject_control_characters(value).strip() or None
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int | float) and is_finite(value):
        return value
    wanted = "um número finito" if isinstance(value, int | float) else "um texto ou um número"
    raise ValueError(f"{place}: {expected_message(wanted, value)}")
