"""Weighted arcs between named elements, drawn above them or at their right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.connectors.edge import named_rects, spread
from infograficos.elements.polyline import ROUND
from infograficos.errors import look_up
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Insets, Limits, Point, Rect, Size
from infograficos.scene.items import Frame, Path, PathCommand, Placed

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: Heights grow slower than spans, so that short arcs stay visible.
_HEIGHT_EXPONENT = 0.8
#: The lowest arc's share of the room above, so that a loop stays visible.
_MIN_HEIGHT = 0.2
#: The greatest height of an arc, in times its length, where that is more than the lowest one's.
_STEEPEST = 1.0
#: The part of an element's border that arcs may leave from; the corners are round.
_STRAIGHT_BORDER = 0.7
#: How wide an arc leaves its element, in widths of its end: it tapers towards the one that looks.
_TAPER = 0.3


@dataclass(frozen=True, slots=True)
class Arc:
    """Where an arc ends, and its weight from 0 to 1."""

    end: str
    weight: float


@dataclass(frozen=True, slots=True)
class _Span:
    """Where an arc leaves and ends along the border, and how wide it is there; in units."""

    start: float
    end: float
    widths: tuple[float, float]
    arc: Arc

    @property
    def length(self) -> float:
        """The distance between both ends."""
        return abs(self.end - self.start)

    @property
    def rise(self) -> float:
        """Half the width at the highest point."""
        return sum(self.widths) / 4


@checked_dataclass
class Arcs:
    """Draws arcs beside a child from one named element to others, which widen in proportion to their weights.

    Arcs leave the element side by side, the longest innermost, and so never cross. The heaviest is darker.

    Args:
        child: holds the elements, side by side with nothing above them, or with nothing at their right.
        start: the name of the element that the arcs leave.
        arcs: one that ends where it starts is a loop.
        side: where the arcs are, `above` elements in a row or at the `right` of a column.
        room: the name of how high the highest is; at the right it may be lower, to fit the width.
    """

    child: Element
    start: str
    arcs: tuple[Arc, ...]
    role: str = "model"
    side: Literal["above", "right"] = "above"
    room: str = "chart"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the child's frame with the arcs beside it."""
        look, is_above = layouter.look, self.side == "above"
        least = look.space("large")
        beside = limits.deflate(Insets(right=least)).loosen()
        child = layouter.layout(self.child, limits if is_above else beside)
        rects, room, base = named_rects(child), look.size(self.room), 0.0
        if not is_above:
            # Arcs at the right are laid out as if they were above, with x and y exchanged.
            rects = {name: Rect(rect.y, rect.x, rect.height, rect.width) for name, rect in rects.items()}
            base = child.size.width
            room = max(least, min(room, limits.max_width - base))
        spans = self._spans(rects, look)
        heights = _heights(spans, room)
        reach = max((top + span.rise for top, span in zip(heights, spans, strict=True)), default=0.0)
        size = Size(child.size.width, child.size.height + reach)
        if not is_above:
            size = Size(base + reach, child.size.height)

        def place(point: Point) -> Point:
            return Point(point.x, reach - point.y) if is_above else Point(base + point.y, point.x)

        paths = [self._path(span, top, place, look) for span, top in zip(spans, heights, strict=True)]
        at = Point(0.0, reach if is_above else 0.0)
        return Frame(size, (Placed(at, child), *(Placed(ORIGIN, path) for path in paths)))

    def _spans(self, rects: dict[str, Rect], look: ResolvedTheme) -> list[_Span]:
        """Return the arcs along the border, all on one scale at which no element's border is too short."""
        arcs = [arc for arc in self.arcs if arc.weight]
        start = look_up("arco: o elemento", self.start, rects)
        ends = [look_up("arco: o elemento", arc.end, rects) for arc in arcs]
        most = [_STRAIGHT_BORDER * end.width / arc.weight for arc, end in zip(arcs, ends, strict=True)]
        leaving = sum(arc.weight * (_TAPER + (arc.end == self.start)) for arc in arcs)
        unit = min([look.size("arc"), _STRAIGHT_BORDER * start.width / (leaving or 1.0), *most])
        # Thinner arcs would not be seen; a thicker floor would make small weights look like larger ones.
        least = look.stroke("rule") / 2
        wide = [(end, max(least, unit * arc.weight), arc) for arc, end in zip(arcs, ends, strict=True)]
        return _arrange(start, wide, look.space("hair"))

    def _path(self, span: _Span, height: float, place: Callable[[Point], Point], look: ResolvedTheme) -> Path:
        outline = _outline(span, height)
        commands = tuple(PathCommand(step.verb, tuple(map(place, step.points))) for step in outline)
        heaviest = max(arc.weight for arc in self.arcs)
        paint = look.paint(f"{self.role}.{'mark' if span.arc.weight == heaviest else 'body'}")
        return Path(commands, paint, purpose="connector", joins=(self.start, span.arc.end))


