"""Named points on a plane whose axes share one scale, in soft groups, with lines between them."""

from __future__ import annotations

from dataclasses import replace

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.planes.marks import Mark, MarkGroup, PlaneLine
from infograficos.elements.planes.scatter_layout import ScatterLayout
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Size
from infograficos.scene.items import Frame, Placed

#: The heights to try, in times the theme's: the first at which every label finds a place is taken.
_HEIGHTS, _NARROW_HEIGHTS = (1.0, 1.12, 1.25), (1.15, 1.35, 1.6, 1.9)


@checked_dataclass
class Scatter:
    """A scatter plot whose labels overlap nothing and lie on no line.

    Names of marks that find no place are left out and counted below the plane; where the label of a line or
    the name of a group finds none, the plane overflows.

    Args:
        marks: the points; where there is no room for all names, earlier ones are preferred.
        groups: marks that lie on one surface.
        lines: lines between places.
        axes: show the two axes through the origin.
    """

    marks: tuple[Mark, ...]
    groups: tuple[MarkGroup, ...] = ()
    lines: tuple[PlaneLine, ...] = ()
    axes: bool = False

    @property
    def places(self) -> list[tuple[float, float]]:
        """All places that the plane has to show, in data units."""
        ends = [place for line in self.lines for place in (line.start, line.end)]
        return [*((mark.x, mark.y) for mark in self.marks), *ends, *([(0.0, 0.0)] if self.axes else [])]

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Lay out the plane as wide as offered, at the first height at which all labels find a place."""
        look = layouter.look
        width = limits.min_width or min(limits.max_width, 4 * look.size("picture_width"))
        layouts = []
        for height in _NARROW_HEIGHTS if width < look.theme.sheet.narrow else _HEIGHTS:
            layout = ScatterLayout(self, Size(width, height * look.size("plane")), layouter)
            if not layout.unplaced_labels and not layout.unplaced_names:
                return layout.frame()
            layouts.append(layout)
        best = min(layouts, key=lambda layout: (layout.unplaced_labels, layout.unplaced_names))
        return _overflow(best.frame(), best.unplaced_labels * look.space("medium"))


def _overflow(frame: Frame, height: float) -> Frame:
    """Return a frame that needs more height than it was given, for words that found no place in it."""
    if not height:
        return frame
    size = Size(frame.size.width, frame.size.height + height)
    return Frame(size, (Placed(ORIGIN, replace(frame, size=size, offered=frame.size)),))
