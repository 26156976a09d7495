"""The plus sign where two paths of a network are added."""

from __future__ import annotations

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.polyline import line_steps
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Ellipse, Frame, Path, Placed, Stroke

#: The length of each arm of the sign, in circle widths.
_ARM = 0.24


@checked_dataclass
class Junction:
    """A plus sign in a circle as high as a line of the theme's headings."""

    role: str = "model"
    stroke: str = "arrow"

    def layout(self, _limits: Limits, layouter: Layouter) -> Frame:
        """Return the circle with the sign in it."""
        look = layouter.look
        style = look.type("heading")
        side = style.size * style.leading
        circle = Ellipse(Rect(0.0, 0.0, side, side), look.paint(f"{self.role}.strong"))
        middle, arm = side / 2, side * _ARM
        horizontal = line_steps(Point(middle - arm, middle), Point(middle + arm, middle))
        vertical = line_steps(Point(middle, middle - arm), Point(middle, middle + arm))
        sign = Path((*horizontal, *vertical), stroke=Stroke(look.paint("paper"), look.stroke(self.stroke)))
        return Frame(Size(side, side), (Placed(ORIGIN, circle), Placed(ORIGIN, sign)))
