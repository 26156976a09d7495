"""Validates the arguments of elements."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from types import NoneType, UnionType
from typing import Literal, TypeVar, Union, dataclass_transform, get_args, get_origin, get_type_hints

from infograficos.content.validation_messages import expected_message
from infograficos.errors import InputError, unknown_name_message
from infograficos.language.messages import message
from infograficos.layout import Element

_Kind = TypeVar("_Kind")
_Check = Callable[[str, object], None]


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def checked_dataclass(kind: type[_Kind]) -> type[_Kind]:
    """Make a class a frozen dataclass that checks its `Literal` strings, its elements, and tuples of them.

    A wrong argument raises `InputError`. A `__post_init__` of the class runs after these checks.
    """
    own_checks = kind.__dict__.get("__post_init__", lambda _element: None)

    def check_arguments(self: object) -> None:
        for name, path, check in _checks(type(self)):  # type: ignore[arg-type]  # whose hash is the class's own
            check(path, getattr(self, name))
        own_checks(self)

    setattr(kind, "__post_init__", check_arguments)  # noqa: B010
    return dataclass(frozen=True, slots=True)(kind)


def require_items(path: str, items: Sequence[object]) -> None:
    """Refuse an empty sequence where a layout needs at least one item."""
    if not items:
        raise InputError(f"{path}: {expected_message('ao menos um item', items)}")


def require_range(path: str, number: float, least: int, most: int) -> None:
    """Refuse a number out of a range."""
    if not least <= number <= most:
        raise InputError(
            "{path}: esperado um número de {least} a {most}, veio {found}",
            path=path,
            least=least,
            most=most,
            found=str(number),
        )


@cache
def _checks(kind: type) -> list[tuple[str, str, _Check]]:
    hints = get_type_hints(kind).items()
    return [(name, f"{kind.__name__}.{name}", check) for name, hint in hints if (check := _check_of(hint))]


def _check_of(hint: object) -> _Check | None:
    """Return the check of a type: a `Literal`, an element, a tuple of elements or dataclasses, or none."""
    if get_origin(hint) in (Union, UnionType):
        checks = [_check_of(option) for option in get_args(hint) if option is not NoneType]
        optional = checks[0] if len(checks) == 1 else None
        return optional and (lambda path, value: None if value is None else optional(path, value))
    if get_origin(hint) is Literal:
        return partial(_check_choice, get_args(hint))
    if hint is Element:
        return _check_element
    if get_origin(hint) is tuple and get_args(hint)[1:] == (Ellipsis,):
        item = get_args(hint)[0]
        check = _check_of(item)
        if not check and isinstance(item, type) and item.__module__ != "builtins":
            check = partial(_check_instance, item)
        return check and partial(_check_items, check)
    return None


def _check_choice(choices: Sequence[str], path: str, value: object) -> None:
    if value not in choices:
        raise InputError(f"{path}: {unknown_name_message('o valor', str(value), choices)}")


def _check_element(path: str, value: object) -> None:
    if not hasattr(value, "layout"):
        advice = message("; um texto se escreve Text(…)") if isinstance(value, str) else ""
        raise InputError(f"{path}: {expected_message('um elemento', value)}{advice}")


def _check_instance(kind: type[object], path: str, value: object) -> None:
    if not isinstance(value, kind):
        problem = expected_message("um objeto {kind}", value, kind=kind.__name__)
        raise InputError(f"{path}: {problem}")


def _check_items(check: _Check, path: str, value: object) -> None:
    if not isinstance(value, list | tuple):
        is_alone = hasattr(value, "layout")
        advice = message("; com um item só, ponha a vírgula: (item,)") if is_alone else ""
        raise InputError(f"{path}: {expected_message('uma lista', value)}{advice}")
    for position, item in enumerate(value):
        check(f"{path}[{position}]", item)
