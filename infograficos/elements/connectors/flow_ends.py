"""The ends of flows on the borders: level where they can be, and side by side on one border."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from infograficos.elements.connectors.edge import Edge
from infograficos.elements.connectors.orthogonal import Side
from infograficos.elements.flow_shape import HEAD_WIDTH
from infograficos.scene.geometry import Point, Rect

#: The free room between two flows that meet one border, in units.
_GAP = 4.0


@dataclass(slots=True)
class _End:
    """One end of a flow: where it would like to be along its side, and the room that it takes there."""

    rect: Rect
    side: Side
    width: float
    room: float
    want: float
    towards: float
    is_target: bool = False

    @property
    def length(self) -> float:
        """The length of the side in units."""
        low, high = _span(self.rect, self.side)
        return high - low

    def faces(self, other: _End) -> bool:
        """Say whether the other end's side looks back at this one's."""
        return {self.side, other.side} in ({"left", "right"}, {"top", "bottom"})

    @property
    def reach(self) -> tuple[float, float]:
        """The first and last position along the side at which the flow is still all on it."""
        low, high = _span(self.rect, self.side)
        half = min(self.width, high - low) / 2
        return low + half, high - half

    @property
    def point(self) -> Point:
        """The point on the border."""
        if self.side in ("left", "right"):
            return Point(self.rect.x if self.side == "left" else self.rect.right, self.want)
        return Point(self.want, self.rect.y if self.side == "top" else self.rect.bottom)


def flow_ends(edges: Sequence[Edge], widths: Sequence[float]) -> list[tuple[Point, Point]]:
    """Return both ends of each flow on its borders, given its width in units."""
    pairs = [_ends(edge, width) for edge, width in zip(edges, widths, strict=True)]
    levels = [
        pair
        for edge, pair in zip(edges, pairs, strict=True)
        if not edge.connector.trunk and pair[0].faces(pair[1]) and pair[0].want == pair[1].want
    ]
    borders: dict[object, dict[object, list[_End]]] = defaultdict(lambda: defaultdict(list))
    for i, (edge, pair) in enumerate(zip(edges, pairs, strict=True)):
        # Flows of one trunk meet their border as one.
        lane = edge.connector.trunk or i
        for name, end in zip((edge.connector.start, edge.connector.end), pair, strict=True):
            borders[name, end.side][lane].append(end)
    lanes: dict[int, set[object]] = {}
    for border in borders.values():
        if len(border) > 1:
            _aim([end for ends in border.values() for end in ends if end.is_target])
        _set_apart(list(border.values()))
        lanes |= {id(end): set(border) for ends in border.values() for end in ends}
    for start, end in levels:
        _level(*((start, end) if start.length < end.length else (end, start)), lanes)
    return [(start.point, end.point) for start, end in pairs]


def _ends(edge: Edge, width: float) -> tuple[_End, _End]:
    heads = {"end": (False, True), "both": (True, True), "none": (False, False)}[edge.connector.heads]
    rooms = [width * (HEAD_WIDTH if head else 1.0) for head in heads]
    centers = [_center(rect, side) for rect, side in zip(edge.rects, edge.sides, strict=True)]
    others = [_center(rect, side) for rect, side in zip(edge.rects[::-1], edge.sides, strict=True)]
    targets = False, True
    start, end = (
        _End(rect, side, width, *rest)
        for rect, side, *rest in zip(edge.rects, edge.sides, rooms, centers, others, targets, strict=True)
    )
    small, large = sorted((end, start), key=lambda each: each.length)
    # Those of one trunk meet in the middle.
    if not edge.connector.trunk and start.faces(end) and large.reach[0] <= small.want <= large.reach[1]:
        large.want = small.want
    return start, end


def _aim(ends: Sequence[_End]) -> None:
    """Let each of several flows reach a border where it is as level as it can be, not all its middle."""
    for end in ends:
        low, high = end.reach
        end.want = max(low, min(high, end.towards))


def _set_apart(lanes: list[list[_End]]) -> None:
    """Move the flows on one side apart, as little as that takes, and in the order of where they go."""
    lanes.sort(key=lambda ends: (_mean([end.towards for end in ends]), ends[0].want))
    rooms = [max(end.room for end in ends) for ends in lanes]
    shifts = [0.0, *accumulate((a + b) / 2 + _GAP for a, b in pairwise(rooms))]
    wants = [ends[0].want - shift for ends, shift in zip(lanes, shifts, strict=True)]
    spots = [want + shift for want, shift in zip(ascending(wants), shifts, strict=True)]
    low, high = lanes[0][0].reach[0], lanes[-1][0].reach[1]
    # Where the side is too short for all of them they are nearer to each other.
    pressed = min(1.0, max(0.0, high - low) / (spots[-1] - spots[0])) if len(spots) > 1 else 1.0
    spots = [spots[0] + (spot - spots[0]) * pressed for spot in spots]
    moved = max(low - spots[0], min(0.0, high - spots[-1]))
    for ends, spot in zip(lanes, spots, strict=True):
        for end in ends:
            end.want = spot + moved


def ascending(values: Sequence[float]) -> list[float]:
    """Return the nearest values that never fall (isotonic regression, pooling adjacent violators)."""
    pools: list[list[float]] = []
    for value in values:
        pools.append([value])
        while len(pools) > 1 and _mean(pools[-2]) > _mean(pools[-1]):
            pools[-2:] = [[*pools[-2], *pools[-1]]]
    return [_mean(pool) for pool in pools for _ in pool]


def _level(short: _End, long: _End, lanes: Mapping[int, set[object]]) -> None:
    """Keep a flow level after it made room for others: the end with no other flows than the other follows."""
    for own, other in ((long, short), (short, long)):
        low, high = own.reach
        if lanes[id(own)] <= lanes[id(other)] and low <= other.want <= high:
            own.want = other.want
            return


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _span(rect: Rect, side: Side) -> tuple[float, float]:
    return (rect.y, rect.bottom) if side in ("left", "right") else (rect.x, rect.right)


def _center(rect: Rect, side: Side) -> float:
    return sum(_span(rect, side)) / 2