def _heights(spans: Sequence[_Span], room: float) -> list[float]:
    """Return how far the middle of each arc is from the border: the longest takes the room, if it is long."""
    longest = max((span.length for span in spans), default=1.0)
    shares = (max(_MIN_HEIGHT, (span.length / longest) ** _HEIGHT_EXPONENT) for span in spans)
    return [
        min((room - span.rise) * share, max(_MIN_HEIGHT * room, _STEEPEST * span.length))
        for span, share in zip(spans, shares, strict=True)
    ]


def _arrange(start: Rect, arcs: Sequence[tuple[Rect, float, Arc]], gap: float) -> list[_Span]:
    """Return the arcs side by side at the element that they leave, given where they end and how wide."""
    middle = start.center.x
    # Slots on the border from left to right: left ends near to far, loops, right ends far to near.
    left = sorted((arc for arc in arcs if arc[0].center.x < middle), key=lambda arc: -arc[0].center.x)
    right = sorted((arc for arc in arcs if arc[0].center.x > middle), key=lambda arc: -arc[0].center.x)
    loops = [arc for arc in arcs if arc[0].center.x == middle]
    slots = [_TAPER * width for _, width, _ in left]
    slots += [share * width for _, width, _ in loops for share in (_TAPER, 1.0)]
    slots += [_TAPER * width for _, width, _ in right]
    gaps = [gap] * max(0, len(slots) - 1)
    if loops:
        gaps[len(left)] = 3 * gap
    centers = [middle + shift for shift in spread(slots, _STRAIGHT_BORDER * start.width, gaps)]
    spans = [
        _Span(center, end.center.x, (slot, width), arc)
        for center, slot, (end, width, arc) in zip(centers, slots, left, strict=False)
    ]
    for i, (_, width, arc) in enumerate(loops, len(left)):
        spans.append(_Span(centers[i], centers[i + 1], (slots[i], width), arc))
    rest = len(slots) - len(right)
    spans += [
        _Span(center, end.center.x, (slot, width), arc)
        for center, slot, (end, width, arc) in zip(centers[rest:], slots[rest:], right, strict=True)
    ]
    return spans


def _outline(span: _Span, height: float) -> list[PathCommand]:
    """Return the outline of half an elliptical ring that tapers to its start, above the line y = 0."""
    sign = 0.5 if span.end > span.start else -0.5
    near, far = (sign * width for width in span.widths)
    outer = _half_ellipse(span.start - near, span.end + far, height + span.rise)
    inner = _half_ellipse(span.end - far, span.start + near, height - span.rise)
    first, turn = (
        PathCommand("M", (Point(span.start - near, 0.0),)),
        PathCommand("L", (Point(span.end - far, 0.0),)),
    )
    return [first, *outer, turn, *inner, PathCommand("Z")]


def _half_ellipse(start: float, end: float, height: float) -> tuple[PathCommand, PathCommand]:
    middle = (start + end) / 2
    pull, rise = (end - start) / 2 * ROUND, height * ROUND
    return (
        PathCommand("C", (Point(start, rise), Point(middle - pull, height), Point(middle, height))),
        PathCommand("C", (Point(middle + pull, height), Point(end, rise), Point(end, 0.0))),
    )
