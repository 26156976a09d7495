"""What a schedule is made of: rows of segments on one axis of time, marks across it, and arrows."""

from __future__ import annotations

from dataclasses import dataclass

from infograficos.elements.cap import CapState


@dataclass(frozen=True, slots=True)
class ScheduleSegment:
    """A stretch of time in a row, with its words, perhaps none.

    Args:
        name: what the legend says of its colour, where the words do not; or nothing.
        state: as that of a `Cap`.
    """

    start: float
    end: float
    words: str
    role: str
    state: CapState = "focus"
    name: str = ""


@dataclass(frozen=True, slots=True)
class ScheduleRow:
    """Segments beside each other, the row's label, and the heading above it, perhaps none.

    Args:
        is_lane: several tasks share it: the name of one is said once, in it, beside it or in the legend.
    """

    label: str
    segments: tuple[ScheduleSegment, ...]
    heading: str = ""
    is_lane: bool = False


@dataclass(frozen=True, slots=True)
class ScheduleMark:
    """A moment across all rows."""

    at: float
    name: str


@dataclass(frozen=True, slots=True)
class ScheduleArrow:
    """What waits for what: the row and the place in it of the first segment, and of the one that waits."""

    start: tuple[int, int]
    end: tuple[int, int]


@dataclass(frozen=True, slots=True)
class ScheduleTime:
    """The axis of time.

    Args:
        low, high: its ends.
        unit: what it is measured in, or nothing.
        whole: whether its ticks are whole numbers.
        periods: names of the stretches from one whole number to the next, from 0 on, in place of ticks.
    """

    low: float
    high: float
    unit: str = ""
    periods: tuple[str, ...] = ()
