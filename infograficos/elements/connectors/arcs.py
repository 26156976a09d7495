"""Arcs of different weight between named elements, drawn above them once everything has its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from infograficos.elements.arguments import checked_dataclass
from infograficos.errors import InputError, unknown_name_message
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Frame, Path, Placed, Step, walk

#: Control points at this part of the way to the corner make a cubic follow a quarter of an ellipse.
_ROUND = 0.5523

#: Heights grow a little slower than spans: short arcs stay visible, and long ones do not run into them.
_FLATTER = 0.8
#: The lowest arc's part of the room above, so that a loop can be seen.
_LOWEST = 0.2
#: The part of the element's border from which arcs may leave; the corners are round.
_BORDER = 0.7


@dataclass(frozen=True, slots=True)
class Arc:
    """Where an arc ends, and its weight from 0 to 1."""

    end: str
    weight: float


@checked_dataclass
class Arcs:
    """Draws arcs above a child, from one named element to others, the thicker the heavier.

    Arcs leave the element side by side, the longest from the inside out, and so never cross.

    Args:
        child: what holds the elements; nothing may stand above them in it.
        start: the name of the element that the arcs leave.
        arcs: where they end; one that ends where it starts is a loop.
        role: whose strong tone they have.
    """

    child: Element
    start: str
    arcs: tuple[Arc, ...]
    role: str = "model"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the child's frame with room above it, and the arcs in that room."""
        look = layouter.look
        child = layouter.layout(self.child, limits)
        head = look.size("plot")
        at = Point(0.0, head)
        rects = {v.item.name: v.rect for v in walk(child, at) if isinstance(v.item, Frame) and v.item.name}
        paint = look.paint(f"{self.role}.strong")
        gap, least, most = look.space("hair"), look.stroke("rule"), look.size("arc")
        drawn = [(arc, max(least, most * arc.weight)) for arc in self.arcs if arc.weight]
        spans = _spans(_found(self.start, rects), drawn, rects, gap)
        longest = max((abs(end - start) for start, end, _ in spans), default=1.0)
        paths = []
        for start, end, thickness in spans:
            share = max(_LOWEST, (abs(end - start) / longest) ** _FLATTER)
            height = (head - thickness / 2) * share
            paths.append(Path(_band(start, end, head, height, thickness), paint, purpose="connector"))
        size = Size(child.size.width, child.size.height + head)
        return Frame(size, (Placed(at, child), *(Placed(ORIGIN, path) for path in paths)))


def _found(name: str, rects: dict[str, Rect]) -> Rect:
    if name not in rects:
        raise InputError(f"arco: {unknown_name_message('o elemento', name, rects)}")
    return rects[name]


_Span = tuple[float, float, float]


def _spans(
    start: Rect, drawn: Sequence[tuple[Arc, float]], rects: dict[str, Rect], gap: float
) -> list[_Span]:
    """Return from which x to which x each arc goes, with its thickness."""
    ends = [(_found(arc.end, rects).center.x, thickness) for arc, thickness in drawn]
    middle = start.center.x
    # From left to right on the element's border: to the left near and far, a loop, to the right far and near.
    left = sorted((end for end in ends if end[0] < middle), reverse=True)
    right = sorted((end for end in ends if end[0] > middle), reverse=True)
    loops = [thickness for x, thickness in ends if x == middle]
    slots = [thickness for _, thickness in left] + loops * 2 + [thickness for _, thickness in right]
    gaps = [gap] * max(0, len(slots) - 1)
    if loops:
        gaps[len(left)] = 3 * gap
    centers = _centers(slots, gaps, middle, _BORDER * start.width)
    spans = [(x, end, t) for x, (end, t) in zip(centers, left, strict=False)]
    if loops:
        spans.append((centers[len(left)], centers[len(left) + 1], loops[0]))
    rest = centers[len(slots) - len(right) :]
    return spans + [(x, end, t) for x, (end, t) in zip(rest, right, strict=True)]


def _centers(widths: list[float], gaps: list[float], middle: float, room: float) -> list[float]:
    """Return the middles of widths side by side, centred as a whole and pressed together to fit the room."""
    total = sum(widths) + sum(gaps)
    edge, pressed = -total / 2, min(1.0, room / total) if total else 1.0
    centers = []
    for width, gap in zip(widths, [*gaps, 0.0], strict=False):
        centers.append(middle + (edge + width / 2) * pressed)
        edge += width + gap
    return centers


def _band(start: float, end: float, base: float, height: float, thickness: float) -> tuple[Step, ...]:
    """Return half of an ellipse's outline, as thick as told, that stands on a base line."""
    half = thickness / 2 if end > start else -thickness / 2
    outer = _half(start - half, end + half, base, height + thickness / 2)
    inner = _half(end - half, start + half, base, height - thickness / 2)
    return (
        Step("M", (Point(start - half, base),)),
        *outer,
        Step("L", (Point(end - half, base),)),
        *inner,
        Step("Z"),
    )


def _half(start: float, end: float, base: float, height: float) -> tuple[Step, Step]:
    middle, top = (start + end) / 2, base - height
    pull, rise = (end - start) / 2 * _ROUND, height * _ROUND
    return (
        Step("C", (Point(start, base - rise), Point(middle - pull, top), Point(middle, top))),
        Step("C", (Point(middle + pull, top), Point(end, base - rise), Point(end, base))),
    )
