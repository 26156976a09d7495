"""A scatter at one size: what its points, surfaces, lines and words come to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from math import hypot

from infograficos.elements.arrowhead import chevron
from infograficos.elements.planes.dashes import DASH
from infograficos.elements.planes.hull import rounded_hull
from infograficos.elements.planes.labelling import Ground, Segment, around, beside, placed_labels
from infograficos.elements.planes.marker import marker_path
from infograficos.elements.planes.marks import Group, Plot, Span
from infograficos.elements.planes.rim import is_within, places_at_rim
from infograficos.elements.planes.same_scale import SameScale
from infograficos.elements.text import Text
from infograficos.language.portuguese import pluralize
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Box, Drawable, Frame, Path, Placed, Step, Stroke

#: With more points than this they are smaller: the theme's point divided by so much is their radius.
_FEW, _CROWDED = 40, 3.5


class ScatterDrawing:
    """A plane of one size with all that stands on it."""

    def __init__(self, plot: Plot, size: Size, layouter: Layouter) -> None:
        self._marks, self._groups, self._spans = plot.marks, plot.groups, plot.spans
        self._origin = plot.origin
        self._size, self._layouter, self._look = size, layouter, layouter.look
        self._radius = self._look.size("point") / (_CROWDED if len(plot.marks) > _FEW else 2)
        self._room = Rect(0.0, 0.0, size.width, size.height)
        self._scale = SameScale.fitting(plot.places, self._inner())
        self._centers = [self._scale.at(mark.x, mark.y) for mark in self._marks]

    def _inner(self) -> Rect:
        """Return the room for the marks: at the sides, the outermost names fit over or under theirs."""
        margin = self._look.space("large") + self._radius
        most = self._room.width / 5
        sides = []
        for outermost in (min, max):
            i = outermost(range(len(self._marks)), key=lambda i: self._marks[i].x)
            half = self._mark_frames[self._named.index(i)].size.width / 2 if i in self._named else 0.0
            sides.append(max(margin, min(most, half + self._across + self._look.space("small"))))
        left, right = sides
        inner = self._room.grown(-margin)
        return Rect(left, inner.y, self._room.width - left - right, inner.height)

    @property
    def homeless(self) -> int:
        """How many labels of lines and names of groups find no place: without them the figure says less."""
        return sum(rect is None for rect in self._outer_places)

    @property
    def nameless(self) -> int:
        """How many marks' names find no place."""
        return sum(rect is None for rect in self._mark_places)

    def frame(self) -> Frame:
        """Return the surfaces, the lines over them, the marks over these, and the words."""
        look = self._look
        fills = [Path(hull, look.paint(f"{g.role}.soft"), None, "surface") for g, hull in self._hulls]
        pens = [Stroke(look.paint(f"{g.role}.line"), look.stroke("border")) for g, _ in self._hulls]
        rims = [Path(hull, None, pen, "ornament") for (_, hull), pen in zip(self._hulls, pens, strict=True)]
        marks = [
            marker_path(mark.shape, mark.color, at, self._radius, self._look)
            for mark, at in zip(self._marks, self._centers, strict=True)
        ]
        lines = [
            path
            for span, ends in zip(self._spans, self._ends, strict=True)
            for path in self._line(span, ends)
        ]
        drawn: list[Drawable] = [self._surface(), *fills, *rims, *self._axes(), *lines, *marks]
        items = [*(Placed(ORIGIN, item) for item in drawn), *self._words()]
        return self._with_count(Frame(self._size, tuple(items)))

    def _surface(self) -> Box:
        pen = Stroke(self._look.paint("line"), self._look.stroke("border"))
        return Box(self._room, self._look.paint("surface"), pen, self._look.radius("inner"))

    def _words(self) -> list[Placed]:
        """Return every label that found a place, where it found it."""
        frames = [*self._span_frames, *self._mark_frames, *self._group_frames]
        rects = [*self._span_places, *self._mark_places, *self._group_places]
        return [
            Placed(Point(rect.x + self._across, rect.y + self._down), frame)
            for frame, rect in zip(frames, rects, strict=True)
            if rect is not None
        ]

    def _with_count(self, plane: Frame) -> Frame:
        """Return the plane with a line below it that says how many of its points' names are left out."""
        if not self.nameless:
            return plane
        text = Text(f"… e mais {pluralize(self.nameless, 'nome', 'nomes')}", "label", "muted", literal=True)
        words = self._layouter.layout(text, Limits(self._size.width))
        top = plane.size.height + self._look.space("small")
        items = (Placed(ORIGIN, plane), Placed(Point(0.0, top), words))
        return Frame(Size(plane.size.width, top + words.size.height), items)

    @property
    def _across(self) -> float:
        return self._look.space("hair")

    @property
    def _down(self) -> float:
        # Accents and descenders reach about this far over the capitals and under the line.
        return self._look.space("tiny") * 0.8

    def _reach(self, frame: Frame) -> Size:
        return Size(frame.size.width + 2 * self._across, frame.size.height + 2 * self._down)

    def _text(self, words: str, style: str, color: str) -> Frame:
        return self._layouter.layout(Text(words, style, color, literal=True), Limits())

    @cached_property
    def _named(self) -> list[int]:
        return [i for i, mark in enumerate(self._marks) if mark.name]

    @cached_property
    def _mark_frames(self) -> list[Frame]:
        marks = [self._marks[i] for i in self._named]
        return [self._text(mark.name, "label", mark.color if mark.role else "ink") for mark in marks]

    @cached_property
    def _span_frames(self) -> list[Frame]:
        spans = [span for span in self._spans if span.label]
        return [self._text(span.label, "mark", span.color) for span in spans]

    @cached_property
    def _group_frames(self) -> list[Frame]:
        return [
            self._text(group.name, "mark", f"{group.role}.strong") for group in self._groups if group.name
        ]

    @cached_property
    def _ends(self) -> list[Segment]:
        """Where each line starts and ends: at the border of a mark, where there is one."""
        ends = []
        for span in self._spans:
            start, end = self._scale.at(*span.start), self._scale.at(*span.end)
            air = self._radius + self._look.stroke("border")
            leaves, arrives = (air if place in self._centers else 0.0 for place in (start, end))
            ends.append((_nearer(start, end, leaves), _nearer(end, start, arrives)))
        return ends

    @cached_property
    def _anchors(self) -> list[Rect]:
        return [Rect(at.x, at.y, 0.0, 0.0).grown(self._radius * 1.1) for at in self._centers]

    @cached_property
    def _mark_places(self) -> list[Rect | None]:
        """The places of the marks' names, round the marks."""
        wanted, near = [], [anchor.grown(self._across) for anchor in self._anchors]
        for i, frame in zip(self._named, self._mark_frames, strict=True):
            # Too near to another mark, it could be that one's name.
            others = near[:i] + near[i + 1 :]
            places = around(self._anchors[i], self._reach(frame))
            wanted.append([rect for rect in places if not any(rect.overlaps(other) for other in others)])
        return placed_labels(wanted, Ground(self._bounds, tuple(self._anchors), tuple(self._lines)))

    @property
    def _bounds(self) -> Rect:
        # The surface around a name is larger than the name, and must not touch the border.
        return self._room.grown(-self._look.space("small"))

    @property
    def _lines(self) -> list[Segment]:
        return [*self._ends, *self._axis_ends]

    @cached_property
    def _hulls(self) -> list[tuple[Group, tuple[Step, ...]]]:
        """Each group with the outline around its marks and their names."""
        named = dict(zip(self._named, self._mark_places, strict=True))
        hulls = []
        for group in self._groups:
            rects = [self._anchors[i] for i in group.marks]
            rects += [rect for i in group.marks if (rect := named.get(i)) is not None]
            corners = (corner for rect in rects for corner in _corners(rect.grown(-self._radius)))
            hulls.append((group, rounded_hull(corners, 2 * self._radius)))
        return hulls

    @cached_property
    def _outer_places(self) -> list[Rect | None]:
        """The places of the lines' labels, then of the groups' names: on nothing, and on no group's rim."""
        rims = [[step.points[-1] for step in hull if step.points] for _, hull in self._hulls]
        sides = [side for rim in rims for side in zip(rim, [*rim[1:], rim[0]], strict=True)]
        names = tuple(rect for rect in self._mark_places if rect is not None)
        ground = Ground(self._bounds, (*self._anchors, *names), (*self._lines, *sides))
        gap = self._look.space("hair") / 2
        labelled = [ends for span, ends in zip(self._spans, self._ends, strict=True) if span.label]
        wanted: list[Sequence[Rect]] = [
            beside(ends, self._reach(frame), gap)
            for ends, frame in zip(labelled, self._span_frames, strict=True)
        ]
        named = [rim for rim, group in zip(rims, self._groups, strict=True) if group.name]
        for rim, frame in zip(named, self._group_frames, strict=True):
            rects = places_at_rim(rim, self._reach(frame))
            wanted.append([rect for rect in rects if not any(is_within(rect.center, r) for r in rims)])
        return placed_labels(wanted, ground)

    @property
    def _span_places(self) -> list[Rect | None]:
        return self._outer_places[: len(self._span_frames)]

    @property
    def _group_places(self) -> list[Rect | None]:
        return self._outer_places[len(self._span_frames) :]

    @property
    def _axis_ends(self) -> list[Segment]:
        if not self._origin:
            return []
        at, room = self._scale.at(0.0, 0.0), self._room
        across = (Point(room.x, at.y), Point(room.right, at.y))
        return [across, (Point(at.x, room.bottom), Point(at.x, room.y))]

    def _axes(self) -> list[Drawable]:
        pen = Stroke(self._look.paint("line"), self._look.stroke("rule"))
        lines = [(Step("M", (start,)), Step("L", (end,))) for start, end in self._axis_ends]
        return [Path(line, stroke=pen, purpose="ornament") for line in lines]

    def _line(self, span: Span, ends: Segment) -> list[Drawable]:
        start, end = ends
        dash = DASH if span.manner.startswith("dashed") else ()
        pen = Stroke(self._look.paint(span.color), self._look.stroke("arrow"), dash)
        line = Path((Step("M", (start,)), Step("L", (end,))), stroke=pen, purpose="connector")
        if not span.manner.endswith("arrow"):
            return [line]
        # Dashes would break the head's short arms.
        whole = Stroke(pen.paint, pen.width)
        return [line, Path(chevron(start, end, pen.width), stroke=whole, purpose="connector")]


def _nearer(point: Point, target: Point, by: float) -> Point:
    """Return a point moved towards another one, never past its middle."""
    length = hypot(target.x - point.x, target.y - point.y)
    share = min(by / length, 0.5) if length else 0.0
    return Point(point.x + (target.x - point.x) * share, point.y + (target.y - point.y) * share)


def _corners(rect: Rect) -> tuple[Point, ...]:
    return (
        Point(rect.x, rect.y),
        Point(rect.right, rect.y),
        Point(rect.right, rect.bottom),
        Point(rect.x, rect.bottom),
    )
