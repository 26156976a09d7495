"""An article's lines, which joined give the same bytes again, and which of them are code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|$)")
_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})(.*)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number from 1, its text, its line ending, and whether it belongs to a code block."""

    number: int
    text: str
    end: str
    code: bool = False

    @property
    def full_text(self) -> str:
        """The line with its ending."""
        return self.text + self.end


def split_lines(text: str) -> list[Line]:
    """Return the lines of a Markdown text, as an editor numbers them."""
    # After the last line ending the pattern matches once more, an empty text.
    lines = ((found[1], found[2]) for found in _LINE.finditer(text) if found[0])
    return list(_mark_code(lines))


def unclosed_fence(lines: Sequence[Line]) -> tuple[int, str] | None:
    """Return the number and the fence of the line that opens a code block which nothing closes."""
    fence, opening = "", 0
    for line in lines:
        fence, before = _fence_after(line.text, fence), fence
        opening = line.number if fence and not before else opening
    return (opening, fence) if fence else None


def _mark_code(lines: Iterator[tuple[str, str]]) -> Iterator[Line]:
    fence = ""
    for number, (text, end) in enumerate(lines, 1):
        fence, before = _fence_after(text, fence), fence
        yield Line(number, text, end, bool(fence or before))


def _fence_after(text: str, fence: str) -> str:
    """Return the fence of the code block that is open below a line, or nothing."""
    found = _FENCE.fullmatch(text.removeprefix("\ufeff"))
    if not found:
        return fence
    if not fence:
        return found[1]
    is_closing = found[1].startswith(fence) and not found[2].strip()
    return "" if is_closing else fence
