"""A signpost: a band with a pointed end, which carries what passes that way."""

from __future__ import annotations

from typing import Literal

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.polyline import closed_outline
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Box, Frame, Path, Placed

#: How long the point is, in heights and at most in units, and how round its tip is.
_POINT, _LONGEST, _TIP = 0.5, 24.0, 3.0


@checked_dataclass
class Signpost:
    """A child on a band whose pointed end says where it goes.

    Args:
        role: the one of where it comes from.
        to: the side that it points to.
        tone: `mid`, or `tint` where there are many; `solid` for the one thing of a figure to remember, which
            is painted `paper`.
    """

    child: Element
    role: str
    to: Literal["left", "right"] = "right"
    tone: Literal["tint", "mid", "solid"] = "mid"
    padding: str = "tiny"
    side: str = "small"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the band, as wide as its room, with the child in the middle of its straight part."""
        look = layouter.look
        down, across = look.space(self.padding), look.space(self.side)
        room = limits.max_width - 2 * across - _LONGEST
        child = layouter.layout(self.child, Limits(max(0.0, room)))
        height = max(child.size.height + 2 * down, limits.min_height)
        point = min(_POINT * height, _LONGEST)
        width = max(child.size.width + 2 * across + point, limits.min_width)
        fill = look.paint(f"{self.role}.{self.tone}")
        band = Rect(point if self.to == "left" else 0.0, 0.0, width - point, height)
        outline = closed_outline(self._corners(band, point, look.radius("bar")))
        at = Point(band.center.x - child.size.width / 2, (height - child.size.height) / 2)
        items = (
            # The body is a surface of its own, which words lie on.
            Placed(ORIGIN, Box(band, fill, radius=look.radius("bar"))),
            Placed(ORIGIN, Path(outline, fill, purpose="surface")),
            Placed(at, child),
        )
        baseline = None if child.baseline is None else at.y + child.baseline
        return Frame(Size(width, height), items, baseline)

    def _corners(self, band: Rect, point: float, radius: float) -> list[tuple[Point, float]]:
        """Return the corners clockwise from the upper left one, each with its radius."""
        upper, right, lower, left = ((corner, radius) for corner in band.corners)
        if self.to == "right":
            tip = Point(band.right + point, band.center.y), _TIP
            return [upper, (right[0], _TIP), tip, (lower[0], _TIP), left]
        tip = Point(band.x - point, band.center.y), _TIP
        return [(upper[0], _TIP), right, lower, (left[0], _TIP), tip]
