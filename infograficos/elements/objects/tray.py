"""A tray: what is kept aside stands in it, between its sides."""

from __future__ import annotations

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.polyline import round_corners
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Insets, Limits, Point, Rect, Size
from infograficos.scene.items import Box, Frame, Path, Placed, Stroke

#: How high its sides are, as a share of it.
_SIDE = 0.62


@checked_dataclass
class Tray:
    """A child in a tray that is open above.

    Args:
        padding: the space between the child and the sides.
    """

    child: Element
    role: str = "model"
    padding: str = "tiny"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the tray, at least as large as the minimum size, with the child on its floor at the left."""
        look = layouter.look
        pen = Stroke(look.paint(f"{self.role}.mark"), look.stroke("flow"))
        side = look.space(self.padding) + pen.width
        child = layouter.layout(self.child, limits.deflate(Insets(0.0, side, side, side)).loosen())
        width = max(limits.min_width, child.size.width + 2 * side)
        height = max(limits.min_height, child.size.height + side)
        at = Point(side, height - side - child.size.height)
        rim, inset = height * (1 - _SIDE), pen.width / 2
        corners = [
            Point(inset, rim), Point(inset, height - inset),
            Point(width - inset, height - inset), Point(width - inset, rim),
        ]  # fmt: skip
        items = (
            Box(
                Rect(0.0, rim, width, height - rim),
                look.paint(f"{self.role}.soft"),
                None,
                look.radius("bar"),
                "ornament",
            ),
            Path(round_corners(corners, look.radius("bar"), (1.0, 1.0)), None, pen, "mark"),
        )
        baseline = None if child.baseline is None else at.y + child.baseline
        return Frame(
            Size(width, height), (*(Placed(ORIGIN, item) for item in items), Placed(at, child)), baseline
        )
