"""The markers around a figure in an article: `<!-- infograficos: 03 -->` and its end, or MDX's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from infograficos.chapter import Chapter
from infograficos.errors import InputError
from infograficos.figure import Figure
from infograficos.language.messages import message
from infograficos.publish.document import Document
from infograficos.publish.lines import Line

# No two neighbours may match the same spaces, or a long row of them takes quadratic time.
_START = r"([ \t]*)(<!--|\{/\*)\s*(?:(/)\s*)?infogr[aá]ficos"
_MARKER_START = re.compile(rf"{_START}(?!\w|-\w)", re.IGNORECASE)
_MARKER = re.compile(rf"{_START}\s*(?::((?:(?!--|\*/).)*))?(?:-->|\*/\s*\}})\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of a figure: the indices of its two markers, their indentation, and whether it is in MDX."""

    figure: Figure
    opening: int
    closing: int
    indent: str
    mdx: bool


def opening_marker(figure: Figure, *, mdx: bool = False) -> str:
    """Return the marker before a figure."""
    return _comment(f"infograficos: {figure.number:02d}", mdx=mdx)


def closing_marker(*, mdx: bool = False) -> str:
    """Return the marker after a figure."""
    return _comment("/infograficos", mdx=mdx)


def _comment(text: str, *, mdx: bool) -> str:
    return f"{{/* {text} */}}" if mdx else f"<!-- {text} -->"


def find_slots(document: Document, chapter: Chapter, name: str) -> list[Slot]:
    """Return the slots of an article of a name; wrong markers raise `InputError`, a message per line."""
    parser = _MarkerParser(document, chapter)
    parser.parse()
    if parser.errors:
        messages = (
            message("{name}, linha {number}: {text}", name=name, number=number, text=text)
            for number, text in sorted(parser.errors)
        )
        raise InputError("\n".join(messages))
    return parser.slots


def unplaced_figures(slots: Iterable[Slot], figures: Iterable[Figure]) -> list[Figure]:
    """Return the figures that have no slot."""
    placed = [slot.figure for slot in slots]
    return [figure for figure in figures if figure not in placed]


class _MarkerParser:
    def __init__(self, document: Document, chapter: Chapter) -> None:
        self.lines, self.mdx, self.chapter = document.lines, document.mdx, chapter
        self.slots: list[Slot] = []
        self.errors: list[tuple[int, str]] = []
        self.open: tuple[int, re.Match[str]] | None = None

    def parse(self) -> None:
        for index, marker in self._markers():
            if marker[3]:
                self._close(index, marker)
            else:
                self._open(index, marker)
        if self.open:
            self._add_error(
                self.open[0],
                message(
                    "o marcador não foi fechado; esperado “{closing}” mais abaixo", closing=self._closing
                ),
            )

    def _markers(self) -> Iterator[tuple[int, re.Match[str]]]:
        for index, line in enumerate(self.lines):
            start = _MARKER_START.match(line.text)
            if start is None or not self._is_comment(line, start):
                continue
            marker = _MARKER.fullmatch(line.text)
            if marker:
                yield index, marker
            else:
                self._add_error(index, message("o marcador deve estar inteiro, e sozinho na linha"))

    def _is_comment(self, line: Line, start: re.Match[str]) -> bool:
        """Return whether a comment begins here, and not amid code, words or another comment."""
        in_mdx = self.mdx or start[2] != "<!--"
        return line.kind in (("text", "html", "raw") if in_mdx else ("html", "raw"))

    def _open(self, index: int, marker: re.Match[str]) -> None:
        if self.open:
            nested = message(
                "um marcador dentro de outro, aberto na linha {line}; falta “{closing}” antes",
                line=self.lines[self.open[0]].number,
                closing=self._closing,
            )
            self._add_error(index, nested)
        self.open = (index, marker)

    def _close(self, index: int, marker: re.Match[str]) -> None:
        if (marker[4] or "").strip():
            self._add_error(
                index,
                message("o fim da figura se escreve “{closing}”, sem o nome dela", closing=self._closing),
            )
        if self.open is None:
            self._add_error(index, message("este marcador fecha uma figura que não foi aberta"))
            return
        (start, opening), self.open = self.open, None
        try:
            figure = self._find((opening[4] or "").strip())
        except InputError as error:
            self._add_error(start, str(error))
        else:
            self.slots.append(Slot(figure, start, index, opening[1], self.mdx or opening[2] != "<!--"))

    def _find(self, selector: str) -> Figure:
        if not selector:
            example = opening_marker(self.chapter.figures[0], mdx=self.mdx)
            raise InputError("falta dizer qual figura; esperado algo como “{example}”", example=example)
        figure = self.chapter.find(selector)
        first = next((slot for slot in self.slots if slot.figure is figure), None)
        if first:
            line = self.lines[first.opening].number
            raise InputError(
                "a figura “{figure}” já está na linha {line}; cada uma vem uma só vez",
                figure=figure.full_name,
                line=line,
            )
        return figure

    @property
    def _closing(self) -> str:
        return closing_marker(mdx=self.mdx)

    def _add_error(self, index: int, message: str) -> None:
        self.errors.append((self.lines[index].number, message))
