"""Long vectors as mosaics: a square for each number, stronger the larger, in slate where it is negative."""

from __future__ import annotations

from collections import defaultdict
from math import ceil, sqrt

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.matrices.cells import cell_paints
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Rect, Size
from infograficos.scene.items import Frame, Paint, Path, PathCommand, Placed, polyline

#: How wide a mosaic is, in its height, and the gap between squares in their pitch.
_PROPORTION, _GAP = 0.75, 0.12


@checked_dataclass
class Mosaic:
    """Numbers from −1 to 1 in rows of squares, which fill the width that is offered."""

    values: tuple[float, ...]
    role: str

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the squares, a path for all of one tone."""
        look = layouter.look
        columns = ceil(sqrt(_PROPORTION * len(self.values)))
        width = limits.min_width or min(limits.max_width, look.size("object"))
        pitch = width / columns
        tones: dict[Paint, list[PathCommand]] = defaultdict(list)
        for i, value in enumerate(self.values):
            x, y = i % columns * pitch, i // columns * pitch
            square = Rect(x, y, pitch, pitch).inflate(-_GAP / 2 * pitch)
            tones[cell_paints(look, self.role, value)[0]] += polyline(*square.corners, closed=True)
        size = Size(width, ceil(len(self.values) / columns) * pitch)
        paths = (Path(tuple(squares), paint, purpose="ornament") for paint, squares in tones.items())
        return Frame(size, tuple(Placed(ORIGIN, path) for path in paths))
