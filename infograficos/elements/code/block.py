"""A listing: lines of code in their colours, with the ones that matter marked and explained."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.band import Band
from infograficos.elements.card import Named
from infograficos.elements.code.line import CodeLine, comment_line, plain_line
from infograficos.elements.column import Column
from infograficos.elements.flow import FirstThatFits, Grow, NoWrap, SameWidthAs, Spacer
from infograficos.elements.row import Row
from infograficos.elements.text import Text
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Frame
from infograficos.text.highlight import CodeSpan, highlight
from infograficos.text.typography import NO_BREAK_SPACE


@checked_dataclass
class CodeBlock:
    """Code as its author wrote it, quotes, spaces and all.

    A note stands beside its line if all notes of the block have room there, and below it otherwise. Marked
    lines that follow one another share a band, up to one with a note.

    Args:
        code: the lines.
        language: whose keywords, strings and comments are coloured.
        marked: the numbers of the lines that stand out, from 1.
        notes: what is said about a line, by its number; such a line is marked as well.
        numbered: write each line's number before it.
        role: whose colours the marked lines have.
        more: what stands below the last line, such as how many were left out.
    """

    code: str
    language: str = "python"
    marked: tuple[int, ...] = ()
    notes: Mapping[int, str] = field(default_factory=dict)
    numbered: bool = False
    role: str = "input"
    more: str = ""

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the listing, as wide as it may be."""
        options = (self._bands(beside=True), self._bands(beside=False))
        return layouter.layout(FirstThatFits(options) if self.notes else options[1], limits)

    def _bands(self, beside: bool) -> Element:
        bands: list[Element] = []
        before = False
        for numbers in self._stretches():
            stands_out = self._stands_out(numbers[0])
            if before and stands_out:
                bands.append(Spacer("hair"))
            bands.append(self._band(numbers, beside))
            before = stands_out
        if self.more:
            bands.append(Band(comment_line(self.more)))
        return Column(tuple(bands), "none")

    def _stretches(self) -> list[list[int]]:
        """Return the numbers of lines that share a band, or the lack of one, from top to bottom."""
        stretches: list[list[int]] = []
        for number in range(1, len(self._lines) + 1):
            last = stretches[-1][-1] if stretches else 0
            if last and last not in self.notes and self._stands_out(last) == self._stands_out(number):
                stretches[-1].append(number)
            else:
                stretches.append([number])
        return stretches

    def _stands_out(self, number: int) -> bool:
        return number in self.marked or number in self.notes

    def _band(self, numbers: list[int], beside: bool) -> Element:
        last = numbers[-1]
        rows = [self._row(number, beside) for number in numbers]
        note = self.notes.get(last, "")
        if note and not beside:
            rows += [Spacer("tiny"), self._note_below(last)]
        below = "tiny" if note and not beside else "none"
        return Band(Column(tuple(rows), "none"), self.role if self._stands_out(last) else None, below)

    def _row(self, number: int, beside: bool) -> Element:
        line = CodeLine(self._lines[number - 1])
        note = self.notes.get(number, "")
        parts: tuple[Element, ...] = (*self._gutter(number), Grow(line))
        if note and beside:
            # The arrow belongs to the first word: it must not be left alone.
            said = Text(f"←{NO_BREAK_SPACE}{note}", "label", f"{self.role}.strong")
            parts = (*self._gutter(number), Grow(NoWrap(line)), Spacer("medium"), NoWrap(said))
        return Named(f"linha {number}", Row(parts, "none", "baseline"))

    def _note_below(self, number: int) -> Element:
        """Return a note under the first word of its line, or under its start where the room is short."""
        words = Text(self.notes[number], "label", f"{self.role}.strong")
        line = "".join(piece.text for piece in self._lines[number - 1])
        indentation = len(line) - len(line.lstrip(" "))
        indented = Row((_blank(indentation), NoWrap(words)), "none")
        return Row((*self._gutter(None), Grow(FirstThatFits((indented, words)))), "none")

    def _gutter(self, number: int | None) -> tuple[Element, ...]:
        if not self.numbered:
            return ()
        digits = len(str(len(self._lines)))
        if number is None:
            return (_blank(digits), Spacer("small"))
        return (comment_line(f"{number:>{digits}}"), Spacer("small"))

    @property
    def _lines(self) -> tuple[tuple[CodeSpan, ...], ...]:
        return highlight(self.code, self.language)


def _blank(count: int) -> Element:
    """Return room as wide as some characters of code."""
    return SameWidthAs((plain_line("0" * count),))
