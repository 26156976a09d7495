"""Elements in as many rows as they need."""

from __future__ import annotations

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.flow import Align, offset
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import TOLERANCE, Limits, Point, Size
from infograficos.scene.items import Frame, Placed


@checked_dataclass
class Wrap:
    """Children from left to right, wrapped into rows; each stays whole."""

    children: tuple[Element, ...]
    gap: str = "large"
    row_gap: str = "small"
    justify: Align = "center"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the rows, as wide as the widest of them."""
        gap, row_gap = layouter.look.space(self.gap), layouter.look.space(self.row_gap)
        rows = self._rows(
            [layouter.layout(child, Limits(limits.max_width)) for child in self.children], gap, limits
        )
        widths = [sum(frame.size.width for frame in row) + gap * (len(row) - 1) for row in rows]
        width = max([*widths, limits.min_width])
        items, y = [], 0.0
        for row, wide in zip(rows, widths, strict=True):
            height = max(frame.size.height for frame in row)
            x = offset(self.justify, width - wide)
            for frame in row:
                items.append(Placed(Point(x, y + (height - frame.size.height) / 2), frame))
                x += frame.size.width + gap
            y += height + row_gap
        return Frame(Size(width, max(0.0, y - row_gap)), tuple(items))

    def _rows(self, frames: list[Frame], gap: float, limits: Limits) -> list[list[Frame]]:
        rows: list[list[Frame]] = []
        used = 0.0
        for frame in frames:
            if rows and used + gap + frame.size.width <= limits.max_width + TOLERANCE:
                rows[-1].append(frame)
                used += gap + frame.size.width
            else:
                rows.append([frame])
                used = frame.size.width
        return rows
