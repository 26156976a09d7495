"""Layers as bars whose length is their width, and the room between two of them that widens or narrows."""

from __future__ import annotations

from dataclasses import dataclass

from infograficos.elements.charts.lying_bar import Filling, filled
from infograficos.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.layout import Layouter
from infograficos.scene import Frame, Path, Placed, Step


@dataclass(frozen=True, slots=True)
class CentredBar:
    """A bar in the middle of its room, as long as its share of the largest value.

    Args:
        value: how much, from 0 to `largest`.
        largest: the value that takes all the room.
        role: whose colours it has.
        filling: `solid`, or `pale` with a strong border.
    """

    value: float
    largest: float
    role: str
    filling: Filling = "solid"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the bar, in a frame at least as wide as a plot of the theme is high."""
        look = layouter.look
        size = Size(max(limits.min_width, look.size("plot")), look.size("cell"))
        length = _length(self.value, self.largest, size.width, layouter)
        rect = Rect((size.width - length) / 2, 0.0, length, size.height)
        drawn = filled(rect, self.role, self.filling, look)
        return Frame(size, tuple(Placed(ORIGIN, item) for item in drawn))


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
            max(0.0, _length(value, self.largest, size.width, layouter) / 2 - inset)
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


def _length(value: float, largest: float, room: float, layouter: Layouter) -> float:
    """Return how long a bar is; one that is shorter than its own pen would be a smudge."""
    return max(room * value / largest, layouter.look.stroke("accent"))
