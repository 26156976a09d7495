"""Where the words of a message are: between two lifelines, else where they cover least of what is at work."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from infograficos.elements.sequences.parts import SequenceMessage
from infograficos.scene.geometry import TOLERANCE
from infograficos.scene.items import Frame

#: Half the width of a lifeline at work, and how far words are from it and from the ends of arrows.
HALF_BAR, ASIDE = 5.0, 6.0

#: The share of its way that a lost message lacks.
_LOST = 0.2

#: What words are worth avoiding: a lifeline at work, an idle one that their arrow does not cross and one that
#: it does, and so many units beyond their arrow.
_WORKING, _FOREIGN, _CROSSED, _BEYOND = 10.0, 6.0, 1.0, 60.0

#: What one more line is worth where height is scarce, and elsewhere.
_LINE, _LINE_FREE = 12.0, 4.0

#: How high a text of two lines is at most, in times the height of one.
TWO_LINES = 3.2

#: The share of its length that a text broken in two has about.
_HALF_LINE = 0.58


class Span(NamedTuple):
    """From where to where something reaches, in units."""

    low: float
    high: float

    @property
    def length(self) -> float:
        """How long it is."""
        return self.high - self.low

    @property
    def middle(self) -> float:
        """Its middle."""
        return (self.low + self.high) / 2

    def union(self, other: Span) -> Span:
        """Return the span around both."""
        return Span(min(self.low, other.low), max(self.high, other.high))

    def clamp(self, middle: float, width: float) -> float:
        """Return the start of something so wide around a middle, moved inside."""
        return max(self.low, min(middle - width / 2, self.high - width))


@dataclass(frozen=True, slots=True)
class WordPlacer:
    """Places words above an arrow.

    Args:
        xs: where the lifelines are.
        working: the numbers of those at work.
        region: where words may be.
        is_tight: whether height is scarce.
    """

    xs: Sequence[float]
    working: Collection[int]
    region: Span
    is_tight: bool

    def place(self, lay: Callable[[float], Frame], room: Span, gaps: Sequence[Span]) -> tuple[Frame, float]:
        """Return the words as they are best broken, and their x.

        Args:
            lay: lays the words out in a width.
            room: the length of their arrow.
            gaps: the room between each two neighbours on its way, the best one first.
        """
        whole = lay(float("inf"))
        width = whole.size.width
        if width <= room.length and not self._covers_work(room.middle, width):
            return whole, room.clamp(room.middle, width)
        if gap := next((gap for gap in gaps if width <= gap.length), None):
            return whole, gap.clamp(gap.middle, width)
        options = [
            (self._cost(frame, x, whole, room), i, frame, x)
            for i, frame in enumerate(self._frames(lay, whole, room))
            for x in self._starts(frame.size.width, room)
        ]
        if not options:
            return lay(self.region.length), self.region.low
        _, _, frame, x = min(options, key=lambda each: each[:2])
        return frame, x

    def _covers_work(self, middle: float, width: float) -> bool:
        """Say whether words around a middle cover a lifeline at work."""
        return any(abs(self.xs[i] - middle) < width / 2 + 2 * HALF_BAR for i in self.working)

    def _frames(self, lay: Callable[[float], Frame], whole: Frame, room: Span) -> Iterator[Frame]:
        """Yield the words in one line, in the length of their arrow, and in about two lines."""
        for frame in (whole, lay(room.length), lay(_HALF_LINE * whole.size.width), lay(self.region.length)):
            is_whole = not (frame.overflowing or frame.splits_words)
            is_short = frame.size.height < TWO_LINES * whole.size.height
            if is_whole and is_short and frame.size.width <= self.region.length + TOLERANCE:
                yield frame

    def _starts(self, width: float, room: Span) -> list[float]:
        middles = room.middle, room.low + width / 2, room.high - width / 2
        return [self.region.clamp(middle, width) for middle in middles]

    def _cost(self, frame: Frame, x: float, whole: Frame, room: Span) -> float:
        end = x + frame.size.width
        covered = [i for i, at in enumerate(self.xs) if x - 2 * HALF_BAR < at < end + 2 * HALF_BAR]
        lines = (frame.size.height - whole.size.height) / (1.5 * whole.size.height)
        beyond = max(0.0, room.low - x) + max(0.0, end - room.high)
        cost = sum(self._cost_over(i, room) for i in covered)
        return cost + lines * (_LINE if self.is_tight else _LINE_FREE) + beyond / _BEYOND

    def _cost_over(self, lifeline: int, room: Span) -> float:
        """Return what words over a lifeline cost."""
        if lifeline in self.working:
            return _WORKING
        return _CROSSED if room.low < self.xs[lifeline] < room.high else _FOREIGN


def gaps_on_way(message: SequenceMessage, xs: Sequence[float]) -> list[Span]:
    """Return the room between each lifeline and the next on a message's way, from its sender on."""
    gaps = [
        Span(xs[i] + HALF_BAR + ASIDE, xs[i + 1] - HALF_BAR - ASIDE) for i in range(message.low, message.high)
    ]
    return gaps if message.start < message.end else gaps[::-1]


def until_lost(message: SequenceMessage, way: Span) -> Span:
    """Return the way of a message that is lost before its end."""
    missing = _LOST * way.length
    if message.start < message.end:
        return Span(way.low, way.high - missing)
    return Span(way.low + missing, way.high)
