"""A dotted outline, for what may be missing."""

from __future__ import annotations

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.polyline import closed_outline
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits
from infograficos.scene.items import Frame, Path, Placed, Stroke, extent

#: The lengths of dot and gap in units; the pen's round ends make the dots.
DOTS = (0.1, 5.0)


@checked_dataclass
class DottedOutline:
    """A child with a dotted outline around it.

    Args:
        color: the outline's.
        radius: of its corners.
    """

    child: Element
    color: str = "masked.mark"
    radius: str = "card"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the child's frame with the outline around it."""
        look, child = layouter.look, layouter.layout(self.child, limits)
        radius = min(look.radius(self.radius), child.size.height / 2, child.size.width / 2)
        pen = Stroke(look.paint(self.color), look.stroke("rule"), DOTS)
        outline = Path(closed_outline([(corner, radius) for corner in extent(child).corners]), stroke=pen)
        return Frame(child.size, (Placed(ORIGIN, outline), Placed(ORIGIN, child)), child.baseline)
