"""An article's lines, which joined give the same bytes again, and what each is to its readers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

#: What a line is: only in text and HTML do markers and images mean anything.
LineKind = Literal["text", "html", "code", "comment", "front matter", "raw", "script"]

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|$)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number from 1, its text, its line ending, and what it is."""

    number: int
    text: str
    end: str
    kind: LineKind = "text"

    @property
    def full_text(self) -> str:
        """The line with its ending."""
        return self.text + self.end

    @property
    def indent(self) -> str:
        """The blanks before its text."""
        return self.text[: len(self.text) - len(self.text.lstrip())]


def split_lines(text: str) -> list[Line]:
    """Return the lines of a text, as an editor numbers them."""
    # After the last line ending the pattern matches once more, an empty text.
    lines = ((found[1], found[2]) for found in _LINE.finditer(text) if found[0])
    return [Line(number, text, end) for number, (text, end) in enumerate(lines, 1)]
