"""Finds for every link how it runs: alone, beside others, or as a branch of a trunk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from math import inf

from infograficos.elements.links.curve import curve, is_free, slanted
from infograficos.elements.links.fan import fan_steps, fan_ways, own_stretches
from infograficos.elements.links.link import Link
from infograficos.elements.links.named import are_enclosed, find, obstacles
from infograficos.elements.links.pen import CORNER, armed, distance, rounded
from infograficos.elements.links.routing import (
    CLEARANCES,
    LOOP_CLEARANCES,
    Side,
    anchors,
    beyond,
    faces,
    facing_sides,
    leads_outward,
    route,
)
from infograficos.elements.links.wayfinding import LANE, Segment, blocked, segments_of, shared
from infograficos.geometry import ORIGIN, Point, Rect
from infograficos.scene import Path, Step, Visit
from infograficos.strokes import flattened

#: The radius of a loop's turns, and how far apart it leaves and arrives where both are at one element.
_LOOP_CORNER = 16.0
_LOOP_WIDTH = 44.0

#: Where an element's loop to itself may be, the best first.
_LOOP_SIDES: tuple[Side, ...] = ("top", "right", "bottom", "left")

#: How far along a side an end may make room for other connectors, the least first.
_SHIFTS = sorted(
    product((0.0, -LANE, LANE, -2 * LANE, 2 * LANE), repeat=2), key=lambda s: abs(s[0]) + abs(s[1])
)


@dataclass(frozen=True, slots=True)
class Strand:
    """The line that one link, or several of one trunk, are drawn as.

    Args:
        links: whose line it is.
        steps: what the pen draws.
        stretches: for each link, the pieces beside which its label may stand.
        segments: its upright and lying pieces, along which no other link should run.
    """

    links: tuple[Link, ...]
    steps: tuple[Step, ...]
    stretches: tuple[tuple[Sequence[Point], ...], ...]
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class _Course:
    """Between which borders a link runs, and what it must not cross."""

    link: Link
    ends: tuple[Visit, Visit]
    sides: tuple[Side, Side]
    is_loop: bool
    blocks: tuple[Rect, ...]

    @property
    def rects(self) -> tuple[Rect, Rect]:
        return self.ends[0].rect, self.ends[1].rect

    @property
    def pair(self) -> object:
        """What it has in common with links that run between the same two borders."""
        (start, end), sides = (self.link.start, self.link.end), self.sides
        return frozenset(((start, sides[0]), (end, sides[1]))) if not self.is_loop else id(self)


def strands(links: Sequence[Link], visits: Sequence[Visit], widths: dict[str, float]) -> list[Strand]:
    """Return the lines of all links, in their order.

    Args:
        links: what is to be joined.
        visits: what the picture holds.
        widths: the thickness of each stroke, in units.
    """
    groups: dict[object, list[Link]] = defaultdict(list)
    for place, link in enumerate(links):
        groups[(link.trunk, link.color, link.stroke, link.dashed, link.heads) if link.trunk else place] += [
            link
        ]
    # Trunks go first: they cannot make room for others.
    fans = {key: _fan(group, visits, widths) for key, group in groups.items() if len(group) > 1}
    taken = [segment for fan in fans.values() if fan for segment in fan.segments]
    alone = {
        key: [_course(link, visits) for link in group] for key, group in groups.items() if not fans.get(key)
    }
    shifts = _pair_shifts([course for courses in alone.values() for course in courses])
    found: dict[int, Strand] = {}
    for course in sorted((course for courses in alone.values() for course in courses), key=_turn_of):
        strand = _strand(course, shifts[id(course)], taken, visits, widths[course.link.stroke])
        taken += strand.segments
        found[id(course)] = strand
    drawn: dict[object, list[Strand]] = {key: [fan] for key, fan in fans.items() if fan}
    drawn |= {key: [found[id(course)] for course in courses] for key, courses in alone.items()}
    return [strand for key in groups for strand in drawn[key]]


def _turn_of(course: _Course) -> float:
    """Return what comes first: what runs between its ends, then the loops from the inner to the outer."""
    a, b = course.rects[0].center, course.rects[1].center
    return 1.0 + distance(a, b) if course.is_loop else 0.0


def _course(link: Link, visits: Sequence[Visit], self_side: Side = "top") -> _Course:
    start, end = find(link.start, visits), find(link.end, visits)
    facing = facing_sides(start.rect, end.rect)
    if link.start == link.end:
        facing = (link.arrives or self_side, link.leaves or self_side)
    sides = link.leaves or facing[0], link.arrives or facing[1]
    blocks = obstacles((start, end), visits)
    is_loop = sides[0] == sides[1] and not are_enclosed((start, end), visits)
    return _Course(link, (start, end), sides, is_loop or link.start == link.end, tuple(blocks))


def _pair_shifts(courses: Sequence[_Course]) -> dict[int, float]:
    """Return how far from the middle each of several links between the same two borders runs."""
    pairs: dict[object, list[_Course]] = defaultdict(list)
    for course in courses:
        pairs[course.pair].append(course)
    return {
        id(course): (place - (len(pair) - 1) / 2) * LANE
        for pair in pairs.values()
        for place, course in enumerate(pair)
    }


def _strand(
    course: _Course, shift: float, taken: Sequence[Segment], visits: Sequence[Visit], width: float
) -> Strand:
    link = course.link
    if link.start == link.end and not link.leaves and not link.arrives:
        course = _free_loop(course, taken, visits)
    if link.shape == "straight" and not course.is_loop:
        line = _slanted(course, shift)
        if line:
            return _drawn(course, line, width)
    if link.shape == "curved":
        steps = _curved(course, shift)
        if steps:
            return _drawn_curve(course, steps, width)
    return _drawn(course, _square(course, shift, taken), width)


def _drawn(course: _Course, way: Sequence[Point], width: float) -> Strand:
    line = rounded(way, _LOOP_CORNER if course.is_loop else CORNER)
    steps = armed(line, way[-2], way[1], width, _heads(course.link))
    stretches = tuple(pairwise(way))
    return Strand((course.link,), steps, (stretches,), tuple(segments_of(way)))


def _drawn_curve(course: _Course, line: tuple[Step, ...], width: float) -> Strand:
    first, last = line[0].points[0], line[-1].points[-1]
    after, before = beyond(first, course.sides[0], width), beyond(last, course.sides[1], width)
    steps = armed(line, before, after, width, _heads(course.link))
    # The label stands beside what is drawn, which stops a little short of the border.
    pieces = flattened(Path(steps[: len(line)]), ORIGIN)
    stretch = (pieces[0][0], *(end for _, end in pieces))
    return Strand((course.link,), steps, ((stretch,),), ())


def _heads(link: Link) -> tuple[bool, bool]:
    return link.heads == "both", link.heads != "none"


def _free_loop(course: _Course, taken: Sequence[Segment], visits: Sequence[Visit]) -> _Course:
    """Return the loop of an element to itself at the first side where it crosses and shares nothing."""
    for side in _LOOP_SIDES:
        other = _course(course.link, visits, side)
        way = _square(other, 0.0, ())
        if _cost(way, other, taken) == 0 and distance(way[0], way[1]) >= LOOP_CLEARANCES[1]:
            return other
    return course


def _slanted(course: _Course, shift: float) -> tuple[Point, Point] | None:
    """Return a straight line from middle to middle, or else from side to side, if there is a free one."""
    first, last = anchors(*course.rects, course.sides, (shift, shift))
    if faces(first, last, course.sides):
        return None
    asked = course.link.leaves or course.link.arrives
    a, b = course.rects[0].center, course.rects[1].center
    # Of a pair, one comes back: the same side of the line is the other side of its own.
    sign = 1.0 if (a.x, a.y) < (b.x, b.y) else -1.0
    middle = None if asked else slanted(*course.ends, course.blocks, sign * shift)
    if middle or not leads_outward(first, last, course.sides):
        return middle
    return (first, last) if is_free([(first, last)], course.rects, course.blocks) else None


def _curved(course: _Course, shift: float) -> tuple[Step, ...] | None:
    shifts = _loop_shifts(course) if course.link.start == course.link.end else (shift, shift)
    first, last = anchors(*course.rects, course.sides, shifts)
    if faces(first, last, course.sides):
        return None
    return curve(first, last, course.sides, course.rects, course.blocks)


def _square(course: _Course, shift: float, taken: Sequence[Segment]) -> list[Point]:
    """Return the way that runs along no other one, or as little as can be."""
    base = _loop_shifts(course) if course.link.start == course.link.end else (shift, shift)
    best, least = _route(course, base, ()), inf
    if (cost := _cost(best, course, taken)) == 0 or not taken:
        return best
    least = cost
    for first, last in _SHIFTS:
        way = _route(course, (base[0] + first, base[1] + last), taken)
        cost = _cost(way, course, taken)
        if cost < least:
            best, least = way, cost
        if cost == 0:
            break
    return best


def _route(course: _Course, shifts: tuple[float, float], taken: Sequence[Segment]) -> list[Point]:
    clearances = LOOP_CLEARANCES if course.is_loop else CLEARANCES
    return route(
        *course.rects, course.sides, course.blocks, shifts=shifts, clearances=clearances, taken=taken
    )


def _loop_shifts(course: _Course) -> tuple[float, float]:
    rect, sides = course.rects[0], course.sides
    if sides[0] != sides[1]:
        return 0.0, 0.0
    long = rect.width if sides[0] in ("top", "bottom") else rect.height
    half = min(_LOOP_WIDTH, long / 2) / 2
    return -half, half


def _cost(way: Sequence[Point], course: _Course, taken: Sequence[Segment]) -> float:
    """Return for how many units a way runs along others; endless where it is no way at all."""
    is_free = len(way) > 2 or (
        faces(way[0], way[-1], course.sides) and not blocked(way[0], way[-1], course.blocks)
    )
    return shared(segments_of(way), taken) if is_free else inf


def _fan(group: Sequence[Link], visits: Sequence[Visit], widths: dict[str, float]) -> Strand | None:
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
    return Strand(tuple(group), steps, stretches, segments)
