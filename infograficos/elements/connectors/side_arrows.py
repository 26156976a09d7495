"""Arrows along the left side of a column, between its named elements."""

from __future__ import annotations

from dataclasses import replace

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.connectors.endpoints import find_named
from infograficos.elements.polyline import round_corners, with_arrowheads
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Insets, Limits, Point, Rect, Size
from infograficos.scene.items import Frame, Path, Placed, Stroke, walk


@checked_dataclass
class SideArrows:
    """Draws arrows in a margin to the left of a child, where they cross nothing.

    The named elements that they join are at the child's left edge.
    """

    child: Element
    start: str
    ends: tuple[str, ...]
    color: str = "muted"
    stroke: str = "arrow"
    room: str = "large"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the child with the arrows to its left."""
        room = layouter.look.space(self.room)
        child = layouter.layout(self.child, limits.inside(Insets(left=room)))
        placed = Placed(Point(room, 0.0), child)
        pen = Stroke(layouter.look.paint(self.color), layouter.look.stroke(self.stroke))
        visits = walk(child, placed.at)
        start = find_named(self.start, visits).rect
        arrows = tuple(
            Placed(ORIGIN, replace(_arrow(start, find_named(end, visits).rect, pen), joins=(self.start, end)))
            for end in self.ends
        )
        size = Size(child.size.width + room, child.size.height)
        return Frame(size, (placed, *arrows), child.baseline)


def _arrow(start: Rect, end: Rect, pen: Stroke) -> Path:
    """Return an arrow that goes left, along the outer edge, and right again."""
    half = pen.width / 2
    first, last = Point(start.x, start.center.y), Point(end.x, end.center.y)
    route = [first, Point(half, first.y), Point(half, last.y), last]
    steps = with_arrowheads(
        round_corners(route, ends=(1.0, 1.0)), route[2], route[1], pen.width, (False, True)
    )
    return Path(steps, stroke=pen, purpose="connector")
