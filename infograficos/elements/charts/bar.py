"""Single bars, with or without their value, and the surface between two of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.polyline import hatch_lines
from infograficos.elements.text import Text
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Box, Drawable, Frame, Path, Placed, Stroke, polyline

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme


Fill = Literal["solid", "mid", "pale", "hatched"]

#: Where values grow: to the right, or upwards.
Orientation = Literal["horizontal", "vertical"]


@checked_dataclass
class Bar:
    """A horizontal bar without text, its length proportional to its value.

    Args:
        value: from 0 to `largest`.
        largest: the value whose bar fills the width.
        fill: `solid`, `mid` or `pale` with a strong border, or `hatched` as of something switched off.
        centered: align the bar to the middle instead of the left.
    """

    value: float
    largest: float
    role: str
    fill: Fill = "solid"
    centered: bool = False

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Lay out the bar in a frame at least as wide as a plot of the theme is high."""
        look = layouter.look
        size = Size(max(limits.min_width, look.size("plot")), look.size("cell"))
        length = bar_length(self.value, self.largest, size.width, look)
        x = (size.width - length) / 2 if self.centered else 0.0
        items = paint_bar(Rect(x, 0.0, length, size.height), self.role, self.fill, look) if length else ()
        return Frame(size, tuple(Placed(ORIGIN, item) for item in items))


@checked_dataclass
class LabeledBar:
    """A bar with a label at its end, in a plot of the theme's height or of the offered width.

    Args:
        value: from 0 to `largest`.
        largest: the value whose bar fills the plot.
    """

    value: float
    largest: float
    label: str
    role: str
    orientation: Orientation = "vertical"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Lay out the bar and its label."""
        words = Text(self.label, "mark", f"{self.role}.strong", literal=True, tabular=True)
        label, look = layouter.layout(words, Limits()), layouter.look
        share, gap = self.value / self.largest if self.largest else 0.0, look.space("tiny")
        text = label.size
        if self.orientation == "horizontal":
            size = Size(max(limits.min_width, text.width + gap), look.size("cell"))
            rect = Rect(0.0, 0.0, max(0.0, (limits.min_width - text.width - gap) * share), size.height)
            at = Point(rect.width + gap, (size.height - text.height) / 2)
        else:
            size, above = Size(max(limits.min_width, text.width), look.size("plot")), text.height + gap
            # All bars are equally wide, so that only their heights differ.
            width, length = min(size.width, look.size("bar")), share * (look.size("plot") - above)
            rect = Rect((size.width - width) / 2, size.height - length, width, length)
            at = Point((size.width - text.width) / 2, rect.y - above)
        (bar,) = paint_bar(rect, self.role, "solid", look)
        return Frame(size, (Placed(ORIGIN, bar), Placed(at, label)))


@dataclass(frozen=True, slots=True)
class Trapezoid:
    """The surface between two centered bars, from the ends of one to the ends of the other."""

    above: float
    below: float
    largest: float
    role: str

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Lay out the surface at the minimum height."""
        look = layouter.look
        size = Size(max(limits.min_width, look.size("plot")), max(limits.min_height, look.space("link")))
        # The ends of bars are round; the surface starts on their straight part.
        inset = look.radius("bar") / 2
        upper, lower = (
            max(0.0, bar_length(value, self.largest, size.width, look) / 2 - inset)
            for value in (self.above, self.below)
        )
        middle, gap = size.width / 2, look.space("hair")
        commands = polyline(
            Point(middle - upper, gap),
            Point(middle + upper, gap),
            Point(middle + lower, size.height - gap),
            Point(middle - lower, size.height - gap),
            closed=True,
        )
        fill = look.paint(f"{self.role}.soft")
        return Frame(size, (Placed(ORIGIN, Path(commands, fill, None, "ornament")),))


def bar_length(value: float, largest: float, room: float, look: ResolvedTheme) -> float:
    """Return the length of a bar, at least a pen's width for a value above 0."""
    share = value / largest if largest else 0.0
    return max(room * share, look.stroke("accent")) if share else 0.0


def paint_bar(rect: Rect, role: str, fill: Fill, look: ResolvedTheme) -> tuple[Drawable, ...]:
    """Return the drawables of a rounded, filled rectangle, its border inside `rect`."""
    radius = min(look.radius("bar"), rect.width / 2, rect.height / 2)
    strong, soft = look.paint(f"{role}.strong"), look.paint(f"{role}.soft")
    if fill == "solid":
        return (Box(rect, strong, radius=radius, purpose="mark"),)
    pen = Stroke(strong, look.stroke("border"))
    inside = rect.inflate(-pen.width / 2)
    border = Box(inside, None, pen, min(radius, inside.width / 2, inside.height / 2), "mark")
    tone = look.paint(f"{role}.line") if fill == "mid" else soft
    surface = Box(inside, tone, None, border.radius, "ornament")
    if fill in ("pale", "mid"):
        return (surface, border)
    thin = Stroke(strong, look.stroke("border") / 2)
    commands = hatch_lines(inside, border.radius)
    return (surface, *((Path(commands, stroke=thin, purpose="ornament"),) if commands else ()), border)
