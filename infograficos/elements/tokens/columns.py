"""Tokens from top to bottom with lanes beside them: the staircase of a strip where its columns do not fit."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from infograficos.elements.cap import Cap, CapState
from infograficos.elements.charts.legend import LegendItem, legend
from infograficos.elements.flow import NoWrap, Spacer
from infograficos.elements.grid import Cell, Grid
from infograficos.elements.row import Row
from infograficos.elements.shapes import Rule
from infograficos.elements.text import Text
from infograficos.elements.tokens.strip import Lane
from infograficos.layout import Element

#: More rows than this are too high for a sheet: those between equal ones become one ellipsis.
_MAX_ROWS = 12


def token_mark(role: str, state: CapState = "context", side: str = "tiny") -> Element:
    """Return what stands for a token's chip where its words are at the left.

    Args:
        role: its colour role.
        state: as that of a `Cap`.
        side: the space at its left and right.
    """
    return Cap(Spacer("hair"), role, state, "tiny", side, slim=True)


def vertical_strip(lanes: Sequence[Lane], grow: bool = True) -> Element:
    """Return lanes as columns, the first cell of each in the first row.

    Args:
        lanes: from left to right, with equally many cells; a lane's name is its heading.
        grow: let the lanes with chips or marks take all free room; else they are narrow and centred.
    """
    cells: list[Cell] = []
    for column, lane in enumerate(lanes):
        if lane.name:
            heading = Text(lane.name, "label", lane.color, "center" if column else "start", literal=True)
            cells.append(Cell(heading, 0, column, align="start"))
    if cells:
        cells.append(Cell(Spacer("none"), 1, 0))
    rows = zip(*(lane.cells for lane in lanes), strict=True)
    for row, group in enumerate(_shorten(list(rows)), 2 if cells else 0):
        if not any(isinstance(cell, Cap) for cell in group):
            # A row without a mark is as tall as one.
            cells.append(Cell(Spacer("medium"), row, 0))
        for column, cell in enumerate(group):
            if cell:
                cells.append(
                    Cell(cell, row, column, align="stretch" if isinstance(cell, Cap | Rule) else "center")
                )
    shares = (float(grow and any(isinstance(cell, Cap) for cell in lane.cells)) for lane in lanes)
    strip = Grid(tuple(cells), tuple(shares), "hair", "hair")
    return strip if grow else Row((NoWrap(strip),), justify="center")


def mark_key(*keys: tuple[str, str, CapState]) -> Element:
    """Return a legend of marks: the words for each, its colour role, and its state."""
    marks = (LegendItem(words, token_mark(role, state), role) for words, role, state in keys)
    return legend(tuple(marks))


def _shorten(rows: Sequence[tuple[Element | None, ...]]) -> list[tuple[Element | None, ...]]:
    """Return the rows; of too many, those whose neighbours have the same marks are one row of ellipses."""
    if len(rows) <= _MAX_ROWS:
        return list(rows)
    shown: list[tuple[Element | None, ...]] = []
    for marks, same in groupby(rows, key=lambda row: row[1:]):
        run = list(same)
        gap = Text("⋮", "label", "muted", literal=True), *marks
        shown += [run[0], gap, run[-1]] if len(run) > 3 else run
    return shown
