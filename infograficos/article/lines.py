"""An article as lines that are put together again byte by byte, and which of them are code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|$)")
_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})(.*)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an article: its place from 1, its text, its end, and whether it is part of a code block."""

    number: int
    text: str
    end: str
    code: bool = False

    @property
    def whole(self) -> str:
        """The line as it stands in the file."""
        return self.text + self.end


def lines_of(text: str) -> list[Line]:
    """Return the lines of a Markdown text; joined, their wholes give the text again.

    Only what an editor takes for the end of a line ends one, and fenced code blocks are told from the rest.
    """
    return list(_told(Line(number, *pieces) for number, pieces in enumerate(_pieces(text), 1)))


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    for found in _LINE.finditer(text):
        # After the last end of a line the pattern matches once more, and finds nothing.
        if found[0]:
            yield found[1], found[2]


def _told(lines: Iterable[Line]) -> Iterator[Line]:
    fence = ""
    for line in lines:
        found = _FENCE.fullmatch(line.text.removeprefix("\ufeff"))
        code = bool(fence or found)
        if fence and found and _closes(found, fence):
            fence = ""
        elif not fence and found:
            fence = found[1]
        yield Line(line.number, line.text, line.end, code)


def _closes(found: re.Match[str], fence: str) -> bool:
    return found[1].startswith(fence) and not found[2].strip()
