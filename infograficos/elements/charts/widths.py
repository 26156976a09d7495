"""The room between two bars whose lengths are the widths of layers: it widens or narrows."""

from __future__ import annotations

from dataclasses import dataclass

from infograficos.elements.charts.lying_bar import bar_length
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Size
from infograficos.scene.items import Frame, Path, Placed, Step


@dataclass(frozen=True, slots=True)
class Slope:
    """The surface between two centred bars, from the end of the one to the end of the other.

    Args:
        above: the value of the bar above.
        below: the value of the bar below.
        largest: the value that takes all the room.
        role: whose soft colour it has.
    """

    above: float
    below: float
    largest: float
    role: str

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the surface, as high as it is told to be."""
        look = layouter.look
        size = Size(max(limits.min_width, look.size("plot")), max(limits.min_height, look.space("link")))
        # At its ends a bar is round; the surface starts where it is not.
        inset = look.radius("bar") / 2
        upper, lower = (
            max(0.0, bar_length(value, self.largest, size.width, look) / 2 - inset)
            for value in (self.above, self.below)
        )
        middle, gap = size.width / 2, look.space("hair")
        corners = (
            Point(middle - upper, gap),
            Point(middle + upper, gap),
            Point(middle + lower, size.height - gap),
            Point(middle - lower, size.height - gap),
        )
        steps = (Step("M", corners[:1]), *(Step("L", (corner,)) for corner in corners[1:]), Step("Z", ()))
        return Frame(size, (Placed(ORIGIN, Path(steps, look.paint(f"{self.role}.soft"), None, "ornament")),))
