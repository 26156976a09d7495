"""A scatter plot at one size: its surfaces, lines and marks, and the labels that fit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property, reduce
from itertools import chain, combinations, pairwise

from infograficos.content.element_words import PLANE_WORDS
from infograficos.elements.planes.hull import are_apart, contains
from infograficos.elements.planes.label_placement import (
    LabelArea,
    candidates_along,
    candidates_around,
    candidates_at_outline,
    candidates_on,
    cut_by,
    place_labels,
)
from infograficos.elements.planes.lines import draw_axes, draw_line, move_towards
from infograficos.elements.planes.mark_names import MarkNames, is_beside
from infograficos.elements.planes.marks import EqualScale, ScatterData, marker_path, marker_radii, marker_rect
from infograficos.elements.text import Text
from infograficos.layout import Layouter
from infograficos.scene.flattening import Segment
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Drawable, Frame, Path, PathCommand, Placed, Stroke, polyline

#: Planes with more marks than this have smaller ones; the theme's point size over the divisor is the radius.
_CROWD, _CROWD_DIVISOR = 40, 3.5

#: How far a group's outline is from its marks, in radii, where there is room for it, and how far groups stay
#: apart, in units.
_REACHES, _APART = (3.0, 2.5, 2.0, 1.5), 6.0

#: A name that comes so near to a mark of another group would push the groups together, in units.
_CROWDED = 60.0


class ScatterLayout:
    """The parts of a scatter plot laid out on a plane of one size."""

    def __init__(self, scatter: ScatterData, size: Size, layouter: Layouter) -> None:
        self._scatter, self._layouter, self._look = scatter, layouter, layouter.look
        self._radius = self._look.size("point") / (_CROWD_DIVISOR if len(scatter.marks) > _CROWD else 2)
        self._room = Rect(0.0, 0.0, size.width, size.height)
        # Room around labels; accents and descenders reach about so far over the capitals and under the line.
        self._padding = Point(self._look.space("hair"), self._look.space("tiny") * 0.8)
        self._scale = EqualScale.fit(scatter.positions, self._inner_room())
        self._centers = [self._scale.at(mark.x, mark.y) for mark in scatter.marks]
        self._radii = marker_radii(scatter.marks, self._centers, self._radius)
        found = zip(scatter.marks, self._centers, self._radii, strict=True)
        self._anchors = [marker_rect(mark.shape, at, radius) for mark, at, radius in found]

    def _inner_room(self) -> Rect:
        """Return the room for the marks: the names of the outermost ones fit over or under them."""
        margin = self._look.space("large") + self._radius
        marks, sides = self._scatter.marks, []
        for outermost in (min, max):
            i = outermost(range(len(marks)), key=lambda i: marks[i].x)
            half = self._names[i].size.width / 2 if i in self._names else 0.0
            name = half + self._padding.x + self._look.space("small")
            sides.append(max(margin, min(self._room.width / 5, name)))
        inner = self._room.inflate(-margin)
        return Rect(sides[0], inner.y, self._room.width - sides[0] - sides[1], inner.height)

    @property
    def unplaced_labels(self) -> int:
        """The number of labels, group names and essential names that do not fit; none may be left out."""
        missing = sum(name not in self._places for name in self._mark_names.essential)
        missing += sum(rect is None for _, rect in self._pills)
        # The names of groups are the costliest to place, and of no use where others are missing.
        return missing or sum(rect is None for _, rect in self._group_names)

    @property
    def unplaced_names(self) -> int:
        """The number of names of marks that do not fit."""
        return len(self._names) - len(self._places)

    def frame(self) -> Frame:
        """Place the surfaces, the lines over them, the marks over these, and the words."""
        look = self._look
        fills = [
            Path(hull, look.paint(f"{group.role}.{'mid' if group.lit else 'tint'}"), None, "surface")
            for group, hull in zip(self._scatter.groups, self._hulls, strict=True)
        ]
        if self._scatter.area:
            corners = (start for start, _ in self._area_sides)
            paint = look.paint(f"{self._scatter.area_role}.mid")
            fills.append(Path(polyline(*corners, closed=True), paint, None, "surface"))
        lines = [
            *chain.from_iterable(
                draw_line(line, cut_by(ends, gap), ends, look)
                for line, ends, gap in zip(self._scatter.lines, self._ends, self._gaps, strict=True)
            ),
            *self._leaders(),
        ]
        drawn = zip(self._scatter.marks, self._colors, self._centers, self._radii, strict=True)
        seen = (each for each in drawn if not self._scatter.is_tip(each[0]))
        marks = [marker_path(mark.shape, color, at, radius, look) for mark, color, at, radius in seen]
        items: list[Drawable] = [*fills, *draw_axes(self._room, self._axes, look), *lines, *marks]
        size = Size(self._room.width, self._room.height)
        return self._with_count(Frame(size, (*(Placed(ORIGIN, item) for item in items), *self._words())))

    def _words(self) -> list[Placed]:
        """Return every label that fits."""
        names = [(self._names[i], rect) for i, rect in self._places.items()]
        pills = [Placed(Point(rect.x, rect.y), pill) for pill, rect in self._pills if rect is not None]
        return pills + [
            Placed(Point(rect.x, rect.y).translate(self._padding), frame)
            for frame, rect in (*names, *self._group_names)
            if rect is not None
        ]

    def _with_count(self, plane: Frame) -> Frame:
        """Return the plane with the number of omitted names below it."""
        if not self.unplaced_names:
            return plane
        text = Text(PLANE_WORDS("more_names", self.unplaced_names), "label", "muted", literal=True)
        words = self._layouter.layout(text, Limits(plane.size.width))
        top = plane.size.height + self._look.space("small")
        size = Size(plane.size.width, top + words.size.height)
        return Frame(size, (Placed(ORIGIN, plane), Placed(Point(0.0, top), words)))

    def _padded_size(self, label: Frame) -> Size:
        return Size(label.size.width + 2 * self._padding.x, label.size.height + 2 * self._padding.y)

    def _label(self, words: str, style: str, color: str) -> Frame:
        return self._layouter.layout(Text(words, style, color, literal=True), Limits())

    @cached_property
    def _names(self) -> dict[int, Frame]:
        """The names of the marks that have one, by the marks' indices."""
        marks = enumerate(self._scatter.marks)
        return {i: self._label(mark.name, "label", self._colors[i]) for i, mark in marks if mark.name}

    @cached_property
    def _colors(self) -> list[str]:
        """The colours of the marks: in ink on the stronger surface of a lit group."""
        lit = {i for group in self._scatter.groups if group.lit for i in group.marks}
        return ["ink" if i in lit else mark.color for i, mark in enumerate(self._scatter.marks)]

    @cached_property
    def _ends(self) -> list[Segment]:
        """The ends of each line, at the border of a mark if there is one."""
        ends = []
        for line in self._scatter.lines:
            start, end = self._scale.at(*line.start), self._scale.at(*line.end)
            before, after = self._air(start), self._air(end)
            ends.append((move_towards(start, end, before), move_towards(end, start, after)))
        return ends

    def _air(self, point: Point) -> float:
        """Return how far from a point a line ends: at the border of a mark there, but at its own tip."""
        marks = zip(self._scatter.marks, self._centers, self._anchors, strict=True)
        halves = [a.width / 2 for mark, at, a in marks if at == point and not self._scatter.is_tip(mark)]
        return max(halves) + self._look.stroke("border") if halves else 0.0

    @cached_property
    def _mark_names(self) -> MarkNames:
        """The names of the marks, each with the places that it could have."""
        marks = self._scatter.marks
        candidates = {i: self._candidates(i) for i in self._names}
        essential = tuple(i for i in self._names if marks[i].essential)
        groups, area = [group.marks for group in self._scatter.groups], self._label_area(self._anchors)
        sizes = {i: self._padded_size(name) for i, name in self._names.items()}
        return MarkNames(candidates, sizes, essential, groups, self._anchors, area, self._radius)

    @cached_property
    def _places(self) -> Mapping[int, Rect]:
        """The rectangles of the marks' names that have a place, by the marks' indices."""
        return self._mark_names.place()

    @cached_property
    def _rings(self) -> list[int]:
        return [i for i, mark in enumerate(self._scatter.marks) if mark.shape == "ring"]

    @cached_property
    def _surroundings(self) -> list[Rect]:
        return [anchor.inflate(self._padding.x) for anchor in self._anchors]

    def _candidates(self, i: int) -> list[Rect]:
        """Return the places that a mark's name could have, those of an essential one farther away too."""
        anchor = self._anchors[i]
        # A ring around a mark is about the same name.
        around = [j for j in self._rings if self._anchors[j].overlaps(anchor)]
        others = [near for j, near in enumerate(self._surroundings) if j != i and j not in around]
        whole = reduce(Rect.union, [self._anchors[j] for j in around], anchor)
        rects = candidates_around(whole, self._padded_size(self._names[i]))
        # Near another mark, it could be read as the name of that one.
        free = [rect for rect in rects if not any(rect.overlaps(other) for other in others)]
        # From the far side of a ring, a line would have to cross it.
        crowded = self._crowded(i)
        return sorted(free, key=lambda rect: (any(map(rect.overlaps, crowded)), not is_beside(rect, anchor)))

    def _crowded(self, mark: int) -> list[Rect]:
        """Return the surroundings of the marks of other groups than a mark's, if it has one."""
        own = next((group.marks for group in self._scatter.groups if mark in group.marks), None)
        if own is None:
            return []
        others = [i for group in self._scatter.groups if group.marks != own for i in group.marks]
        return [self._anchors[i].inflate(_CROWDED) for i in others]

    def _leaders(self) -> list[Path]:
        """Return the lines from marks to those of their names that are not beside them."""
        look, marks = self._look, self._scatter.marks
        found = ((i, self._mark_names.leader(i, rect)) for i, rect in self._places.items())
        return [
            Path(polyline(*line), stroke=Stroke(look.paint(marks[i].color), look.stroke("border")))
            for i, line in found
            if line
        ]

    def _label_area(self, obstacles: Sequence[Rect], lines: Sequence[Segment] = ()) -> LabelArea:
        # The surface around a name is larger than the name, and must not touch the border.
        bounds = self._room.inflate(-self._look.space("small"))
        return LabelArea(bounds, tuple(obstacles), (*self._ends, *self._axes, *self._area_sides, *lines))

    @cached_property
    def _hulls(self) -> list[tuple[PathCommand, ...]]:
        """The outline of each group around its marks and their names, as far from them as it can be."""
        groups, names = range(len(self._scatter.groups)), self._mark_names
        for reach in _REACHES:
            hulls = [names.hull(group, self._places, reach) for group in groups]
            if self._are_apart(hulls):
                break
        return hulls if groups else []

    def _are_apart(self, hulls: Sequence[Sequence[PathCommand]]) -> bool:
        """Return whether outlines keep away from each other and from the names and marks of others."""
        outlines = [[point for command in hull for point in command.points] for hull in hulls]
        room = self._room.inflate(-_APART)
        if not all(room.holds(Rect.around(outline)) for outline in outlines):
            return False
        if not all(are_apart(a, b, _APART) for a, b in combinations(outlines, 2)):
            return False
        for group, outline in zip(self._scatter.groups, outlines, strict=True):
            others = [rect for i, rect in self._places.items() if i not in group.marks]
            others += [anchor for i, anchor in enumerate(self._anchors) if i not in group.marks]
            if not all(are_apart(outline, rect.corners) for rect in others):
                return False
        return True

    @cached_property
    def _pills(self) -> list[tuple[Frame, Rect | None]]:
        """The labels of lines with their rectangles: on their lines, or beside those that are too short."""
        found: list[tuple[Frame, Rect | None]] = []
        for line, ends in zip(self._scatter.lines, self._ends, strict=True):
            if not line.label:
                continue
            pill = self._layouter.layout(line.pill(), Limits())
            taken = [*self._anchors, *self._places.values(), *(rect for _, rect in found if rect)]
            area = self._label_area(taken, self._leader_ends)
            others = replace(area, lines=tuple(each for each in area.lines if each != ends))
            on = (rect for rect in candidates_on(ends, pill.size) if others.is_free(rect))
            gaps = self._padding.x / 2, self._radius + self._padding.x
            beside = chain.from_iterable(candidates_along(ends, pill.size, gap) for gap in gaps)
            found.append((pill, next(chain(on, filter(area.is_free, beside)), None)))
        return found

    @property
    def _gaps(self) -> list[Rect | None]:
        """The rectangle of each line's label, if it has one with a place."""
        pills = iter(self._pills)
        return [next(pills)[1] if line.label else None for line in self._scatter.lines]

    @cached_property
    def _group_names(self) -> list[tuple[Frame, Rect | None]]:
        """The names of groups with their rectangles, clear of every rim."""
        outlines = [[command.points[-1] for command in hull if command.points] for hull in self._hulls]
        rims = [side for line in outlines for side in zip(line, [*line[1:], line[0]], strict=True)]
        labels: list[Frame] = []
        candidates: list[Sequence[Rect]] = []
        named = [pair for pair in zip(self._scatter.groups, outlines, strict=True) if pair[0].name]
        for group, outline in named:
            labels.append(self._label(group.name, "mark", f"{group.role}.strong"))
            rects = candidates_at_outline(outline, self._padded_size(labels[-1]))
            candidates.append([r for r in rects if not any(contains(each, r.center) for each in outlines)])
        pills = [rect for _, rect in self._pills if rect]
        taken = [*self._anchors, *self._places.values(), *pills]
        found = place_labels(candidates, self._label_area(taken, [*rims, *self._leader_ends]))
        return list(zip(labels, found, strict=True))

    @property
    def _leader_ends(self) -> list[Segment]:
        return [(p.commands[0].points[0], p.commands[1].points[0]) for p in self._leaders()]

    @property
    def _axes(self) -> list[Segment]:
        if not self._scatter.axes:
            return []
        at, room = self._scale.at(0.0, 0.0), self._room
        horizontal = Point(room.x, at.y), Point(room.right, at.y)
        return [horizontal, (Point(at.x, room.bottom), Point(at.x, room.y))]

    @cached_property
    def _area_sides(self) -> list[Segment]:
        corners = [self._scale.at(*position) for position in self._scatter.area]
        return list(pairwise([*corners, *corners[:1]]))
