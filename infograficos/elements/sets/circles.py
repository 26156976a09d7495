"""Arithmetic of two or three circles whose areas, and whose common areas, follow numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product
from math import acos, atan2, cos, hypot, pi, sin, sqrt

from infograficos.content.data.set_regions import Members, exclusive, subsets

#: The first step of the search, and one that is too small to be seen, where the largest radius is about 1;
#: what an error must become at least, as a share, to go on with a step.
_COARSEST, _FINEST, _WORTH = 0.08, 0.003, 0.99

#: What an area's error counts less by, so that an empty region counts for something and not for all.
_SOFT = 0.1

#: An area below this share of the whole is not seen, and one above it is.
_UNSEEN, _SEEN = 0.004, 0.012

#: VennCircles that only touch are drawn so far apart, and one inside another so far from its border.
_APART = 0.08


@dataclass(frozen=True, slots=True)
class VennCircle:
    """A circle by its middle and radius."""

    x: float
    y: float
    radius: float

    def holds(self, x: float, y: float) -> bool:
        """Return whether a point is inside."""
        return hypot(x - self.x, y - self.y) <= self.radius + 1e-9


@dataclass(frozen=True, slots=True)
class Bow:
    """Part of a circle, from an angle on and clockwise by another, in radians."""

    circle: VennCircle
    start: float
    turn: float


def common_outline(circles: Sequence[VennCircle]) -> list[Bow]:
    """Return the border of what is inside all circles, clockwise; empty where nothing is."""
    bows: list[Bow] = []
    for i, circle in enumerate(circles):
        others = [each for j, each in enumerate(circles) if j != i]
        cuts = sorted({angle % (2 * pi) for other in others for angle in _cuts(circle, other)}) or [0.0]
        for start, end in zip(cuts, [*cuts[1:], cuts[0] + 2 * pi], strict=True):
            middle = (start + end) / 2
            x, y = circle.x + circle.radius * cos(middle), circle.y + circle.radius * sin(middle)
            if all(other.holds(x, y) for other in others):
                bows.append(Bow(circle, start, end - start))
    return _in_order(bows)


def common_area(circles: Sequence[VennCircle]) -> float:
    """Return the area of what is inside all circles."""
    if len(circles) == 1:
        return pi * circles[0].radius ** 2
    if len(circles) == 2:
        return _lens_area(*circles)
    area = 0.0
    for bow in common_outline(circles):
        circle, end = bow.circle, bow.start + bow.turn
        across = circle.x * (sin(end) - sin(bow.start)) - circle.y * (cos(end) - cos(bow.start))
        area += circle.radius * (circle.radius * bow.turn + across) / 2
    return area


def region_areas(circles: Sequence[VennCircle]) -> dict[Members, float]:
    """Return the area of each region: of what is inside some circles and outside of all others."""
    return exclusive(
        {members: common_area([circles[i] for i in members]) for members in subsets(len(circles))}
    )


def equal_circles(count: int) -> tuple[VennCircle, ...]:
    """Return equal circles each of which overlaps all others, and leaves every region in sight."""
    if count == 2:
        return VennCircle(-0.58, 0.0, 1.0), VennCircle(0.58, 0.0, 1.0)
    angles = (-5 * pi / 6, -pi / 6, pi / 2)
    return tuple(VennCircle(0.66 * cos(angle), 0.66 * sin(angle), 1.0) for angle in angles)


def circles_to_scale(common: Mapping[Members, float]) -> tuple[VennCircle, ...] | None:
    """Return circles whose regions have areas in the order of their numbers, or None where none are found.

    Two circles are exact. Of three, each circle is, and so is what two of them have in common where a
    triangle of such sides exists; else the regions are as near to their numbers as a search finds.
    """
    return _circles_to_scale(tuple(sorted(common.items())))


@lru_cache(maxsize=64)
def _circles_to_scale(items: tuple[tuple[Members, float], ...]) -> tuple[VennCircle, ...] | None:
    common = dict(items)
    count = max(len(members) for members in common)
    largest = max(common[i,] for i in range(count))
    radii = [sqrt(common[i,] / largest) for i in range(count)]
    apart = {
        (i, j): _distance(radii[i], radii[j], pi * common[i, j] / largest)
        for i, j in combinations(range(count), 2)
    }
    if count == 2:
        return VennCircle(0.0, 0.0, radii[0]), VennCircle(apart[0, 1], 0.0, radii[1])
    wanted = {members: pi * amount / largest for members, amount in exclusive(common).items()}
    for circles in (
        _refine(radii, _triangle(apart), wanted),
        _refine([], [*_triangle(apart), *radii], wanted),
    ):
        if is_in_order(region_areas(circles), wanted):
            return circles
    return None


def is_in_order(areas: Mapping[Members, float], wanted: Mapping[Members, float]) -> bool:
    """Return whether areas are in the order of numbers, and none is seen that should be empty."""
    whole = sum(wanted.values())
    if any((areas[each] > _UNSEEN * whole) != (wanted[each] > 0) for each in wanted):
        return False
    if any(areas[each] < _SEEN * whole for each in wanted if wanted[each]):
        return False
    pairs = combinations(sorted(wanted, key=wanted.__getitem__), 2)
    return all(areas[a] < areas[b] + _UNSEEN * whole for a, b in pairs if wanted[a] < wanted[b])


def _distance(first: float, second: float, area: float) -> float:
    """Return how far apart the middles of two circles are that have an area in common."""
    nearest, farthest = abs(first - second), first + second
    if area <= 0:
        return farthest + _APART
    if area >= pi * min(first, second) ** 2 * (1 - 1e-9):
        return max(0.0, nearest - _APART)
    for _ in range(50):
        middle = (nearest + farthest) / 2
        common = common_area([VennCircle(0.0, 0.0, first), VennCircle(middle, 0.0, second)])
        nearest, farthest = (middle, farthest) if common > area else (nearest, middle)
    return nearest


def _triangle(apart: Mapping[tuple[int, int], float]) -> list[float]:
    """Return where the second and third circle are: x of the one, x and y of the other."""
    base, left, right = (apart[0, 1] or 1e-6), apart[0, 2], apart[1, 2]
    x = (base**2 + left**2 - right**2) / (2 * base)
    x = min(max(x, -left), left)
    return [base, x, sqrt(max(0.0, left**2 - x**2)) or 1e-3]


def _refine(
    radii: list[float], places: list[float], wanted: Mapping[Members, float]
) -> tuple[VennCircle, ...]:
    """Return the circles moved until no small step brings the areas nearer to the wanted ones.

    Without radii, those after the places are changed too.
    """

    def placed(at: Sequence[float]) -> tuple[VennCircle, ...]:
        xs, ys = (0.0, at[0], at[1]), (0.0, 0.0, at[2])
        return tuple(VennCircle(x, y, radius) for x, y, radius in zip(xs, ys, radii or at[3:], strict=True))

    def error(at: Sequence[float]) -> float:
        areas = region_areas(placed(at))
        # What a region lacks is seen the better, the smaller it is.
        return sum((areas[each] - wanted[each]) ** 2 / (wanted[each] + _SOFT) for each in wanted)

    return placed(_descend(places, error))


def _descend(places: list[float], error: Callable[[Sequence[float]], float]) -> list[float]:
    """Return places from which a small step in no direction lowers an error."""
    best, step = error(places), _COARSEST
    while step > _FINEST:
        before = best
        for i, sign in product(range(len(places)), (1, -1)):
            tried = [value + sign * step * (k == i) for k, value in enumerate(places)]
            if (value := error(tried)) < best:
                best, places = value, tried
        if best > before * _WORTH:
            step /= 2
    return places


def _lens_area(first: VennCircle, second: VennCircle) -> float:
    """Return the area that two circles have in common."""
    apart = hypot(second.x - first.x, second.y - first.y)
    small, large = sorted((first.radius, second.radius))
    if apart >= small + large:
        return 0.0
    if apart <= large - small:
        return pi * small**2
    area = 0.0
    for one, other in ((small, large), (large, small)):
        near = (apart**2 + one**2 - other**2) / (2 * apart)
        half = acos(max(-1.0, min(1.0, near / one)))
        area += one**2 * (half - sin(half) * cos(half))
    return area


def _cuts(circle: VennCircle, other: VennCircle) -> tuple[float, ...]:
    """Return the angles on a circle at which another one crosses it."""
    across, down = other.x - circle.x, other.y - circle.y
    apart = hypot(across, down)
    if not abs(circle.radius - other.radius) < apart < circle.radius + other.radius:
        return ()
    share = (circle.radius**2 + apart**2 - other.radius**2) / (2 * circle.radius * apart)
    half, middle = acos(max(-1.0, min(1.0, share))), atan2(down, across)
    return middle - half, middle + half


def _in_order(bows: list[Bow]) -> list[Bow]:
    """Return the parts of a border so that each begins where the one before ends."""
    rest, ordered = list(bows), bows[:1]
    while len(ordered) < len(bows):
        rest.remove(ordered[-1])
        ends = _at(ordered[-1], 1)
        ordered.append(min(rest, key=lambda bow: hypot(_at(bow, 0)[0] - ends[0], _at(bow, 0)[1] - ends[1])))
    return ordered


def _at(bow: Bow, share: float) -> tuple[float, float]:
    angle = bow.start + bow.turn * share
    return bow.circle.x + bow.circle.radius * cos(angle), bow.circle.y + bow.circle.radius * sin(angle)
