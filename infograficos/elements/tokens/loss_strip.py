"""Tokens with a label and a loss bar each; ignored tokens share a dotted band.

Step by step, the tokens are shown first, then their labels, then the bars.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from infograficos.content.element_words import LOSS_WORDS
from infograficos.elements.cap import CapState, ShadeBand, word_cap
from infograficos.elements.card import Card, Fragment
from infograficos.elements.charts.bar import LabeledBar, Orientation
from infograficos.elements.flow import FirstThatFits, NoWrap, Spacer
from infograficos.elements.grid import Cell, Grid
from infograficos.elements.row import Column, Row
from infograficos.elements.shapes import Rule
from infograficos.elements.text import Text
from infograficos.elements.tokens.runs import GAP, TokenRun
from infograficos.elements.wrap import Wrap
from infograficos.layout import Element
from infograficos.text.typography import NO_BREAK_SPACE


@dataclass(frozen=True, slots=True)
class LossGroup:
    """A kind of tokens; ignored ones share a `label`, and `off` says that they have no loss."""

    name: str
    role: str
    label: str = ""
    off: str = ""


@dataclass(frozen=True, slots=True)
class LossStrip:
    """Tokens in runs of one kind each, with their labels and losses; `groups` are by kind."""

    headings: tuple[str, str, str]
    tokens: Sequence[str]
    labels: Sequence[str]
    losses: Sequence[float]
    loss_texts: Sequence[str]
    runs: tuple[TokenRun, ...]
    groups: Mapping[str, LossGroup]

    @property
    def largest(self) -> float:
        """The largest loss shown."""
        counted = [run for run in self.runs if run.kind != GAP and not self.groups[run.kind].off]
        return max((self.losses[i] for run in counted for i in run.shown if i is not None), default=0.0)


def horizontal_loss_strip(strip: LossStrip) -> Element:
    """Return the tokens in a row, with labels and vertical bars below them."""
    cells = [
        Cell(Fragment(row, Text(name, "label", "muted")), row, 0, align="center" if row > 1 else "baseline")
        for row, name in enumerate(strip.headings, 1)
    ]
    column = 1
    for run in strip.runs:
        cells += _columns(strip, run, column)
        column += len(run.shown)
    return Grid(tuple(cells), (0.0, *[1.0] * (column - 1)), "tiny", "small")


def vertical_loss_strip(strip: LossStrip) -> Element:
    """Return the tokens in a column, with labels and horizontal bars beside them."""
    cells, row = [], 0
    for run in strip.runs:
        if row:
            cells.append(Cell(Spacer("tiny"), row, 0))
        head = _more() if run.kind == GAP else _heading(strip.groups[run.kind], run)
        cells.append(Cell(head, row + 1, 0, columns=3))
        row += 2
        if run.kind == GAP:
            continue
        rows = _ignored_rows(strip, run, row) if strip.groups[run.kind].off else _rows(strip, run, row)
        row = 1 + max(cell.row for cell in rows)
        cells += rows
    return Grid(tuple(cells), (0.0, 0.0, 1.0), "tiny", "tiny")


def _columns(strip: LossStrip, run: TokenRun, column: int) -> list[Cell]:
    if run.kind == GAP:
        return [Cell(_more(), 1, column)]
    group, count = strip.groups[run.kind], len(run.shown)
    cells = [Cell(_heading(group, run), 0, column, columns=count)]
    cells += [
        Cell(_token(strip, i, group, slim=False), 1, at, align="baseline")
        for at, i in enumerate(run.shown, column)
    ]
    if group.off:
        shared: Element = _band(group.label)
        if run.count > 1:
            words = LOSS_WORDS("shared_label", label=group.label)
            shared = FirstThatFits((NoWrap(_band(words)), shared))
        cells.append(Cell(Fragment(2, shared), 2, column, columns=count))
        # A single token's column is too narrow for the word; its band suffices.
        off = FirstThatFits((NoWrap(_off(group)), Spacer()))
        return [*cells, Cell(Fragment(3, off), 3, column, columns=count, align="end")]
    for at, i in enumerate(run.shown, column):
        if i is not None:
            cells.append(Cell(_label(strip, i, group), 2, at))
            cells.append(Cell(_bar(strip, i, group), 3, at, align="end"))
    # A low bar on a line of nearly its colour would not be seen.
    floor = Fragment(3, Rule(f"{group.role}.mark"))
    return [*cells, Cell(floor, 3, column, columns=count, align="end")]


def _rows(strip: LossStrip, run: TokenRun, row: int) -> list[Cell]:
    group = strip.groups[run.kind]
    cells = []
    for at, i in enumerate(run.shown, row):
        cells.append(Cell(_token(strip, i, group), at, 0))
        if i is not None:
            cells.append(Cell(_label(strip, i, group), at, 1))
            cells.append(Cell(_bar(strip, i, group, "horizontal"), at, 2))
    return cells


def _ignored_rows(strip: LossStrip, run: TokenRun, row: int) -> list[Cell]:
    """Return the tokens beside each other over their band: what is ignored is never the largest mass."""
    group = strip.groups[run.kind]
    tokens = Wrap(tuple(_token(strip, i, group, "tiny") for i in run.shown), "tiny", "tiny")
    shared = Row((_shared_label(group.label), Fragment(3, _off(group))), "small", justify="center")
    band = Fragment(2, ShadeBand(shared, "tiny"))
    if len(run.shown) == 1:
        token = _token(strip, run.shown[0], group)
        return [Cell(token, row, 0), Cell(band, row, 1, columns=2)]
    return [Cell(tokens, row, 0, columns=3), Cell(band, row + 1, 0, columns=3)]


def _heading(group: LossGroup, run: TokenRun) -> Element:
    words = f"{group.name}{NO_BREAK_SPACE}({run.count})" if None in run.shown else group.name
    name = Text(words, "strong", f"{group.role}.strong", "center")
    return Column((name, Rule(f"{group.role}.line", "accent")), "tiny")


def _token(
    strip: LossStrip, i: int | None, group: LossGroup, side: str = "small", slim: bool = True
) -> Element:
    if i is None:
        return _more(group.role)
    state: CapState = "focus" if not group.off else "masked" if group.role == "masked" else "context"
    return replace(word_cap(strip.tokens[i], group.role, state), side=side, slim=slim)


def _more(role: str = "masked") -> Element:
    return Text("…", "strong", f"{role}.strong", "center", literal=True)


def _label(strip: LossStrip, i: int, group: LossGroup) -> Element:
    words = Text(strip.labels[i], "mark", f"{group.role}.strong", "center", literal=True, tabular=True)
    return Fragment(2, Card(words, None, None, "small", "none"))


def _bar(strip: LossStrip, i: int, group: LossGroup, orientation: Orientation = "vertical") -> Element:
    bar = LabeledBar(strip.losses[i], strip.largest, strip.loss_texts[i], group.role, orientation)
    return Fragment(3, bar)


def _shared_label(label: str) -> Element:
    return Text(label, "mark", "masked.strong", "center", literal=True)


def _band(label: str) -> Element:
    return ShadeBand(_shared_label(label), "tiny")


def _off(group: LossGroup) -> Element:
    return Text(group.off, "label", "masked.strong", "center")


def result_card(computation: str, result: str, role: str) -> Element:
    """Return a card with a computation and its result, beside or below it."""
    color = f"{role}.strong"
    words = Text(computation, "heading", color, "center", literal=True)
    large = Text(result, "headline", color, literal=True)
    wide = Row((NoWrap(words), large), "tiny", "baseline", "center")
    fitted = FirstThatFits((wide, Column((words, large), "text", "center")))
    return Card(fitted, f"{role}.soft", None, "small")
