"""Dictionaries of names and values, each value formatted as a figure shows it."""

from __future__ import annotations

from collections.abc import Mapping

from infograficos.content.data.numbers import is_finite_number, to_builtins
from infograficos.content.fields import reject_control_characters
from infograficos.content.messages import expected_message
from infograficos.language.numbers import NO_VALUE, format_short

#: The most characters that are read at a glance.
_MAX_LENGTH = 40

#: The most values of a list that is shown as one value.
_MAX_ITEMS = 4


def format_named_values(values: object) -> dict[str, str]:
    """Validate a mapping of names and values, and format the values."""
    if not isinstance(values, Mapping):
        raise ValueError(expected_message("um dicionário de nomes e valores", values))
    if not values:
        raise ValueError("esperado um dicionário de ao menos 1 par, veio um vazio")
    for name in values:
        if not isinstance(name, str) or not name.strip() or len(name) > _MAX_LENGTH:
            raise ValueError(expected_message(f"um nome em texto, de 1 a {_MAX_LENGTH} caracteres", name))
    return {
        reject_control_characters(name): _format_value(name, to_builtins(value))
        for name, value in values.items()
    }


def _format_value(name: str, value: object, max_items: int = _MAX_ITEMS) -> str:
    if value is None:
        return NO_VALUE
    if isinstance(value, bool):
        return "sim" if value else "não"
    if isinstance(value, str) and value.strip() and len(value) <= _MAX_LENGTH:
        return reject_control_characters(value).strip()
    if is_finite_number(value):
        return format_short(value)
    if isinstance(value, list | tuple) and 0 < len(value) <= max_items:
        # A list of lists is no value that one reads at a glance.
        return f"({'; '.join(_format_value(name, to_builtins(each), max_items=0) for each in value)})"
    raise ValueError(f"“{name}”: esperado um número finito ou um texto de até {_MAX_LENGTH} caracteres")
