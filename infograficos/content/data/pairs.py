"""Names with one or two values each: pairs, a dict, or the rows of a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from infograficos.content.data.data_table import read_table
from infograficos.content.data.numbers import MAX_MAGNITUDE, is_finite_number, to_builtins
from infograficos.content.fields import reject_control_characters
from infograficos.content.messages import expected_message
from infograficos.language.numbers import format_number

#: Longer names would be taken for paragraphs.
_MAX_LENGTH = 30

NamedValues = tuple[str, tuple[float, ...]]


def read_pairs(data: object) -> tuple[NamedValues, ...]:
    """Read pairs of a name and its values, a dict of them, or the rows of a table."""
    items = list(data.items()) if isinstance(data, Mapping) else data
    if isinstance(items, list | tuple) and all(_is_pair(item) for item in items):
        rows = [(item[0], *_as_list(item[1])) for item in items]
    else:
        rows = [tuple(row) for row in read_table(items).rows]
    if not rows:
        raise ValueError("esperada ao menos 1 barra, veio nenhuma")
    return tuple(_read_row(row) for row in rows)


def _is_pair(item: object) -> bool:
    return isinstance(item, list | tuple) and len(item) == 2


def _as_list(value: object) -> list[Any]:
    value = to_builtins(value)
    return value if isinstance(value, list) else [value]


def _read_row(row: tuple[Any, ...]) -> NamedValues:
    name, *values = row or (None,)
    if not isinstance(name, str) or not name.strip():
        raise ValueError(expected_message("um nome em texto antes dos valores", name))
    if len(name) > _MAX_LENGTH:
        raise ValueError(f"o nome “{name[:20]}…” tem {len(name)} caracteres; use no máximo {_MAX_LENGTH}")
    return reject_control_characters(name), tuple(_read_number(name, to_builtins(value)) for value in values)


def _read_number(name: str, value: object) -> float:
    if not is_finite_number(value):
        raise ValueError(f"“{name}”: {expected_message('um número finito', value)}")
    if abs(value) > MAX_MAGNITUDE:
        raise ValueError(f"“{name}”: o valor passa de {format_number(MAX_MAGNITUDE)}; mude a unidade")
    return value
