"""Finds for every link how it runs: alone, beside others, or as a branch of a trunk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from infograficos.elements.connectors.connector import Connector
from infograficos.elements.connectors.course import Course, course_of, pair_shifts, turn_of
from infograficos.elements.connectors.fan import fan_steps, fan_ways, own_stretches
from infograficos.elements.connectors.named import find, obstacles
from infograficos.elements.connectors.pen import CORNER, armed, rounded
from infograficos.elements.connectors.routing import beyond, facing_sides
from infograficos.elements.connectors.wayfinding import Segment, segments_of
from infograficos.elements.connectors.ways import curved_way, free_loop, slanted_way, square_way
from infograficos.scene.flattening import flattened
from infograficos.scene.geometry import ORIGIN, Point
from infograficos.scene.items import Path, Step, Visit

#: The radius of a loop's turns.
_LOOP_CORNER = 16.0


@dataclass(frozen=True, slots=True)
class LinkLine:
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


def link_lines(
    links: Sequence[Connector], visits: Sequence[Visit], widths: dict[str, float]
) -> list[LinkLine]:
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
        key: [course_of(link, visits) for link in group] for key, group in groups.items() if not fans.get(key)
    }
    shifts = pair_shifts([course for courses in alone.values() for course in courses])
    found: dict[int, LinkLine] = {}
    for course in sorted((course for courses in alone.values() for course in courses), key=turn_of):
        line = _line(course, shifts[id(course)], taken, visits, widths[course.link.stroke])
        taken += line.segments
        found[id(course)] = line
    drawn: dict[object, list[LinkLine]] = {key: [fan] for key, fan in fans.items() if fan}
    drawn |= {key: [found[id(course)] for course in courses] for key, courses in alone.items()}
    return [line for key in groups for line in drawn[key]]


def _line(
    course: Course, shift: float, taken: Sequence[Segment], visits: Sequence[Visit], width: float
) -> LinkLine:
    link = course.link
    if link.start == link.end and not link.leaves and not link.arrives:
        course = free_loop(course, taken, visits)
    if link.shape == "straight" and not course.is_loop:
        line = slanted_way(course, shift)
        if line:
            return _drawn(course, line, width)
    if link.shape == "curved":
        steps = curved_way(course, shift)
        if steps:
            return _drawn_curve(course, steps, width)
    return _drawn(course, square_way(course, shift, taken), width)


def _drawn(course: Course, way: Sequence[Point], width: float) -> LinkLine:
    line = rounded(way, _LOOP_CORNER if course.is_loop else CORNER)
    steps = armed(line, way[-2], way[1], width, _heads(course.link))
    stretches = tuple(pairwise(way))
    return LinkLine((course.link,), steps, (stretches,), tuple(segments_of(way)))


def _drawn_curve(course: Course, line: tuple[Step, ...], width: float) -> LinkLine:
    first, last = line[0].points[0], line[-1].points[-1]
    after, before = beyond(first, course.sides[0], width), beyond(last, course.sides[1], width)
    steps = armed(line, before, after, width, _heads(course.link))
    # The label stands beside what is drawn, which stops a little short of the border.
    pieces = flattened(Path(steps[: len(line)]), ORIGIN)
    stretch = (pieces[0][0], *(end for _, end in pieces))
    return LinkLine((course.link,), steps, ((stretch,),), ())


def _heads(link: Connector) -> tuple[bool, bool]:
    return link.heads == "both", link.heads != "none"


def _fan(group: Sequence[Connector], visits: Sequence[Visit], widths: dict[str, float]) -> LinkLine | None:
    """Return the links of one trunk as one line, or nothing where that is not free."""
    first = group[0]
    gathers = len({link.start for link in group}) > 1
    if gathers and len({link.end for link in group}) > 1:
        return None
    hub = find(first.end if gathers else first.start, visits)
    ends = [find(link.start if gathers else link.end, visits) for link in group]
    whole = ends[0].rect
    for end in ends[1:]:
        whole = whole.union(end.rect)
    facing = facing_sides(hub.rect, whole)
    asked = (first.arrives, first.leaves) if gathers else (first.leaves, first.arrives)
    sides = asked[0] or facing[0], asked[1] or facing[1]
    ways = fan_ways(hub.rect, [end.rect for end in ends], sides, obstacles((hub, *ends), visits))
    if not ways:
        return None
    heads = _heads(first)
    steps = fan_steps(ways, widths[first.stroke], heads[::-1] if gathers else heads)
    stretches = tuple(tuple(own_stretches(way)) for way in ways)
    segments = tuple(segment for way in ways for segment in segments_of(way))
    return LinkLine(tuple(group), steps, stretches, segments)
