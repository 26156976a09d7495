"""Pictograms."""

from __future__ import annotations

from infograficos.elements.arguments import checked_dataclass
from infograficos.icons import GRID, icon_steps
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Box, Frame, Path, Placed, Step, Stroke

#: The side of a tile, in icon sides.
_TILE = 1.5


@checked_dataclass
class Icon:
    """A pictogram by its English or Portuguese name, perhaps on a tile, a rounded square of a colour."""

    name: str
    color: str = "ink"
    size: str = "icon"
    tile: str | None = None

    def layout(self, _limits: Limits, layouter: Layouter) -> Frame:
        """Return the pictogram; an unknown name raises `InputError`."""
        look = layouter.look
        side = look.size(self.size)
        pen = Stroke(look.paint(self.color), look.stroke("icon"))
        drawn = Path(_scaled(icon_steps(self.name), side / GRID), stroke=pen)
        if self.tile is None:
            return Frame(Size(side, side), (Placed(ORIGIN, drawn),))
        whole = _TILE * side
        square = Rect(0.0, 0.0, whole, whole)
        back = Box(square, look.paint(self.tile), radius=look.radius("chip"), purpose="ornament")
        at = Point((whole - side) / 2, (whole - side) / 2)
        return Frame(Size(whole, whole), (Placed(ORIGIN, back), Placed(at, drawn)))


def _scaled(steps: tuple[Step, ...], scale: float) -> tuple[Step, ...]:
    return tuple(
        Step(step.verb, tuple(Point(point.x * scale, point.y * scale) for point in step.points))
        for step in steps
    )
