"""Two or three sets as circles, with the names beside them and what is in each region on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from infograficos.content.data.set_regions import Members
from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.polyline import arc_curves
from infograficos.elements.row import Column
from infograficos.elements.sets.circles import VennCircle, common_outline
from infograficos.elements.sets.venn_words import RegionWords, WordPlaces, find_places
from infograficos.elements.text import Text
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Frame, Path, PathCommand, Placed, Stroke, polyline

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: How high the circles are together, in heights of a plane: two of them, and three; by how much they
#: shrink at a time until all words have room, how often at most, and how often only for
#: words that are beside what they name.
_HEIGHTS, _SHRINK, _TRIES, _PATIENCE = {2: 1.0, 3: 1.32}, 0.92, 9, 3

#: The widths at which words on a region are tried, in units.
_WORD_WIDTHS = (1000.0, 150.0, 110.0, 80.0)


@dataclass(frozen=True, slots=True)
class VennSet:
    """A set's circle, in units of its own, its name, how much it has, written, and its role."""

    circle: VennCircle
    name: str
    total: str
    role: str


@dataclass(frozen=True, slots=True)
class VennRegion:
    """What is written on a region: a number and words, each perhaps empty."""

    members: Members
    number: str
    words: str


@checked_dataclass
class VennDiagram:
    """Circles of sets, whose regions in common are darker, and one region solid.

    Args:
        sets: two or three.
        regions: those with something to write on them.
        solid: the members of the one that stands out.
        role: the colour of what sets have in common.
    """

    sets: tuple[VennSet, ...]
    regions: tuple[VennRegion, ...]
    solid: Members
    role: str = "model"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the circles as large as the room and their words allow, in its middle."""
        width = limits.min_width or min(limits.max_width, layouter.look.theme.sheet.width)
        found: list[tuple[tuple[int, int], float, WordPlaces]] = []
        for number in range(_TRIES):
            size = self._fit(width, layouter) * _SHRINK**number
            places = self._places(size, width, layouter)
            found.append(((places.missing, places.leads), size, places))
            if not any(found[-1][0]) or (number >= _PATIENCE and not min(each[0] for each in found)[0]):
                break
        _, size, places = min(found, key=lambda each: each[0])
        return self._frame(size, width, places, layouter)

    def _fit(self, width: float, layouter: Layouter) -> float:
        """Return how long the unit of the circles may be at most."""
        around = _around([each.circle for each in self.sets])
        height = _HEIGHTS[len(self.sets)] * layouter.look.size("plane")
        return min(width / around.width, height / around.height)

    def _circles(self, size: float, width: float) -> list[VennCircle]:
        """Return the circles in units of the sheet, in the middle of the width."""
        middle = _around([each.circle for each in self.sets]).center
        return [
            VennCircle(
                width / 2 + (each.circle.x - middle.x) * size,
                (each.circle.y - middle.y) * size,
                each.circle.radius * size,
            )
            for each in self.sets
        ]

    def _places(self, size: float, width: float, layouter: Layouter) -> WordPlaces:
        circles = self._circles(size, width)
        names = [layouter.layout(self._name(each), Limits(width)) for each in self.sets]
        regions = [
            RegionWords(
                region.members,
                [self._words(region, room, True, layouter) for room in _WORD_WIDTHS],
                self._words(region, _WORD_WIDTHS[1], False, layouter),
            )
            for region in self.regions
        ]
        return find_places(circles, width, names, regions, layouter.look.space("tiny"))

    def _name(self, each: VennSet) -> Element:
        name = Text(each.name, "heading", f"{each.role}.strong", "center")
        total = (Text(each.total, "label", "muted", "center"),) if each.total else ()
        return Column((name, *total), "tiny", "center")

    def _words(self, region: VennRegion, room: float, is_inside: bool, layouter: Layouter) -> Frame:
        """Return what is written on a region, or aside of it."""
        color = "paper" if is_inside and region.members == self.solid else "ink"
        number = (Text(region.number, "heading", color, "center", literal=True),) if region.number else ()
        words = (Text(region.words, "label", color, "center"),) if region.words else ()
        column = Column((*number, *words), "tiny", "center")
        return layouter.layout(column, Limits(min(room, layouter.natural(column).width)))

    def _frame(self, size: float, width: float, places: WordPlaces, layouter: Layouter) -> Frame:
        """Return the circles, each in its step with its name, and then what they have in common."""
        look, circles = layouter.look, self._circles(size, width)
        boxes = [_around(circles), *(rect for _, rect in places.rects())]
        top, bottom = min(box.y for box in boxes), max(box.bottom for box in boxes)
        aside = (width - min(box.x for box in boxes) - max(box.right for box in boxes)) / 2
        whole, shift = Size(width, bottom - top), Point(aside, -top)
        last = len(self.sets) + 1
        names = zip(places.names, places.name_leads, strict=True)
        parts = [
            (i + 1, [*self._circle(circles, i, look), *_lead(lead, look), *_placed(name)])
            for i, (name, lead) in enumerate(names)
        ]
        regions = [*self._common(circles, look), *self._rims(circles, look)]
        parts.append((last, [Placed(ORIGIN, path) for path in regions]))
        written = zip(self.regions, places.regions, places.region_leads, strict=True)
        for region, found, lead in written:
            step = region.members[0] + 1 if len(region.members) == 1 else last
            parts.append((step, [*_lead(lead, look), *_placed(found)]))
        frames = (
            Frame(whole, tuple(Placed(each.at.translate(shift), each.item) for each in items), part=step)
            for step, items in parts
        )
        frame = Frame(whole, tuple(Placed(ORIGIN, each) for each in frames))
        return frame if not places.missing else frame.copy_with(offered=Size(width, 0.0))

    def _circle(self, circles: Sequence[VennCircle], i: int, look: ResolvedTheme) -> Iterator[Placed]:
        tone = "solid" if self.solid == (i,) else "tint"
        role = self.sets[i].role
        pen = Stroke(look.paint(f"{role}.mark"), look.stroke("arrow"))
        yield Placed(ORIGIN, Path(_outline([circles[i]]), look.paint(f"{role}.{tone}"), pen, "surface"))

    def _common(self, circles: Sequence[VennCircle], look: ResolvedTheme) -> Iterator[Path]:
        """Yield what two circles have in common, and then what all three have."""
        pairs = [(i, j) for j in range(len(circles)) for i in range(j)]
        groups: list[Members] = [*pairs, *([(0, 1, 2)] if len(circles) > 2 else [])]
        for members in groups:
            outline = _outline([circles[i] for i in members])
            tone = "tint" if len(members) < len(circles) else "mid"
            tone = "solid" if members == self.solid else tone
            if outline:
                yield Path(outline, look.paint(f"{self.role}.{tone}"), None, "surface")

    def _rims(self, circles: Sequence[VennCircle], look: ResolvedTheme) -> Iterator[Path]:
        """Yield the border of each circle, over what it has in common with others."""
        for each, circle in zip(self.sets, circles, strict=True):
            pen = Stroke(look.paint(f"{each.role}.mark"), look.stroke("arrow"))
            yield Path(_outline([circle]), None, pen, "ornament")


def _around(circles: Sequence[VennCircle]) -> Rect:
    """Return the rectangle around circles."""
    corners = [
        Point(each.x + side * each.radius, each.y + side * each.radius)
        for each in circles
        for side in (-1, 1)
    ]
    return Rect.around(corners)


def _outline(circles: Sequence[VennCircle]) -> tuple[PathCommand, ...]:
    """Return the border of what is inside all circles, or nothing where nothing is."""
    commands: list[PathCommand] = []
    for bow in common_outline(circles):
        center = Point(bow.circle.x, bow.circle.y)
        curves = list(arc_curves(center, bow.circle.radius, bow.start, bow.turn, 1 + int(bow.turn / 1.6)))
        if not commands:
            start = next(arc_curves(center, bow.circle.radius, bow.start, 0.0, 1)).points[-1]
            commands.append(PathCommand("M", (start,)))
        commands += curves
    return (*commands, PathCommand("Z")) if commands else ()


def _placed(found: tuple[Frame, Rect] | None) -> list[Placed]:
    return [Placed(Point(found[1].x, found[1].y), found[0])] if found else []


def _lead(line: tuple[Point, Point] | None, look: ResolvedTheme) -> list[Placed]:
    """Return a line from words to what they belong to."""
    if line is None:
        return []
    pen = Stroke(look.paint("muted"), look.stroke("border"))
    return [Placed(ORIGIN, Path(polyline(*line), stroke=pen, purpose="ornament"))]
