"""Finds the innermost texts and frames that overflow, and by how much."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from infograficos.scene.geometry import ORIGIN, TOLERANCE, Point, Rect
from infograficos.scene.items import Frame, TextBlock, TextLine, Visit, extent, walk, words

#: Rounding of frames inside frames, in units.
_FRAME_TOLERANCE = 0.05


@dataclass(frozen=True, slots=True)
class Overflow:
    """A text or frame that did not fit.

    Args:
        visit: the text or frame.
        text: its words.
        rect: its rectangle on the sheet.
        side: the side that was too short; empty for a child that leaves its frame.
        needed: the length that it needs, in units.
        offered: the length that it was offered, in units.
    """

    visit: Visit
    text: str
    rect: Rect
    side: Literal["width", "height", ""] = ""
    needed: float = 0.0
    offered: float = 0.0


def find_overflows(frame: Frame, at: Point = ORIGIN, path: tuple[str, ...] = ()) -> Iterator[Overflow]:
    """Yield the innermost frames larger than their limits, and children that leave their frame."""
    here = (*path, frame.name) if frame.name else path
    children = [(each.item, at.translate(each.at)) for each in frame.items if isinstance(each.item, Frame)]
    inner = [overflow for child, origin in children for overflow in find_overflows(child, origin, here)]
    yield from inner
    if inner:
        return
    visit = Visit(frame, at, here)
    if frame.offered is not None and frame.size.width > frame.offered.width + TOLERANCE:
        yield from _too_wide(visit, frame, frame.offered.width)
    elif frame.offered is not None:
        yield Overflow(visit, words(frame), visit.rect, "height", frame.size.height, frame.offered.height)
    for child, origin in children:
        rect = extent(child).translate(origin)
        if not visit.rect.holds(rect, _FRAME_TOLERANCE):
            yield Overflow(visit, words(child), rect)


def _too_wide(visit: Visit, frame: Frame, offered: float) -> Iterator[Overflow]:
    """Yield the lines that are too wide or, if there are none, the widest that sticks out, or the frame."""
    texts = [Visit(each.item, visit.at.translate(each.at), visit.path) for each in frame.items]
    lines = [(text, line) for text in texts if isinstance(text.item, TextBlock) for line in text.item.lines]
    wide = [(text, line) for text, line in lines if line.width > offered + TOLERANCE]
    for text, line in wide:
        yield Overflow(text, line.text, _line_rect(text, line), "width", line.width, offered)
    if not wide:
        yield _sticking_out(visit, frame, offered)


def _line_rect(text: Visit, line: TextLine) -> Rect:
    """Return the rectangle of a line on the sheet, as high as its text."""
    return Rect(text.at.x + line.origin.x, text.rect.y, line.width, text.rect.height)


def _sticking_out(visit: Visit, frame: Frame, offered: float) -> Overflow:
    """Return the widest line beyond the room, if the frame would fit with a narrower one, or the frame."""
    excess = frame.size.width - offered
    lines = [
        (text, line, _line_rect(text, line))
        for text in walk(frame, visit.at, visit.path)
        if isinstance(text.item, TextBlock)
        for line in text.item.lines
    ]
    beyond = [each for each in lines if each[2].right > visit.at.x + offered + TOLERANCE]
    text, line, rect = max(beyond, key=lambda each: each[1].width, default=(visit, None, visit.rect))
    if line is None or line.width <= 2 * excess:
        return Overflow(visit, words(frame), visit.rect, "width", frame.size.width, offered)
    return Overflow(text, line.text, rect, "width", line.width, line.width - excess)


def displaced_items(frame: Frame, at: Point = ORIGIN) -> Iterator[Visit]:
    """Yield the items inside frames that overflow, which may be displaced by it."""
    for placed in frame.items if frame.offered is None else ():
        if isinstance(placed.item, Frame):
            yield from displaced_items(placed.item, at.translate(placed.at))
    if frame.offered is not None:
        yield from walk(frame, at)
