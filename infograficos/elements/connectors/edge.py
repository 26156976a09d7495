"""Between which borders each link runs, and how it keeps apart from others between the same two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from infograficos.elements.connectors.connector import Connector
from infograficos.elements.connectors.endpoints import are_enclosed, find_named, obstacles
from infograficos.elements.connectors.orthogonal import Side, facing_sides
from infograficos.elements.connectors.pathfinding import LANE
from infograficos.elements.connectors.polyline import distance
from infograficos.scene.geometry import Rect
from infograficos.scene.items import Visit

#: How far apart a loop leaves and arrives where both are at one border.
_LOOP_WIDTH = 44.0


@dataclass(frozen=True, slots=True)
class Edge:
    """Between which borders a link runs, and what it must not cross."""

    link: Connector
    ends: tuple[Visit, Visit]
    sides: tuple[Side, Side]
    is_loop: bool
    blocks: tuple[Rect, ...]

    @property
    def rects(self) -> tuple[Rect, Rect]:
        """The rooms of its two ends."""
        return self.ends[0].rect, self.ends[1].rect

    @property
    def pair(self) -> object:
        """What it has in common with links that run between the same two borders."""
        (start, end), sides = (self.link.start, self.link.end), self.sides
        return frozenset(((start, sides[0]), (end, sides[1]))) if not self.is_loop else id(self)


def resolve_edge(link: Connector, visits: Sequence[Visit], self_side: Side = "top") -> Edge:
    """Return the course of a link, between the borders that it asks for or those that face each other.

    Args:
        link: what joins two elements, or one with itself.
        visits: what the picture holds.
        self_side: where an element's loop to itself leaves and arrives if it asks for nothing.
    """
    start, end = find_named(link.start, visits), find_named(link.end, visits)
    facing = facing_sides(start.rect, end.rect)
    if link.start == link.end:
        facing = (link.arrives or self_side, link.leaves or self_side)
    sides = link.leaves or facing[0], link.arrives or facing[1]
    blocks = obstacles((start, end), visits)
    is_loop = sides[0] == sides[1] and not are_enclosed((start, end), visits)
    return Edge(link, (start, end), sides, is_loop or link.start == link.end, tuple(blocks))


def routing_order(course: Edge) -> float:
    """Return what comes first: what runs between its ends, then the loops from the inner to the outer."""
    a, b = course.rects[0].center, course.rects[1].center
    return 1.0 + distance(a, b) if course.is_loop else 0.0


def parallel_offsets(courses: Sequence[Edge]) -> dict[int, float]:
    """Return how far from the middle each of several links between the same two borders runs."""
    pairs: dict[object, list[Edge]] = defaultdict(list)
    for course in courses:
        pairs[course.pair].append(course)
    return {
        id(course): (place - (len(pair) - 1) / 2) * LANE
        for pair in pairs.values()
        for place, course in enumerate(pair)
    }


def loop_offsets(course: Edge) -> tuple[float, float]:
    """Return how far from the middle of its border an element's loop to itself leaves and arrives."""
    rect, sides = course.rects[0], course.sides
    if sides[0] != sides[1]:
        return 0.0, 0.0
    long = rect.width if sides[0] in ("top", "bottom") else rect.height
    half = min(_LOOP_WIDTH, long / 2) / 2
    return -half, half
