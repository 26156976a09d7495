"""The place where two ways meet and are added up."""

from __future__ import annotations

from infograficos.elements.arguments import checked_dataclass
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Ellipse, Frame, Path, Placed, Step, Stroke

#: From the middle to the end of each arm of the sign, in times the circle's width.
_ARM = 0.24


@checked_dataclass
class Junction:
    """A plus sign in a circle as high as a line of the theme's headings; it is drawn, and so truly centred.

    Args:
        role: whose strong colour the circle has.
        stroke: the name of the sign's thickness.
    """

    role: str = "model"
    stroke: str = "arrow"

    def layout(self, _limits: Limits, layouter: Layouter) -> Frame:
        """Return the circle with the sign in it."""
        look = layouter.look
        style = look.type("heading")
        side = style.size * style.leading
        circle = Ellipse(Rect(0.0, 0.0, side, side), look.paint(f"{self.role}.strong"))
        middle, arm = side / 2, side * _ARM
        lying = (Step("M", (Point(middle - arm, middle),)), Step("L", (Point(middle + arm, middle),)))
        upright = (Step("M", (Point(middle, middle - arm),)), Step("L", (Point(middle, middle + arm),)))
        sign = Path((*lying, *upright), stroke=Stroke(look.paint("paper"), look.stroke(self.stroke)))
        return Frame(Size(side, side), (Placed(ORIGIN, circle), Placed(ORIGIN, sign)))
