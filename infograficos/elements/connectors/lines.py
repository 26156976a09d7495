"""The line of each connector: alone, beside others, or as a branch of a trunk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import islice, pairwise

from infograficos.elements.connectors.connector import Connector, trunk_into
from infograficos.elements.connectors.edge import (
    Edge,
    find_named,
    find_obstacles,
    parallel_offsets,
    resolve_edge,
    routing_order,
)
from infograficos.elements.connectors.fan import branch_segments, fan_commands, fan_routes
from infograficos.elements.connectors.orthogonal import facing_sides, outward_point
from infograficos.elements.connectors.routes import (
    curved_route,
    find_clear_loop,
    square_route,
    straight_route,
)
from infograficos.elements.polyline import CORNER, round_corners, with_arrowheads
from infograficos.scene.flattening import Segment, flatten
from infograficos.scene.geometry import ORIGIN, Point, Rect
from infograficos.scene.items import Path, PathCommand, Visit

#: The radius of a loop's turns.
_LOOP_CORNER = 16.0


@dataclass(frozen=True, slots=True)
class ConnectorLine:
    """The line of one connector, or of all connectors of one trunk.

    Args:
        polylines: for each connector, the segments beside which its label may be.
        segments: its horizontal and vertical pieces, which other connectors avoid.
        tips: the outlines of its arrowheads, where it is a flow, whose commands are an outline, too.
    """

    connectors: tuple[Connector, ...]
    commands: tuple[PathCommand, ...]
    polylines: tuple[tuple[Sequence[Point], ...], ...]
    segments: tuple[Segment, ...]
    tips: tuple[tuple[PathCommand, ...], ...] | None = None


def route_connectors(
    connectors: Sequence[Connector], visits: Sequence[Visit], widths: dict[str, float]
) -> list[ConnectorLine]:
    """Return the lines of all connectors, in their order, given the units of each stroke width by name."""
    groups: dict[object, list[Connector]] = defaultdict(list)
    for i, each in enumerate(connectors):
        trunk = (each.trunk, each.color, each.stroke, each.dashed, each.heads)
        groups[trunk if each.trunk else i].append(each)
    # Trunks are routed first, as they cannot make room for others.
    fans = {key: _fan(group, visits, widths) for key, group in groups.items() if group[0].trunk}
    occupied = [segment for fan in fans.values() if fan for segment in fan.segments]
    alone = [each for key, group in groups.items() if not fans.get(key) for each in group]
    edges = [resolve_edge(each, visits) for each in alone]
    shifts = parallel_offsets(edges)
    lines: dict[int, ConnectorLine] = {}
    for edge in sorted(edges, key=routing_order):
        width = widths[edge.connector.stroke]
        lines[id(edge)] = _line(edge, shifts[id(edge)], occupied, visits, width)
        occupied += lines[id(edge)].segments
    drawn = (lines[id(edge)] for edge in edges)
    pairs = [(fans.get(key), len(group)) for key, group in groups.items()]
    return [line for fan, count in pairs for line in ((fan,) if fan else islice(drawn, count))]


def _line(
    edge: Edge, shift: float, occupied: Sequence[Segment], visits: Sequence[Visit], width: float
) -> ConnectorLine:
    connector = edge.connector
    if connector.start == connector.end and not connector.leaves and not connector.arrives:
        edge = find_clear_loop(edge, occupied, visits)
    if connector.shape == "curved" and (commands := curved_route(edge, shift)):
        return _make_curve(edge, commands, width)
    straight = straight_route(edge, shift) if connector.shape == "straight" and not edge.is_loop else None
    return _make_line(edge, straight or square_route(edge, shift, occupied), width)


def _make_line(edge: Edge, route: Sequence[Point], width: float) -> ConnectorLine:
    line = round_corners(route, _LOOP_CORNER if edge.is_loop else CORNER)
    commands = with_arrowheads(line, route[-2], route[1], width, _has_arrowheads(edge.connector))
    segments = tuple(pairwise(route))
    return ConnectorLine((edge.connector,), commands, (segments,), segments)


def _make_curve(edge: Edge, line: tuple[PathCommand, ...], width: float) -> ConnectorLine:
    first, last = line[0].points[0], line[-1].points[-1]
    after, before = outward_point(first, edge.sides[0], width), outward_point(last, edge.sides[1], width)
    commands = with_arrowheads(line, before, after, width, _has_arrowheads(edge.connector))
    # The label is beside the drawn line, which ends a little before the border.
    pieces = flatten(Path(commands[: len(line)]), ORIGIN)
    polyline = (pieces[0][0], *(end for _, end in pieces))
    return ConnectorLine((edge.connector,), commands, ((polyline,),), ())


def _has_arrowheads(connector: Connector) -> tuple[bool, bool]:
    return connector.heads == "both", connector.heads != "none"


def _fan(
    group: Sequence[Connector], visits: Sequence[Visit], widths: dict[str, float]
) -> ConnectorLine | None:
    """Return the line of a trunk, or nothing where an obstacle is in its way."""
    first = group[0]
    joins_at_end = first.trunk == trunk_into(first.end) or len({each.start for each in group}) > 1
    if joins_at_end and len({connector.end for connector in group}) > 1:
        return None
    hub = find_named(first.end if joins_at_end else first.start, visits)
    ends = [find_named(connector.start if joins_at_end else connector.end, visits) for connector in group]
    whole = reduce(Rect.union, (end.rect for end in ends))
    facing = facing_sides(hub.rect, whole)
    asked = (first.arrives, first.leaves) if joins_at_end else (first.leaves, first.arrives)
    sides = asked[0] or facing[0], asked[1] or facing[1]
    heads = _has_arrowheads(first)[::-1] if joins_at_end else _has_arrowheads(first)
    obstacles = find_obstacles((hub, *ends), visits)
    routes = fan_routes(hub.rect, [end.rect for end in ends], sides, obstacles, heads)
    if not routes:
        return None
    commands = fan_commands(routes, widths[first.stroke], heads)
    polylines = tuple(tuple(branch_segments(route)) for route in routes)
    segments = tuple(segment for route in routes for segment in pairwise(route))
    return ConnectorLine(tuple(group), commands, polylines, segments)
