"""All that a figure says, as bytes: two figures with the same bytes look the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from infograficos.export.own_code import CHAPTERS

#: What can be written down whole.
_PLAIN = (str, int, float, bool, bytes, type(None))


class UnknownError(Exception):
    """Something is not of this library, and only its own code knows what it draws."""


def fingerprint(value: object) -> str:
    """Return a text that two values share only if they are equal in every part.

    Args:
        value: plain values, lists, dictionaries, and content that this library's own classes hold. Anything
            else raises `UnknownError`: a class of an author's own may draw what is in none of its fields.
    """
    return "".join(_parts(value))


def _parts(value: object) -> Iterator[str]:
    kind = type(value)
    if kind in _PLAIN:
        # `repr` tells 1 from 1.0 and from True, and a number from its digits in a text.
        yield f"{value!r},"
    elif kind in (tuple, list):
        yield from _bracketed(kind.__name__, value)  # type: ignore[arg-type]
    elif kind is dict:
        yield from _bracketed("dict", [part for pair in value.items() for part in pair])  # type: ignore[attr-defined]
    elif is_dataclass(kind) and _is_ours(kind.__module__):
        held = [getattr(value, field.name) for field in fields(kind)]
        yield from _bracketed(f"{kind.__module__}.{kind.__qualname__}", held)
    else:
        raise UnknownError(kind.__name__)


def _is_ours(module: str) -> bool:
    home, _, rest = module.partition(".")
    # What a chapter defines is not among the code that a figure is known by.
    return home == "infograficos" and not rest.startswith(CHAPTERS)


def _bracketed(name: str, values: list[object] | tuple[object, ...]) -> Iterator[str]:
    yield f"{name}("
    for value in values:
        yield from _parts(value)
    yield "),"
