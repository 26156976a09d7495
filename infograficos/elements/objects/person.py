"""A person: a bust in the colour of what people ask."""

from __future__ import annotations

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.polyline import ROUND
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Ellipse, Frame, Path, PathCommand, Placed

#: In times the width: the height, the head's diameter, the height of the shoulders, and their lower corners.
_HEIGHT, _HEAD, _SHOULDERS, _CORNER = 1.12, 0.57, 0.47, 0.05


@checked_dataclass
class Person:
    """A head and shoulders.

    Args:
        role: the one of the person.
        size: the theme's size that is the width of the shoulders.
        share: the share of that width.
    """

    role: str = "instruction"
    size: str = "person"
    share: float = 1.0

    def layout(self, _limits: Limits, layouter: Layouter) -> Frame:
        """Return the bust."""
        look = layouter.look
        width = look.size(self.size) * self.share
        height, head = _HEIGHT * width, _HEAD * width
        crown = Rect((width - head) / 2, 0.0, head, head)
        face = Ellipse(crown, look.paint(f"{self.role}.mid"), purpose="ornament")
        top = height - _SHOULDERS * width
        outline = _shoulders(Rect(0.0, top, width, height - top), _CORNER * width)
        bust = Path(outline, look.paint(f"{self.role}.body"), purpose="ornament")
        return Frame(Size(width, height), (Placed(ORIGIN, bust), Placed(ORIGIN, face)))


def _shoulders(rect: Rect, corner: float) -> tuple[PathCommand, ...]:
    """Return half an ellipse on a straight edge with round corners."""
    left, right, low, top = rect.x, rect.right, rect.bottom, Point(rect.center.x, rect.y)
    foot, pull = low - corner, rect.width / 2 * ROUND
    rise = (foot - top.y) * ROUND
    return (
        PathCommand("M", (Point(left, foot),)),
        PathCommand("C", (Point(left, foot - rise), Point(top.x - pull, top.y), top)),
        PathCommand("C", (Point(top.x + pull, top.y), Point(right, foot - rise), Point(right, foot))),
        PathCommand("C", (Point(right, low), Point(right, low), Point(right - corner, low))),
        PathCommand("L", (Point(left + corner, low),)),
        PathCommand("C", (Point(left, low), Point(left, low), Point(left, foot))),
        PathCommand("Z"),
    )
