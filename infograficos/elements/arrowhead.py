"""The open arrowhead that all arrows share."""

from __future__ import annotations

from math import hypot

from infograficos.scene.geometry import Point
from infograficos.scene.items import Step

#: The arrowhead's length and half its width, in stroke widths.
_LENGTH, _HALF_WIDTH = 2.6, 2.6


def chevron(before: Point, tip: Point, width: float) -> tuple[Step, ...]:
    """Return an open arrowhead that points from `before` to `tip`, for a stroke width in units."""
    length = hypot(tip.x - before.x, tip.y - before.y) or 1.0
    along_x, along_y = (tip.x - before.x) / length, (tip.y - before.y) / length
    back, out = width * _LENGTH, width * _HALF_WIDTH
    foot = Point(tip.x - along_x * back, tip.y - along_y * back)
    left = Point(foot.x + along_y * out, foot.y - along_x * out)
    right = Point(foot.x - along_y * out, foot.y + along_x * out)
    return (Step("M", (left,)), Step("L", (tip,)), Step("L", (right,)))
