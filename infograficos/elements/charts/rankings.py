"""Labels with their shares, the largest first, each with its bar, and a line where the rest is cut off."""

from __future__ import annotations

from dataclasses import dataclass

from infograficos.elements.card import Card, Named
from infograficos.elements.charts.lying_bar import Filling, LyingBar
from infograficos.elements.column import Column
from infograficos.elements.flow import FirstThatFits, Grow, NoWrap
from infograficos.elements.grid import Cell, Grid
from infograficos.elements.row import Row
from infograficos.elements.shapes import Rule
from infograficos.elements.text import Text
from infograficos.layout import Element


@dataclass(frozen=True, slots=True)
class Entry:
    """A row with its bar or, where it sums up several, with a word instead.

    Args:
        label: the words at its start.
        written: the value in words.
        value: the value that the bar's length says.
        role: whose colours it has; `masked` greys its words as well.
        filling: how the bar is filled, or nothing where there is none.
        instead: the words in the place of the bar.
    """

    label: str
    written: str
    value: float
    role: str
    filling: Filling | None = None
    instead: str = ""

    def name(self) -> Element:
        """Return the label in one line: strong beside a solid bar, grey where nothing can be chosen."""
        if self.filling == "solid":
            return NoWrap(Text(self.label, "mark", f"{self.role}.strong", literal=True))
        color = "ink" if self.filling == "pale" else "muted"
        return NoWrap(Text(self.label, "label", color, literal=True))

    def number(self) -> Element:
        """Return the value in words."""
        style = "mark" if self.filling == "solid" else "label"
        color = "muted" if self.role == "masked" else f"{self.role}.strong"
        return Text(self.written, style, color, literal=True, tabular=True)

    def bar(self, largest: float) -> Element:
        """Return the bar, or the words that stand in its place and are as high."""
        if self.filling:
            return LyingBar(self.value, largest, self.role, self.filling)
        return Card(Text(self.instead, "label", "muted", literal=True), None, None, "hair", "none")


@dataclass(frozen=True, slots=True)
class Cut:
    """A line between rows: on its left what cuts, on its right what is kept."""

    name: str
    kept: str
    role: str

    def element(self) -> Element:
        """Return the line between its words."""
        name = Text(self.name, "mark", "masked.strong", literal=True)
        kept = Text(self.kept, "mark", f"{self.role}.strong", literal=True)
        row = Row((NoWrap(name), Grow(Rule("masked.strong")), NoWrap(kept)), "small")
        return Named("corte", Card(row, None, None, "hair", "none"))


def ranking(rows: tuple[Entry | Cut, ...], largest: float) -> Element:
    """Return the rows as a table or, where that is too wide, each bar below its words."""
    return FirstThatFits((_table(rows, largest), _pairs(rows, largest)))


def _table(rows: tuple[Entry | Cut, ...], largest: float) -> Element:
    cells: list[Cell] = []
    for row, entry in enumerate(rows):
        if isinstance(entry, Cut):
            cells.append(Cell(entry.element(), row, 0, columns=3))
            continue
        cells += [
            Cell(entry.name(), row, 0),
            Cell(entry.number(), row, 1, justify="end"),
            Cell(entry.bar(largest), row, 2),
        ]
    return Grid(tuple(cells), (0.0, 0.0, 1.0), "small", "small")


def _pairs(rows: tuple[Entry | Cut, ...], largest: float) -> Element:
    children: list[Element] = []
    for entry in rows:
        if isinstance(entry, Cut):
            children.append(entry.element())
            continue
        words = Row((Grow(entry.name()), entry.number()), "small")
        children.append(Column((words, entry.bar(largest)) if entry.filling else (words,), "tiny"))
    return Column(tuple(children), "medium")
