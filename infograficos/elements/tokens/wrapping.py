"""Breaks columns into balanced lines that keep groups together."""

from __future__ import annotations

from collections.abc import Sequence

#: Lines are balanced only if that makes them at most this part of their length.
_MUCH_SHORTER = 0.85


def break_columns(groups: Sequence[Sequence[float]], room: float, gap: float) -> list[list[int]]:
    """Return the indices of each line's columns.

    Args:
        groups: the widths of columns, grouped by those that should stay in one line.
        room: the width of a line; a wider column gets a line of its own.
        gap: the space between two columns.
    """
    lines = _filled(groups, room, gap)
    widths = [width for group in groups for width in group]
    widest = max((_length(widths, line, gap) for line in lines), default=0.0)
    rooms = {_length(widths, range(a, b + 1), gap) for b in range(len(widths)) for a in range(b + 1)}
    for narrower in sorted(rooms):
        # Do not balance lines for a small gain; the last one stays short.
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
        # A group wider than a line is broken inside, and needs no new line.
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
    """Count the groups that are in one line."""
    line_of = {position: number for number, line in enumerate(lines) for position in line}
    count, first = 0, 0
    for group in groups:
        last = first + len(group) - 1
        count += line_of[first] == line_of[last]
        first = last + 1
    return count
