"""The parts of a sequence chart: who takes part, and what happens, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Protocol

from infograficos.elements.flow import Align
from infograficos.layout import Element
from infograficos.scene.geometry import Point, Rect, Size
from infograficos.scene.items import Frame, Placed, extent


class TextMaker(Protocol):
    """Makes the element of a text in a style and a colour, the same one each time."""

    def __call__(self, words: str, style: str, color: str, align: Align = "center") -> Element:
        """Return the text."""


@dataclass(frozen=True, slots=True)
class Lifeline:
    """Who takes part: a name in its role's colour, and perhaps an object.

    Args:
        emblem: the object that the lifeline drops from.
        sign: a smaller one, for a key.
    """

    name: str
    role: str
    emblem: Element | None = None
    sign: Element | None = None


@dataclass(frozen=True, slots=True)
class SequenceMessage:
    """What one lifeline sends to another, or to itself; both are numbered from 0.

    Args:
        is_return: it answers a call, and ends the work of its sender.
        is_solid: it is the one to remember.
        is_lost: it never arrives.
    """

    start: int
    end: int
    text: str
    is_return: bool = False
    is_solid: bool = False
    is_lost: bool = False

    @property
    def low(self) -> int:
        """The leftmost of its two lifelines."""
        return min(self.start, self.end)

    @property
    def high(self) -> int:
        """The rightmost of its two lifelines."""
        return max(self.start, self.end)


@dataclass(frozen=True, slots=True)
class SequenceNote:
    """Words on a card over one lifeline, or over several neighbours."""

    low: int
    high: int
    text: str


@dataclass(frozen=True, slots=True)
class FrameSection:
    """A part of a frame: when it happens, and what happens then."""

    title: str
    events: tuple[SequenceEvent, ...]


@dataclass(frozen=True, slots=True)
class SequenceFrame:
    """Events on a panel: what repeats, may be left out, or depends; each section is a panel of its own."""

    sections: tuple[FrameSection, ...]
    is_choice: bool = False


SequenceEvent = SequenceMessage | SequenceNote | SequenceFrame


def flat_events(events: Sequence[SequenceEvent]) -> Iterator[SequenceMessage | SequenceNote]:
    """Yield the messages and notes in their order, also those in frames."""
    for event in events:
        if isinstance(event, SequenceFrame):
            for section in event.sections:
                yield from flat_events(section.events)
        else:
            yield event


def shown(items: Sequence[Placed], step: int, name: str = "") -> Placed:
    """Return items in a frame right around them, which a step shows."""
    whole = reduce(Rect.union, (extent(each.item).translate(each.at) for each in items))
    moved = tuple(Placed(Point(each.at.x - whole.x, each.at.y - whole.y), each.item) for each in items)
    frame = Frame(Size(whole.width, whole.height), moved, name=name, part=step)
    return Placed(Point(whole.x, whole.y), frame)


@dataclass(slots=True)
class Panel:
    """A frame's section: where it is, how deep in others, and at which step it is shown."""

    rect: Rect
    depth: int
    step: int


def lowest(events: Sequence[SequenceEvent]) -> int:
    """Return the number of the leftmost lifeline that events are about."""
    return min(event.low for event in flat_events(events))
