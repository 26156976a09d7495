"""The least distance between two texts, or two lines of one: no accent touches a descender."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise, product

from infograficos.scene.geometry import Point, Rect
from infograficos.scene.glyph_run import CAP_HEIGHT, DESCENT
from infograficos.scene.items import Frame, TextBlock, TextLine

#: What is left between the ink of two lines, in units.
CLEAR = 1.0

#: How far a usual accent reaches above the cap height, in times the size.
_ACCENT = 0.98 - CAP_HEIGHT


def missing_gap(upper: Frame, lower: Frame, gap: float, shift: float) -> float:
    """Return what a gap lacks for the accents of a text to clear the descenders of the one above it.

    Args:
        upper: the frame above.
        lower: the frame below it.
        gap: the space between the two frames, in units.
        shift: how far the lower frame starts to the right of the upper one.
    """
    above, below = _text(upper), _text(lower)
    if above is None or below is None or not (above.lines[-1].runs and below.lines[0].runs):
        return 0.0
    last, first = above.lines[-1], below.lines[0]
    # Most gaps are wide enough for all accents.
    if DESCENT * last.runs[0].run.size + _ACCENT * first.runs[0].run.size + CLEAR <= gap:
        return 0.0
    move = Point(shift, upper.size.height + gap)
    return _missing(last.overhangs(), [box.translate(move) for box in first.overhangs()])


def missing_step(lines: Sequence[TextLine]) -> float:
    """Return what the distance between the lines of a text lacks for no accent to touch a descender."""
    ink = [line.overhangs() for line in lines]
    return max((_missing(upper, lower) for upper, lower in pairwise(ink)), default=0.0)


def _missing(upper: Iterable[Rect], lower: Iterable[Rect]) -> float:
    """Return how far down the lower boxes must move to clear the upper ones that are right above them."""
    pairs = product(upper, lower)
    hits = [
        one.bottom + CLEAR - other.y for one, other in pairs if one.x < other.right and other.x < one.right
    ]
    return max(0.0, *hits) if hits else 0.0


def _text(frame: Frame) -> TextBlock | None:
    item = frame.items[0].item if len(frame.items) == 1 else None
    return item if isinstance(item, TextBlock) and item.lines else None
