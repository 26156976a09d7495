"""The open head that all arrows of the series share."""

from __future__ import annotations

from math import hypot

from infograficos.scene.geometry import Point
from infograficos.scene.items import Step

#: How far back the head's arms reach, and how far out, in thicknesses of the pen.
_BACK, _OUT = 2.6, 2.6


def chevron(before: Point, tip: Point, width: float) -> tuple[Step, ...]:
    """Return the two arms of a head that points from `before` to `tip`.

    Args:
        before: any earlier point on the last straight stretch.
        tip: where the arrow ends.
        width: the thickness of the pen, in units.
    """
    length = hypot(tip.x - before.x, tip.y - before.y) or 1.0
    along_x, along_y = (tip.x - before.x) / length, (tip.y - before.y) / length
    back, out = width * _BACK, width * _OUT
    foot = Point(tip.x - along_x * back, tip.y - along_y * back)
    left = Point(foot.x + along_y * out, foot.y - along_x * out)
    right = Point(foot.x - along_y * out, foot.y + along_x * out)
    return (Step("M", (left,)), Step("L", (tip,)), Step("L", (right,)))
