"""The markers in an article between which figures stand: `<!-- infograficos: 03 -->` and its end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from infograficos.chapter import Chapter
from infograficos.errors import InputError
from infograficos.figure import Figure
from infograficos.publish.lines import Line

#: What closes the place of a figure.
CLOSING = "<!-- /infograficos -->"

_NAME = r"infogr[aá]ficos"
# No two neighbours may take the same spaces: a long row of them would be divided in every way there is.
_OPENS = rf"( {{0,3}})<!--\s*(?:(/)\s*)?{_NAME}"
_BEGINS = re.compile(rf"{_OPENS}(?!\w|-\w)", re.IGNORECASE)
_MARKER = re.compile(rf"{_OPENS}\s*(?::((?:(?!--).)*))?-->\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of one figure: where its two markers are in the list of all lines, and their indentation."""

    figure: Figure
    opening: int
    closing: int
    indent: str


def opening(figure: Figure) -> str:
    """Return the marker after which a figure stands."""
    return f"<!-- infograficos: {figure.number:02d} -->"


def find_slots(lines: list[Line], chapter: Chapter, name: str) -> list[Slot]:
    """Return the places of figures in an article, in its order.

    What is wrong with the markers raises `InputError`, one line each, with the article's name and line.
    """
    reading = _Reading(lines, chapter)
    reading.read()
    if reading.faults:
        told = sorted(reading.faults)
        raise InputError("\n".join(f"{name}, linha {number}: {fault}" for number, fault in told))
    return reading.slots


class _Reading:
    """One reading of an article: the slots found so far, and what is wrong in which line."""

    def __init__(self, lines: list[Line], chapter: Chapter) -> None:
        self.lines, self.chapter = lines, chapter
        self.slots: list[Slot] = []
        self.faults: list[tuple[int, str]] = []
        self.open: tuple[int, re.Match[str]] | None = None

    def read(self) -> None:
        for place, found in self._markers():
            if found[2]:
                self._close(place, found)
            else:
                self._begin(place, found)
        if self.open:
            self._fault(self.open[0], f"o marcador não foi fechado; esperado “{CLOSING}” mais abaixo")

    def _markers(self) -> Iterator[tuple[int, re.Match[str]]]:
        for place, line in enumerate(self.lines):
            text = line.text.removeprefix("\ufeff")
            if line.code or not _BEGINS.match(text):
                continue
            found = _MARKER.fullmatch(text)
            if found:
                yield place, found
            else:
                self._fault(place, "o marcador deve estar inteiro, e sozinho na linha")

    def _begin(self, place: int, found: re.Match[str]) -> None:
        if self.open:
            before = self.lines[self.open[0]].number
            self._fault(
                place, f"um marcador dentro de outro, aberto na linha {before}; falta “{CLOSING}” antes"
            )
        self.open = (place, found)

    def _close(self, place: int, found: re.Match[str]) -> None:
        if (found[3] or "").strip():
            self._fault(place, f"o fim da figura se escreve “{CLOSING}”, sem o nome dela")
        if self.open is None:
            self._fault(place, "este marcador fecha uma figura que não foi aberta")
            return
        (start, first), self.open = self.open, None
        figure = self._figure(start, (first[3] or "").strip())
        if figure:
            self.slots.append(Slot(figure, start, place, first[1]))

    def _figure(self, place: int, selector: str) -> Figure | None:
        if not selector:
            self._fault(
                place, f"falta dizer qual figura; esperado algo como “{opening(self.chapter.figures[0])}”"
            )
            return None
        try:
            figure = self.chapter.find(selector)
        except InputError as error:
            self._fault(place, str(error))
            return None
        twice = next((slot for slot in self.slots if slot.figure is figure), None)
        if twice:
            line = self.lines[twice.opening].number
            self._fault(
                place, f"a figura “{figure.full_name}” já está na linha {line}; cada uma vem uma só vez"
            )
        return figure

    def _fault(self, place: int, said: str) -> None:
        self.faults.append((self.lines[place].number, said))


def absent(slots: Iterable[Slot], figures: Iterable[Figure]) -> list[Figure]:
    """Return the figures that have no place in an article."""
    there = [slot.figure for slot in slots]
    return [figure for figure in figures if figure not in there]
