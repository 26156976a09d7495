"""A cell of a Hinton diagram: the area of a square is the value, where a number does not fit."""

from __future__ import annotations

from math import sqrt

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.matrices.tinted_cell import cell_surface
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Rect, Size
from infograficos.scene.items import Box, Frame, Placed


@checked_dataclass
class HintonCell:
    """A pale cell with a strong square in its middle, whose area is a share of the largest.

    Args:
        share: from 0 (no square) to 1.
        role: the role of its colours.
        size: the name of the least side of the cell.
        bordered: draw a strong border, for a cell that is emphasized.
    """

    share: float
    role: str
    size: str = "cell"
    bordered: bool = False

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Lay out the cell, as large as its least side or the least offer."""
        look = layouter.look
        side, pen = look.size(self.size), look.stroke("rule")
        size = Size(max(side, limits.min_width), max(side, limits.min_height))
        cell = cell_surface(size, look.paint(f"{self.role}.soft"), self.role, look, self.bordered)
        # All squares share one scale: the least side, not the room that one cell happens to get.
        square = sqrt(self.share) * (side - 4 * pen)
        rect = Rect(size.width / 2 - square / 2, size.height / 2 - square / 2, square, square)
        mark = Box(rect, look.paint(f"{self.role}.strong"), None, min(2.0, square / 2), "mark")
        items = (cell, mark) if square else (cell,)
        return Frame(size, tuple(Placed(ORIGIN, item) for item in items))
