"""Rows and columns of a formula: matrices, cases, and equations one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from infograficos.elements.formulas.box import MathBox, MathStyle, overlay

#: The gaps between columns and rows, and between the rows of displayed equations, in times the size.
_COLUMN_GAP, _ROW_GAP, _LOOSE_ROW_GAP = 0.85, 0.3, 0.5

#: The gap between two equations in one row.
_PAIR_GAP = 1.4

#: The least ascent and descent of a row, so that rows of small letters are as far apart as others.
_ASCENT, _DESCENT = 0.73, 0.21


def table(rows: Sequence[Sequence[MathBox]], columns: str, style: MathStyle, *, is_loose: bool) -> MathBox:
    """Return cells in rows and columns, in the middle of the axis.

    Args:
        columns: the alignment of each column, repeated for further ones; those of `rl` meet in pairs.
    """
    count = max(map(len, rows))
    widths = [max((row[i].width for row in rows if i < len(row)), default=0.0) for i in range(count)]
    starts, right = _starts(widths, columns, style)
    bottom, parts = 0.0, []
    for n, row in enumerate(rows):
        ascent = max(_ASCENT * style.size, *(box.ascent for box in row), 0.0)
        baseline = bottom + ascent + ((_LOOSE_ROW_GAP if is_loose else _ROW_GAP) * style.size if n else 0.0)
        bottom = baseline + max(_DESCENT * style.size, *(box.descent for box in row), 0.0)
        for i, box in enumerate(row):
            free = widths[i] - box.width
            share = {"l": 0.0, "c": 0.5, "r": 1.0}[columns[i % len(columns)]]
            parts.append((box, starts[i] + share * free, baseline))
    up = bottom / 2 + style.axis
    inside = overlay(right, [(box, x, y - up) for box, x, y in parts])
    return MathBox(right, up, bottom - up, inside.items)


def _starts(widths: Sequence[float], columns: str, style: MathStyle) -> tuple[list[float], float]:
    """Return where each column begins, and where the last one ends."""
    starts: list[float] = []
    right = 0.0
    for i, width in enumerate(widths):
        if i:
            right += _gap(i, columns) * style.size
        starts.append(right)
        right += width
    return starts, right


def _gap(i: int, columns: str) -> float:
    if columns == "rl":
        return 0.0 if i % 2 else _PAIR_GAP
    return _COLUMN_GAP if columns != "rcl" else 0.25
