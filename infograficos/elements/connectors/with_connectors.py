"""Arrows between named elements, drawn once everything has its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.connectors.connector import Connector
from infograficos.elements.connectors.labels import place_labels
from infograficos.elements.connectors.lines import ConnectorLine, route_connectors
from infograficos.layout import Element, Layouter
from infograficos.scene.flattening import flattened
from infograficos.scene.geometry import ORIGIN, TOLERANCE, Insets, Limits, Point, Rect, Size
from infograficos.scene.items import Frame, Path, Placed, Stroke, extent, walk

_DASH = (6.0, 5.0)

#: How often the child is laid out anew to make room for what is drawn around it.
_PASSES = 4


@checked_dataclass
class WithConnectors:
    """Draws arrows between elements inside a child, around whatever stands between them.

    What runs around the outside, and its labels, get room of their own beside the child. A label for which
    there is no free place stands below everything and is marked as one that overflows.
    """

    child: Element
    links: tuple[Connector, ...]

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the child's frame with the arrows over it."""
        insets = Insets()
        for _ in range(_PASSES):
            child = layouter.layout(self.child, limits.inside(insets))
            drawn = _drawn(self.links, child, layouter)
            needed = _overhang(drawn, child.size)
            wider = _larger(insets, needed)
            if wider == insets:
                break
            insets = wider
        at = Point(needed.left, needed.top)
        size = Size(child.size.width + needed.across, child.size.height + needed.down)
        baseline = None if child.baseline is None else child.baseline + at.y
        moved = (replace(placed, at=placed.at.moved(at)) for placed in drawn)
        return Frame(size, (Placed(at, child), *moved), baseline)


def _drawn(links: tuple[Connector, ...], child: Frame, layouter: Layouter) -> list[Placed]:
    """Return the lines, then the labels, where they stand over the child."""
    visits = walk(child)
    look = layouter.look
    widths = {link.stroke: look.stroke(link.stroke) for link in links}
    found = route_connectors(links, visits, widths)
    lines = [Placed(ORIGIN, _path(line, layouter)) for line in found]
    return [*lines, *place_labels(found, visits, lines, layouter)]


def _path(line: ConnectorLine, layouter: Layouter) -> Path:
    link, look = line.links[0], layouter.look
    pen = Stroke(look.paint(link.color), look.stroke(link.stroke), _DASH if link.dashed else ())
    joins = tuple(dict.fromkeys(name for each in line.links for name in (each.start, each.end)))
    return Path(line.steps, stroke=pen, purpose="connector", joins=joins)


def _overhang(drawn: Sequence[Placed], size: Size) -> Insets:
    """Return how far lines and labels reach beyond the child, a side at a time."""
    own = Rect(0.0, 0.0, size.width, size.height)
    whole = own
    for placed in drawn:
        # A line along the child's edge may lie half on it; one that leaves it needs room for all its pen.
        reach = _reach(placed)
        half = placed.item.stroke.width / 2 if isinstance(placed.item, Path) and placed.item.stroke else 0.0
        whole = whole if own.holds(reach) else whole.union(reach.grown(half))
    return Insets(-whole.y, whole.right - own.right, whole.bottom - own.bottom, -whole.x)


def _reach(placed: Placed) -> Rect:
    if not isinstance(placed.item, Path):
        return extent(placed.item).moved(placed.at)
    points = [point for segment in flattened(placed.item, placed.at) for point in segment]
    left, top = min(p.x for p in points), min(p.y for p in points)
    return Rect(left, top, max(p.x for p in points) - left, max(p.y for p in points) - top)


def _larger(a: Insets, b: Insets) -> Insets:
    """Return the larger of two insets at each side, differences by rounding aside."""
    pairs = ((a.top, b.top), (a.right, b.right), (a.bottom, b.bottom), (a.left, b.left))
    return Insets(*(new if new > old + TOLERANCE else old for old, new in pairs))
