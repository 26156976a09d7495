"""Elements in as many rows as they need, and columns broken into balanced lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, count, pairwise
from math import inf

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.flow import Align, offset
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import TOLERANCE, Limits, Point, Size
from infograficos.scene.items import Frame, Placed

#: Lines are balanced only if that makes them at most this part of their length.
_MUCH_SHORTER = 0.85


@checked_dataclass
class Wrap:
    """Children from left to right, wrapped into rows; each stays whole."""

    children: tuple[Element, ...]
    gap: str = "large"
    row_gap: str = "small"
    justify: Align = "center"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the rows, as wide as the widest one."""
        gap, row_gap = layouter.look.space(self.gap), layouter.look.space(self.row_gap)
        frames = [layouter.layout(child, Limits(limits.max_width)) for child in self.children]
        lines = _fill_lines([[frame.size.width] for frame in frames], limits.max_width + TOLERANCE, gap)
        rows = [[frames[i] for i in line] for line in lines]
        widths = [sum(frame.size.width for frame in row) + gap * (len(row) - 1) for row in rows]
        width = max([*widths, limits.min_width])
        items, y = [], 0.0
        for row, wide in zip(rows, widths, strict=True):
            height = max(frame.size.height for frame in row)
            x = offset(self.justify, width - wide)
            for frame in row:
                items.append(Placed(Point(x, y + (height - frame.size.height) / 2), frame))
                x += frame.size.width + gap
            y += height + row_gap
        return Frame(Size(width, max(0.0, y - row_gap)), tuple(items))


def break_columns(groups: Sequence[Sequence[float]], room: float, gap: float) -> list[list[int]]:
    """Return the indices of each line's columns.

    Args:
        groups: the widths of columns, grouped by those that should stay in one line.
        room: the width of a line; a wider column gets its own line.
        gap: the space between two columns.
    """
    lines = _fill_lines(groups, room, gap)
    widths = [width for group in groups for width in group]
    widest = max((_length(widths, line, gap) for line in lines), default=0.0)
    rooms = {_length(widths, range(a, b + 1), gap) for b in range(len(widths)) for a in range(b + 1)}
    for narrower in sorted(rooms):
        # Do not balance lines for a small gain; the last one stays short.
        if len(lines) < 2 or narrower > widest * _MUCH_SHORTER:
            break
        balanced = _fill_lines(groups, narrower, gap)
        if len(balanced) == len(lines) and _count_whole(balanced, groups) >= _count_whole(lines, groups):
            return balanced
    return lines


def _length(widths: Sequence[float], line: Sequence[int], gap: float) -> float:
    return sum(widths[i] for i in line) + gap * (len(line) - 1)


def _fill_lines(groups: Sequence[Sequence[float]], room: float, gap: float) -> list[list[int]]:
    lines: list[list[int]] = []
    used, positions = 0.0, count()
    for group in groups:
        whole = sum(group) + gap * (len(group) - 1)
        # A group wider than a line is broken inside, and needs no new line.
        if room >= whole and used + gap + whole > room:
            used = inf
        for width in group:
            if lines and used + gap + width <= room:
                lines[-1].append(next(positions))
                used += width + gap
            else:
                lines.append([next(positions)])
                used = width
    return lines


def _count_whole(lines: list[list[int]], groups: Sequence[Sequence[float]]) -> int:
    """Count the groups that are in one line."""
    line_of = [number for number, line in enumerate(lines) for _ in line]
    ends = list(accumulate(map(len, groups), initial=0))
    return sum(line_of[first] == line_of[end - 1] for first, end in pairwise(ends))
