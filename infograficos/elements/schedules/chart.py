"""Rows of bars on one axis of time, with labels beside the rows or, on a narrow sheet, above them."""

from __future__ import annotations

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.schedules.layout import ScheduleLayout
from infograficos.elements.schedules.parts import ScheduleArrow, ScheduleMark, ScheduleRow, ScheduleTime
from infograficos.layout import Layouter
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Frame


@checked_dataclass
class ScheduleChart:
    """Rows of segments from their start to their end.

    Args:
        rows: from top to bottom.
        time: the axis.
        marks: moments across all rows.
        arrows: what waits for what.
        idle: what the gaps in the rows are called, which are then dotted bars, or nothing.
    """

    rows: tuple[ScheduleRow, ...]
    time: ScheduleTime
    marks: tuple[ScheduleMark, ...] = ()
    arrows: tuple[ScheduleArrow, ...] = ()
    idle: str = ""

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the rows in the offered width."""
        width = limits.min_width or min(limits.max_width, layouter.look.theme.sheet.width)
        return ScheduleLayout(self, width, layouter).frame()
