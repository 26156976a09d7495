"""A matrix of colours without numbers: the larger a value, the darker its cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.matrices.tinted_cell import mix_tones
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Rect, Size
from infograficos.scene.items import Box, Frame, Paint, Placed

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: Values are rounded to so many steps of colour.
_STEPS = 4


@checked_dataclass
class Heatmap:
    """Values from 0 to 1 in rows of equal length, from a role's soft tone to its line tone."""

    values: tuple[tuple[float, ...], ...]
    role: str

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Lay out the cells, filling the offer or as large as the theme's cells."""
        look = layouter.look
        gap, cell = look.space("hair"), look.size("cell")
        rows, columns = len(self.values), len(self.values[0])
        width = limits.min_width or columns * cell + (columns - 1) * gap
        height = limits.min_height or rows * cell + (rows - 1) * gap
        x_step, y_step = (width + gap) / columns, (height + gap) / rows
        boxes = [
            Box(
                Rect(j * x_step, i * y_step, x_step - gap, y_step - gap),
                self._tone(round(value * _STEPS) / _STEPS, look),
                radius=look.radius("bar"),
                purpose="ornament",
            )
            for i, row in enumerate(self.values)
            for j, value in enumerate(row)
        ]
        return Frame(Size(width, height), tuple(Placed(ORIGIN, box) for box in boxes))

    def _tone(self, share: float, look: ResolvedTheme) -> Paint:
        if share in (0.0, 1.0):
            return look.paint(f"{self.role}.line" if share else f"{self.role}.soft")
        return mix_tones(look, self.role, share)
