"""Named values as authors have them, a dictionary, and each value as a figure writes it."""

from __future__ import annotations

from collections.abc import Mapping

from infograficos.content.fields import is_finite, reject_control_characters, to_builtins
from infograficos.content.messages import expected_message
from infograficos.language.numbers import NO_VALUE, format_short

#: What can be read at a glance, in characters.
_LONGEST = 40

#: How many values a list has that stands as one.
_MOST_LISTED = 4


def named_values(given: object) -> dict[str, str]:
    """Check the pairs and write their values as words."""
    if not isinstance(given, Mapping):
        raise ValueError(expected_message("um dicionário de nomes e valores", given))
    if not given:
        raise ValueError("esperado um dicionário de ao menos 1 par, veio um vazio")
    for name in given:
        if not isinstance(name, str) or not name.strip() or len(name) > _LONGEST:
            raise ValueError(expected_message(f"um nome em texto, de 1 a {_LONGEST} caracteres", name))
    return {
        reject_control_characters(name): _written(name, to_builtins(value)) for name, value in given.items()
    }


def _written(name: str, value: object, most: int = _MOST_LISTED) -> str:
    if value is None:
        return NO_VALUE
    if isinstance(value, bool):
        return "sim" if value else "não"
    if isinstance(value, str) and value.strip() and len(value) <= _LONGEST:
        return reject_control_characters(value).strip()
    if isinstance(value, int | float) and is_finite(value):
        return format_short(value)
    if isinstance(value, list | tuple) and 0 < len(value) <= most:
        # A list of lists is no value that one reads at a glance.
        return f"({'; '.join(_written(name, to_builtins(each), most=0) for each in value)})"
    raise ValueError(f"“{name}”: esperado um número finito ou um texto de até {_LONGEST} caracteres")
