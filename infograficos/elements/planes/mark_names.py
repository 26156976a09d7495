"""Places the names of marks so that no group's outline cuts or takes in what does not belong to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from math import ceil, floor

from infograficos.elements.planes.hull import contains, rounded_hull
from infograficos.elements.planes.label_placement import LabelArea, place_labels
from infograficos.elements.polyline import distance
from infograficos.scene.flattening import Segment, crosses
from infograficos.scene.geometry import Point, Rect, Size
from infograficos.scene.items import PathCommand

#: The names by the indices of their marks, where they have a place.
Places = Mapping[int, Rect]

#: A name farther from its mark than this, in units, needs a line to it.
_NEAR = 6.0

#: How far apart the places are, in units, that a name may have where none beside its mark is free, and how
#: far from it.
_STEP, _REACH = 12, 150.0


@dataclass(frozen=True, slots=True)
class Outline:
    """The corners of a group's outline, and the rectangle around them."""

    corners: tuple[Point, ...]
    rect: Rect

    def cuts(self, rect: Rect) -> bool:
        """Return whether the outline runs through a rectangle."""
        return rect.overlaps(self.rect) and any(crosses(a, b, rect) for a, b in self.sides())

    def takes_in(self, rect: Rect) -> bool:
        """Return whether the outline runs around or through a rectangle."""
        return rect.overlaps(self.rect) and (contains(self.corners, rect.center) or self.cuts(rect))

    def sides(self) -> Iterator[Segment]:
        """Return the sides."""
        return pairwise([*self.corners, self.corners[0]])


