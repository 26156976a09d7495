"""What the readers of both notations share: a place in the text, and how a mistake in it is shown."""

from __future__ import annotations

from typing import NoReturn

from infograficos.errors import InputError
from infograficos.language.messages import mark_message, message

#: Characters that a message shows on each side of an error.
_CONTEXT = 30

_SCRIPTS = {"_": mark_message("o índice"), "^": mark_message("o expoente")}

#: What is said of a second script on one base.
TWICE = {
    "_": mark_message("há dois índices na mesma base; junte-os entre chaves"),
    "^": mark_message("há dois expoentes na mesma base; junte-os entre chaves"),
}


class Reader:
    """A text that is read from left to right, with how many brackets are open."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._depth = 0

    def _fail(self, source: str, at: int, /, **values: object) -> NoReturn:
        first, last = max(0, at - _CONTEXT), at + _CONTEXT
        before, after = "…" if first else "", "…" if last < len(self._text) else ""
        shown = f"{before}{self._text[first:last]}{after}"
        pointer = " " * (len(before) + at - first)
        place = message("posição {position}", position=at + 1)
        raise InputError(f"{message(source, **values)} ({place})\n    {shown}\n    {pointer}^")


def script_name(sign: str) -> str:
    """Return what the script of `_` or `^` is called."""
    return message(_SCRIPTS[sign])
