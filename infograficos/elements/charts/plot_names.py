"""Where the names in a plot are: at the ends of lines, or beside their data where nothing else is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise
from math import hypot

from infograficos.elements.charts.axis import dodge_labels
from infograficos.elements.charts.occupancy import Occupancy
from infograficos.elements.charts.plot_data import Along
from infograficos.layout import Element
from infograficos.scene.geometry import Point, Rect, Size
from infograficos.scene.items import Frame

#: The air between a name and its data, nearer and farther, and what is kept free around it, in units.
_REACHES, _FREE = (10.0, 20.0), 4.0

#: How far a name is from the data of others if there is such a place, and how much nearer to them than to its
#: own it may be.
_CLEAR, _NEARER = 14.0, 6.0

#: How far a name of a reference line or a region is from it, in units.
INSET = 8.0

#: At how many places along its data a name is tried.
_PLACES = 28

#: How far a name at the end of a line may be from it, in times its height, and how far apart two ends are at
#: least that have names, in units.
_SHIFT, _ENDS = 2.5, 5.0

#: A name farther from the end of its line leads to it, in times its height.
LEADS = 0.5


@dataclass(frozen=True, slots=True)
class PlotName:
    """A name to place.

    Args:
        frame: its words in the plane.
        words: the same as text.
        role: that of its colour.
        key: what stands before it in the legend, where it has no other place.
        places: the points of its data that it may be beside, best first.
        radius: half of the thickness of its data there.
        owner: the number of the data that it names, or -1.
        candidates: where it may be instead, best first.
    """

    frame: Frame
    words: str
    role: str
    key: Element
    places: Sequence[Point] = ()
    radius: float = 0.0
    owner: int = -1
    candidates: Sequence[Rect] = ()


def names_at_ends(ending: Sequence[tuple[int, float, float]], gap: float, bottom: float) -> dict[int, float]:
    """Return the tops of those names that can be at the right of the plane, each near its line's end.

    Names of lines that end at the same place would be read as each other's, and have none.

    Args:
        ending: the number of each name, the height at which its line ends, and its own height.
        gap: what is between two names.
        bottom: where the last one ends at most.
    """
    while ending:
        centers, heights = [center for _, center, _ in ending], [height for *_, height in ending]
        tops = dodge_labels(centers, heights, gap, bottom)
        moved = [one for one, other in pairwise(sorted(centers)) if other - one < _ENDS] or [
            center
            for top, (_, center, height) in zip(tops, ending, strict=True)
            if abs(top + height / 2 - center) > _SHIFT * height
        ]
        if not moved:
            return {i: top for (i, *_), top in zip(ending, tops, strict=True)}
        ending = [each for each in ending if all(abs(each[1] - center) > each[2] for center in moved)]
    return {}


def place_beside(names: Sequence[PlotName], taken: Occupancy, owners: Sequence[Occupancy]) -> dict[int, Rect]:
    """Return the places of names that cover nothing, by their numbers; those without one are left out.

    Args:
        names: the names, the first ones placed first.
        taken: what no name may cover besides the data.
        owners: what the data of each number cover; names of others keep a distance from it.
    """
    found: dict[int, Rect] = {}
    for i, name in enumerate(names):
        others = Occupancy(taken.bounds).joined(each for j, each in enumerate(owners) if j != name.owner)
        rect = _best(name, taken.joined(owners), others)
        if rect:
            found[i] = rect
            taken.take(rect.inflate(_FREE))
    return found


def _best(name: PlotName, taken: Occupancy, others: Occupancy) -> Rect | None:
    """Return the first free place far from the data of another name, else the first one nearer to its own."""
    places = (*((rect, 0.0) for rect in name.candidates), *_around(name))
    free = [
        (rect, air) for rect, air in places if taken.bounds.holds(rect) and taken.is_free(rect.inflate(_FREE))
    ]
    apart = (rect for rect, _ in free if others.is_free(rect.inflate(_CLEAR)))
    nearer = (rect for rect, air in free if others.is_free(rect.inflate(max(0.0, air - _NEARER))))
    return next(chain(apart, nearer), None)


def _around(name: PlotName) -> Iterator[tuple[Rect, float]]:
    """Yield the places around data with their air: over and under, then at the sides; nearer ones first."""
    width, height = name.frame.size.width, name.frame.size.height
    for air in _REACHES:
        reach = air + name.radius
        for at in name.places:
            middle = at.y - height / 2
            lefts = at.x - width / 2, at.x, at.x - width, at.x + reach / 2, at.x - width - reach / 2
            tops = at.y - reach - height, at.y + reach
            corners = [(x, y) for y in tops for x in lefts]
            corners += [(x, middle) for x in (at.x + reach, at.x - width - reach)]
            yield from ((Rect(x, y, width, height), air) for x, y in corners)


def places_along(line: Sequence[Point]) -> list[Point]:
    """Return places along a line, from three quarters of it back and forth."""
    lengths = [hypot(b.x - a.x, b.y - a.y) for a, b in pairwise(line)]
    reached, i = list(accumulate(lengths, initial=0.0)), 0
    found = []
    for step in range(_PLACES + 1):
        at = reached[-1] * step / _PLACES
        while i < len(lengths) - 1 and reached[i + 1] < at:
            i += 1
        share = (at - reached[i]) / lengths[i] if lengths and lengths[i] else 0.0
        found.append((abs(step / _PLACES - 0.75), line[i].towards(line[min(i + 1, len(line) - 1)], share)))
    return [point for _, point in sorted(found, key=lambda pair: pair[0])]


def places_among(dots: Sequence[Point]) -> list[Point]:
    """Return places among dots: those at the rim first."""
    middle = Rect.around(dots).center
    some = dots[:: max(1, len(dots) // 200)]
    return sorted(some, key=lambda dot: -hypot(dot.x - middle.x, dot.y - middle.y))[:_PLACES]


def in_region(region: Rect, size: Size, along: Along) -> list[Rect]:
    """Return where a region's name may be: at its top or its foot, in the middle or at a side."""
    left, right = region.x + INSET, region.right - INSET - size.width
    if along == "x":
        left = right = region.center.x - size.width / 2
    xs = (region.center.x - size.width / 2, right, left) if along == "x" else (right, left)
    ys = region.y + INSET, region.bottom - INSET - size.height
    return [Rect(x, y, size.width, size.height) for y in ys for x in xs]


def at_reference(ends: tuple[Point, Point], size: Size) -> list[Rect]:
    """Return where the name of a line across the plane may be: over or under it, or at its sides."""
    start, end = ends
    if start.y == end.y:
        xs = [end.x - INSET - size.width, *(start.towards(end, share / 8).x + INSET for share in range(7))]
        ys = start.y - INSET - size.height, start.y + INSET
        return [Rect(x, y, size.width, size.height) for x in xs for y in ys]
    tops = [end.y, *(end.towards(start, share / 8).y for share in range(1, 8))]
    sides = start.x + INSET, start.x - INSET - size.width
    return [Rect(x, y, size.width, size.height) for y in tops for x in sides]
