"""The markers that enclose a figure in an article: `<!-- infograficos: 03 -->` and its end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from infograficos.chapter import Chapter
from infograficos.errors import InputError
from infograficos.figure import Figure
from infograficos.publish.lines import Line

CLOSING_MARKER = "<!-- /infograficos -->"

_NAME = r"infogr[aá]ficos"
# No two neighbours may match the same spaces, or a long row of them takes quadratic time.
_START = rf"( {{0,3}})<!--\s*(?:(/)\s*)?{_NAME}"
_MARKER_START = re.compile(rf"{_START}(?!\w|-\w)", re.IGNORECASE)
_MARKER = re.compile(rf"{_START}\s*(?::((?:(?!--).)*))?-->\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of a figure: the indices of its two markers in the list of lines, and their indentation."""

    figure: Figure
    opening: int
    closing: int
    indent: str


def opening_marker(figure: Figure) -> str:
    """Return the marker before a figure."""
    return f"<!-- infograficos: {figure.number:02d} -->"


def find_slots(lines: list[Line], chapter: Chapter, name: str) -> list[Slot]:
    """Return the slots of an article of a name; wrong markers raise `InputError`, a message per line."""
    parser = _MarkerParser(lines, chapter)
    parser.parse()
    if parser.errors:
        messages = (f"{name}, linha {number}: {message}" for number, message in sorted(parser.errors))
        raise InputError("\n".join(messages))
    return parser.slots


def unplaced_figures(slots: Iterable[Slot], figures: Iterable[Figure]) -> list[Figure]:
    """Return the figures that have no slot."""
    placed = [slot.figure for slot in slots]
    return [figure for figure in figures if figure not in placed]


class _MarkerParser:
    def __init__(self, lines: list[Line], chapter: Chapter) -> None:
        self.lines, self.chapter = lines, chapter
        self.slots: list[Slot] = []
        self.errors: list[tuple[int, str]] = []
        self.open: tuple[int, re.Match[str]] | None = None

    def parse(self) -> None:
        for index, marker in self._markers():
            if marker[2]:
                self._close(index, marker)
            else:
                self._open(index, marker)
        if self.open:
            self._add_error(
                self.open[0], f"o marcador não foi fechado; esperado “{CLOSING_MARKER}” mais abaixo"
            )

    def _markers(self) -> Iterator[tuple[int, re.Match[str]]]:
        for index, line in enumerate(self.lines):
            text = line.text.removeprefix("\ufeff")
            if line.code or not _MARKER_START.match(text):
                continue
            marker = _MARKER.fullmatch(text)
            if marker:
                yield index, marker
            else:
                self._add_error(index, "o marcador deve estar inteiro, e sozinho na linha")

    def _open(self, index: int, marker: re.Match[str]) -> None:
        if self.open:
            outer = f"um marcador dentro de outro, aberto na linha {self.lines[self.open[0]].number}"
            self._add_error(index, f"{outer}; falta “{CLOSING_MARKER}” antes")
        self.open = (index, marker)

    def _close(self, index: int, marker: re.Match[str]) -> None:
        if (marker[3] or "").strip():
            self._add_error(index, f"o fim da figura se escreve “{CLOSING_MARKER}”, sem o nome dela")
        if self.open is None:
            self._add_error(index, "este marcador fecha uma figura que não foi aberta")
            return
        (start, opening), self.open = self.open, None
        try:
            figure = self._find((opening[3] or "").strip())
        except InputError as error:
            self._add_error(start, str(error))
        else:
            self.slots.append(Slot(figure, start, index, opening[1]))

    def _find(self, selector: str) -> Figure:
        if not selector:
            example = opening_marker(self.chapter.figures[0])
            raise InputError(f"falta dizer qual figura; esperado algo como “{example}”")
        figure = self.chapter.find(selector)
        first = next((slot for slot in self.slots if slot.figure is figure), None)
        if first:
            line = self.lines[first.opening].number
            raise InputError(
                f"a figura “{figure.full_name}” já está na linha {line}; cada uma vem uma só vez"
            )
        return figure

    def _add_error(self, index: int, message: str) -> None:
        self.errors.append((self.lines[index].number, message))
