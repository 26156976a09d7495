"""Numbers in rows and columns, told by how dark their cells are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from infograficos.elements.matrices.tinted_cell import mix_tones
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Rect, Size
from infograficos.scene.items import Box, Frame, Paint, Placed

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

_STEPS = 4


@dataclass(frozen=True, slots=True)
class Heatmap:
    """A matrix of values from 0 to 1, the larger the darker, in a role's colours.

    Args:
        values: rows of equal length.
        role: whose colours the cells have.
    """

    values: tuple[tuple[float, ...], ...]
    role: str

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the cells, filling what is offered or as large as the theme's cells."""
        look = layouter.look
        gap = look.space("hair")
        rows, columns = len(self.values), len(self.values[0])
        cell = look.size("cell")
        width = limits.min_width or columns * cell + (columns - 1) * gap
        height = limits.min_height or rows * cell + (rows - 1) * gap
        across, down = (width - (columns - 1) * gap) / columns, (height - (rows - 1) * gap) / rows
        boxes = tuple(
            Placed(
                ORIGIN,
                Box(
                    Rect(column * (across + gap), row * (down + gap), across, down),
                    _shade(look, self.role, round(value * _STEPS) / _STEPS),
                    radius=look.radius("bar"),
                    purpose="ornament",
                ),
            )
            for row, line in enumerate(self.values)
            for column, value in enumerate(line)
        )
        return Frame(Size(width, height), boxes)


def _shade(look: ResolvedTheme, role: str, share: float) -> Paint:
    """Return a colour between a role's soft tone (0) and its line tone (1)."""
    if share in (0.0, 1.0):
        return look.paint(f"{role}.line" if share else f"{role}.soft")
    return mix_tones(look, role, share)
