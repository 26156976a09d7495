"""A table with a header and hairlines or, where that is too wide, a card for each row."""

from __future__ import annotations

from dataclasses import dataclass

from infograficos.elements.card import Card, Named
from infograficos.elements.column import Column
from infograficos.elements.flow import Align, FirstThatFits, Grow, NoWrap
from infograficos.elements.grid import Cell, Grid
from infograficos.elements.row import Row
from infograficos.elements.shapes import Rule
from infograficos.elements.text import Text
from infograficos.language.numbers import NO_VALUE
from infograficos.language.portuguese import pluralize
from infograficos.layout import Element

#: Marks the best value of a column besides its colour.
STAR = "★"

#: The number of lines that all cards have together.
_CARD_LINES = 20


@dataclass(frozen=True, slots=True)
class TableHeader:
    """A column's header; values of a numeric column are aligned at their ends."""

    words: str
    numeric: bool = False

    @property
    def align(self) -> Align:
        """The alignment of the column's texts."""
        return "end" if self.numeric else "start"


@dataclass(frozen=True, slots=True)
class TableValue:
    """A formatted value, and whether it is the best of its column."""

    words: str
    best: bool = False

    def element(self, heading: TableHeader, role: str, first: bool) -> Element:
        """Return the value, aligned as its column, with a star if it is the best."""
        if self.best:
            words = Text(self.words, "mark", f"{role}.strong", "end", literal=True, tabular=True)
            star = Text(STAR, "mark", f"{role}.strong", literal=True)
            return Row((star, NoWrap(words)), "tiny", justify="end")
        color = "muted" if self.words == NO_VALUE else "ink"
        if heading.numeric:
            return NoWrap(Text(self.words, "label", color, "end", literal=True, tabular=True))
        return Text(self.words, "mark" if first else "label", color)


def data_table(
    headings: tuple[TableHeader, ...], rows: tuple[tuple[TableValue, ...], ...], hidden: int, role: str
) -> Element:
    """Return rows below their headers or, where it is narrow, a card for each row.

    The first column names the rows; `hidden` counts rows left out; the best values have the role's colour.
    """
    drawn = [
        [
            entry.element(heading, role, first=not i)
            for i, (heading, entry) in enumerate(zip(headings, row, strict=True))
        ]
        for row in rows
    ]
    whole: list[list[Element]] = [[NoWrap(element) for element in row] for row in drawn]
    most = _cards_shown(headings, rows)
    cards = _cards(headings, drawn[:most], _rest(hidden + max(0, len(rows) - most)))
    return FirstThatFits(
        (_grid(headings, whole, _rest(hidden)), _grid(headings, drawn, _rest(hidden)), cards)
    )


def _rest(hidden: int) -> tuple[Element, ...]:
    words = f"… e mais {pluralize(hidden, 'linha', 'linhas')}"
    return (Text(words, "label", "muted", literal=True),) if hidden else ()


def _cards_shown(headings: tuple[TableHeader, ...], rows: tuple[tuple[TableValue, ...], ...]) -> int:
    """Return the number of rows with a card: as many as fit a phone, and all with a best value."""
    best = max((i for i, row in enumerate(rows, 1) if any(entry.best for entry in row)), default=1)
    return max(best, _CARD_LINES // len(headings))


def _grid(
    headings: tuple[TableHeader, ...], rows: list[list[Element]], after: tuple[Element, ...]
) -> Element:
    width = len(headings)
    names = [Text(each.words, "mark", "muted", each.align, literal=True) for each in headings]
    cells = [Cell(name, 0, i, align="end") for i, name in enumerate(names)]
    lines: list[list[Cell]] = [[Cell(element, 0, i) for i, element in enumerate(row)] for row in rows]
    lines += [[Cell(element, 0, 0, columns=width)] for element in after]
    for number, line in enumerate(lines):
        rule = Rule("line", "border") if number else Rule("muted")
        cells.append(Cell(rule, 2 * number + 1, 0, columns=width))
        cells += [Cell(cell.child, 2 * number + 2, cell.column, columns=cell.columns) for cell in line]
    return Card(Grid(tuple(cells), (1.0,) * width, "medium", "small"))


def _cards(
    headings: tuple[TableHeader, ...], rows: list[list[Element]], after: tuple[Element, ...]
) -> Element:
    cards = [Named(f"linha {number}", _card(headings, row)) for number, row in enumerate(rows, 1)]
    return Column((*cards, *after), "small")


def _card(headings: tuple[TableHeader, ...], row: list[Element]) -> Element:
    lines = [
        Row((Grow(Text(heading.words, "label", "muted", literal=True)), value), "small", "baseline")
        for heading, value in zip(headings[1:], row[1:], strict=True)
    ]
    return Card(Column((row[0], *lines), "small"), padding="small", radius="inner")
