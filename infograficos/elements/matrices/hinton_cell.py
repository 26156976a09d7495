"""A cell whose value is the area of a square, for where a number does not fit."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from infograficos.elements.matrices.tinted_cell import cell_surface
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Rect, Size
from infograficos.scene.items import Box, Frame, Placed


@dataclass(frozen=True, slots=True)
class HintonCell:
    """A pale cell with a strong square in its middle, whose area says how much.

    Args:
        share: the part of the largest square, from 0 (none) to 1.
        role: whose colours it has.
        size: the name of the least side of the cell.
        bordered: draw a border in the role's strong tone, for a cell that stands out.
    """

    share: float
    role: str
    size: str = "cell"
    bordered: bool = False

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the cell, as large as it must be."""
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
