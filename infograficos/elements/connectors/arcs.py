"""Weighted arcs between named elements, drawn above them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.connectors.edge import named_rects, spread
from infograficos.elements.polyline import ROUND
from infograficos.errors import look_up
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Frame, Path, PathCommand, Placed

#: Heights grow slower than spans, so that short arcs stay visible.
_HEIGHT_EXPONENT = 0.8
#: The lowest arc's share of the room above, so that a loop stays visible.
_MIN_HEIGHT = 0.2
#: The part of an element's border that arcs may leave from; the corners are round.
_STRAIGHT_BORDER = 0.7


@dataclass(frozen=True, slots=True)
class Arc:
    """Where an arc ends, and its weight from 0 to 1."""

    end: str
    weight: float


@checked_dataclass
class Arcs:
    """Draws arcs above a child from one named element to others, their thickness proportional to weight.

    Arcs leave the element side by side, the longest innermost, and so never cross.

    Args:
        child: holds the elements, with nothing above them.
        start: the name of the element that the arcs leave.
        arcs: one that ends where it starts is a loop.
    """

    child: Element
    start: str
    arcs: tuple[Arc, ...]
    role: str = "model"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the child's frame with the arcs above it."""
        look = layouter.look
        child = layouter.layout(self.child, limits)
        base = look.size("plot")
        at = Point(0.0, base)
        rects = named_rects(child, at)
        paint = look.paint(f"{self.role}.strong")
        # Thinner arcs would not be seen; a thicker floor would make small weights look like larger ones.
        least, most = look.stroke("rule") / 2, look.size("arc")
        weighted = [(arc.end, max(least, most * arc.weight)) for arc in self.arcs if arc.weight]
        start_rect = look_up("arco: o elemento", self.start, rects)
        ends = [(look_up("arco: o elemento", end, rects).center.x, width) for end, width in weighted]
        spans = _spans(start_rect, ends, look.space("hair"))
        longest = max((abs(end - start) for start, end, _ in spans), default=1.0)
        paths = []
        for start, end, thickness in spans:
            share = max(_MIN_HEIGHT, (abs(end - start) / longest) ** _HEIGHT_EXPONENT)
            height = (base - thickness / 2) * share
            paths.append(Path(_outline(start, end, base, height, thickness), paint, purpose="connector"))
        size = Size(child.size.width, child.size.height + base)
        return Frame(size, (Placed(at, child), *(Placed(ORIGIN, path) for path in paths)))


def _spans(start: Rect, ends: Sequence[tuple[float, float]], gap: float) -> list[tuple[float, float, float]]:
    """Return the start x, end x and thickness of each arc, given their end x and thickness."""
    middle = start.center.x
    # Slots on the border from left to right: left ends near to far, loops, right ends far to near.
    left = sorted((end for end in ends if end[0] < middle), reverse=True)
    right = sorted((end for end in ends if end[0] > middle), reverse=True)
    loops = [thickness for x, thickness in ends if x == middle]
    slots = [thickness for _, thickness in left] + loops * 2 + [thickness for _, thickness in right]
    gaps = [gap] * max(0, len(slots) - 1)
    if loops:
        gaps[len(left)] = 3 * gap
    centers = [middle + shift for shift in spread(slots, _STRAIGHT_BORDER * start.width, gaps)]
    spans = [(x, end, t) for x, (end, t) in zip(centers, left, strict=False)]
    if loops:
        spans.append((centers[len(left)], centers[len(left) + 1], loops[0]))
    rest = centers[len(slots) - len(right) :]
    return spans + [(x, end, t) for x, (end, t) in zip(rest, right, strict=True)]


def _outline(
    start: float, end: float, base: float, height: float, thickness: float
) -> tuple[PathCommand, ...]:
    """Return the outline of half an elliptical ring above a base line."""
    half = thickness / 2 if end > start else -thickness / 2
    outer = _half_ellipse(start - half, end + half, base, height + thickness / 2)
    inner = _half_ellipse(end - half, start + half, base, height - thickness / 2)
    first, turn = PathCommand("M", (Point(start - half, base),)), PathCommand("L", (Point(end - half, base),))
    return (first, *outer, turn, *inner, PathCommand("Z"))


def _half_ellipse(start: float, end: float, base: float, height: float) -> tuple[PathCommand, PathCommand]:
    middle, top = (start + end) / 2, base - height
    pull, rise = (end - start) / 2 * ROUND, height * ROUND
    return (
        PathCommand("C", (Point(start, base - rise), Point(middle - pull, top), Point(middle, top))),
        PathCommand("C", (Point(middle + pull, top), Point(end, base - rise), Point(end, base))),
    )
