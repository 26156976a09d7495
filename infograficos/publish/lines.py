"""An article as lines that are put together again byte by byte, and which of them are code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
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


def unclosed_fence(lines: Sequence[Line]) -> tuple[int, str] | None:
    """Return the line, from 1, and the signs that open a code block which nothing closes."""
    fence, opening = "", 0
    for line in lines:
        fence, before = _fence_after(line, fence), fence
        opening = line.number if fence and not before else opening
    return (opening, fence) if fence else None


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    for found in _LINE.finditer(text):
        # After the last end of a line the pattern matches once more, and finds nothing.
        if found[0]:
            yield found[1], found[2]


def _told(lines: Iterable[Line]) -> Iterator[Line]:
    fence = ""
    for line in lines:
        fence, before = _fence_after(line, fence), fence
        yield Line(line.number, line.text, line.end, bool(fence or before))


def _fence_after(line: Line, fence: str) -> str:
    """Return the signs that a code block was opened with and waits for below a line, or nothing."""
    found = _FENCE.fullmatch(line.text.removeprefix("\ufeff"))
    if not found:
        return fence
    if not fence:
        return found[1]
    return "" if _closes(found, fence) else fence


def _closes(found: re.Match[str], fence: str) -> bool:
    return found[1].startswith(fence) and not found[2].strip()
