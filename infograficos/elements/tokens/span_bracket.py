"""A bracket over neighbours that belong together, with their name above it."""

from __future__ import annotations

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.text import Text
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Size
from infograficos.scene.items import Frame, Path, Placed, Step, Stroke


@checked_dataclass
class SpanBracket:
    """A bracket as wide as it must be, open towards what stands below it.

    Args:
        name: what is written above it, or nothing.
        role: whose strong tone it has.
    """

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
        path = Path(_outline(width, head, tick, look.radius("bar"), pen.width / 2), stroke=pen)
        at = Point((width - name.size.width) / 2, 0.0)
        return Frame(Size(width, head + tick), (Placed(at, name), Placed(ORIGIN, path)))


def _outline(width: float, top: float, tick: float, corner: float, half: float) -> tuple[Step, ...]:
    left, right, upper, lower = half, width - half, top + half, top + tick - half
    round_, bend = min(corner, lower - upper), 0.4477
    return (
        Step("M", (Point(left, lower),)),
        Step("L", (Point(left, upper + round_),)),
        Step(
            "C",
            (
                Point(left, upper + round_ * bend),
                Point(left + round_ * bend, upper),
                Point(left + round_, upper),
            ),
        ),
        Step("L", (Point(right - round_, upper),)),
        Step(
            "C",
            (
                Point(right - round_ * bend, upper),
                Point(right, upper + round_ * bend),
                Point(right, upper + round_),
            ),
        ),
        Step("L", (Point(right, lower),)),
    )
