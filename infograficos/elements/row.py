"""Elements in a row, in a column, and stacked on top of each other."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import isfinite

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.clearance import missing_gap
from infograficos.elements.flex import FlexItem, cap_widths, has_text, resolve_flex
from infograficos.elements.flow import Align, Grow, Justify, item_positions, offset
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import TOLERANCE, Limits, Point, Size
from infograficos.scene.items import Frame, Placed, exceeds


@checked_dataclass
class Row:
    """Children from left to right; those in `Grow` share free room, else `justify` distributes it."""

    children: tuple[Element, ...]
    gap: str = "small"
    align: Align = "center"
    justify: Justify = "start"
    equal: bool = False

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the row, its children at natural widths or shrunk to fit."""
        row = self._lay_out(limits, layouter)
        if not layouter.stacks_rows or not (row.overflowing or exceeds(row.size, limits)):
            return row
        return Column(self.children, self.gap).layout(limits, layouter)

    def _lay_out(self, limits: Limits, layouter: Layouter) -> Frame:
        gap = layouter.look.space(self.gap)
        gaps = gap * (len(self.children) - 1)
        widths = self._widths(limits, gaps, layouter)
        if sum(widths) + gaps > limits.max_width + TOLERANCE:
            worded = [has_text(child, layouter) for child in self.children]
            widths = cap_widths(limits.max_width - gaps, widths, worded)
        offers = [Limits(width, limits.max_height, width) for width in widths]
        frames = [
            layouter.layout(child, offer if self.equal or isinstance(child, Grow) else offer.loosen())
            for child, offer in zip(self.children, offers, strict=True)
        ]
        height = max([frame.size.height for frame in frames] + [limits.min_height])
        if self.align == "stretch":
            offers = [replace(offer, min_height=height) for offer in offers]
            frames = list(map(layouter.layout, self.children, offers))
        # A child that overflows pushes its neighbours aside, so that nothing is covered.
        widths = [max(width, frame.size.width) for width, frame in zip(widths, frames, strict=True)]
        width = max(sum(widths) + gaps, limits.min_width)
        xs = item_positions(widths, gap, width - sum(widths) - gaps, self.justify)
        return self._place_children(frames, xs, Size(width, height))

    def _widths(self, limits: Limits, gaps: float, layouter: Layouter) -> list[float]:
        naturals = [layouter.natural(child).width for child in self.children]
        if self.equal and naturals:
            naturals = [max(naturals)] * len(naturals)
        # If no child grows, the rest stays free.
        least = max(limits.min_width - gaps, sum(naturals))
        room = limits.max_width - gaps if isfinite(limits.max_width) else least
        # If every child gets its natural width, min-content widths are not needed.
        generous = room >= sum(naturals) and not self.equal
        items = [
            self._flex_item(child, natural, 0.0 if generous else min(natural, layouter.narrowest(child)))
            for child, natural in zip(self.children, naturals, strict=True)
        ]
        return resolve_flex(room, items)

    def _flex_item(self, child: Element, natural: float, least: float) -> FlexItem:
        if self.equal:
            return FlexItem(0.0, least, 1.0)
        return FlexItem(natural, least, child.share if isinstance(child, Grow) else 0.0)

    def _place_children(self, frames: list[Frame], xs: list[float], size: Size) -> Frame:
        baseline = max((frame.baseline or 0.0 for frame in frames), default=0.0)
        items = []
        for frame, x in zip(frames, xs, strict=True):
            if self.align == "baseline" and frame.baseline is not None:
                y = baseline - frame.baseline
            else:
                y = offset(self.align, size.height - frame.size.height)
            items.append(Placed(Point(x, y), frame))
        pairs = [(item.at.y, frame) for item, frame in zip(items, frames, strict=True)]
        lowest = max([y + frame.size.height for y, frame in pairs] + [size.height])
        first = next((y + frame.baseline for y, frame in pairs if frame.baseline), None)
        return Frame(Size(size.width, lowest), tuple(items), first)


@checked_dataclass
class Column:
    """Children from top to bottom; those in `Grow` share free height, else `justify` distributes it."""

    children: tuple[Element, ...]
    gap: str = "small"
    align: Align = "stretch"
    justify: Justify = "start"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the column, as wide as its widest child."""
        # A fixed width makes the children's natural widths irrelevant.
        settled = self.align == "stretch" and limits.min_width == limits.max_width
        loose = Limits(limits.max_width, min_width=limits.max_width if settled else 0.0)
        naturals = [layouter.layout(child, loose).size.width for child in self.children]
        width = max([*naturals, limits.min_width])
        least = min(width, limits.max_width) if self.align == "stretch" else 0.0
        offer = Limits(limits.max_width, min_width=least)
        frames = [layouter.layout(child, offer) for child in self.children]
        gap = layouter.look.space(self.gap)
        gaps = gap * (len(frames) - 1)
        free = limits.min_height - gaps - sum(frame.size.height for frame in frames)
        if free > 0:
            frames = self._grow(frames, offer, free, layouter)
        heights = [frame.size.height for frame in frames]
        xs = [offset(self.align, width - frame.size.width) for frame in frames]
        for i, (upper, lower) in enumerate(pairwise(frames)):
            heights[i] += missing_gap(upper, lower, gap, xs[i + 1] - xs[i])
        height = max(sum(heights) + gaps, limits.min_height)
        ys = item_positions(heights, gap, height - sum(heights) - gaps, self.justify)
        pairs = zip(ys, frames, strict=True)
        first = next((y + frame.baseline for y, frame in pairs if frame.baseline), None)
        return Frame(Size(width, height), tuple(map(Placed, map(Point, xs, ys), frames)), first)

    def _grow(self, frames: list[Frame], offer: Limits, free: float, layouter: Layouter) -> list[Frame]:
        total = sum(child.share for child in self.children if isinstance(child, Grow))
        return [
            layouter.layout(child, replace(offer, min_height=frame.size.height + free * child.share / total))
            if isinstance(child, Grow)
            else frame
            for child, frame in zip(self.children, frames, strict=True)
        ]


@checked_dataclass
class Stack:
    """Children on top of each other, the first at the back."""

    children: tuple[Element, ...]
    align: Align = "center"
    justify: Align = "center"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return a frame as large as the largest child."""
        frames = [layouter.layout(child, limits) for child in self.children]
        width = max([frame.size.width for frame in frames] + [limits.min_width])
        height = max([frame.size.height for frame in frames] + [limits.min_height])
        items = []
        for frame in frames:
            x = offset(self.justify, width - frame.size.width)
            y = offset(self.align, height - frame.size.height)
            items.append(Placed(Point(x, y), frame))
        return Frame(Size(width, height), tuple(items))
