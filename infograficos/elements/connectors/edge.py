"""The edges of connectors: named elements, their borders, obstacles, and offsets of parallel connectors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from infograficos.elements.connectors.connector import Connector
from infograficos.elements.connectors.orthogonal import Side, facing_sides
from infograficos.elements.connectors.pathfinding import LANE
from infograficos.elements.polyline import distance
from infograficos.errors import InputError, unknown_name_message
from infograficos.scene.geometry import ORIGIN, Point, Rect
from infograficos.scene.items import Box, Drawable, Ellipse, Frame, Path, Visit, walk

#: The distance between both ends of a loop at one border.
_LOOP_WIDTH = 44.0


@dataclass(frozen=True, slots=True)
class Edge:
    """The two borders that a connector joins, and its obstacles."""

    connector: Connector
    ends: tuple[Visit, Visit]
    sides: tuple[Side, Side]
    is_loop: bool
    obstacles: tuple[Rect, ...]

    @property
    def rects(self) -> tuple[Rect, Rect]:
        """The rectangles of its two ends."""
        return self.ends[0].rect, self.ends[1].rect

    @property
    def pair(self) -> object:
        """A key shared by connectors between the same two borders; a loop's key is unique."""
        (start, end), sides = (self.connector.start, self.connector.end), self.sides
        return frozenset(((start, sides[0]), (end, sides[1]))) if not self.is_loop else id(self)


def resolve_edge(connector: Connector, visits: Sequence[Visit], self_side: Side = "top") -> Edge:
    """Return a connector's edge, between the sides it names or else those that face each other."""
    start, end = find_named(connector.start, visits), find_named(connector.end, visits)
    facing = facing_sides(start.rect, end.rect)
    if connector.start == connector.end:
        facing = (connector.arrives or self_side, connector.leaves or self_side)
    sides = connector.leaves or facing[0], connector.arrives or facing[1]
    obstacles = find_obstacles((start, end), visits)
    is_loop = sides[0] == sides[1] and not are_enclosed((start, end), visits)
    return Edge(connector, (start, end), sides, is_loop or connector.start == connector.end, tuple(obstacles))


def routing_order(edge: Edge) -> float:
    """Return a sort key: direct edges first, then loops from the inner to the outer."""
    a, b = edge.rects[0].center, edge.rects[1].center
    return 1.0 + distance(a, b) if edge.is_loop else 0.0


def parallel_offsets(edges: Sequence[Edge]) -> dict[int, float]:
    """Return the offset from the middle of each edge, by its `id`, so that parallel ones keep apart."""
    pairs: dict[object, list[Edge]] = defaultdict(list)
    for edge in edges:
        pairs[edge.pair].append(edge)
    return {
        id(edge): (index - (len(pair) - 1) / 2) * LANE
        for pair in pairs.values()
        for index, edge in enumerate(pair)
    }


def end_offsets(edge: Edge, shift: float) -> tuple[float, float]:
    """Return the offsets of both ends from their borders' middles; a loop to itself has its own."""
    if edge.connector.start != edge.connector.end:
        return shift, shift
    if edge.sides[0] != edge.sides[1]:
        return 0.0, 0.0
    rect = edge.rects[0]
    length = rect.width if edge.sides[0] in ("top", "bottom") else rect.height
    half = min(_LOOP_WIDTH, length / 2) / 2
    return -half, half


def find_named(name: str, visits: Sequence[Visit]) -> Visit:
    """Return the one element of a name, or raise `InputError`."""
    found = [visit for visit in visits if isinstance(visit.item, Frame) and visit.item.name == name]
    if not found:
        named = dict.fromkeys(v.item.name for v in visits if isinstance(v.item, Frame) and v.item.name)
        raise InputError("seta: {problem}", problem=unknown_name_message("o elemento", name, named))
    if len(found) > 1:
        raise InputError(
            "seta: há mais de um elemento chamado “{name}”; dê um nome diferente a cada um", name=name
        )
    return found[0]


def named_rects(frame: Frame, at: Point = ORIGIN) -> dict[str, Rect]:
    """Return the rectangle of each named frame inside a frame placed at a point."""
    return {v.item.name: v.rect for v in walk(frame, at) if isinstance(v.item, Frame) and v.item.name}


def spread(widths: Sequence[float], room: float, gaps: Sequence[float] = ()) -> list[float]:
    """Return the centers of widths side by side, around 0 and pressed together to fit the room."""
    total = sum(widths) + sum(gaps)
    edge, pressed, centers = -total / 2, min(1.0, room / total) if total else 1.0, []
    for width, gap in zip_longest(widths, gaps, fillvalue=0.0):
        centers.append((edge + width / 2) * pressed)
        edge += width + gap
    return centers


def find_obstacles(ends: Sequence[Visit], visits: Sequence[Visit]) -> list[Rect]:
    """Return visible things that neither contain an end of the connector nor are inside one."""
    rects = [visit.rect for visit in visits if _is_obstacle(visit.item)]
    areas = [end.rect for end in ends]
    return [rect for rect in rects if not any(rect.holds(area) or area.holds(rect) for area in areas)]


def _is_obstacle(item: Frame | Drawable) -> bool:
    """Say whether an arrow keeps away from an item: of the paths, only the surfaces that join nothing."""
    if isinstance(item, Path):
        return item.purpose == "surface" and not item.joins
    return not isinstance(item, Frame)


def are_enclosed(ends: Sequence[Visit], visits: Sequence[Visit]) -> bool:
    """Say whether a visible surface contains all ends of a connector and is larger than each."""
    surfaces = (visit.rect for visit in visits if isinstance(visit.item, Box | Ellipse))
    return any(all(rect.holds(end.rect) and not end.rect.holds(rect) for end in ends) for rect in surfaces)


def border_point(visit: Visit, outer: Point, aside: Point = ORIGIN) -> Point:
    """Return where a line from an element's center, moved `aside`, to an outer point crosses its border."""
    low, high = visit.rect.center.translate(aside), outer
    shape = _outline(visit)
    for _ in range(40):
        middle = Point((low.x + high.x) / 2, (low.y + high.y) / 2)
        low, high = (middle, high) if _is_inside(middle, visit.rect, shape) else (low, middle)
    return low


def _outline(visit: Visit) -> tuple[float, float]:
    """Return the horizontal and vertical corner radii of an element's surface."""
    rect = visit.rect
    if isinstance(visit.item, Frame):
        for inner in walk(visit.item, visit.at):
            if isinstance(inner.item, Ellipse) and inner.rect.inflate(1.0).holds(rect):
                return rect.width / 2, rect.height / 2
            if isinstance(inner.item, Box) and inner.rect.inflate(1.0).holds(rect):
                return inner.item.radius, inner.item.radius
    return 0.0, 0.0


def _is_inside(point: Point, rect: Rect, radii: tuple[float, float]) -> bool:
    across = max(rect.x + radii[0] - point.x, point.x - rect.right + radii[0])
    down = max(rect.y + radii[1] - point.y, point.y - rect.bottom + radii[1])
    if across <= 0 or down <= 0:
        return across <= radii[0] and down <= radii[1]
    if not all(radii):
        return False
    return (across / radii[0]) ** 2 + (down / radii[1]) ** 2 <= 1.0
