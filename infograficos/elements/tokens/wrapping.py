"""Where columns are broken into lines: groups stay whole, and lines come out of about equal length."""

from __future__ import annotations

from collections.abc import Sequence

#: Lines are made shorter only where that gains this much of their length.
_MUCH_SHORTER = 0.85


def break_columns(groups: Sequence[Sequence[float]], room: float, gap: float) -> list[list[int]]:
    """Return the positions of the columns of each line.

    Args:
        groups: the widths of columns that would rather stay in one line, a group each.
        room: the width of a line; a column that is wider stands alone.
        gap: the space between two columns.
    """
    lines = _filled(groups, room, gap)
    widths = [width for group in groups for width in group]
    widest = max((_length(widths, line, gap) for line in lines), default=0.0)
    rooms = {_length(widths, range(a, b + 1), gap) for b in range(len(widths)) for a in range(b + 1)}
    for narrower in sorted(rooms):
        # Lines that differ by little are left full, so that the last is the one that is short.
        if len(lines) < 2 or narrower > widest * _MUCH_SHORTER:
            break
        balanced = _filled(groups, narrower, gap)
        if len(balanced) == len(lines) and _whole(balanced, groups) >= _whole(lines, groups):
            return balanced
    return lines


def _length(widths: Sequence[float], line: Sequence[int], gap: float) -> float:
    return sum(widths[i] for i in line) + gap * (len(line) - 1)


def _filled(groups: Sequence[Sequence[float]], room: float, gap: float) -> list[list[int]]:
    lines: list[list[int]] = []
    used, position = 0.0, 0
    for group in groups:
        whole = sum(group) + gap * (len(group) - 1)
        # A group that no line holds starts where it stands and is broken inside.
        if lines and used + gap + whole > room >= whole:
            lines.append([])
            used = 0.0
        for width in group:
            if not lines or (lines[-1] and used + gap + width > room):
                lines.append([])
                used = 0.0
            used += width + (gap if lines[-1] else 0.0)
            lines[-1].append(position)
            position += 1
    return lines


def _whole(lines: list[list[int]], groups: Sequence[Sequence[float]]) -> int:
    """Count the groups that stand in one line."""
    line_of = {position: number for number, line in enumerate(lines) for position in line}
    count, first = 0, 0
    for group in groups:
        last = first + len(group) - 1
        count += line_of[first] == line_of[last]
        first = last + 1
    return count
