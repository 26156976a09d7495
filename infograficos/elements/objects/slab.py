"""Blocks to scale: feature maps, and models as large as their numbers of parameters."""

from __future__ import annotations

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.objects.faces import paint_grid, paint_shade
from infograficos.elements.objects.prism import CUBE_RISE, Prism
from infograficos.elements.objects.stack import paint_plates, plate_colors
from infograficos.errors import InputError
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits
from infograficos.scene.items import Frame, Placed

#: The least length of an edge across the sheet, in units: a thinner block would not be seen.
_LEAST = 4.0


@checked_dataclass
class Slab:
    """A block to scale: its edges are as long as their numbers say, a cube looks like one.

    Connectors meet it in the middle of its sides where its base is about square.

    Args:
        width: its edge down to the right; 1 is as wide as a model's of the same theme size.
        depth: its edge down to the left.
        height: its height; 1 is that of a cube of width 1.
        cells: the rows and columns of the grid on top.
        size: the name of the theme's size that 1 stands for.
        shade: the colour of the shade around it; a panel's own tint where it stands on one.
    """

    width: float = 1.0
    depth: float = 1.0
    height: float = 1.0
    role: str = "model"
    cells: tuple[int, int] = (1, 1)
    size: str = "object"
    shade: str = "shade"

    def __post_init__(self) -> None:
        for name, length in (("width", self.width), ("depth", self.depth), ("height", self.height)):
            if not length > 0:
                raise InputError(
                    "Slab.{name}: esperado um número acima de 0, veio {found}", name=name, found=f"{length}"
                )

    @classmethod
    def cube(cls, value: float, largest: float, role: str, size: str = "object_small") -> Slab:
        """Return a cube whose volume is to that of a cube of a theme's size as a value to the largest one."""
        edge = edge_to_scale(value, largest)
        return cls(edge, edge, edge, role, size=size)

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the block, shrunk as a whole to fit the limits; blocks to compare need room for all."""
        look = layouter.look
        block = self._prism(look.size(self.size) / 2)
        room = min(limits.max_width / block.size.width, limits.max_height / block.size.height)
        if room < 1:
            block = self._prism(look.size(self.size) / 2 * room)
        colors = plate_colors(self.role, look)
        items = (
            paint_shade(block, self.shade, look),
            *paint_plates([(block, colors)], self.role, look),
            *paint_grid(block, (range(self.cells[0]), range(self.cells[1])), colors.grid, look),
        )
        return Frame(block.size, tuple(Placed(ORIGIN, item) for item in items))

    def _prism(self, unit: float) -> Prism:
        lengths = (self.width, self.depth, CUBE_RISE * self.height)
        right, left, height = (max(_LEAST, unit * length) for length in lengths)
        return Prism(right, left, height)


def edge_to_scale(value: float, largest: float) -> float:
    """Return the edge of a cube whose volume is to that of a cube of edge 1 as a value to the largest one."""
    return float((value / largest) ** (1 / 3))
