"""Errors, with messages in the author's language: what, where, what was expected, the nearest right name."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import TypeVar

from infograficos.language.catalogue import Source
from infograficos.language.messages import mark_message, message, offer

_Value = TypeVar("_Value")

#: How many characters of a name a message repeats; no valid name is longer.
MAX_NAME_LENGTH = 120

#: How to restore a file of the library; the second for messages that do not name the library yet.
REINSTALL = mark_message("reinstale com “pip install --force-reinstall infograficos”")
REINSTALL_LIBRARY = mark_message("reinstale a biblioteca com “pip install --force-reinstall infograficos”")


class _MessageError(Exception):
    """An error with a message in the author's language.

    Args:
        source: the message in Portuguese, as `message` takes it: with its placeholders, or by a count.
        count: what `{count}` stands for.
        values: what the other placeholders stand for.
    """

    def __init__(self, source: Source, count: int | None = None, /, **values: object) -> None:
        super().__init__(message(source, count, **values))


class InfograficosError(_MessageError):
    """Base of the library's errors; `exit_code` is the command line's for it."""

    exit_code = 2


class InputError(InfograficosError):
    """The author's input is wrong: a name, a theme, a chapter, a piece of content."""


class ContentError(_MessageError, ValueError):
    """The fields of a content do not agree; `content` reports it, with others, as an `InputError`."""


class FigureError(InputError):
    """A figure would break the library's promise: text that does not fit, or cannot be read."""


class MachineError(InfograficosError):
    """The machine is in the way: a missing library, a folder that cannot be written."""

    exit_code = 3


def truncate(text: str, limit: int = MAX_NAME_LENGTH, *, strip: bool = False) -> str:
    """Shorten a text to so many characters, the last of them “…”; `strip` drops the spaces before it."""
    start = text[: limit - 1].rstrip() if strip else text[: limit - 1]
    return text if len(text) <= limit else f"{start}…"


def describe_exception(error: BaseException) -> str:
    """Return an exception's type and message in one line."""
    return " ".join(f"{type(error).__name__}: {error}".removesuffix(": ").split())


def close_matches(name: str, known: Iterable[str], limit: int = 3, likeness: float = 0.5) -> list[str]:
    """Return the known names at least so much like the one given, best first, whatever their case."""
    by_folded = {item.casefold(): item for item in known}
    return [
        by_folded[match] for match in get_close_matches(name.casefold(), list(by_folded), limit, likeness)
    ]


def unknown_name_message(kind: str, name: str, known: Iterable[str]) -> str:
    """Say that a name of a kind, such as “o ícone”, does not exist, with suggestions."""
    return f"{message(kind)} {_quote(name)} {suggest_names(name, known)}"


def suggest_names(name: str, known: Iterable[str]) -> str:
    """Say that a name does not exist, with the nearest right ones, or all of them where none is near."""
    names = list(known)
    if close := close_matches(name, names):
        offered = offer(map(_quote, close))
        return message("não existe; você quis dizer {names}?", names=offered)
    valid = ", ".join(map(_quote, names)) or message("nenhum")
    return message("não existe; os nomes válidos são: {names}", names=valid)


def _quote(name: str) -> str:
    return f"“{truncate(name)}”"


class ThemeWarning(UserWarning):
    """A theme is read in a way that its author may not expect."""


def look_up(kind: str, name: str, table: Mapping[str, _Value]) -> _Value:
    """Return a table's entry; an unknown name raises `InputError` with suggestions."""
    try:
        return table[name]
    except (KeyError, TypeError):  # what is no name may not even have a hash
        # What is no text is near to no name.
        offer = suggest_names(name if isinstance(name, str) else "", table)
        raise InputError(f"{message(kind)} {_quote(str(name))} {offer}") from None


def deprecated_names(module: str, successors: Mapping[str, str]) -> Callable[[str], object]:
    """Return the `__getattr__` of a module whose old names still work, with a warning.

    `successors` are the old names, each with the name in the same module that replaces it.
    """

    def find(name: str) -> object:
        if name not in successors:
            raise _MissingAttributeError(module, name)
        successor = successors[name]
        renamed = message(
            "{module}: “{name}” agora se chama “{successor}”", module=module, name=name, successor=successor
        )
        warnings.warn(renamed, DeprecationWarning, stacklevel=2)
        return getattr(sys.modules[module], successor)

    return find


class _MissingAttributeError(AttributeError):
    """A name that a module lacks; imports probe for names, and only who reads the message waits for it."""

    def __str__(self) -> str:
        return _missing_attribute_message(*self.args)


def _missing_attribute_message(module: str, name: str) -> str:
    if name.startswith("__"):  # Python itself probes for these, and reads no advice
        return f"module {module!r} has no attribute {name!r}"
    public = [each for each in sys.modules[module].__all__ if not each.startswith("_")]
    return f"{module}: {unknown_name_message('o nome', name, public)}"
