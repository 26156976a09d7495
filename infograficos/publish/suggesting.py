"""Where in an article a figure without markers belongs: below the heading of its section, or at the end."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from infograficos.figure import Figure
from infograficos.publish.lines import Line
from infograficos.publish.markers import CLOSING, opening
from infograficos.text.markup import plain_text

#: How alike a heading and a section are, at least, of 1.
ALIKE = 0.8

_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(.*)")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Where a figure belongs: below so many lines, the last a heading; without one, at the article's end."""

    figure: Figure
    below: int
    heading: str

    def __str__(self) -> str:
        """Say it in one line."""
        markers = f"“{opening(self.figure)}” e “{CLOSING}”"
        title = f"o título “{self.heading}”" if self.heading else "o fim do texto"
        return f"abaixo da linha {self.below}, {title}: {markers}, cada um em sua linha"


def suggestions(lines: list[Line], figures: Iterable[Figure]) -> list[Suggestion]:
    """Return where each figure belongs in an article."""
    headings = [(line.number, title) for line in lines if (title := _title(line))]
    return [_suggestion(figure, headings, len(lines)) for figure in figures]


def marked(lines: list[Line], figures: Iterable[Figure]) -> str:
    """Return the article with markers for these figures where they belong, and nothing else changed."""
    wanted: dict[int, list[Figure]] = {}
    for each in suggestions(lines, figures):
        wanted.setdefault(each.below, []).append(each.figure)
    end = next((line.end for line in lines if line.end), "\n")
    pieces = [_places(wanted.get(0, []), "", "", end)]
    for line, below in zip_longest(lines, lines[1:]):
        here = wanted.get(line.number, [])
        # The last line of a text may have no end, and a marker needs a line of its own.
        tail = end if here and not line.end else ""
        pieces += [line.whole, tail, _places(here, line.text, below.text if below else "", line.end or end)]
    return "".join(pieces)


def _places(figures: list[Figure], above: str, below: str, end: str) -> str:
    if not figures:
        return ""
    place = end.join(f"{opening(figure)}{end}{CLOSING}{end}" for figure in figures)
    return f"{end if above.strip() else ''}{place}{end if below.strip() else ''}"


def _title(line: Line) -> str:
    found = None if line.code else _HEADING.fullmatch(line.text.removeprefix("\ufeff"))
    title = found[1].rstrip(" \t") if found else ""
    bare = title.rstrip("#")
    return bare.rstrip(" \t") if bare.endswith((" ", "\t")) else title


def _suggestion(figure: Figure, headings: list[tuple[int, str]], last: int) -> Suggestion:
    section = _folded(plain_text(figure.section))
    likeness = [SequenceMatcher(None, section, _folded(title)).ratio() for _, title in headings]
    if section and likeness and max(likeness) >= ALIKE:
        number, title = headings[likeness.index(max(likeness))]
        return Suggestion(figure, number, title)
    return Suggestion(figure, last, "")


def _folded(title: str) -> str:
    """Return a title without its number, accents, marks and capitals."""
    bare = unicodedata.normalize("NFKD", title).casefold()
    letters = "".join(c for c in bare if not unicodedata.combining(c))
    return " ".join(re.sub(r"^[\W\d]+|[^\w\s]+", " ", letters).split())