@dataclass(frozen=True)
class MarkNames:
    """The names of a plane's marks and the places that each could have.

    Args:
        candidates: by the mark's index, best first; earlier names have priority.
        sizes: how large each name is.
        essential: the marks whose names the figure is about.
        groups: the marks of each group.
        anchors: the rectangle of each mark.
        area: where names may be.
        radius: that of a mark, in units.
    """

    candidates: Mapping[int, Sequence[Rect]]
    sizes: Mapping[int, Size]
    essential: Sequence[int]
    groups: Sequence[Sequence[int]]
    anchors: Sequence[Rect]
    area: LabelArea
    radius: float

    def place(self) -> dict[int, Rect]:
        """Return the places of the names that have one: the essential names first, then as many as fit."""
        placed: dict[int, Rect] = {}
        for name in self.essential:
            placed |= self._insert(name, self.candidates[name], placed) or self._insert_apart(name, placed)
        leaders = [line for i, rect in placed.items() if (line := self.leader(i, rect))]
        names = replace(self, area=replace(self.area, lines=(*self.area.lines, *leaders)))
        return names._place_rest(placed)

    def _place_rest(self, fixed: Places) -> dict[int, Rect]:
        rest = [name for name in self.candidates if name not in self.essential]
        area = replace(self.area, obstacles=(*self.area.obstacles, *fixed.values()))
        found = place_labels([self.candidates[name] for name in rest], area)
        placed = {**fixed, **{name: rect for name, rect in zip(rest, found, strict=True) if rect}}
        while wrong := self._conflicts(placed) - fixed.keys():
            placed = {name: rect for name, rect in placed.items() if name not in wrong}
        for name in rest:
            placed |= {} if name in placed else self._insert(name, self.candidates[name], placed)
        return placed

    def hull(self, group: int, places: Places, reach: float = 2.0) -> tuple[PathCommand, ...]:
        """Return a group's outline around its marks and those of their names that have a place.

        Args:
            reach: how far it is from the middle of a mark, in radii.
        """
        marks = self.groups[group]
        rects = [self.anchors[i] for i in marks] + [places[i] for i in marks if i in places]
        corners = (corner for rect in rects for corner in rect.inflate(-self.radius).corners)
        return rounded_hull(corners, reach * self.radius)

    def outline(self, group: int, places: Places) -> Outline:
        """Return the corners of a group's outline."""
        corners = tuple(command.points[-1] for command in self.hull(group, places) if command.points)
        return Outline(corners, Rect.around(corners))

    def leader(self, name: int, rect: Rect) -> Segment | None:
        """Return the line from a mark to its name where this is not beside it."""
        anchor = self.anchors[name]
        if is_beside(rect, anchor):
            return None
        end = _nearest(rect, anchor.center)
        return anchor.center.towards(end, anchor.width / 2 / distance(anchor.center, end)), end

    @cached_property
    def _bare(self) -> list[Outline]:
        """The outlines of the groups without names."""
        return [self.outline(group, {}) for group in range(len(self.groups))]

    def _insert_apart(self, name: int, placed: Places) -> dict[int, Rect]:
        """Return the nearest place from which a line leads to the name's mark, past other marks if it can."""
        free = [rect for rect in self._places_apart(name) if self.area.is_free(rect)]
        for others in ((*placed.values(), *self.anchors), tuple(placed.values())):
            clear = (rect for rect in free if self._is_led_clear(name, rect, others))
            if found := self._insert(name, clear, placed):
                return found
        return {}

    def _places_apart(self, name: int) -> list[Rect]:
        """Return places of a name around its mark, within reach of a line, the nearest first."""
        size, bounds, anchor = self.sizes[name], self.area.bounds, self.anchors[name].center
        left, right = max(bounds.x, anchor.x - size.width - _REACH), min(bounds.right, anchor.x + _REACH)
        top, bottom = max(bounds.y, anchor.y - size.height - _REACH), min(bounds.bottom, anchor.y + _REACH)
        xs = range(ceil(left), floor(right - size.width) + 1, _STEP)
        ys = range(ceil(top), floor(bottom - size.height) + 1, _STEP)
        rects = (Rect(x, y, size.width, size.height) for x in xs for y in ys)
        return sorted(rects, key=lambda rect: distance(anchor, _nearest(rect, anchor)))

    def _insert(self, name: int, candidates: Iterable[Rect], placed: Places) -> dict[int, Rect]:
        """Return the best place of a name that leaves all others theirs, if there is one."""
        outlines: list[Outline] = []
        for rect in candidates:
            if any(rect.overlaps(other) for other in placed.values()) or not self.area.is_free(rect):
                continue
            outlines = outlines or [self.outline(group, placed) for group in range(len(self.groups))]
            if self._leaves_groups(name, rect, placed, outlines):
                return {name: rect}
        return {}

    def _is_led_clear(self, name: int, rect: Rect, others: Sequence[Rect]) -> bool:
        """Return whether the line to a name that is not beside its mark crosses no other rectangle."""
        line, own = self.leader(name, rect), self.anchors[name]
        # From a mark that touches another, every line would cross that one.
        return line is None or not any(crosses(*line, r) for r in others if not r.overlaps(own))

    def _leaves_groups(self, name: int, rect: Rect, placed: Places, outlines: Sequence[Outline]) -> bool:
        """Return whether one more name is outside other groups, and keeps out of its own what is."""
        more = {**placed, name: rect}
        for group, outline in enumerate(outlines):
            if name in self.groups[group]:
                grown = self.outline(group, more)
                if self._cut(group, grown, more) or self._takes_marks(group, grown):
                    return False
            elif name in self._cut(group, outline, {name: rect}):
                return False
        return True

    def _conflicts(self, places: Places) -> set[int]:
        """Return the names that an outline cuts or takes in, and those because of which it does."""
        wrong: set[int] = set()
        for group, members in enumerate(self.groups):
            outline = self.outline(group, places)
            cut = self._cut(group, outline, places)
            wrong |= cut
            if cut or self._takes_marks(group, outline):
                wrong |= {i for i in members if i in places}
        return wrong

    def _cut(self, group: int, outline: Outline, places: Places) -> set[int]:
        """Return the names that a group's outline cuts, or takes in although their marks are outside."""
        members = set(self.groups[group])
        names = [i for i, rect in places.items() if i not in members and outline.takes_in(rect)]
        bare = self._bare[group]
        return {i for i in names if outline.cuts(places[i]) or not bare.takes_in(self.anchors[i])}

    def _takes_marks(self, group: int, outline: Outline) -> bool:
        """Return whether a group's outline takes in marks of others because of its names."""
        members, bare = set(self.groups[group]), self._bare[group]
        others = (anchor for i, anchor in enumerate(self.anchors) if i not in members)
        return any(outline.takes_in(anchor) and not bare.takes_in(anchor) for anchor in others)


def is_beside(rect: Rect, anchor: Rect) -> bool:
    """Return whether a name is so near its mark that it needs no line to it."""
    return distance(anchor.center, _nearest(rect, anchor.center)) <= anchor.width / 2 + _NEAR


def _nearest(rect: Rect, point: Point) -> Point:
    """Return the point of a rectangle that is nearest to another."""
    return Point(min(max(point.x, rect.x), rect.right), min(max(point.y, rect.y), rect.bottom))
