"""Names with values: pairs, a dict, or the rows of a table."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from infograficos.content.data.data_table import read_table
from infograficos.content.data.labels import is_labelled, label_text, name_values
from infograficos.content.data.read_numbers import MAX_MAGNITUDE, is_finite_number, is_missing, to_builtins
from infograficos.content.token_alphabets import show_bytes
from infograficos.content.token_decoding import decode_tokens
from infograficos.content.token_row import TokenRow, token_row
from infograficos.content.token_text import label_tokens
from infograficos.content.validation_messages import expected_message
from infograficos.errors import ContentError
from infograficos.language.messages import in_message_language
from infograficos.language.numbers import format_number
from infograficos.text.characters import validate_characters

#: Longer names would be taken for paragraphs; longer texts and lists are not read at a glance.
_MAX_NAME, _MAX_TEXT, _MAX_ITEMS = 30, 40, 4

#: A name and its values, None where one is missing.
NamedValues = tuple[str, tuple[float | None, ...]]


class NamedPairs(tuple[NamedValues, ...]):
    """Names with values; the names may be tokens, even the end of a line."""

    names: TokenRow


def read_named_values(values: object) -> dict[str, object]:
    """Read a mapping of names and values; None stands for one that is missing."""
    if is_labelled(values) and not hasattr(values, "columns"):
        return read_named_values(dict(values.items()))  # type: ignore[attr-defined]
    if not isinstance(values, Mapping):
        raise ValueError(expected_message("um dicionário de nomes e valores", values))
    if not values:
        raise ContentError("esperado um dicionário de ao menos 1 par, veio um vazio")
    named = name_values(values)
    for name in named:
        if not name or len(name) > _MAX_TEXT:
            raise ValueError(
                expected_message("um nome em texto, de 1 a {most} caracteres", name, most=_MAX_TEXT)
            )
    return {name: _read_value(name, value) for name, value in named.items()}


def _read_value(name: str, value: object, max_items: int = _MAX_ITEMS) -> object:
    if is_missing(value):
        return None
    if isinstance(value, str) and value.strip() and len(value) <= _MAX_TEXT:
        return validate_characters(value).strip()
    if isinstance(value, bool | date) or is_finite_number(value):
        return value
    if isinstance(value, list | tuple) and 0 < len(value) <= max_items:
        # A list of lists is no value that one reads at a glance.
        return tuple(_read_value(name, to_builtins(each), max_items=0) for each in value)
    raise ContentError(
        "“{name}”: esperado um número finito ou um texto de até {most} caracteres", name=name, most=_MAX_TEXT
    )


def read_pairs(data: object) -> NamedPairs:
    """Read pairs of a name and its values, a dict of them, or the rows of a table or of a column's index."""
    if isinstance(data, NamedPairs):
        return data
    items = list(data.items()) if isinstance(data, Mapping) else data
    if isinstance(items, list | tuple) and all(_is_pair(item) for item in items):
        rows = [(item[0], *_as_list(item[1])) for item in items]
    else:
        rows = [tuple(row) for row in read_table(items).rows]
    if not rows:
        raise ContentError("esperada ao menos 1 barra, veio nenhuma")
    names, values = zip(*map(_read_row, rows), strict=True)
    decoded = decode_tokens(names, ordered=False, are_names=True)
    labels = map(validate_characters, label_tokens(decoded, are_names=True))
    row = token_row(labels, decoded, are_labels=True)
    pairs = NamedPairs(zip(row, values, strict=True))
    pairs.names = row
    return pairs


def _is_pair(item: object) -> bool:
    return isinstance(item, list | tuple) and len(item) == 2


def _as_list(value: object) -> list[Any]:
    value = to_builtins(value)
    return value if isinstance(value, list) else [value]


def _read_row(row: tuple[Any, ...]) -> NamedValues:
    label, *values = row or (None,)
    name = _read_name(label)
    if not name:
        raise ValueError(expected_message("um nome em texto antes dos valores", label))
    if len(name) > _MAX_NAME:
        raise ContentError(
            "o nome “{start}…” tem {length} caracteres; use no máximo {most}",
            start=name[:20],
            length=len(name),
            most=_MAX_NAME,
        )
    return name, tuple(_read_number(name, value) for value in values)


def _read_name(label: object) -> str:
    """Return a name as it is, since it may be a token, and write a number or a date as one."""
    if isinstance(label, bytes):
        return show_bytes(label)
    return label if isinstance(label, str) else "" if is_missing(label) else label_text(label)


def _read_number(name: str, value: object) -> float | None:
    if is_missing(value):
        return None
    if not is_finite_number(value):
        raise ValueError(f"“{name}”: {expected_message('um número finito', value)}")
    if abs(value) > MAX_MAGNITUDE:
        with in_message_language():
            most = format_number(MAX_MAGNITUDE)
        raise ContentError("“{name}”: o valor passa de {most}; mude a unidade", name=name, most=most)
    return value
