"""A ranking: names with values and bars, the largest first, and a cutoff line."""

from __future__ import annotations

from dataclasses import dataclass

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.card import Card, Named
from infograficos.elements.charts.bar import Bar, Fill
from infograficos.elements.flow import FirstThatFits, Grow, NoWrap
from infograficos.elements.grid import Cell, Grid
from infograficos.elements.icon import Icon
from infograficos.elements.row import Column, Row
from infograficos.elements.shapes import Rule
from infograficos.elements.text import Text
from infograficos.layout import Element


@checked_dataclass
class RankingRow:
    """A row with a bar or, if it sums up several items, with words instead.

    Args:
        role: the role of its colours; `masked` greys its words as well.
        fill: how the bar is filled; nothing for a row without a bar.
        placeholder: the words instead of the bar.
    """

    name: str
    label: str
    value: float
    role: str
    fill: Fill | None = None
    placeholder: str = ""

    def name_text(self) -> Element:
        """Return the name in one line: strong beside a solid bar, grey where nothing can be chosen."""
        if self.fill == "solid":
            return NoWrap(Text(self.name, "mark", f"{self.role}.strong", literal=True))
        return NoWrap(Text(self.name, "label", "ink" if self.fill == "mid" else "muted", literal=True))

    def label_text(self) -> Element:
        """Return the formatted value."""
        style = "mark" if self.fill == "solid" else "label"
        color = "muted" if self.role == "masked" else f"{self.role}.strong"
        return Text(self.label, style, color, literal=True, tabular=True)

    def bar(self, largest: float) -> Element:
        """Return the bar, or the words instead of it."""
        if self.fill:
            return Bar(self.value, largest, self.role, self.fill, size="icon")
        return _bare(Text(self.placeholder, "label", "muted", literal=True))


@dataclass(frozen=True, slots=True)
class RankingCutoff:
    """A line between rows where scissors cut, with the cutoff's name and, at the end, the kept amount."""

    name: str
    kept: str
    role: str

    def line(self) -> Element:
        """Return the line between its words or, where it would be short, in a row of its own below them."""
        scissors, line = Icon("scissors", "masked.strong"), Rule("masked.strong", dashed=True, least="link")
        name = Text(self.name, "mark", "masked.strong", literal=True)
        kept = Text(self.kept, "mark", f"{self.role}.strong", literal=True)
        pill = NoWrap(Card(kept, f"{self.role}.tint", None, "plate", "small", "pill"))
        beside = Row((scissors, NoWrap(name), Grow(line), pill), "tiny")
        ends = Row((Grow(NoWrap(name)), pill), "tiny")
        below = Row((scissors, Grow(line)), "tiny")
        return Named("corte", FirstThatFits((beside, Column((ends, below), "tiny"))))


def ranking(rows: tuple[RankingRow | RankingCutoff, ...], largest: float) -> Element:
    """Return the rows as a table or, where that is too wide, each bar below its words."""
    return FirstThatFits((_table(rows, largest), _list(rows, largest)))


def _table(rows: tuple[RankingRow | RankingCutoff, ...], largest: float) -> Element:
    cells: list[Cell] = []
    for i, row in enumerate(rows):
        if isinstance(row, RankingCutoff):
            cells.append(Cell(row.line(), i, 0, columns=3))
        else:
            cells.append(Cell(row.name_text(), i, 0))
            cells.append(Cell(row.label_text(), i, 1, justify="end"))
            cells.append(Cell(row.bar(largest), i, 2))
    return Grid(tuple(cells), (0.0, 0.0, 1.0), "small", "tiny")


def _list(rows: tuple[RankingRow | RankingCutoff, ...], largest: float) -> Element:
    children: list[Element] = []
    for row in rows:
        if isinstance(row, RankingCutoff):
            children.append(row.line())
        else:
            words = Row((Grow(row.name_text()), row.label_text()), "small")
            children.append(Column((words, row.bar(largest)) if row.fill else (words,), "tiny"))
    return Column(tuple(children), "medium")


def _bare(child: Element) -> Card:
    """Return a card without colours that gives its child a bar's height."""
    return Card(child, None, None, "hair", "none")
