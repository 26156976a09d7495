"""A code listing with marked lines and notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from itertools import pairwise

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.card import Band, Named, badge
from infograficos.elements.code.line import CodeLine, comment_line, plain_line
from infograficos.elements.flow import FirstThatFits, Grow, NoWrap, SameWidthAs, Spacer
from infograficos.elements.row import Column, Row
from infograficos.elements.text import Text
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point
from infograficos.scene.items import Frame, Placed
from infograficos.text.highlight import CodeSpan, highlight
from infograficos.text.typography import NO_BREAK_SPACE

#: How the names of frames begin that are beside or below the code.
_REMARK = "nota"


@checked_dataclass
class CodeBlock:
    """A listing of code, verbatim.

    Notes are beside their lines if all of them fit there, else below. Consecutive marked lines share a band,
    up to one with a note. In reading order the lines come first, so that who copies them copies only code.

    Args:
        marked: the numbers of marked lines, from 1.
        notes: notes by line number; their lines are marked as well.
        role: gives marked lines their colours.
        more: a remark below the last line, such as the number of lines left out.
    """

    code: str
    language: str = "python"
    marked: tuple[int, ...] = ()
    notes: Mapping[int, str] = field(default_factory=dict)
    numbered: bool = False
    role: str = "input"
    more: str = ""

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the listing with its notes beside or below their lines."""
        options = (self._bands(beside=True), self._bands(beside=False))
        frame = layouter.layout(FirstThatFits(options) if self.notes else options[1], limits)
        lines, remarks = _lift_remarks(frame, ORIGIN)
        return replace(lines, items=(*lines.items, *remarks)) if remarks else frame

    def _bands(self, beside: bool) -> Element:
        bands: list[Element] = []
        for numbers in self._runs():
            if self._stands_out(numbers[0]) and self._stands_out(numbers[0] - 1):
                bands.append(Spacer("hair"))
            bands.append(self._band(numbers, beside))
        if self.more:
            bands.append(Band(comment_line(self.more)))
        return Column(tuple(bands), "none")

    def _runs(self) -> list[range]:
        """Return runs of line numbers that share a band, or have none, from top to bottom."""
        end = len(self._lines) + 1
        pairs = pairwise(range(1, end))
        starts = [
            n for last, n in pairs if last in self.notes or self._stands_out(last) != self._stands_out(n)
        ]
        return [range(*pair) for pair in pairwise([1, *starts, end])]

    def _stands_out(self, number: int) -> bool:
        return number in self.marked or number in self.notes

    def _band(self, numbers: range, beside: bool) -> Element:
        last = numbers[-1]
        rows = [self._row(number, beside) for number in numbers]
        below = "none"
        if self.notes.get(last) and not beside:
            rows += [Spacer("tiny"), self._note_below(last)]
            below = "tiny"
        return Band(Column(tuple(rows), "none"), self.role if self._stands_out(last) else None, below)

    def _row(self, number: int, beside: bool) -> Element:
        line = CodeLine(self._lines[number - 1])
        note = self.notes.get(number, "")
        parts: tuple[Element, ...] = (*self._gutter(number), Grow(line))
        if note and beside:
            # Keep the arrow with the first word.
            remark = Text(f"←{NO_BREAK_SPACE}{note}", "label", f"{self.role}.strong")
            aside = Named(f"{_REMARK}, linha {number}", NoWrap(remark))
            parts = (*self._gutter(number), Grow(NoWrap(line)), Spacer("medium"), aside)
        return Named(f"linha {number}", Row(parts, "none", "baseline"))

    def _note_below(self, number: int) -> Element:
        """Return a note on a badge, indented as its line, or not indented if it would not fit."""
        words = Named(f"{_REMARK}, linha {number}", badge(self.notes[number], self.role))
        line = "".join(span.text for span in self._lines[number - 1])
        indentation = len(line) - len(line.lstrip(" "))
        indented = Row((_blank(indentation), NoWrap(words)), "none")
        return Row((*self._gutter(None), Grow(FirstThatFits((indented, words)))), "none")

    def _gutter(self, number: int | None) -> tuple[Element, ...]:
        if not self.numbered:
            return ()
        digits = len(str(len(self._lines)))
        if number is None:
            return (_blank(digits), Spacer("small"))
        return (Named(f"{_REMARK}, número {number}", comment_line(f"{number:>{digits}}")), Spacer("small"))

    @property
    def _lines(self) -> tuple[tuple[CodeSpan, ...], ...]:
        return highlight(self.code, self.language)


def _lift_remarks(frame: Frame, at: Point) -> tuple[Frame, list[Placed]]:
    """Return a frame without its remarks, and the remarks placed at its origin moved by a point."""
    items: list[Placed] = []
    lifted: list[Placed] = []
    for placed in frame.items:
        if isinstance(placed.item, Frame) and placed.item.name.startswith(_REMARK):
            lifted.append(replace(placed, at=placed.at.translate(at)))
        elif isinstance(placed.item, Frame):
            inner, more = _lift_remarks(placed.item, placed.at.translate(at))
            items.append(replace(placed, item=inner) if more else placed)
            lifted += more
        else:
            items.append(placed)
    return (replace(frame, items=tuple(items)) if lifted else frame), lifted


def _blank(count: int) -> Element:
    """Return room as wide as a number of characters."""
    return SameWidthAs((plain_line("0" * count),))
