"""A code listing with marked lines and notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from itertools import pairwise
from typing import Literal

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.card import Band, Named
from infograficos.elements.code.line import CodeLine, comment_line, plain_line
from infograficos.elements.flow import FirstThatFits, Grow, NoWrap, SameWidthAs, Spacer
from infograficos.elements.objects.balloon import Balloon, balloon_words
from infograficos.elements.row import Column, Row
from infograficos.elements.shapes import Dot
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Size
from infograficos.scene.items import Frame, Placed
from infograficos.text.highlight import CodeSpan, highlight

#: How the names of frames begin that are beside or below the code.
_REMARK = "nota"
#: With more lines than this they are set in small letters.
_MAX_LARGE = 7


@checked_dataclass
class CodeBlock:
    """A listing of code, verbatim.

    Notes are beside their lines if all of them fit there, else below. Consecutive marked lines share a band.
    In reading order the lines come first, so that who copies them copies only code.

    Args:
        marked: the numbers of marked lines, from 1.
        notes: notes by line number; their lines are marked as well.
        role: gives marked lines their colours.
        focus: the number of the line whose note is the one to remember, or 0.
        more: a remark below the last line, such as the number of lines left out.
        pictures: what is below lines, by their numbers.
    """

    code: str
    language: str = "python"
    marked: tuple[int, ...] = ()
    notes: Mapping[int, str] = field(default_factory=dict)
    numbered: bool = False
    role: str = "input"
    focus: int = 0
    more: str = ""
    pictures: Mapping[int, Element] = field(default_factory=dict)

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the listing with its notes beside or below their lines."""
        lines, remarks = _lift_remarks(
            frame := layouter.layout(FirstThatFits(self._options()), limits), ORIGIN
        )
        return replace(lines, items=(*lines.items, *remarks)) if remarks else frame

    def _options(self) -> tuple[Element, ...]:
        """Return the arrangements, best first: large letters if no line breaks, notes beside their lines."""
        large = ("code_large",) if len(self._lines) <= _MAX_LARGE else ()
        beside = (True,) if self.notes else ()
        options = ((style, beside) for beside in (*beside, False) for style in (*large, "code"))
        return tuple(self._bands(*option) for option in options)

    def _bands(self, style: str, beside: bool) -> Element:
        more = (Band(comment_line(self.more)),) if self.more else ()
        return Column((*(self._band(numbers, style, beside) for numbers in self._runs()), *more), "none")

    def _runs(self) -> list[range]:
        """Return runs of line numbers that share a band, or have none, from top to bottom."""
        end = len(self._lines) + 1
        pairs = pairwise(range(1, end))
        starts = [n for last, n in pairs if self._stands_out(last) != self._stands_out(n)]
        return [range(*pair) for pair in pairwise([1, *starts, end])]

    def _stands_out(self, number: int) -> bool:
        return number in self.marked or number in self.notes

    @property
    def gutter(self) -> Element:
        """An element as wide as the strip of marks and line numbers."""
        return Row((Spacer("small"), self._sign(None), Spacer("hair")), "none")

    def _band(self, numbers: range, style: str, beside: bool) -> Element:
        rows: list[Element] = []
        for number in numbers:
            # What comes after a balloon does not touch it.
            rows += [Spacer("hair")] if number != numbers[0] and number - 1 in self.notes else []
            rows.append(self._row(number, style, beside))
            rows += [self._note_below(number, style)] if self.notes.get(number) and not beside else []
            is_below_note = bool(self.notes.get(number)) and not beside
            rows += [Spacer("tiny")] if is_below_note and number in self.pictures else []
            rows += [self._picture_below(number)] if number in self.pictures else []
        role = self.role if self._stands_out(numbers[0]) else None
        # A balloon beside a line gives its band room enough.
        is_low = role and not (beside and all(number in self.notes for number in numbers))
        return Band(Column(tuple(rows), "none"), role, "hair" if is_low else "none")

    def _row(self, number: int, style: str, beside: bool) -> Element:
        line: Element = CodeLine(self._lines[number - 1], style=style)
        line = line if style == "code" else NoWrap(line)
        note = self.notes.get(number, "")
        parts: tuple[Element, ...] = (self._sign(number, style), Spacer("small"), Grow(line))
        if note and beside:
            parts = (*parts[:-1], Grow(NoWrap(line)), Spacer("medium"), NoWrap(self._note(number, "left")))
        return Named(f"linha {number}", Row(parts, "none", "baseline"))

    def _note(self, number: int, tail: Literal["left", "up"]) -> Element:
        """Return a note in a balloon whose tail is at its line."""
        is_focus = number == self.focus
        words = balloon_words(self.notes[number], self.role, "mark" if is_focus else "label", solid=is_focus)
        balloon = Balloon(
            words, self.role, tail, "middle" if tail == "left" else "start", is_focus, "tiny", "small"
        )
        return Named(f"{_REMARK}, linha {number}", balloon)

    def _note_below(self, number: int, style: str) -> Element:
        """Return a note below its line, indented as it is, or not indented if it would not fit."""
        words = self._note(number, "up")
        line = "".join(span.text for span in self._lines[number - 1])
        indentation = len(line) - len(line.lstrip(" "))
        indented = Row((_blank(indentation, style), NoWrap(words)), "none")
        return Row((self._sign(None), Spacer("small"), Grow(FirstThatFits((indented, words)))), "none")

    def _picture_below(self, number: int) -> Element:
        parts = (self._sign(None), Spacer("small"), Grow(self.pictures[number]), Spacer("small"))
        return Column((Row(parts, "none"), Spacer("tiny")), "none")

    def _sign(self, number: int | None, style: str = "code") -> Element:
        """Return a line's number, or else the sign of a marked line, in the gutter."""
        digits = len(str(len(self._lines)))
        if not self.numbered:
            is_marked = number is not None and self._stands_out(number)
            return _Sign(f"{self.role}.strong", style) if is_marked else SameWidthAs((Dot("point"),))
        if number is None:
            return _blank(digits)
        return Named(f"{_REMARK}, número {number}", comment_line(f"{number:>{digits}}"))

    @property
    def _lines(self) -> tuple[tuple[CodeSpan, ...], ...]:
        return highlight(self.code, self.language)


@checked_dataclass
class _Sign:
    """A dot in the middle of the height of a line of code."""

    color: str
    style: str

    def layout(self, _limits: Limits, layouter: Layouter) -> Frame:
        """Return the dot."""
        dot = layouter.layout(Dot("point", self.color), Limits())
        line = layouter.layout(plain_line("", style=self.style), Limits())
        at = Point(0.0, (line.size.height - dot.size.height) / 2)
        return Frame(Size(dot.size.width, line.size.height), (Placed(at, dot),), line.baseline)


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


def _blank(count: int, style: str = "code") -> Element:
    """Return room as wide as a number of characters."""
    return SameWidthAs((plain_line("0" * count, style=style),))
