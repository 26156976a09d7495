"""Flex behaviour of children: growing, shrinking, not wrapping, or falling back to another arrangement."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import inf
from typing import Literal

from infograficos.elements.arguments import checked_dataclass, require_items
from infograficos.layout import Element as Element  # noqa: PLC0414 - `elements` exports it
from infograficos.layout import Layouter
from infograficos.scene.geometry import TOLERANCE, Limits, Point, Size
from infograficos.scene.items import Frame, Placed

Align = Literal["start", "center", "end", "stretch", "baseline"]
Justify = Literal["start", "center", "end", "between"]


@checked_dataclass
class Grow:
    """Lets a child of a row or column take free room; `share` weighs it against others."""

    child: Element
    share: float = 1.0

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the child's own frame."""
        return layouter.layout(self.child, limits)


@checked_dataclass
class Spacer:
    """Empty space of at least a spacing of the theme; inside `Grow` it takes all free room."""

    space: str = "none"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return an empty frame."""
        least = layouter.look.space(self.space)
        return Frame(Size(max(least, limits.min_width), max(least, limits.min_height)))


@checked_dataclass
class ShrinkToFit:
    """Gives a child its min-content width, so that its neighbours get the room."""

    child: Element

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the child's frame at its min-content width, or at the least width allowed."""
        width = max(layouter.narrowest(self.child), min(limits.min_width, limits.max_width))
        return layouter.layout(self.child, replace(limits, max_width=width, min_width=width))


@checked_dataclass
class NoWrap:
    """Keeps a child in one line, unless only breaking it makes it fit."""

    child: Element

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the child's frame at its natural width, or one that counts as with broken words."""
        endless = Limits(inf, limits.max_height, limits.min_width, limits.min_height)
        whole = layouter.layout(self.child, endless)
        if not 0.0 < limits.max_width < whole.size.width - TOLERANCE:
            return whole
        broken = layouter.layout(self.child, limits)
        return whole if broken.overflowing else replace(broken, splits=True)


@checked_dataclass
class FirstThatFits:
    """The first of several arrangements that fits the width, with as few words broken as that allows."""

    options: tuple[Element, ...]

    def __post_init__(self) -> None:
        require_items("FirstThatFits.options", self.options)

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the chosen arrangement's frame."""
        frames = []
        for option in self.options:
            frame = layouter.layout(option, limits)
            if not (frame.overflowing or frame.splits_words):
                return frame
            frames.append(frame)
        # On a phone, a `WideOnly` arrangement is empty.
        pairs = zip(self.options, frames, strict=True)
        shown = [frame for option, frame in pairs if frame.items or not isinstance(option, WideOnly)]
        fitting = [frame for frame in frames if not frame.overflowing]
        return fitting[-1] if fitting else min(reversed(shown or frames), key=lambda frame: frame.size.width)


@checked_dataclass
class SameWidthAs:
    """Empty space with the largest min-content width of some elements, to align the columns of grids."""

    like: tuple[Element, ...]

    def __post_init__(self) -> None:
        require_items("SameWidthAs.like", self.like)

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return an empty frame of the largest min-content width."""
        width = max(layouter.narrowest(element) for element in self.like)
        return Frame(Size(max(width, limits.min_width), limits.min_height))


@checked_dataclass
class SameHeightAs:
    """A child in the height of the highest of some elements in its room, to align what is beside each other.

    Args:
        align: where in that height it is.
    """

    child: Element
    like: tuple[Element, ...]
    align: Align = "start"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the child's frame with room above or below it."""
        child, room = layouter.layout(self.child, limits), limits.loosen()
        height = max([child.size.height, *(layouter.layout(each, room).size.height for each in self.like)])
        at = Point(0.0, offset(self.align, height - child.size.height))
        baseline = None if child.baseline is None else at.y + child.baseline
        return Frame(Size(child.size.width, height), (Placed(at, child),), baseline)


@checked_dataclass
class WideOnly:
    """Hides a child on a phone, where `FirstThatFits` takes another arrangement."""

    child: Element

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the child's frame, or an empty one too wide for a phone."""
        narrow = layouter.look.theme.sheet.narrow
        if limits.max_width < narrow:
            return Frame(Size(narrow, 0.0))
        return layouter.layout(self.child, limits)


def offset(align: Align | Justify, free: float) -> float:
    """Return the start of an item within free room, in units."""
    return free / 2 if align == "center" else free if align == "end" else 0.0


def item_positions(lengths: list[float], gap: float, free: float, justify: Justify) -> list[float]:
    """Return the start of each item in a sequence, in units, with free room distributed by `justify`."""
    if justify == "between" and len(lengths) > 1:
        gap += free / (len(lengths) - 1)
    positions = [offset(justify, free)]
    for length, _ in pairwise(lengths):
        positions.append(positions[-1] + length + gap)
    return positions[: len(lengths)]
