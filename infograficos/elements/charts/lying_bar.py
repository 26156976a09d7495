"""Bars that grow to the right, told apart by how they are filled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from infograficos.elements.hatch import hatch_lines
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Rect, Size
from infograficos.scene.items import Box, Drawable, Frame, Path, Placed, Stroke

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

Filling = Literal["solid", "pale", "hatched"]


@dataclass(frozen=True, slots=True)
class LyingBar:
    """A bar without words whose length, in the room it is given, is its share of the largest value.

    Args:
        value: how much, from 0 to `largest`.
        largest: the value that takes all the room.
        role: whose colours it has.
        filling: `solid`, `pale` with a strong border, or `hatched` as of something switched off.
        centred: lie in the middle of the room, and not at its left.
    """

    value: float
    largest: float
    role: str
    filling: Filling = "solid"
    centred: bool = False

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the bar, in a frame at least as wide as a plot of the theme is high."""
        look = layouter.look
        size = Size(max(limits.min_width, look.size("plot")), look.size("cell"))
        length = bar_length(self.value, self.largest, size.width, look)
        x = (size.width - length) / 2 if self.centred else 0.0
        rect = Rect(x, 0.0, length, size.height)
        items = filled(rect, self.role, self.filling, look) if length else ()
        return Frame(size, tuple(Placed(ORIGIN, item) for item in items))


def bar_length(value: float, largest: float, room: float, look: ResolvedTheme) -> float:
    """Return how long a bar is; one that is shorter than its own pen would be a smudge."""
    share = value / largest if largest else 0.0
    return max(room * share, look.stroke("accent")) if share else 0.0


def filled(rect: Rect, role: str, filling: Filling, look: ResolvedTheme) -> tuple[Drawable, ...]:
    """Return a rounded rectangle that is filled as a bar is.

    Args:
        rect: where it is, its border inside.
        role: whose colours it has.
        filling: `solid`, `pale` with a strong border, or `hatched`.
        look: the theme in one of its variants.
    """
    radius = min(look.radius("bar"), rect.width / 2, rect.height / 2)
    strong, soft = look.paint(f"{role}.strong"), look.paint(f"{role}.soft")
    if filling == "solid":
        return (Box(rect, strong, radius=radius, purpose="mark"),)
    pen = Stroke(strong, look.stroke("border"))
    inside = rect.grown(-pen.width / 2)
    border = Box(inside, None, pen, min(radius, inside.width / 2, inside.height / 2), "mark")
    surface = Box(inside, soft, None, border.radius, "ornament")
    if filling == "pale":
        return (surface, border)
    thin = Stroke(strong, look.stroke("border") / 2)
    steps = hatch_lines(inside, border.radius)
    return (surface, *((Path(steps, stroke=thin, purpose="ornament"),) if steps else ()), border)
