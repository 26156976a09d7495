"""Grids with headings and axis names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from infograficos.elements.card import Card
from infograficos.elements.flow import Align, FirstThatFits, NoWrap, Spacer
from infograficos.elements.grid import Cell, Grid
from infograficos.elements.row import Column, Row
from infograficos.elements.text import Text
from infograficos.layout import Element
from infograficos.text.typography import NO_BREAK_SPACE


@dataclass(frozen=True, slots=True)
class Headings:
    """Names of a grid's rows, columns and axes, whether “…” marks omitted ones, and a note after each row.

    One row may stand out, by its place, on a band of a role.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    row_axis: str
    column_axis: str
    more_rows: bool = False
    more_columns: bool = False
    notes: tuple[str, ...] = ()
    lit: int | None = None
    lit_role: str = "model"


def with_headings(cells: Sequence[Sequence[Element]], headings: Headings, compact: bool = False) -> Element:
    """Return rows of cells with headings; `compact` puts both axis names in one line above."""
    width = len(headings.columns)
    grow = (0.0, *[1.0] * width, *[0.0] * headings.more_columns, *[0.0] * bool(headings.notes))
    placed = [*_axes(headings, compact), *_columns(headings)]
    inset = () if headings.lit is None else (Spacer(),)
    if headings.lit is not None:
        band = Card(Spacer(), f"{headings.lit_role}.tint", None, "none", radius="chip")
        placed.append(Cell(band, headings.lit + 2, 0, columns=len(grow), align="stretch"))
    for i, (name, line) in enumerate(zip(headings.rows, cells, strict=True), 2):
        is_lit = i - 2 == headings.lit
        # The spacer keeps long names from touching the first cell.
        heading = Row((*inset, Text(name, "mark", "ink", literal=True), Spacer("hair")), "hair")
        # Names of several lines keep apart.
        placed.append(Cell(Card(heading, None, None, "hair", "none"), i, 0))
        cells_of_row = (Card(cell, None, None, "hair", "none") if is_lit else cell for cell in line)
        placed += [Cell(cell, i, j, align="stretch") for j, cell in enumerate(cells_of_row, 1)]
    if headings.more_rows:
        last = len(headings.rows) + 2
        placed += [Cell(_more("center" if j else "start"), last, j) for j in range(width + 1)]
    for i, note in enumerate(headings.notes, 2):
        if note:
            # A note of two lines would be read together with that of the next row.
            words = NoWrap(Text(note, "mark" if i - 2 == headings.lit else "label", "muted"))
            placed.append(Cell(Row((Spacer("hair"), words, Spacer("hair")), "hair"), i, len(grow) - 1))
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
