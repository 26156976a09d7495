"""The surface between two bars whose lengths are the widths of layers: it widens or narrows."""

from __future__ import annotations

from dataclasses import dataclass

from infograficos.elements.charts.bar import bar_length
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Size
from infograficos.scene.items import Frame, Path, Placed, polyline


@dataclass(frozen=True, slots=True)
class Trapezoid:
    """The surface between two centered bars, from the ends of the one to the ends of the other.

    Args:
        above: the value of the bar above.
        below: the value of the bar below.
        largest: the value whose bar fills the width.
        role: the role of its soft colour.
    """

    above: float
    below: float
    largest: float
    role: str

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Lay out the surface, as high as the least height offered."""
        look = layouter.look
        size = Size(max(limits.min_width, look.size("plot")), max(limits.min_height, look.space("link")))
        # The ends of bars are round; the surface starts where they are not.
        inset = look.radius("bar") / 2
        upper, lower = (
            max(0.0, bar_length(value, self.largest, size.width, look) / 2 - inset)
            for value in (self.above, self.below)
        )
        middle, gap = size.width / 2, look.space("hair")
        steps = polyline(
            Point(middle - upper, gap),
            Point(middle + upper, gap),
            Point(middle + lower, size.height - gap),
            Point(middle - lower, size.height - gap),
            closed=True,
        )
        return Frame(size, (Placed(ORIGIN, Path(steps, look.paint(f"{self.role}.soft"), None, "ornament")),))
