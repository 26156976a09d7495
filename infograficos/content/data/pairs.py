"""Names with their values as authors have them: pairs, a dict, or the rows of a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from infograficos.content.data.records import records
from infograficos.content.fields import is_finite, reject_control_characters, to_builtins
from infograficos.content.messages import expected_message
from infograficos.language.numbers import format_number

#: Longer names would be taken for paragraphs.
_LONGEST = 30

#: Beyond it, the numbers would be longer than the bars.
_LARGEST = 1e12

Pair = tuple[str, tuple[float, ...]]


def pairs(given: object) -> tuple[Pair, ...]:
    """Read pairs of a name and one value or two, a dict of them, or the rows of a table."""
    items = list(given.items()) if isinstance(given, Mapping) else given
    if isinstance(items, list | tuple) and all(_is_pair(item) for item in items):
        rows = [(item[0], *_flat(item[1])) for item in items]
    else:
        rows = [tuple(row) for row in records(items).rows]
    if not rows:
        raise ValueError("esperada ao menos 1 barra, veio nenhuma")
    return tuple(_pair(row) for row in rows)


def _is_pair(item: object) -> bool:
    return isinstance(item, list | tuple) and len(item) == 2


def _flat(value: object) -> list[Any]:
    value = to_builtins(value)
    return value if isinstance(value, list) else [value]


def _pair(row: tuple[Any, ...]) -> Pair:
    name, *values = row or (None,)
    if not isinstance(name, str) or not name.strip():
        raise ValueError(expected_message("um nome em texto antes dos valores", name))
    if len(name) > _LONGEST:
        raise ValueError(f"o nome “{name[:20]}…” tem {len(name)} caracteres; use no máximo {_LONGEST}")
    return reject_control_characters(name), tuple(_number(name, to_builtins(value)) for value in values)


def _number(name: str, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not is_finite(value):
        raise ValueError(f"“{name}”: {expected_message('um número finito', value)}")
    if abs(value) > _LARGEST:
        raise ValueError(f"“{name}”: o valor passa de {format_number(_LARGEST, 0)}; mude a unidade")
    return value
