"""The axis of time below the rows of a schedule: ticks at round numbers, or the names of periods."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from infograficos.elements.charts.axis import padded_axis
from infograficos.elements.schedules.parts import ScheduleTime
from infograficos.elements.text import Text
from infograficos.layout import Layouter
from infograficos.scene.geometry import Limits, Point
from infograficos.scene.items import Frame, Placed

#: How many steps there are between ticks at most, on ever narrower planes.
_STEPS = (10, 8, 6, 5, 4, 3, 2, 1)


@dataclass(frozen=True, slots=True)
class AxisLabels:
    """The labels of an axis with the values of their middles, and the values of its rules."""

    labels: Sequence[tuple[float, Frame]]
    rules: Sequence[float]

    def place(self, time: ScheduleTime, left: float, width: float, y: float) -> list[Placed]:
        """Return the labels below a plane that begins and is as wide as said."""
        scale = width / (time.high - time.low)
        return [
            Placed(Point(left + (value - time.low) * scale - frame.size.width / 2, y), frame)
            for value, frame in self.labels
        ]


def fit_labels(time: ScheduleTime, width: float, layouter: Layouter) -> AxisLabels:
    """Return as many labels as a plane of a width has room for."""
    return _fit_periods(time, width, layouter) if time.periods else _fit_ticks(time, width, layouter)


def _fit_ticks(time: ScheduleTime, width: float, layouter: Layouter) -> AxisLabels:
    gap = layouter.look.space("small")
    for steps in _STEPS:
        axis = padded_axis("", (time.low, time.high), steps)
        labels = [(tick.value, _label(tick.label, layouter)) for tick in axis.ticks]
        if sum(frame.size.width + gap for _, frame in labels) <= width:
            break
    return AxisLabels(labels, [value for value, _ in labels])


def _fit_periods(time: ScheduleTime, width: float, layouter: Layouter) -> AxisLabels:
    shown = [(i, name) for i, name in enumerate(time.periods) if time.low <= i and i + 1 <= time.high]
    frames = [(i + 0.5, _label(name, layouter)) for i, name in shown]
    widest = max((frame.size.width for _, frame in frames), default=0.0) + layouter.look.space("tiny")
    room = width / (time.high - time.low)
    every = next((n for n in range(1, len(frames) + 1) if widest <= n * room), 1)
    return AxisLabels(frames[::every], [float(i) for i, _ in shown] + [time.high])


def _label(words: str, layouter: Layouter) -> Frame:
    return layouter.layout(Text(words, "label", "muted", literal=True), Limits())
