"""What needs more room than it was offered: the innermost words that need it, and how much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

from infograficos.scene.geometry import ORIGIN, TOLERANCE, Point, Rect
from infograficos.scene.items import Frame, TextBlock, TextLine, Visit, extent, walk, words

#: Rounding of frames inside frames, in units.
_FRAME_TOLERANCE = 0.05

#: Kinds of text that no line break can make narrower.
_UNBREAKABLE = ("listing", "formula")


@dataclass(frozen=True, slots=True)
class Overflow:
    """Something that did not fit.

    Args:
        path: the names of the frames around it.
        words: its words.
        rect: where it is on the sheet.
        measure: what there was too little of; empty where a child leaves its frame.
        needed: how much it needs, in units.
        offered: how much it can have.
        pushed: what else the overflow has moved, by identity and place.
    """

    path: tuple[str, ...]
    words: str
    rect: Rect
    measure: Literal["largura", "altura", ""] = ""
    needed: float = 0.0
    offered: float = 0.0
    pushed: frozenset[tuple[int, Point]] = frozenset()


class _Line(NamedTuple):
    visit: Visit
    line: TextLine
    left: float
    right: float


def overflows(frame: Frame, at: Point = ORIGIN, path: tuple[str, ...] = ()) -> Iterator[Overflow]:
    """Yield the innermost frames that needed more room than they had, or hold a child that leaves them."""
    here = (*path, frame.name) if frame.name else path
    children = [(each.item, at.moved(each.at)) for each in frame.items if isinstance(each.item, Frame)]
    inner = [found for child, place in children for found in overflows(child, place, here)]
    yield from inner
    if inner:
        return
    rect = extent(frame).moved(at)
    if frame.offered is not None:
        needed, offered = frame.size.width, frame.offered.width
        if needed > offered + TOLERANCE:
            yield from _too_wide(frame, at, path)
        else:
            yield Overflow(here, words(frame), rect, "altura", frame.size.height, frame.offered.height)
    for child, place in children:
        room = extent(child).moved(place)
        if not rect.holds(room, _FRAME_TOLERANCE):
            yield Overflow(here, words(child), room)


def _too_wide(frame: Frame, at: Point, path: tuple[str, ...]) -> Iterator[Overflow]:
    """Yield the lines that must become narrower; where no line can help, the frame itself."""
    assert frame.offered is not None, "only what overflows is asked"  # noqa: S101
    visits = walk(frame, at, path)
    columns = _columns(visits)
    most = _fitting_width(columns, frame.size.width - frame.offered.width)
    wide = [line for column in columns for line in _binding(column, most)] if most > 0 else []
    blamed = {id(line.visit.item) for line in wide}
    pushed = frozenset((id(visit.item), visit.at) for visit in visits if id(visit.item) not in blamed)
    for visit, line, left, right in wide:
        rect = Rect(left, visit.rect.y, right - left, visit.rect.height)
        yield Overflow(visit.path, line.text, rect, "largura", line.width, most, pushed)
    if not wide:
        here = (*path, frame.name) if frame.name else path
        rect = extent(frame).moved(at)
        yield Overflow(here, words(frame), rect, "largura", frame.size.width, frame.offered.width)


def _columns(visits: Sequence[Visit]) -> list[list[_Line]]:
    """Return the lines in groups that share some of their width, as those of one column do."""
    lines = [
        _Line(visit, line, left, left + line.width)
        for visit in visits
        if isinstance(visit.item, TextBlock)
        for line in visit.item.lines
        if line.runs
        for left in [visit.at.x + line.origin.x]
    ]
    columns: list[list[_Line]] = []
    end = 0.0
    for line in sorted(lines, key=lambda line: line.left):
        if not columns or line.left > end - TOLERANCE:
            columns.append([])
            end = line.right
        columns[-1].append(line)
        end = max(end, line.right)
    return columns


def _fitting_width(columns: Sequence[Sequence[_Line]], excess: float) -> float:
    """Return how wide a line may be, if the widest columns alone give up what is too much."""
    widths = sorted((max(line.line.width for line in column) for column in columns), reverse=True)
    for count, (width, following) in enumerate(pairwise([*widths, 0.0]), start=1):
        if (width - following) * count >= excess:
            return width - excess / count
        excess -= (width - following) * count
    return 0.0


def _binding(column: Sequence[_Line], most: float) -> Iterator[_Line]:
    """Yield the lines of a column that are too wide and that no break makes narrower.

    A column that overflows is as narrow as its words allow: its widest line has no place for a break.
    """
    widest = max(line.line.width for line in column)
    for line in column:
        kind = line.visit.item.kind if isinstance(line.visit.item, TextBlock) else ""
        is_whole = " " not in line.line.text or kind in _UNBREAKABLE or line.line.width >= widest - TOLERANCE
        if line.line.width > most + TOLERANCE and is_whole:
            yield line
