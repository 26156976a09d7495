"""A bracket with a name over neighbours that belong together."""

from __future__ import annotations

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.polyline import round_corners
from infograficos.elements.text import Text
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Size
from infograficos.scene.items import Frame, Path, Placed, Stroke


@checked_dataclass
class SpanBracket:
    """A bracket as wide as its room, open downwards, with a name above it in its role's colour."""

    name: str
    role: str

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the bracket with its name in the middle above it."""
        look = layouter.look
        pen = Stroke(look.paint(f"{self.role}.strong"), look.stroke("rule"))
        words = Text(self.name, "label", f"{self.role}.strong", literal=True)
        name = layouter.layout(words, Limits()) if self.name else Frame(Size(0.0, 0.0))
        width = max(name.size.width, limits.min_width, 2 * look.radius("bar"))
        head = name.size.height + (look.space("tiny") if self.name else 0.0)
        tick = look.space("tiny")
        half = pen.width / 2
        left, right, top, bottom = half, width - half, head + half, head + tick - half
        corners = [Point(left, bottom), Point(left, top), Point(right, top), Point(right, bottom)]
        path = Path(round_corners(corners, look.radius("bar"), (1.0, 1.0)), stroke=pen)
        at = Point((width - name.size.width) / 2, 0.0)
        return Frame(Size(width, head + tick), (Placed(at, name), Placed(ORIGIN, path)))
