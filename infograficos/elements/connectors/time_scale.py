"""Dots on a line, at distances to scale, each joined to the words of its moment."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.connectors.edge import find_named
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Insets, Limits, Point, Rect, Size
from infograficos.scene.items import Box, Frame, Path, PathCommand, Placed, Stroke, walk

#: The width of the margin for the lines from dots to words, in discs.
_SLANT = 0.8


@checked_dataclass
class TimeScale:
    """Draws a line beside a child, with a dot for each of its named elements.

    Args:
        child: holds the elements, at its left edge or, where the line is above, at its upper one.
        names: the elements from the first to the last.
        dots: what marks each on the line.
        shares: where each dot is, from 0 at the first element to 1 at the last; by default at its element.
        direction: where time goes, `right` on a line above the child or `down` on one at its left.
    """

    child: Element
    names: tuple[str, ...]
    dots: tuple[Element, ...]
    shares: tuple[float, ...] | None = None
    direction: Literal["right", "down"] = "right"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the line with its dots, and lines from these to the elements that are not at them."""
        look, is_right = layouter.look, self.direction == "right"
        dots = [layouter.layout(dot, Limits()) for dot in self.dots]
        thick = max(max(dot.size.width, dot.size.height) for dot in dots)
        margin = thick + (_SLANT * look.size("disc") if self.shares else 0.0) + look.space("small")
        insets = Insets(top=margin) if is_right else Insets(left=margin)
        child = layouter.layout(self.child, limits.deflate(insets))
        at = Point(insets.left, insets.top)
        size = Size(child.size.width + insets.left, child.size.height + insets.top)
        visits, halves = walk(child, at), [dot.size.width / 2 for dot in dots]
        rects = [find_named(name, visits).rect for name in self.names]
        goals = [rect.center.x if is_right else rect.center.y for rect in rects]
        places = self._places(goals, halves)
        # A dot may be larger than what it marks, the first or last thing beside the line.
        reach = [(place - half, place + half) for place, half in zip(places, halves, strict=True)]
        before, along = max(0.0, -min(reach)[0]), self._along(size)
        after = max(0.0, max(end for _, end in reach) - along)
        goals, places = [goal + before for goal in goals], [place + before for place in places]
        size = self._turned_size(along + before + after, size.height if is_right else size.width)
        at = at.translate(self._turn(before, 0.0))
        pen, width = Stroke(look.paint("muted"), look.stroke("border")), look.stroke("rule")
        rule = Box(self._rule(size, thick / 2, width), look.paint("line"), None, width / 2, "ornament")
        items = [Placed(ORIGIN, rule)]
        shown = self._shown(dots)
        end = margin - look.space("hair")
        for i, (dot, place, goal) in enumerate(zip(dots, places, goals, strict=True)):
            marks = self._lines(self._turn(place, thick / 2), self._turn(goal, end), pen)
            if i in shown:
                at_dot = self._turn(place - dot.size.width / 2, (thick - dot.size.height) / 2)
                marks = (*marks, Placed(at_dot, dot.copy_with(part=0)))
            frame = Frame(self._turned_size(self._along(size), margin), marks, part=dot.part)
            items.append(Placed(ORIGIN, frame))
        return Frame(size, (*items, Placed(at, child)))

    def _places(self, goals: Sequence[float], halves: Sequence[float]) -> list[float]:
        """Return where each dot is along the line: to scale, but beside those of other times."""
        if self.shares is None:
            return list(goals)
        first, last = goals[0], goals[-1]
        places = [first + (last - first) * share for share in self.shares]
        apart = [
            (a + b + 2) * (s < t)
            for (a, b), (s, t) in zip(pairwise(halves), pairwise(self.shares), strict=True)
        ]
        for i, least in enumerate(apart, 1):
            places[i] = max(places[i], places[i - 1] + least)
        places[-1] = min(places[-1], last)
        for i, least in reversed(list(enumerate(apart))):
            places[i] = min(places[i], places[i + 1] - least)
        return places

    def _shown(self, dots: Sequence[Frame]) -> set[int]:
        """Return the dots that are drawn: of those at one time only the largest."""
        largest: dict[float, int] = {}
        for i, share in enumerate(self.shares or range(len(dots))):
            if share not in largest or dots[i].size.width > dots[largest[share]].size.width:
                largest[share] = i
        return set(largest.values())

    def _lines(self, at: Point, goal: Point, pen: Stroke) -> tuple[Placed, ...]:
        """Return the line from a dot to what it marks, where dots are at distances to scale."""
        if self.shares is None:
            return ()
        middle = at.towards(goal, 0.5)
        if self.direction == "right":
            handles = Point(at.x, middle.y), Point(goal.x, middle.y)
        else:
            handles = Point(middle.x, at.y), Point(middle.x, goal.y)
        line = PathCommand("M", (at,)), PathCommand("C", (*handles, goal))
        return (Placed(ORIGIN, Path(line, stroke=pen, purpose="ornament")),)

    def _along(self, size: Size) -> float:
        return size.width if self.direction == "right" else size.height

    def _turn(self, along: float, across: float) -> Point:
        return Point(along, across) if self.direction == "right" else Point(across, along)

    def _turned_size(self, along: float, across: float) -> Size:
        return Size(along, across) if self.direction == "right" else Size(across, along)

    def _rule(self, size: Size, across: float, width: float) -> Rect:
        start = self._turn(0.0, across - width / 2)
        turned = self._turned_size(self._along(size), width)
        return Rect(start.x, start.y, turned.width, turned.height)
