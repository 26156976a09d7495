"""The key of a dashed line in a legend."""

from __future__ import annotations

from dataclasses import dataclass

from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Size
from infograficos.scene.items import Frame, Path, Placed, Stroke, polyline

#: Lengths of dash and gap in units, and how many dashes a key shows.
DASH = (6.0, 5.0)
_COUNT = 3


@dataclass(frozen=True, slots=True)
class DashKey:
    """Three dashes of a line in ink."""

    def layout(self, _limits: Limits, layouter: Layouter) -> Frame:
        """Lay out the dashes, as high as their pen."""
        pen = Stroke(layouter.look.paint("ink"), layouter.look.stroke("arrow"), DASH)
        half, length = pen.width / 2, _COUNT * DASH[0] + (_COUNT - 1) * DASH[1]
        steps = polyline(Point(half, half), Point(half + length, half))
        return Frame(Size(length + pen.width, pen.width), (Placed(ORIGIN, Path(steps, stroke=pen)),))
