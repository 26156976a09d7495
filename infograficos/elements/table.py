"""Tables of values, as cards where they are too wide, and grids with headings and axis names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from infograficos.content.element_words import ROW_WORDS
from infograficos.elements.card import Card, Named
from infograficos.elements.flow import Align, FirstThatFits, Grow, NoWrap, Spacer
from infograficos.elements.grid import Cell, Grid
from infograficos.elements.row import Column, Row
from infograficos.elements.shapes import Rule
from infograficos.elements.text import Text
from infograficos.language.numbers import NO_VALUE
from infograficos.layout import Element
from infograficos.text.typography import NO_BREAK_SPACE

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
        return Text(self.words, "mark" if first else "label", color, literal=True)


def data_table(
    headings: tuple[TableHeader, ...], rows: tuple[tuple[TableValue, ...], ...], hidden: int, role: str
) -> Element:
    """Return rows below their headers or, where it is narrow, a card for each row.

    The first column names the rows; `hidden` counts rows left out; the best values have the role's colour.
    """
    drawn = [
        [value.element(each, role, each is headings[0]) for each, value in zip(headings, row, strict=True)]
        for row in rows
    ]
    whole: list[list[Element]] = [[NoWrap(element) for element in row] for row in drawn]
    # As many rows have a card as fit a phone, and all with a best value.
    best = max((i for i, row in enumerate(rows, 1) if any(value.best for value in row)), default=1)
    most = max(best, _CARD_LINES // len(headings))
    cards = [Named(f"linha {i}", _card(headings, row)) for i, row in enumerate(drawn[:most], 1)]
    narrow = Column((*cards, *_rest(hidden + max(0, len(rows) - most))), "small")
    return FirstThatFits((*(_grid(headings, lines, _rest(hidden)) for lines in (whole, drawn)), narrow))


def _rest(hidden: int) -> tuple[Element, ...]:
    return (Text(ROW_WORDS("more_rows", hidden), "label", "muted", literal=True),) if hidden else ()


def _grid(
    headings: tuple[TableHeader, ...], rows: list[list[Element]], after: tuple[Element, ...]
) -> Element:
    width = len(headings)
    names = [
        Text(each.words, "mark", "muted", each.align, literal=True) if each.words else Spacer()
        for each in headings
    ]
    cells = [Cell(name, 0, i, align="end") for i, name in enumerate(names)]
    for row, line in enumerate([*rows, after] if after else rows):
        rule = Rule("line", "border") if row else Rule("muted")
        cells.append(Cell(rule, 2 * row + 1, 0, columns=width))
        columns = 1 if line is not after else width
        cells += [Cell(element, 2 * row + 2, i, columns=columns) for i, element in enumerate(line)]
    return Card(Grid(tuple(cells), (1.0,) * width, "medium", "small"))


def _card(headings: tuple[TableHeader, ...], row: list[Element]) -> Element:
    lines = [
        Row((Grow(Text(heading.words, "label", "muted", literal=True)), value), "small", "baseline")
        for heading, value in zip(headings[1:], row[1:], strict=True)
    ]
    return Card(Column((row[0], *lines), "small"), padding="small", radius="inner")


@dataclass(frozen=True, slots=True)
class Headings:
    """Names of a grid's rows, columns and axes, whether “…” marks omitted ones, and a note after each row."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    row_axis: str
    column_axis: str
    more_rows: bool = False
    more_columns: bool = False
    notes: tuple[str, ...] = ()


def with_headings(cells: Sequence[Sequence[Element]], headings: Headings, compact: bool = False) -> Element:
    """Return rows of cells with headings; `compact` puts both axis names in one line above."""
    width = len(headings.columns)
    placed = [*_axes(headings, compact), *_columns(headings)]
    for i, (name, line) in enumerate(zip(headings.rows, cells, strict=True), 2):
        # The spacer keeps long names from touching the first cell.
        heading = Row((Text(name, "mark", "ink", literal=True), Spacer("hair")), "hair")
        # Names of several lines keep apart.
        placed.append(Cell(Card(heading, None, None, "hair", "none"), i, 0))
        placed += [Cell(cell, i, j, align="stretch") for j, cell in enumerate(line, 1)]
    if headings.more_rows:
        last = len(headings.rows) + 2
        placed += [Cell(_more("center" if j else "start"), last, j) for j in range(width + 1)]
    grow = (0.0, *[1.0] * width, *[0.0] * headings.more_columns)
    if headings.notes:
        # A note of two lines would be read together with that of the next row.
        notes = (NoWrap(Text(note, "label", "muted")) for note in headings.notes)
        placed += [Cell(Row((Spacer("hair"), note), "hair"), i, len(grow)) for i, note in enumerate(notes, 2)]
        grow = (*grow, 0.0)
    return Grid(tuple(placed), grow, "hair", "hair", equal=True)


def inline_legend(items: Sequence[Element]) -> Element:
    """Return legend items in a row, or in a column where there is no room."""
    row = Row(tuple(NoWrap(item) for item in items), "large", justify="center")
    return FirstThatFits((row, Column(tuple(items), "small")))


def _axes(headings: Headings, compact: bool) -> list[Cell]:
    width = len(headings.columns)
    # Keep the arrow with its word: alone on a line it would point at nothing.
    down = Text(f"{headings.row_axis}{NO_BREAK_SPACE}↓", "label", "muted")
    across = f"{headings.column_axis}{NO_BREAK_SPACE}→"
    if compact:
        both = Row((down, Text(across, "label", "muted")), "small", justify="between")
        return [Cell(both, 0, 0, columns=width + 1)]
    return [Cell(down, 1, 0), Cell(Text(across, "label", "muted", "center"), 0, 1, columns=width)]


def _columns(headings: Headings) -> list[Cell]:
    texts = [Text(name, "mark", "ink", "center", literal=True) for name in headings.columns]
    cells = [Cell(Card(text, None, None, "tiny", "hair"), 1, j) for j, text in enumerate(texts, 1)]
    return [*cells, Cell(_more(), 1, len(texts) + 1)] if headings.more_columns else cells


def _more(align: Align = "center") -> Element:
    return Text("…", "mark", "muted", align, literal=True)
