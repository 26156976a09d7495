"""Landmarks along a river of time, at distances to scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import accumulate, pairwise
from math import isfinite
from typing import TYPE_CHECKING, Literal

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.card import Card, Fragment, Named, named_fragment
from infograficos.elements.connectors.edge import named_rects
from infograficos.elements.flow import Spacer
from infograficos.elements.flow_shape import HEAD_LENGTH, HEAD_WIDTH
from infograficos.elements.objects.banks import GAP, Spot, all_fit, place_apart
from infograficos.elements.objects.river_bed import paint_bed
from infograficos.elements.objects.time_span import TimeSpan
from infograficos.elements.row import Column, Row
from infograficos.elements.shapes import Dot
from infograficos.elements.text import Text
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Frame, Path, PathCommand, Placed, Stroke, polyline

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: The most landmarks whose words are on one bank.
_MOST_BELOW = 5

#: From the river to the words, and on a phone; between the rows there.
_STEM, _BESIDE, _DOWN = 24.0, 26.0, 18.0

#: Between two stones of different times, at least.
_APART = 2.0

#: How far a stone is from the upright river's ends.
_END = 14.0


@checked_dataclass
class Landmark:
    """A moment: when it was, what happened, what that changed, and perhaps a thing that stands for it."""

    when: str
    name: str
    detail: str = ""
    thing: Element | None = None


@checked_dataclass
class River:
    """A river from the first landmark to the last one, and on to its tip.

    On a wide sheet it runs to the right, with things on its upper bank and words below, or words on both
    banks where there are many. On a phone it runs down. The landmarks appear in steps.

    Args:
        landmarks: in order.
        solid: the number of the one to remember, from 1.
        shares: how far each is along the river, from 0 to 1; by default at equal distances.
        ticks: where the river has marks of equal times, likewise.
        role: the colour role.
        span: how long it was from one landmark to the solid one.
        cut: the number of the landmark after which the river is cut, which says that more time passed there.
        stroke: the name of the river's width in the theme.
    """

    landmarks: tuple[Landmark, ...]
    solid: int
    shares: tuple[float, ...] | None = None
    ticks: tuple[float, ...] = ()
    role: str = "model"
    span: TimeSpan | None = None
    cut: int | None = None
    stroke: str = "ribbon"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the river to the right, or downwards where that needs too much room."""
        if isfinite(limits.max_width) and limits.max_width >= layouter.look.theme.sheet.narrow:
            frame = self._across(limits.max_width, layouter)
            if frame and not frame.overflowing and not frame.splits_words:
                return frame
        return self._downwards(limits, layouter)

    def _across(self, width: float, layouter: Layouter) -> Frame | None:
        """Return the river to the right, or nothing where what is at its banks is too wide."""
        look, count = layouter.look, len(self.landmarks)
        thick = look.stroke(self.stroke)
        is_split = count > _MOST_BELOW
        banks = (range(0, count, 2), range(1, count, 2)) if is_split else (range(0), range(count))
        words = {i: frame for bank in banks for i, frame in self._bank(bank, is_split, width, layouter)}
        tip = HEAD_LENGTH * thick + _END
        ends = words[0].size.width / 2, width - max(words[count - 1].size.width / 2, tip)
        evenly = [ends[0] + (ends[1] - ends[0]) * i / (count - 1) for i in range(count)]
        stones = self._stones(evenly, look)
        spots = [place_apart([Spot(words[i], stones[i]) for i in bank], width) for bank in banks]
        things = [] if is_split else self._things(stones, width, layouter)
        if not all(map(partial(all_fit, width=width), (*spots, things))):
            return None
        above = [*spots[0], *things]
        stem = _STEM if is_split else 0.0
        overhang = max(look.size("icon"), HEAD_WIDTH * thick) / 2 - thick / 2
        span = [self.span.above(self._ends(stones), self.role, layouter)] if self.span else []
        top = sum(each.size.height for each in span)
        top += max(overhang, max((spot.frame.size.height for spot in above), default=0.0) + stem)
        middle = top + thick / 2
        bottom = top + thick + _STEM
        items = [*self._spans(span), *self._bed(Point(0.0, middle), Point(width, middle), stones, look)]
        items += self._marks([ends[0] + (ends[1] - ends[0]) * tick for tick in self.ticks], top, look)
        for bank, found, y in ((banks[0], spots[0], top - stem), (banks[1], spots[1], bottom)):
            for i, spot in zip(bank, found, strict=True):
                items.append(self._stem(i, Point(spot.stone, middle), Point(spot.center, y), look))
        items += [self._stone(i, Point(stones[i], middle), layouter) for i in self._shown()]
        for found, is_above in ((spots[0], True), (things, True), (spots[1], False)):
            for spot in found:
                size = spot.frame.size
                y = top - stem - size.height if is_above else bottom
                items.append(Placed(Point(spot.center - size.width / 2, y), spot.frame))
        height = max(bottom + max((spot.frame.size.height for spot in spots[1]), default=0.0), top + thick)
        return Frame(Size(width, height), tuple(items))

    def _bank(
        self, bank: range, is_split: bool, width: float, layouter: Layouter
    ) -> Iterator[tuple[int, Frame]]:
        """Yield each landmark of a bank with its words."""
        columns = [self._words(i, with_thing=is_split) for i in bank]
        naturals = [layouter.natural(column).width for column in columns]
        free = width - GAP * (len(bank) - 1)
        # Where all words do not fit in one line each, all have the same room.
        room = free / len(bank) if sum(naturals) > free else free
        for i, column, natural in zip(bank, columns, naturals, strict=True):
            yield i, layouter.layout(column, Limits(min(room, natural)))

    def _downwards(self, limits: Limits, layouter: Layouter) -> Frame:
        look, thick = layouter.look, layouter.look.stroke(self.stroke)
        half = HEAD_WIDTH * thick / 2
        aside = self.span.room(self.role, layouter) if self.span else 0.0
        rows = self._rows(limits.max_width - aside - 2 * half - _BESIDE, layouter)
        used = aside + 2 * half + _BESIDE + max(row.size.width for row in rows)
        width = max(limits.min_width, used)
        middle = aside + half + (width - used) / 2
        left = middle + half + _BESIDE
        tops = list(accumulate((row.size.height + _DOWN for row in rows), initial=0.0))
        plates = [named_rects(row)[_plate_name(i)].center.y for i, row in enumerate(rows)]
        anchors = [top + plate for top, plate in zip(tops, plates, strict=False)]
        first, last = max(anchors[0], _END), anchors[-1]
        stones = self._stones([first, *anchors[1:]], look)
        height = max(tops[-1] - _DOWN, last + 3 * _END)
        bed = self._bed(Point(middle, 0.0), Point(middle, height), stones, look)
        for i, (stone, anchor) in enumerate(zip(stones, anchors, strict=True)):
            bed.append(self._side_stem(i, Point(middle, stone), Point(left, anchor), look))
        bed += [self._stone(i, Point(middle, stones[i]), layouter) for i in self._shown()]
        placed = (Placed(Point(left, top), row) for top, row in zip(tops, rows, strict=False))
        span = [self.span.beside(self._ends(stones), self.role, layouter)] if self.span else []
        return Frame(Size(width, height), (*bed, *self._spans(span, (width - used) / 2), *placed))

    def _ends(self, stones: Sequence[float]) -> tuple[float, float]:
        """Return where the span begins and ends, given where the stones are."""
        return stones[self.span.start - 1 if self.span else 0], stones[self.solid - 1]

    def _spans(self, frames: Sequence[Frame], left: float = 0.0) -> list[Placed]:
        """Return the span, in the step of the landmark that it leads to."""
        return [Placed(Point(left, 0.0), each.copy_with(part=self.solid)) for each in frames]

    def _rows(self, room: float, layouter: Layouter) -> list[Frame]:
        """Return the words of each landmark with its thing at their right, all things in one column."""
        things = [layouter.layout(each.thing or Spacer(), Limits()) for each in self.landmarks]
        column = max(thing.size.width for thing in things)
        rows = []
        for i, (each, thing) in enumerate(zip(self.landmarks, things, strict=True)):
            words: Element = Column((Row((self._plate(i),)), *self._lines(i, "start")), "tiny")
            free = room - column - (GAP if column else 0.0)
            frame = layouter.layout(words, Limits(min(free, layouter.natural(words).width)))
            height = max(frame.size.height, thing.size.height)
            width = free + GAP + column if column else frame.size.width
            at = Point(width - (column + thing.size.width) / 2, (height - thing.size.height) / 2)
            items = Placed(Point(0.0, (height - frame.size.height) / 2), frame), Placed(at, thing)
            rows.append(Frame(Size(width, height), items, name=each.name, part=i + 1))
        return rows

    def _stones(self, places: Sequence[float], look: ResolvedTheme) -> list[float]:
        """Return where the stones are between the first and last place: to scale, but not on each other."""
        if self.shares is None:
            return list(places)
        first, last = places[0], places[-1]
        found = [first + (last - first) * share for share in self.shares]
        halves = [look.size("icon" if i + 1 == self.solid else "dot") / 2 for i in range(len(found))]
        least = [
            (a + b + _APART) * (s < t)
            for (a, b), (s, t) in zip(pairwise(halves), pairwise(self.shares), strict=True)
        ]
        for i, room in enumerate(least, 1):
            found[i] = max(found[i], found[i - 1] + room)
        found[-1] = min(found[-1], last)
        for i, room in reversed(list(enumerate(least))):
            found[i] = min(found[i], found[i + 1] - room)
        return found

    def _shown(self) -> list[int]:
        """Return the indices of the stones that are drawn: one for those of one time."""
        chosen: dict[float, int] = {}
        for i, share in enumerate(self.shares or range(len(self.landmarks))):
            if share not in chosen or i + 1 == self.solid:
                chosen[share] = i
        return sorted(chosen.values())

    def _things(self, stones: Sequence[float], width: float, layouter: Layouter) -> list[Spot]:
        """Return what is on the upper bank, each thing above its stone."""
        spots = [
            Spot(layouter.layout(Fragment(i + 1, each.thing), Limits()), stones[i])
            for i, each in enumerate(self.landmarks)
            if each.thing
        ]
        return place_apart(spots, width)

    def _bed(self, start: Point, end: Point, stones: Sequence[float], look: ResolvedTheme) -> list[Placed]:
        """Return the river, whose tip says that time goes on, in two pieces where it is cut."""
        middle = (stones[self.cut - 1] + stones[self.cut]) / 2 if self.cut else None
        return paint_bed((start, end), middle, self.role, look.stroke(self.stroke), look)

    def _marks(self, places: Sequence[float], top: float, look: ResolvedTheme) -> list[Placed]:
        """Return the marks of equal times on the river."""
        bottom, pen = top + look.stroke(self.stroke), Stroke(look.paint("paper"), look.stroke("border"))
        commands = tuple(
            command for x in places for command in polyline(Point(x, top + 3.0), Point(x, bottom - 3.0))
        )
        return [Placed(ORIGIN, Path(commands, stroke=pen, purpose="ornament"))] if commands else []

    def _stem(self, i: int, stone: Point, words: Point, look: ResolvedTheme) -> Placed:
        half = look.stroke(self.stroke) / 2
        start = Point(stone.x, stone.y + (half if words.y > stone.y else -half))
        pull = (start.y + words.y) / 2
        return self._curve(i, start, (Point(start.x, pull), Point(words.x, pull), words), look)

    def _side_stem(self, i: int, stone: Point, words: Point, look: ResolvedTheme) -> Placed:
        start = Point(stone.x + look.stroke(self.stroke) / 2, stone.y)
        pull = (start.x + words.x) / 2
        return self._curve(i, start, (Point(pull, start.y), Point(pull, words.y), words), look)

    def _curve(self, i: int, start: Point, points: tuple[Point, Point, Point], look: ResolvedTheme) -> Placed:
        tone = "mark" if i + 1 == self.solid else "mid"
        pen = Stroke(look.paint(f"{self.role}.{tone}"), look.stroke("flow"))
        box = Rect.around([start, *points])
        here, *there = (point.translate(Point(-box.x, -box.y)) for point in (start, *points))
        curve = PathCommand("M", (here,)), PathCommand("C", tuple(there))
        path = Path(curve, stroke=pen, purpose="ornament")
        frame = Frame(Size(box.width, box.height), (Placed(ORIGIN, path),), part=i + 1)
        return Placed(Point(box.x, box.y), frame)

    def _stone(self, i: int, at: Point, layouter: Layouter) -> Placed:
        is_solid = i + 1 == self.solid
        dot = Dot("icon", f"{self.role}.solid", "paper", "surface", "accent")
        if not is_solid:
            dot = Dot("dot", "surface", f"{self.role}.mark", "surface", "flow")
        frame = layouter.layout(Fragment(i + 1, dot), Limits())
        return Placed(Point(at.x - frame.size.width / 2, at.y - frame.size.height / 2), frame)

    def _plate(self, i: int) -> Element:
        is_solid = i + 1 == self.solid
        when = Text(self.landmarks[i].when, "mark", "paper" if is_solid else f"{self.role}.strong", "center")
        fill = f"{self.role}.{'solid' if is_solid else 'soft'}"
        return Named(_plate_name(i), Card(when, fill, None, "plate", "tiny", "plate"))

    def _words(self, i: int, *, with_thing: bool) -> Element:
        """Return when it was on a plate at the river, what happened, and perhaps the thing at the far end."""
        thing = self.landmarks[i].thing if with_thing else None
        parts = (self._plate(i), *self._lines(i, "center"), *((thing,) if thing else ()))
        if with_thing and i % 2 == 0:
            # On the upper bank the river is below.
            parts = (*((thing,) if thing else ()), *self._lines(i, "center"), self._plate(i))
        return named_fragment(i + 1, self.landmarks[i].name, Column(parts, "tiny", "center"))

    def _lines(self, i: int, align: Literal["start", "center"]) -> tuple[Element, ...]:
        """Return what happened, and what that changed."""
        each, is_solid = self.landmarks[i], i + 1 == self.solid
        color = f"{self.role}.strong" if is_solid else "ink"
        name = Text(each.name, "strong" if is_solid else "mark", color, align)
        return (name, Text(each.detail, "label", "muted", align)) if each.detail else (name,)


def _plate_name(i: int) -> str:
    return f"data {i + 1}"
