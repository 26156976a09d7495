"""Where the words of circles go: on their region where it has room, else outside with a line to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import cos, hypot, inf, pi, sin

from infograficos.content.data.set_regions import Members
from infograficos.elements.planes.label_placement import LabelArea, place_labels
from infograficos.elements.sets.circles import VennCircle
from infograficos.scene.flattening import Segment, crosses
from infograficos.scene.geometry import Point, Rect, Size
from infograficos.scene.items import Frame

#: Into how many steps a region is divided across and down to find room on it, and how many directions there
#: are from a circle.
_STEPS, _DIRECTIONS = 9, 32

#: The ways to go uphill, and a stride that changes nothing to be seen, in units.
_MOVES, _FINE = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1)), 2.0

#: How far from a circle words are at most that need no line, how far they go, in what steps, and what is
#: farther than any, in units.
_NEAR, _FAR, _STRIDE, _ENDLESS = 9.0, 130.0, 12.0, 1e6

Words = tuple[Frame, Rect]


@dataclass(frozen=True, slots=True)
class RegionWords:
    """What is written on a region, in several widths, the best first, and outside of it."""

    members: Members
    options: list[Frame]
    aside: Frame


@dataclass(frozen=True)
class WordPlaces:
    """The words with their rectangles, None where none is free, and the lines from those far away."""

    names: list[Words | None]
    name_leads: list[Segment | None]
    regions: list[Words | None]
    region_leads: list[Segment | None]

    @property
    def missing(self) -> int:
        """How many words have no place."""
        return [*self.names, *self.regions].count(None)

    @property
    def leads(self) -> int:
        """How many names are not beside their circles."""
        return sum(lead is not None for lead in self.name_leads)

    def rects(self) -> list[Words]:
        """Return all words that have a place."""
        return [each for each in (*self.names, *self.regions) if each]


def find_places(
    circles: Sequence[VennCircle],
    width: float,
    names: Sequence[Frame],
    regions: Sequence[RegionWords],
    air: float,
) -> WordPlaces:
    """Return where the names of circles and the words on regions are.

    Args:
        circles: in units of the sheet.
        width: that of the room, from 0 on.
        names: the name of each circle.
        regions: what is written on each region that has words.
        air: how far words are from circles and from each other, in units.
    """
    centers = [_deepest(circles, each.members) for each in regions]
    pairs = zip(regions, centers, strict=True)
    inside = [_on_region(circles, each, center, air) for each, (_, center) in pairs]
    outside = _Outside(circles, width, air, [words[1] for words in inside if words])
    found = WordPlaces([], [], inside, [])
    for words, lead in outside.place_names(names):
        found.names.append(words)
        found.name_leads.append(lead)
    for i, (each, (slack, center)) in enumerate(zip(regions, centers, strict=True)):
        lead = None
        if inside[i] is None and slack > 0:
            inside[i], lead = outside.place(each.aside, center, 0.0)
        found.region_leads.append(lead)
    return found


def _on_region(circles: Sequence[VennCircle], region: RegionWords, center: Point, air: float) -> Words | None:
    """Return the first of several forms of words that fits a region, where it has most room."""
    for frame in region.options:
        slack, at = _roomiest(circles, region.members, center, frame.size)
        if slack >= air / 2:
            size = frame.size
            return frame, Rect(at.x - size.width / 2, at.y - size.height / 2, size.width, size.height)
    return None


def _deepest(circles: Sequence[VennCircle], members: Members) -> tuple[float, Point]:
    """Return how far the deepest point of a region is from its borders, and the point."""
    inner = min((circles[i] for i in members), key=lambda circle: circle.radius)
    shares = [(2 * i + 1) / _STEPS - 1 for i in range(_STEPS)]
    points = (
        Point(inner.x + x * inner.radius, inner.y + y * inner.radius) for x, y in product(shares, repeat=2)
    )
    dot = Size(0.0, 0.0)
    start = max(points, key=lambda point: _slack(circles, members, point, dot))
    return _roomiest(circles, members, start, dot)


def _roomiest(
    circles: Sequence[VennCircle], members: Members, start: Point, size: Size
) -> tuple[float, Point]:
    """Return how far inside a region something is at most, uphill from a point, and its middle there."""
    best, at = _slack(circles, members, start, size), start
    stride = min(circles[i].radius for i in members) / _STEPS
    while stride > _FINE:
        moves = [Point(at.x + x * stride, at.y + y * stride) for x, y in _MOVES]
        slacks = [_slack(circles, members, move, size) for move in moves]
        if max(slacks) > best:
            best = max(slacks)
            at = moves[slacks.index(best)]
        else:
            stride /= 2
    return best, at


def _slack(circles: Sequence[VennCircle], members: Members, at: Point, size: Size) -> float:
    """Return how far inside a region something of a size is, around a point; below 0 it is not."""
    slack, wide, high = inf, size.width / 2, size.height / 2
    for i, circle in enumerate(circles):
        across, down = abs(at.x - circle.x), abs(at.y - circle.y)
        if i in members:
            slack = min(slack, circle.radius - hypot(across + wide, down + high))
        else:
            slack = min(slack, hypot(max(across - wide, 0.0), max(down - high, 0.0)) - circle.radius)
    return slack


class _Outside:
    """The room around the circles, and the words that have a place in it."""

    def __init__(self, circles: Sequence[VennCircle], width: float, air: float, taken: list[Rect]) -> None:
        self._circles, self._width, self._air, self._taken = circles, width, air, taken
        self._middle = Point(
            sum(each.x for each in circles) / len(circles), sum(each.y for each in circles) / len(circles)
        )
        self._lines: list[Segment] = []

    def place_names(self, names: Sequence[Frame]) -> Iterator[tuple[Words | None, Segment | None]]:
        """Yield the places of the circles' names, beside their circles if all of them can be."""
        near = [
            filter(self._is_free, self._candidates(name, Point(circle.x, circle.y), circle.radius, 1))
            for name, circle in zip(names, self._circles, strict=True)
        ]
        padded = [[rect.inflate(self._air / 2) for rect in rects] for rects in near]
        bounds = Rect(-_ENDLESS, -_ENDLESS, 2 * _ENDLESS, 2 * _ENDLESS)
        found = [rect and rect.inflate(-self._air / 2) for rect in place_labels(padded, LabelArea(bounds))]
        self._taken += [rect for rect in found if rect]
        for rect, name, circle in zip(found, names, self._circles, strict=True):
            if rect:
                yield (name, rect), None
            else:
                yield self.place(name, Point(circle.x, circle.y), circle.radius)

    def place(self, frame: Frame, anchor: Point, radius: float) -> tuple[Words | None, Segment | None]:
        """Return the nearest free place of words, and the line to them where they are far away."""
        for rect in self._candidates(frame, anchor, radius, int(_FAR / _STRIDE) * (1 if radius else 2)):
            if not self._is_free(rect):
                continue
            lead = self._lead(rect, anchor, radius)
            if not (lead and any(crosses(*lead, taken) for taken in self._taken)):
                self._taken.append(rect)
                self._lines += [lead] if lead else []
                return (frame, rect), lead
        return None, None

    def _candidates(self, frame: Frame, anchor: Point, radius: float, count: int) -> Iterator[Rect]:
        """Yield rectangles around a circle or a point, in so many rounds, away from the others first."""
        away = Point(anchor.x - self._middle.x, anchor.y - self._middle.y)
        angles = [2 * pi * i / _DIRECTIONS for i in range(_DIRECTIONS)]
        length = hypot(away.x, away.y) or 1.0
        # Above is where a name is looked for.
        angles.sort(key=lambda a: -(cos(a) * away.x + sin(a) * away.y) / length + 0.25 * sin(a))
        wide, high = frame.size.width, frame.size.height
        for number in range(count):
            reach = radius + self._air + number * _STRIDE
            for angle in angles:
                x, y = anchor.x + reach * cos(angle), anchor.y + reach * sin(angle)
                # The side that faces the circle is at the reach.
                across, down = (max(-1.0, min(1.0, 1.6 * share(angle))) for share in (cos, sin))
                for aside in (across,) if abs(down) < 1 else (across, -1.0, 1.0):
                    yield Rect(x + wide * (aside - 1) / 2, y + high * (down - 1) / 2, wide, high)

    def _is_free(self, rect: Rect) -> bool:
        if rect.x < 0 or rect.right > self._width:
            return False
        if _slack(self._circles, (), rect.center, Size(rect.width, rect.height)) < self._air * 0.75:
            return False
        near = rect.inflate(self._air)
        if any(map(near.overlaps, self._taken)):
            return False
        return not any(crosses(*line, near) for line in self._lines)

    def _lead(self, rect: Rect, anchor: Point, radius: float) -> Segment | None:
        """Return the line from words to a circle, or to a point, unless they are beside it."""
        x, y = min(max(anchor.x, rect.x), rect.right), min(max(anchor.y, rect.y), rect.bottom)
        apart = hypot(x - anchor.x, y - anchor.y)
        if apart <= radius + self._air + _NEAR:
            return None
        end = Point(x, y)
        return end.towards(anchor, self._air / 2 / apart), anchor.towards(end, radius / apart)
