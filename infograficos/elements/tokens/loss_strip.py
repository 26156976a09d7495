"""Tokens with a label and a bar each; those that do not count share a hatched cell.

Step by step, the tokens are shown first, then their labels, then the bars.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from infograficos.elements.card import Card, badge, chip
from infograficos.elements.charts.bar import LabeledBar, Orientation
from infograficos.elements.column import Column
from infograficos.elements.flow import FirstThatFits, NoWrap, Spacer
from infograficos.elements.fragment import Fragment
from infograficos.elements.grid import Cell, Grid
from infograficos.elements.row import Row
from infograficos.elements.shapes import Rule
from infograficos.elements.text import Text
from infograficos.elements.tokens.runs import GAP, TokenRun
from infograficos.layout import Element
from infograficos.text.typography import NO_BREAK_SPACE


@dataclass(frozen=True, slots=True)
class LossGroup:
    """What the tokens of one kind have in common.

    Args:
        name: what they are called.
        role: whose colours they have.
        label: the label of all of them, where they do not count; nothing where each has its own.
        off: the word on the hatch, where they do not count.
    """

    name: str
    role: str
    label: str = ""
    off: str = ""


@dataclass(frozen=True, slots=True)
class LossStrip:
    """Tokens in stretches of one kind each, with what is said about every one of them.

    Args:
        headings: what the three lines are: tokens, labels, bars.
        tokens: the tokens as one reads them.
        labels: their labels, in words.
        values: how long their bars are.
        written: what stands at the bars' ends.
        stretches: which tokens belong together, and which are shown.
        parts: what each kind of stretch is.
    """

    headings: tuple[str, str, str]
    tokens: Sequence[str]
    labels: Sequence[str]
    values: Sequence[float]
    written: Sequence[str]
    stretches: tuple[TokenRun, ...]
    parts: Mapping[str, LossGroup]

    @property
    def largest(self) -> float:
        """The value of the longest bar that is shown."""
        open_ones = [each for each in self.stretches if each.kind != GAP and not self.parts[each.kind].off]
        return max((self.values[i] for each in open_ones for i in each.shown if i is not None), default=0.0)


def horizontal_loss_strip(strip: LossStrip) -> Element:
    """Return the tokens from left to right, their labels below them, and bars that rise."""
    cells = [
        Cell(Fragment(row, Text(name, "label", "muted")), row, 0)
        for row, name in enumerate(strip.headings, 1)
    ]
    column = 1
    for each in strip.stretches:
        cells += _columns(strip, each, column)
        column += len(each.shown)
    return Grid(tuple(cells), (0.0, *[1.0] * (column - 1)), "tiny", "small")


def vertical_loss_strip(strip: LossStrip) -> Element:
    """Return the tokens below each other with their labels beside them, and bars that grow to the right."""
    cells, row = [], 0
    for each in strip.stretches:
        if row:
            cells.append(Cell(Spacer("tiny"), row, 0))
        if each.kind == GAP:
            cells.append(Cell(_more(), row + 1, 0, columns=3))
            row += 2
            continue
        cells.append(Cell(_heading(strip.parts[each.kind], each), row + 1, 0, columns=3))
        row += 2
        cells += _rows(strip, each, row)
        row += len(each.shown)
    return Grid(tuple(cells), (0.0, 0.0, 1.0), "tiny", "tiny")


def _columns(strip: LossStrip, each: TokenRun, column: int) -> list[Cell]:
    if each.kind == GAP:
        return [Cell(_more(), 1, column)]
    part, count = strip.parts[each.kind], len(each.shown)
    cells = [Cell(_heading(part, each), 0, column, columns=count)]
    cells += [Cell(_token(strip, i, part), 1, column + at) for at, i in enumerate(each.shown)]
    if part.off:
        shared = _shared_label(part.label)
        if each.count > 1:
            shared = FirstThatFits((NoWrap(_shared_label(f"{part.label} em todos")), shared))
        cells.append(Cell(Fragment(2, shared), 2, column, columns=count))
        return [*cells, Cell(_hatch(part), 3, column, columns=count, align="stretch")]
    for at, i in enumerate(each.shown):
        if i is not None:
            cells.append(Cell(_label(strip, i, part), 2, column + at))
            cells.append(Cell(_bar(strip, i, part), 3, column + at, align="end"))
    return cells


def _rows(strip: LossStrip, each: TokenRun, row: int) -> list[Cell]:
    part, count = strip.parts[each.kind], len(each.shown)
    cells = []
    for at, i in enumerate(each.shown, row):
        cells.append(Cell(_token(strip, i, part), at, 0))
        if i is not None and not part.off:
            cells.append(Cell(_label(strip, i, part), at, 1))
            cells.append(Cell(_bar(strip, i, part, "horizontal"), at, 2))
    if part.off:
        shared = Fragment(2, _shared_label(part.label))
        cells.append(Cell(shared, row, 1, rows=count, align="stretch"))
        cells.append(Cell(_hatch(part), row, 2, rows=count, align="stretch"))
    return cells


def _heading(part: LossGroup, each: TokenRun) -> Element:
    words = f"{part.name}{NO_BREAK_SPACE}({each.count})" if None in each.shown else part.name
    name = Text(words, "strong", f"{part.role}.strong", "center")
    return Column((name, Rule(f"{part.role}.line", "accent")), "tiny")


def _token(strip: LossStrip, i: int | None, part: LossGroup) -> Element:
    if i is None:
        return _more(part.role)
    return chip(strip.tokens[i], part.role)


def _more(role: str = "masked") -> Element:
    return Text("…", "strong", f"{role}.strong", "center", literal=True)


def _label(strip: LossStrip, i: int, part: LossGroup) -> Element:
    words = Text(strip.labels[i], "mark", f"{part.role}.strong", "center", literal=True, tabular=True)
    return Fragment(2, Card(words, None, None, "small", "none"))


def _bar(strip: LossStrip, i: int, part: LossGroup, orientation: Orientation = "vertical") -> Element:
    bar = LabeledBar(strip.values[i], strip.largest, strip.written[i], part.role, orientation)
    return Fragment(3, bar)


def _shared_label(label: str) -> Element:
    words = Text(label, "mark", "masked.strong", "center", literal=True)
    return Card(words, "masked.soft", None, "small", "small", "chip", align="center")


def _hatch(part: LossGroup) -> Element:
    pill = Row((badge(part.off, "masked"),), justify="center")
    # In the column of a single token the hatch and the label above it have to say it.
    inside = FirstThatFits((pill, Spacer()))
    hatch = Card(inside, "masked.soft", "masked.line", "small", "hair", "chip", hatched=True, align="center")
    return Fragment(3, hatch)


def result_card(said: str, result: str, role: str) -> Element:
    """Return what is computed and, beside it or below it, what comes out."""
    color = f"{role}.strong"
    words = Text(said, "heading", color, "center", literal=True)
    large = Text(result, "headline", color, literal=True)
    wide = Row((NoWrap(words), large), "tiny", "baseline", "center")
    either = FirstThatFits((wide, Column((words, large), "text", "center")))
    return Card(either, f"{role}.soft", f"{role}.line", "small")
