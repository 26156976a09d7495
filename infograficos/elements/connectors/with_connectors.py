"""Arrows between named elements, drawn once everything is placed: around them, or in a margin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Literal

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.connectors.connector import BEYOND, Connector
from infograficos.elements.connectors.edge import find_named
from infograficos.elements.connectors.flows import route_flows
from infograficos.elements.connectors.labels import place_labels
from infograficos.elements.connectors.lines import ConnectorLine, route_connectors
from infograficos.elements.flow_shape import FlowShape, flow_shape, paint_flow
from infograficos.elements.polyline import DASH, round_corners, with_arrowheads
from infograficos.layout import Element, Layouter
from infograficos.scene.flattening import flatten
from infograficos.scene.geometry import ORIGIN, TOLERANCE, Insets, Limits, Point, Rect, Size
from infograficos.scene.items import Frame, Path, Placed, Stroke, extent, walk

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: The maximum number of layouts of the child to make room for connectors around it.
_PASSES = 4


@checked_dataclass
class WithConnectors:
    """Draws connectors between elements inside a child, around whatever is between them.

    Loops around the outside, and their labels, get room beside the child. A label without a free position
    goes below everything and is marked as overflowing. Over a child that overflows they take the direct way.
    """

    child: Element
    connectors: tuple[Connector, ...]

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the child's frame with the connectors over it."""
        insets = Insets()
        for _ in range(_PASSES):
            child = layouter.layout(self.child, limits.deflate(insets))
            drawn = _draw(self.connectors, child, layouter)
            overhang = _overhang(drawn, child.size)
            before, insets = insets, _larger(insets, overhang)
            if insets == before:
                break
        at = Point(overhang.left, overhang.top)
        size = Size(child.size.width + overhang.horizontal, child.size.height + overhang.vertical)
        baseline = None if child.baseline is None else child.baseline + at.y
        moved = (Placed(placed.at.translate(at), placed.item) for placed in drawn)
        return Frame(size, (Placed(at, child), *moved), baseline)


def _draw(connectors: tuple[Connector, ...], child: Frame, layouter: Layouter) -> list[Placed]:
    """Return the lines, then the labels, placed over the child."""
    visits = walk(child)
    if child.overflowing:
        # Another arrangement will be drawn, or a finding will ask for one: no search among what overlaps.
        visits = [visit for visit in visits if isinstance(visit.item, Frame)]
    look = layouter.look
    flows, others = (
        [each for each in connectors if (each.shape == "flow") is flow] for flow in (True, False)
    )
    widths = {connector.stroke: look.stroke(connector.stroke) for connector in others}
    found = [*route_flows(flows, visits, look), *route_connectors(others, visits, widths)]
    lines = [Placed(ORIGIN, path) for line in found for path in _paths(line, look)]
    return [*lines, *place_labels(found, visits, lines, layouter)]


def _paths(line: ConnectorLine, look: ResolvedTheme) -> list[Path]:
    first = line.connectors[0]
    joins = tuple(dict.fromkeys(name for each in line.connectors for name in (each.start, each.end)))
    if line.tips is not None:
        return paint_flow(FlowShape(line.commands, line.tips), first.color, look, first.dashed, joins)
    pen = Stroke(look.paint(first.color), look.stroke(first.stroke), DASH if first.dashed else ())
    return [Path(line.commands, stroke=pen, purpose="connector", joins=joins)]


def _overhang(drawn: Sequence[Placed], size: Size) -> Insets:
    """Return how far lines and labels reach beyond each side of the child."""
    own = Rect(0.0, 0.0, size.width, size.height)
    whole = own
    for placed in drawn:
        if isinstance(placed.item, Path) and BEYOND in placed.item.joins:
            continue
        # A curve stays within the rectangle of its control points.
        if own.holds(extent(placed.item).translate(placed.at)):
            continue
        # A line may lie half on the child's edge; one that leaves it needs room for its full width.
        bounds = _bounds(placed)
        half = placed.item.stroke.width / 2 if isinstance(placed.item, Path) and placed.item.stroke else 0.0
        whole = whole if own.holds(bounds) else whole.union(bounds.inflate(half))
    return Insets(-whole.y, whole.right - own.right, whole.bottom - own.bottom, -whole.x)


def _bounds(placed: Placed) -> Rect:
    if not isinstance(placed.item, Path):
        return extent(placed.item).translate(placed.at)
    return Rect.around([point for segment in flatten(placed.item, placed.at) for point in segment])


def _larger(a: Insets, b: Insets) -> Insets:
    """Return the larger of two insets at each side, ignoring rounding."""
    pairs = ((a.top, b.top), (a.right, b.right), (a.bottom, b.bottom), (a.left, b.left))
    return Insets(*(new if new > old + TOLERANCE else old for old, new in pairs))


@checked_dataclass
class SideArrows:
    """Draws arrows in a margin to the left of a child, where they cross nothing.

    The named elements that they join are at the child's edges. If some arrows go out and others come in,
    those that go out are in a margin of their own on the right, so that each says its direction.

    Args:
        start: what all of them join with the `ends`.
        heads: where each arrow points: `out` to its end, `in` to the start, or `both`; by default out.
        is_flow: draw broad flows.
    """

    child: Element
    start: str
    ends: tuple[str, ...]
    color: str = "muted"
    stroke: str = "arrow"
    room: str = "large"
    heads: tuple[Literal["out", "in", "both"], ...] = ()
    is_flow: bool = False

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the child with the arrows to its left."""
        room, mixed = layouter.look.space(self.room), len(set(self.heads)) > 1
        margins = Insets(left=room, right=room if mixed else 0.0)
        child = layouter.layout(self.child, limits.deflate(margins))
        placed = Placed(Point(room, 0.0), child)
        size = Size(child.size.width + margins.horizontal, child.size.height)
        pen = Stroke(layouter.look.paint(self.color), layouter.look.stroke(self.stroke))
        visits = walk(child, placed.at)
        start = find_named(self.start, visits).rect
        arrows: list[Placed] = []
        tips: set[Point] = set()
        for end, head in zip_longest(self.ends, self.heads, fillvalue="out"):
            rect = find_named(end, visits).rect
            ways = ("in", "out") if mixed and head == "both" else (head,)
            for way in ways:
                heads = way in ("in", "both"), way in ("out", "both")
                edge = size.width - pen.width / 2 if mixed and way == "out" else pen.width / 2
                route, joins = _side_route(start, rect, edge), (self.start, end)
                if self.is_flow:
                    shape = flow_shape(round_corners(route, pen.width, (1.0, 1.0)), pen.width, heads)
                    # Those that come in share their tip.
                    shape = replace(shape, heads=shape.heads[heads[0] and route[0] in tips :])
                    tips |= {route[0]} if heads[0] else set()
                    paths = paint_flow(shape, self.color, layouter.look, joins=joins)
                else:
                    line = round_corners(route, ends=(1.0, 1.0))
                    line = with_arrowheads(line, route[2], route[1], pen.width, heads)
                    paths = [Path(line, stroke=pen, purpose="connector", joins=joins)]
                arrows += [Placed(ORIGIN, path) for path in paths]
        return Frame(size, (placed, *arrows), child.baseline)


def _side_route(start: Rect, end: Rect, edge: float) -> list[Point]:
    """Return the corners of a way that goes out to an edge at the side, along it, and back in."""
    first, last = (Point(rect.x if edge < rect.x else rect.right, rect.center.y) for rect in (start, end))
    return [first, Point(edge, first.y), Point(edge, last.y), last]
