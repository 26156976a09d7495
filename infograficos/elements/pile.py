"""The edges of the same surface behind itself, for something that comes several times."""

from __future__ import annotations

from infograficos.elements.arguments import checked_dataclass
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Insets, Limits, Point, Rect, Size
from infograficos.scene.items import Box, Frame, Placed, Stroke

#: How many edges show behind the surface.
_EDGES = 2


@checked_dataclass
class Pile:
    """A card of a role with the edges of others behind it, at its right and below it.

    Args:
        gap: how far each is behind the one before it.
    """

    child: Element
    role: str
    radius: str = "card"
    gap: str = "hair"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the card with the others behind it."""
        look = layouter.look
        shift = look.space(self.gap)
        child = layouter.layout(self.child, limits.deflate(Insets(0.0, _EDGES * shift, _EDGES * shift, 0.0)))
        whole = Rect(0.0, 0.0, child.size.width, child.size.height)
        stroke = Stroke(look.paint(f"{self.role}.line"), look.stroke("border"))
        edge = Box(whole, look.paint(f"{self.role}.soft"), stroke, look.radius(self.radius))
        behind = [Placed(Point(n * shift, n * shift), edge) for n in range(_EDGES, 0, -1)]
        size = Size(whole.width + _EDGES * shift, whole.height + _EDGES * shift)
        return Frame(size, (*behind, Placed(ORIGIN, child)), child.baseline)
