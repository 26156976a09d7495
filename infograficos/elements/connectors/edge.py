"""The borders that a connector joins, and the offsets of parallel connectors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from infograficos.elements.connectors.connector import Connector
from infograficos.elements.connectors.endpoints import are_enclosed, find_named, find_obstacles
from infograficos.elements.connectors.orthogonal import Side, facing_sides
from infograficos.elements.connectors.pathfinding import LANE
from infograficos.elements.polyline import distance
from infograficos.scene.geometry import Rect
from infograficos.scene.items import Visit

#: The distance between both ends of a loop at one border.
_LOOP_WIDTH = 44.0


@dataclass(frozen=True, slots=True)
class Edge:
    """The two borders that a connector joins, and what it must not cross."""

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
        """A key shared by connectors between the same two borders; a loop shares its key with none."""
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
