"""What needs more room than it was offered: the innermost words that need it, and how much."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from infograficos.scene.geometry import ORIGIN, TOLERANCE, Point, Rect
from infograficos.scene.items import Frame, TextBlock, Visit, extent, walk, words

#: Rounding of frames inside frames, in units.
_FRAME_TOLERANCE = 0.05


@dataclass(frozen=True, slots=True)
class Overflow:
    """Something that did not fit.

    Args:
        visit: what it is, and where.
        words: its words.
        rect: where they are on the sheet.
        measure: what there was too little of; empty where a child leaves its frame.
        needed: how much it needs, in units.
        offered: how much it could have.
    """

    visit: Visit
    words: str
    rect: Rect
    measure: Literal["largura", "altura", ""] = ""
    needed: float = 0.0
    offered: float = 0.0


def overflows(frame: Frame, at: Point = ORIGIN, path: tuple[str, ...] = ()) -> Iterator[Overflow]:
    """Yield the innermost frames that needed more room than they had, or hold a child that leaves them."""
    here = (*path, frame.name) if frame.name else path
    children = [(each.item, at.translate(each.at)) for each in frame.items if isinstance(each.item, Frame)]
    inner = [found for child, place in children for found in overflows(child, place, here)]
    yield from inner
    if inner:
        return
    visit = Visit(frame, at, here)
    if frame.offered is not None and frame.size.width > frame.offered.width + TOLERANCE:
        yield from _too_wide(visit, frame, frame.offered.width)
    elif frame.offered is not None:
        yield Overflow(visit, words(frame), visit.rect, "altura", frame.size.height, frame.offered.height)
    for child, place in children:
        room = extent(child).translate(place)
        if not visit.rect.holds(room, _FRAME_TOLERANCE):
            yield Overflow(visit, words(child), room)


def _too_wide(visit: Visit, frame: Frame, offered: float) -> Iterator[Overflow]:
    """Yield the lines of a text that are too wide; where it is no text, the frame."""
    texts = [Visit(each.item, visit.at.translate(each.at), visit.path) for each in frame.items]
    lines = [(text, line) for text in texts if isinstance(text.item, TextBlock) for line in text.item.lines]
    wide = [(text, line) for text, line in lines if line.width > offered + TOLERANCE]
    for text, line in wide:
        rect = Rect(text.at.x + line.origin.x, text.rect.y, line.width, text.rect.height)
        yield Overflow(text, line.text, rect, "largura", line.width, offered)
    if not wide:
        yield Overflow(visit, words(frame), visit.rect, "largura", frame.size.width, offered)


def moved_by_overflow(frame: Frame, at: Point = ORIGIN) -> Iterator[Visit]:
    """Yield everything inside frames that overflow, whose position is a consequence."""
    for placed in frame.items if frame.offered is None else ():
        if isinstance(placed.item, Frame):
            yield from moved_by_overflow(placed.item, at.translate(placed.at))
    if frame.offered is not None:
        yield from walk(frame, at)
