"""How children share the room of a row or column: growing, shrinking, staying whole, or giving way."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import inf
from typing import Literal

from infograficos.elements.arguments import checked_dataclass, require_items
from infograficos.layout import Element as Element  # noqa: PLC0414 - `elements` exports it
from infograficos.layout import Layouter
from infograficos.scene.geometry import Limits, Size
from infograficos.scene.items import Frame

Align = Literal["start", "center", "end", "stretch", "baseline"]
Justify = Literal["start", "center", "end", "between"]


@checked_dataclass
class Grow:
    """Lets a child of a row or column take the room that is left; `share` weighs it against the others."""

    child: Element
    share: float = 1.0

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the child's own frame."""
        return layouter.layout(self.child, limits)


@checked_dataclass
class Spacer:
    """Empty room, at least as much as a space of the theme; inside `Grow` it takes what is left."""

    space: str = "none"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return an empty frame."""
        least = layouter.look.space(self.space)
        return Frame(Size(max(least, limits.min_width), max(least, limits.min_height)))


@checked_dataclass
class ShrinkToFit:
    """Makes a child as narrow as its words allow, so that its neighbours get the room."""

    child: Element

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the child's frame at its narrowest, or as wide as it has to be."""
        width = max(layouter.narrowest(self.child), min(limits.min_width, limits.max_width))
        return layouter.layout(self.child, replace(limits, max_width=width, min_width=width))


@checked_dataclass
class NoWrap:
    """Keeps a child in one line: it would rather overflow than be broken."""

    child: Element

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the child's frame as wide as it likes."""
        return layouter.layout(self.child, replace(limits, max_width=inf))


@checked_dataclass
class FirstThatFits:
    """The first of several arrangements that fits the width it is offered, or the narrowest of them."""

    options: tuple[Element, ...]

    def __post_init__(self) -> None:
        require_items("FirstThatFits.options", self.options)

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the frame of the arrangement that was chosen."""
        frames = []
        for option in self.options:
            frame = layouter.layout(option, limits)
            if not frame.overflowing:
                return frame
            frames.append(frame)
        return min(reversed(frames), key=lambda frame: frame.size.width)


@checked_dataclass
class SameWidthAs:
    """Empty room as wide as some elements have to be, so that a column without them is no narrower."""

    like: tuple[Element, ...]

    def __post_init__(self) -> None:
        require_items("SameWidthAs.like", self.like)

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return an empty frame as wide as the widest of the elements at its narrowest."""
        width = max(layouter.narrowest(element) for element in self.like)
        return Frame(Size(max(width, limits.min_width), limits.min_height))


@checked_dataclass
class WideOnly:
    """A child that does not fit a phone, so that `FirstThatFits` takes another arrangement there."""

    child: Element

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the child's frame, or an empty one that does not fit a phone."""
        least = layouter.look.theme.sheet.narrow
        if limits.max_width < least:
            # Too wide for any sheet, so that it is not taken for the narrowest where nothing fits.
            return Frame(Size(inf, 0.0))
        return layouter.layout(self.child, limits)


def offset(align: Align | Justify, free: float) -> float:
    """Return how far into the free room something starts, in units."""
    return free / 2 if align == "center" else free if align == "end" else 0.0


def item_positions(lengths: list[float], gap: float, free: float, justify: Justify) -> list[float]:
    """Return where each of several lengths starts when they stand one after another.

    Args:
        lengths: how long each is, in units.
        gap: the least space between two.
        free: the room that is left.
        justify: where it goes.
    """
    if justify == "between" and len(lengths) > 1:
        gap += free / (len(lengths) - 1)
    positions = [offset(justify, free)]
    for length, _ in pairwise(lengths):
        positions.append(positions[-1] + length + gap)
    return positions[: len(lengths)]
