"""Named points on a plane whose two axes share one scale, in soft groups, with the lines between them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from infograficos.elements.planes.marks import Plot
from infograficos.elements.planes.scatter_drawing import ScatterDrawing
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Size
from infograficos.scene.items import Frame, Placed

#: How many times the theme's height a plane may have: the first at which every label finds a place.
_HEIGHTS, _NARROW_HEIGHTS = (1.0, 1.12, 1.25), (1.15, 1.35, 1.6, 1.9)


@dataclass(frozen=True, slots=True)
class Scatter:
    """Points where the data says, as wide as it is offered; labels lie on nothing and on no line.

    Where the names of many points leave no room, those that find none are left out and counted; where the
    label of a line or the name of a group finds none, the plane overflows.

    Args:
        plot: what stands on the plane.
    """

    plot: Plot

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the plane at the first height at which all labels find a place, or the best of them."""
        look = layouter.look
        wide = limits.min_width or min(limits.max_width, 4 * look.size("picture_width"))
        heights = _NARROW_HEIGHTS if wide < look.theme.sheet.narrow else _HEIGHTS
        drawings = []
        for height in heights:
            size = Size(wide, height * look.size("plane"))
            drawing = ScatterDrawing(self.plot, size, layouter)
            if not drawing.homeless and not drawing.nameless:
                return drawing.frame()
            drawings.append(drawing)
        best = min(drawings, key=lambda drawing: (drawing.homeless, drawing.nameless))
        return _with_room(best.frame(), best.homeless * look.space("medium"))


def _with_room(frame: Frame, more: float) -> Frame:
    """Return a frame that needs more height than it was given, where words of it found no place."""
    if not more:
        return frame
    size = Size(frame.size.width, frame.size.height + more)
    return Frame(size, (Placed(ORIGIN, replace(frame, size=size, offered=frame.size)),))
