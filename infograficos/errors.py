"""What goes wrong, in the author's language: what, where, what was expected, the nearest right answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import TypeVar

_Value = TypeVar("_Value")

#: How much of a name a message repeats, in characters; no right name is longer.
LONGEST_REPEATED = 120

_REINSTALLING = "“pip install --force-reinstall infograficos”"

#: What brings back a file of ours that is missing or damaged; the second where nothing before names us.
REINSTALL = f"reinstale com {_REINSTALLING}"
REINSTALL_LIBRARY = f"reinstale a biblioteca com {_REINSTALLING}"


class InfograficosError(Exception):
    """Anything this library refuses; `exit_code` is what the command line returns for it."""

    exit_code = 2


class InputError(InfograficosError):
    """What the author gave is wrong: a name, a theme, a chapter, a piece of content."""


class FigureError(InputError):
    """A figure would break the library's promise: text that does not fit, or cannot be read."""


class MachineError(InfograficosError):
    """The machine is in the way: a missing library, a folder that cannot be written."""

    exit_code = 3


def cut(name: str) -> str:
    """Return a name as it is repeated in a message: one that no message has room for is cut."""
    return name if len(name) <= LONGEST_REPEATED else f"{name[: LONGEST_REPEATED - 1]}…"


def nearest(name: str, known: Iterable[str], most: int = 3) -> list[str]:
    """Return the known names that look most like the one given, best first."""
    by_folded = {item.casefold(): item for item in known}
    return [by_folded[match] for match in get_close_matches(name.casefold(), list(by_folded), most, 0.5)]


def unknown(what: str, name: str, known: Iterable[str]) -> str:
    """Say that a name is unknown, with the nearest right ones, or all of them where none is near."""
    names = list(known)
    close = nearest(name, names)
    said = f"{what} “{cut(name)}” não existe"
    if close:
        return f"{said}; você quis dizer {' ou '.join(f'“{cut(item)}”' for item in close)}?"
    listed = ", ".join(f"“{cut(item)}”" for item in names) or "nenhum"
    return f"{said}; os nomes válidos são: {listed}"


def pick(what: str, name: str, table: Mapping[str, _Value]) -> _Value:
    """Return what has a name in a table; a wrong name raises `InputError` with the nearest right ones."""
    try:
        return table[name]
    except KeyError:
        raise InputError(unknown(what, name, table)) from None
