"""The place of a figure without markers: below its section's heading, or at the article's end."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from infograficos.errors import InputError
from infograficos.figure import Figure
from infograficos.publish.lines import Line, unclosed_fence
from infograficos.publish.markers import CLOSING_MARKER, opening_marker
from infograficos.text.markup import plain_text

#: The minimum similarity of a section and its heading, from 0 to 1.
_MIN_SIMILARITY = 0.8

_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(.*)")


@dataclass(frozen=True, slots=True)
class Placement:
    """A figure's place: below a line, which is a heading unless it is the last one."""

    figure: Figure
    line: int
    heading: str

    def __str__(self) -> str:
        """Describe the place in one line."""
        markers = f"“{opening_marker(self.figure)}” e “{CLOSING_MARKER}”"
        title = f"o título “{self.heading}”" if self.heading else "o fim do texto"
        return f"abaixo da linha {self.line}, {title}: {markers}, cada um em sua linha"


def suggest_placements(lines: list[Line], figures: Iterable[Figure]) -> list[Placement]:
    """Return the place of each figure in an article."""
    headings = [(line.number, title) for line in lines if (title := _title(line))]
    return [_suggest(figure, headings, len(lines)) for figure in figures]


def missing_markers_message(name: str, lines: list[Line], figures: Iterable[Figure]) -> str:
    """Say that an article has no markers of these figures, and where they belong."""
    message = (
        f"{name}: nenhum marcador destas figuras; com “--place” eles são postos onde se diz abaixo, "
        "ou ponha-os você"
    )
    return "\n".join([message, *(f"{name}, {each}" for each in suggest_placements(lines, figures))])


def insert_markers(lines: list[Line], figures: Iterable[Figure], name: str) -> str:
    """Return the article with markers for these figures; one in open code raises `InputError`."""
    by_line: dict[int, list[Figure]] = {}
    for each in suggest_placements(lines, figures):
        by_line.setdefault(each.line, []).append(each.figure)
    fence = unclosed_fence(lines)
    if fence and len(lines) in by_line:
        raise InputError(
            f"{name}, linha {fence[0]}: o bloco de código não foi fechado, e um marcador no fim do "
            f"artigo seria parte dele; feche-o com “{fence[1]}”"
        )
    end = next((line.end for line in lines if line.end), "\n")
    parts = [_markers(by_line.get(0, []), "", "", end)]
    for line, below in zip_longest(lines, lines[1:]):
        here = by_line.get(line.number, [])
        # The last line may have no line ending.
        tail = end if here and not line.end else ""
        following = below.text if below else ""
        parts += [line.full_text, tail, _markers(here, line.text, following, line.end or end)]
    return "".join(parts)


def _markers(figures: list[Figure], above: str, below: str, end: str) -> str:
    if not figures:
        return ""
    markers = end.join(f"{opening_marker(figure)}{end}{CLOSING_MARKER}{end}" for figure in figures)
    return f"{end if above.strip() else ''}{markers}{end if below.strip() else ''}"


def _title(line: Line) -> str:
    found = None if line.code else _HEADING.fullmatch(line.text.removeprefix("\ufeff"))
    title = found[1].rstrip(" \t") if found else ""
    bare = title.rstrip("#")
    return bare.rstrip(" \t") if bare.endswith((" ", "\t")) else title


def _suggest(figure: Figure, headings: list[tuple[int, str]], last: int) -> Placement:
    section = _normalize(plain_text(figure.section))
    similarities = [SequenceMatcher(None, section, _normalize(title)).ratio() for _, title in headings]
    if section and similarities and max(similarities) >= _MIN_SIMILARITY:
        number, title = headings[similarities.index(max(similarities))]
        return Placement(figure, number, title)
    return Placement(figure, last, "")


def _normalize(title: str) -> str:
    """Drop a title's number, accents, punctuation and capitals."""
    folded = unicodedata.normalize("NFKD", title).casefold()
    letters = "".join(c for c in folded if not unicodedata.combining(c))
    return " ".join(re.sub(r"^[\W\d]+|[^\w\s]+", " ", letters).split())
