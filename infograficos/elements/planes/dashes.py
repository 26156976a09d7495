"""A short dashed line, as a key shows it."""

from __future__ import annotations

from dataclasses import dataclass

from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Size
from infograficos.scene.items import Frame, Path, Placed, Step, Stroke

#: Lengths of dash and gap, and how many dashes are shown.
DASH = (6.0, 5.0)
_COUNT = 3


@dataclass(frozen=True, slots=True)
class Dashes:
    """Three dashes of a line of a colour."""

    color: str = "ink"

    def layout(self, _limits: Limits, layouter: Layouter) -> Frame:
        """Return the line, as high as its pen."""
        pen = Stroke(layouter.look.paint(self.color), layouter.look.stroke("arrow"), DASH)
        half, long = pen.width / 2, _COUNT * DASH[0] + (_COUNT - 1) * DASH[1]
        steps = (Step("M", (Point(half, half),)), Step("L", (Point(half + long, half),)))
        return Frame(Size(long + pen.width, pen.width), (Placed(ORIGIN, Path(steps, stroke=pen)),))
