"""A lens that draws numbers of a picture as a curve, over the squares that they are in the picture."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from infograficos.elements.arguments import checked_dataclass, require_items
from infograficos.elements.matrices.cells import mix_colors
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Box, Drawable, Ellipse, Frame, Paint, Path, PathCommand, Placed, Stroke

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: Where in the lens the curve and the squares are, in times its radius from its middle: all of it is inside.
_ASIDE, _TOP, _BOTTOM, _SQUARES, _FLOOR = 0.74, -0.56, 0.2, 0.36, 0.62


@checked_dataclass
class CurveLens:
    """A disc with a curve through numbers of equal distance.

    Args:
        values: one or more; a single one is a level line.
        side: how wide the lens is, in units.
    """

    values: tuple[float, ...]
    side: float
    role: str

    def __post_init__(self) -> None:
        require_items("CurveLens.values", self.values)

    def layout(self, _limits: Limits, layouter: Layouter) -> Frame:
        """Return the lens."""
        look = layouter.look
        ring = Rect(0.0, 0.0, self.side, self.side)
        pen = Stroke(look.paint(f"{self.role}.strong"), look.stroke("accent"))
        items: tuple[Drawable, ...] = (
            Ellipse(ring, look.paint("surface")),
            *self._squares(look),
            Path(tuple(self._curve()), None, Stroke(pen.paint, look.stroke("flow")), "mark"),
            Ellipse(ring, None, pen, "mark"),
        )
        return Frame(Size(self.side, self.side), tuple(Placed(ORIGIN, item) for item in items))

    @property
    def _shares(self) -> list[float]:
        """The numbers as shares of the way from the least one to the largest one."""
        least, largest = min(self.values), max(self.values)
        return [(value - least) / (largest - least) if largest > least else 0.5 for value in self.values]

    def _at(self, x: float, y: float) -> Point:
        """Return a point of the lens, in times its radius from its middle."""
        return Point(self.side / 2 * (1 + x), self.side / 2 * (1 + y))

    def _curve(self) -> Iterator[PathCommand]:
        """Yield a curve through the numbers, each side of which leaves a number level with its neighbours."""
        shares = self._shares if len(self.values) > 1 else self._shares * 2
        points = [
            self._at(_ASIDE * (2 * i / (len(shares) - 1) - 1), _BOTTOM + (_TOP - _BOTTOM) * share)
            for i, share in enumerate(shares)
        ]
        around = [points[0], *points, points[-1]]
        yield PathCommand("M", (points[0],))
        for i, (start, end) in enumerate(pairwise(points)):
            before, after = around[i], around[i + 3]
            # A Catmull-Rom spline as Bézier curves.
            yield PathCommand("C", (_towards(start, before, end), _towards(end, after, start), end))

    def _squares(self, look: ResolvedTheme) -> Iterator[Box]:
        light, dark = look.paint("surface"), look.paint(f"{self.role}.strong")
        width = 2 * _ASIDE / len(self.values)
        for i, share in enumerate(self._shares):
            # Each lies over the one before, so that no seam is seen between them.
            start, end = self._at(i * width - _ASIDE, _SQUARES), self._at(_ASIDE, _FLOOR)
            paint = Paint(f"{self.role}.shade", mix_colors(light, dark, share))
            yield Box(Rect.around([start, end]), paint, None, 0.0, "ornament")


def _towards(point: Point, before: Point, after: Point) -> Point:
    """Return the handle of a spline at a point, on the side of `after`."""
    return Point(point.x + (after.x - before.x) / 6, point.y + (after.y - before.y) / 6)
