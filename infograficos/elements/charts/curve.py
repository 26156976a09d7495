"""A smooth curve through values, over a pair of axes without labels."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Size
from infograficos.scene.items import Frame, Path, Placed, Step, Stroke, polyline


@dataclass(frozen=True, slots=True)
class Curve:
    """A smooth line through two or more values at equal distances, from 0 at the bottom to the largest."""

    values: tuple[float, ...]
    color: str = "model.strong"

    def layout(self, _limits: Limits, layouter: Layouter) -> Frame:
        """Lay out the curve in the size of the theme's pictures."""
        look = layouter.look
        size = Size(look.size("picture_width"), look.size("picture_height"))
        axis = Stroke(look.paint("line"), look.stroke("rule"))
        pen = Stroke(look.paint(self.color), look.stroke("flow"))
        axes = polyline(ORIGIN, Point(0.0, size.height), Point(size.width, size.height))
        inset = 2 * pen.width
        largest = max(self.values)
        points = [
            Point(
                inset + (size.width - 2 * inset) * i / (len(self.values) - 1),
                size.height - inset - (size.height - 2 * inset) * value / largest,
            )
            for i, value in enumerate(self.values)
        ]
        items = (Path(axes, stroke=axis, purpose="ornament"), Path(smooth(points), stroke=pen))
        return Frame(size, tuple(Placed(ORIGIN, item) for item in items))


def smooth(points: list[Point]) -> tuple[Step, ...]:
    """Return a curve through points of ascending x that never overshoots them.

    Source: Fritsch and Carlson, “Monotone Piecewise Cubic Interpolation”, 1980.
    """
    slopes = [(b.y - a.y) / (b.x - a.x) for a, b in pairwise(points)]
    inner = [0.0 if a * b <= 0 else 2 * a * b / (a + b) for a, b in pairwise(slopes)]
    tangents = [slopes[0], *inner, slopes[-1]]
    steps = [Step("M", (points[0],))]
    for (a, b), (before, after) in zip(pairwise(points), pairwise(tangents), strict=True):
        third = (b.x - a.x) / 3
        first, second = Point(a.x + third, a.y + third * before), Point(b.x - third, b.y - third * after)
        steps.append(Step("C", (first, second, b)))
    return tuple(steps)
