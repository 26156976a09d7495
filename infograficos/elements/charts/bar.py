"""Single bars, with or without their value."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.cap import cap_depth, edge_paint
from infograficos.elements.polyline import DOTS, round_corners
from infograficos.elements.text import Text
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Drawable, Frame, Path, PathCommand, Placed, Stroke

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme


Fill = Literal["solid", "mid", "pale", "masked"]

#: Where a bar ends: the side away from its start.
Growth = Literal["up", "right", "down", "left"]

_TONES = {"solid": "solid", "mid": "mid", "pale": "soft"}

#: Where values grow: to the right, or upwards.
Orientation = Literal["horizontal", "vertical"]


@checked_dataclass
class Bar:
    """A horizontal bar without text, its length proportional to its value.

    Args:
        value: from 0 to `largest`.
        largest: the value whose bar fills the width.
        fill: `solid`, `mid` or `pale`, or `masked`: dotted, as of something switched off.
        size: the theme's size that is its thickness.
    """

    value: float
    largest: float
    role: str
    fill: Fill = "solid"
    size: str = "cell"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Lay out the bar in a frame at least as wide as a plot of the theme is high."""
        look = layouter.look
        size = Size(max(limits.min_width, look.size("plot")), look.size(self.size))
        length = bar_length(self.value, self.largest, size.width, look)
        rect = Rect(0.0, 0.0, length, size.height)
        items = paint_bar(rect, self.role, self.fill, look, "right") if length else ()
        return Frame(size, tuple(Placed(ORIGIN, item) for item in items))


@checked_dataclass
class LabeledBar:
    """A bar with a label at its end, in a plot of the theme's height or of the offered width.

    Args:
        value: from 0 to `largest`.
        largest: the value whose bar fills the plot.
        fill: as that of a `Bar`.
        style: that of the label; a column of a large one is as high as its neighbours', and its label higher.
    """

    value: float
    largest: float
    label: str
    role: str
    orientation: Orientation = "vertical"
    fill: Fill = "solid"
    style: str = "mark"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Lay out the bar and its label."""
        words = Text(self.label, self.style, f"{self.role}.strong", literal=True, tabular=True)
        label, look = layouter.layout(words, Limits()), layouter.look
        share, gap = self.value / self.largest if self.largest else 0.0, look.space("tiny")
        text = label.size
        if self.orientation == "horizontal":
            size = Size(max(limits.min_width, text.width + gap), look.size("cell"))
            rect = Rect(0.0, 0.0, max(0.0, (limits.min_width - text.width - gap) * share), size.height)
            at = Point(rect.width + gap, (size.height - text.height) / 2)
        else:
            usual = layouter.layout(replace(words, style="mark"), Limits()).size.height
            plot = look.size("plot")
            # The comma of a large label would touch its bar.
            apart = gap if self.style == "mark" else look.space("small")
            size = Size(max(limits.min_width, text.width), plot + text.height - usual + apart - gap)
            # All bars are equally wide, so that only their heights differ.
            width, length = min(size.width, look.size("bar")), share * (plot - usual - gap)
            rect = Rect((size.width - width) / 2, size.height - length, width, length)
            at = Point((size.width - text.width) / 2, rect.y - apart - text.height)
        grows: Growth = "right" if self.orientation == "horizontal" else "up"
        bar = paint_bar(rect, self.role, self.fill, look, grows) if self.value else ()
        return Frame(size, (*(Placed(ORIGIN, item) for item in bar), Placed(at, label)))


def bar_length(value: float, largest: float, room: float, look: ResolvedTheme) -> float:
    """Return the length of a bar, at least a pen's width for a value above 0."""
    share = value / largest if largest else 0.0
    return max(room * share, look.stroke("accent")) if share else 0.0


def paint_bar(
    rect: Rect, role: str, fill: Fill, look: ResolvedTheme, grows: Growth | None = None
) -> tuple[Drawable, ...]:
    """Return the drawables of a bar that is flat where it starts and round where it ends.

    A lying bar is a key cap. Without a direction both of its ends are round.
    """
    border, radius = look.stroke("border"), look.radius("bar")
    if fill == "masked":
        outline = _outline(rect.inflate(-border / 2), radius, grows)
        pen = Stroke(look.paint("masked.mark"), border, DOTS)
        return Path(outline, look.paint("masked.soft"), None, "ornament"), Path(outline, None, pen)
    depth = border if grows in ("up", "down") else cap_depth(look, slim=True)
    tone = _TONES[fill]
    # What a pale face leaves is the mark.
    back = edge_paint(look, role, tone) if fill == "solid" else look.paint(f"{role}.mark")
    face = _face(rect, border, depth, grows)
    if fill == "solid" and depth == border:
        back = look.paint(f"{role}.{tone}")
        face = Rect(0.0, 0.0, 0.0, 0.0)
    items = [Path(_outline(rect, radius, grows), back)]
    if min(face.width, face.height) > 0:
        top = _outline(face, radius - border, grows)
        items.append(Path(top, look.paint(f"{role}.{tone}"), None, "ornament"))
    return tuple(items)


def _face(rect: Rect, border: float, depth: float, grows: Growth | None) -> Rect:
    """Return what the edge leaves of a bar: nothing of it where the bar starts."""
    left = 0.0 if grows == "right" else border
    right = 0.0 if grows == "left" else border
    top = 0.0 if grows == "down" else border
    bottom = 0.0 if grows == "up" else depth
    return Rect(rect.x + left, rect.y + top, rect.width - left - right, rect.height - top - bottom)


def _outline(rect: Rect, radius: float, grows: Growth | None) -> tuple[PathCommand, ...]:
    """Return the outline of a rectangle with round corners where the bar ends."""
    top, bottom = Point(rect.x, rect.y), Point(rect.right, rect.bottom)
    corners = [Point(top.x, bottom.y), top, Point(bottom.x, top.y), bottom]
    if grows is None:
        middle = Point(rect.center.x, rect.bottom)
        route = [middle, *corners, middle]
    else:
        first = ("up", "right", "down", "left").index(grows)
        route = corners[first:] + corners[:first]
    return (*round_corners(route, radius, (1.0, 1.0)), PathCommand("Z"))
