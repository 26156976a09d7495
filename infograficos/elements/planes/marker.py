"""Markers on a plane, distinct by shape as well as by colour."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Literal, get_args

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.planes.hull import rounded_hull
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Size
from infograficos.scene.items import Frame, Path, Placed, Stroke, polyline

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

Shape = Literal["circle", "square", "triangle", "diamond", "ring"]
SHAPES: tuple[Shape, ...] = get_args(Shape)

#: The corners of each shape around its middle, in radii, so that all have about the same area.
_CORNERS: dict[Shape, tuple[tuple[float, float], ...]] = {
    "square": ((-0.86, -0.86), (0.86, -0.86), (0.86, 0.86), (-0.86, 0.86)),
    "triangle": ((0.0, -1.15), (sqrt(3) / 2 * 1.2, 0.85), (-sqrt(3) / 2 * 1.2, 0.85)),
    "diamond": ((0.0, -1.2), (1.2, 0.0), (0.0, 1.2), (-1.2, 0.0)),
}

_RING = 1.5


@checked_dataclass
class Marker:
    """A marker by itself, as a legend shows it; a `ring` is hollow."""

    shape: Shape
    color: str

    def layout(self, _limits: Limits, layouter: Layouter) -> Frame:
        """Lay out the marker in the middle of a square."""
        side = layouter.look.size("point") * 1.8
        radius = layouter.look.size("point") / 2
        path = marker_path(self.shape, self.color, Point(side / 2, side / 2), radius, layouter.look)
        return Frame(Size(side, side), (Placed(ORIGIN, path),))


def marker_path(shape: Shape, color: str, at: Point, radius: float, look: ResolvedTheme) -> Path:
    """Return a marker whose middle is at a point."""
    paint = look.paint(color)
    if shape == "ring":
        pen = Stroke(paint, look.stroke("arrow"))
        # Wide enough to show a mark inside it.
        return Path(rounded_hull([at], radius * _RING), None, pen)
    if shape == "circle":
        return Path(rounded_hull([at], radius), paint)
    corners = (Point(at.x + x * radius, at.y + y * radius) for x, y in _CORNERS[shape])
    return Path(polyline(*corners, closed=True), paint)
