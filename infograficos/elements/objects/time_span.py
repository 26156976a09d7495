"""A bracket over the time from one landmark to another, with how long it was."""

from __future__ import annotations

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.polyline import round_corners
from infograficos.elements.text import Text
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Size
from infograficos.scene.items import Frame, Path, Placed, Stroke

#: How far the bracket is from its words, how deep it is, and how far it is from what is below, in units.
_WORDS, _DEPTH, _AWAY = 9.0, 14.0, 14.0


@checked_dataclass
class TimeSpan:
    """How long it was, from the landmark of a number, from 1, to the solid one."""

    start: int
    label: str

    def above(self, ends: tuple[float, float], role: str, layouter: Layouter) -> Frame:
        """Return the bracket for the top of a sheet over two places, with its words above its middle."""
        words = layouter.layout(Text(self.label, "display", f"{role}.strong", "center"), Limits())
        y = words.size.height + _WORDS
        (a, b), low = ends, y + _DEPTH
        corners = [Point(a, low), Point(a, y), Point(b, y), Point(b, low)]
        left = max(0.0, (a + b - words.size.width) / 2)
        items = self._bracket(corners, role, layouter), Placed(Point(left, 0.0), words)
        return Frame(Size(max(b, left + words.size.width), low + _AWAY), items)

    def beside(self, ends: tuple[float, float], role: str, layouter: Layouter) -> Frame:
        """Return the upright bracket between two heights, with its words at its left."""
        narrow = self._narrow(role)
        words = layouter.layout(narrow, Limits(layouter.narrowest(narrow)))
        x = words.size.width + _WORDS
        (a, b), right = ends, x + _DEPTH
        corners = [Point(right, a), Point(x, a), Point(x, b), Point(right, b)]
        top = max(0.0, (a + b - words.size.height) / 2)
        items = self._bracket(corners, role, layouter), Placed(Point(0.0, top), words)
        return Frame(Size(right, max(b, top + words.size.height)), items)

    def room(self, role: str, layouter: Layouter) -> float:
        """Return how much width the upright bracket needs, with its words."""
        return layouter.narrowest(self._narrow(role)) + _WORDS + _DEPTH + _AWAY / 2

    def _narrow(self, role: str) -> Text:
        return Text(self.label, "heading", f"{role}.strong", "end")

    def _bracket(self, corners: list[Point], role: str, layouter: Layouter) -> Placed:
        pen = Stroke(layouter.look.paint(f"{role}.mark"), layouter.look.stroke("flow"))
        return Placed(ORIGIN, Path(round_corners(corners), stroke=pen, purpose="ornament"))
