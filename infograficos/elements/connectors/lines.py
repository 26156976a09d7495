"""Finds for every link how it runs: alone, beside others, or as a branch of a trunk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from infograficos.elements.connectors.connector import Connector
from infograficos.elements.connectors.edge import Edge, parallel_offsets, resolve_edge, routing_order
from infograficos.elements.connectors.endpoints import find_named, obstacles
from infograficos.elements.connectors.fan import branch_segments, fan_routes, fan_steps
from infograficos.elements.connectors.orthogonal import facing_sides, outward_point
from infograficos.elements.connectors.pathfinding import Segment, segments_of
from infograficos.elements.connectors.polyline import CORNER, round_corners, with_arrowheads
from infograficos.elements.connectors.routes import clear_loop, curved_route, square_route, straight_route
from infograficos.scene.flattening import flattened
from infograficos.scene.geometry import ORIGIN, Point
from infograficos.scene.items import Path, Step, Visit

#: The radius of a loop's turns.
_LOOP_CORNER = 16.0


@dataclass(frozen=True, slots=True)
class ConnectorLine:
    """The line that one link, or several of one trunk, are drawn as.

    Args:
        links: whose line it is.
        steps: what the pen draws.
        stretches: for each link, the pieces beside which its label may stand.
        segments: its upright and lying pieces, along which no other link should run.
    """

    links: tuple[Connector, ...]
    steps: tuple[Step, ...]
    stretches: tuple[tuple[Sequence[Point], ...], ...]
    segments: tuple[Segment, ...]


def route_connectors(
    links: Sequence[Connector], visits: Sequence[Visit], widths: dict[str, float]
) -> list[ConnectorLine]:
    """Return the lines of all links, in their order.

    Args:
        links: what is to be joined.
        visits: what the picture holds.
        widths: the thickness of each stroke, in units.
    """
    groups: dict[object, list[Connector]] = defaultdict(list)
    for place, link in enumerate(links):
        groups[(link.trunk, link.color, link.stroke, link.dashed, link.heads) if link.trunk else place] += [
            link
        ]
    # Trunks go first: they cannot make room for others.
    fans = {key: _fan(group, visits, widths) for key, group in groups.items() if len(group) > 1}
    taken = [segment for fan in fans.values() if fan for segment in fan.segments]
    alone = {
        key: [resolve_edge(link, visits) for link in group]
        for key, group in groups.items()
        if not fans.get(key)
    }
    shifts = parallel_offsets([course for courses in alone.values() for course in courses])
    found: dict[int, ConnectorLine] = {}
    for course in sorted((course for courses in alone.values() for course in courses), key=routing_order):
        line = _line(course, shifts[id(course)], taken, visits, widths[course.link.stroke])
        taken += line.segments
        found[id(course)] = line
    drawn: dict[object, list[ConnectorLine]] = {key: [fan] for key, fan in fans.items() if fan}
    drawn |= {key: [found[id(course)] for course in courses] for key, courses in alone.items()}
    return [line for key in groups for line in drawn[key]]


def _line(
    course: Edge, shift: float, taken: Sequence[Segment], visits: Sequence[Visit], width: float
) -> ConnectorLine:
    link = course.link
    if link.start == link.end and not link.leaves and not link.arrives:
        course = clear_loop(course, taken, visits)
    if link.shape == "straight" and not course.is_loop:
        line = straight_route(course, shift)
        if line:
            return _drawn(course, line, width)
    if link.shape == "curved":
        steps = curved_route(course, shift)
        if steps:
            return _drawn_curve(course, steps, width)
    return _drawn(course, square_route(course, shift, taken), width)


def _drawn(course: Edge, way: Sequence[Point], width: float) -> ConnectorLine:
    line = round_corners(way, _LOOP_CORNER if course.is_loop else CORNER)
    steps = with_arrowheads(line, way[-2], way[1], width, _heads(course.link))
    stretches = tuple(pairwise(way))
    return ConnectorLine((course.link,), steps, (stretches,), tuple(segments_of(way)))


def _drawn_curve(course: Edge, line: tuple[Step, ...], width: float) -> ConnectorLine:
    first, last = line[0].points[0], line[-1].points[-1]
    after, before = outward_point(first, course.sides[0], width), outward_point(last, course.sides[1], width)
    steps = with_arrowheads(line, before, after, width, _heads(course.link))
    # The label stands beside what is drawn, which stops a little short of the border.
    pieces = flattened(Path(steps[: len(line)]), ORIGIN)
    stretch = (pieces[0][0], *(end for _, end in pieces))
    return ConnectorLine((course.link,), steps, ((stretch,),), ())


def _heads(link: Connector) -> tuple[bool, bool]:
    return link.heads == "both", link.heads != "none"


def _fan(
    group: Sequence[Connector], visits: Sequence[Visit], widths: dict[str, float]
) -> ConnectorLine | None:
    """Return the links of one trunk as one line, or nothing where that is not free."""
    first = group[0]
    gathers = len({link.start for link in group}) > 1
    if gathers and len({link.end for link in group}) > 1:
        return None
    hub = find_named(first.end if gathers else first.start, visits)
    ends = [find_named(link.start if gathers else link.end, visits) for link in group]
    whole = ends[0].rect
    for end in ends[1:]:
        whole = whole.union(end.rect)
    facing = facing_sides(hub.rect, whole)
    asked = (first.arrives, first.leaves) if gathers else (first.leaves, first.arrives)
    sides = asked[0] or facing[0], asked[1] or facing[1]
    ways = fan_routes(hub.rect, [end.rect for end in ends], sides, obstacles((hub, *ends), visits))
    if not ways:
        return None
    heads = _heads(first)
    steps = fan_steps(ways, widths[first.stroke], heads[::-1] if gathers else heads)
    stretches = tuple(tuple(branch_segments(way)) for way in ways)
    segments = tuple(segment for way in ways for segment in segments_of(way))
    return ConnectorLine(tuple(group), steps, stretches, segments)
