"""Small shapes: dots, discs, swatches, rules and arrows."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.polyline import DASH, chevron
from infograficos.elements.row import Stack
from infograficos.elements.text import Text
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Box, Ellipse, Frame, Path, Placed, Purpose, Stroke, polyline

Direction = Literal["right", "down"]


@checked_dataclass
class Dot:
    """A circle of a theme size, filled or hollow."""

    size: str = "dot"
    fill: str | None = None
    border: str | None = None
    purpose: Purpose = "mark"
    stroke: str = "border"

    def layout(self, _limits: Limits, layouter: Layouter) -> Frame:
        """Return the circle."""
        look = layouter.look
        side = look.size(self.size)
        stroke = Stroke(look.paint(self.border), look.stroke(self.stroke)) if self.border else None
        inset = stroke.width / 2 if stroke else 0.0
        rect = Rect(0.0, 0.0, side, side).inflate(-inset)
        circle = Ellipse(rect, look.paint(self.fill) if self.fill else None, stroke, self.purpose)
        return Frame(Size(side, side), (Placed(ORIGIN, circle),))


def disc(text: str, role: str, solid: bool = False) -> Element:
    """Return a short text in a circle of its role, soft or solid."""
    fill, ink = (f"{role}.strong", "paper") if solid else (f"{role}.soft", f"{role}.strong")
    words = Text(text, "heading", ink, "center", literal=True)
    return Stack((Dot("disc", fill, purpose="surface"), words))


def numbered_disc(number: int, role: str, solid: bool) -> Element:
    """Return the number of a step in a disc: solid, or in a ring."""
    ground, ink = Dot("disc", f"{role}.solid", purpose="surface"), "paper"
    if not solid:
        ground, ink = Dot("stop", "surface", f"{role}.mark", "surface", "accent"), f"{role}.strong"
    return Stack((ground, Text(str(number), "mark", ink, "center", literal=True)))


@checked_dataclass
class Swatch:
    """A small coloured rectangle; without a width or height it fills its room."""

    fill: str
    border: str | None = None
    width: str | None = None
    height: str | None = None
    radius: str = "bar"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the rectangle."""
        look = layouter.look
        width = look.size(self.width) if self.width else limits.min_width
        height = look.size(self.height) if self.height else limits.min_height
        stroke = Stroke(look.paint(self.border), look.stroke("border")) if self.border else None
        radius = min(look.radius(self.radius), width / 2, height / 2)
        box = Box(Rect(0.0, 0.0, width, height), look.paint(self.fill), stroke, radius, "ornament")
        return Frame(Size(width, height), (Placed(ORIGIN, box),))


@checked_dataclass
class Rule:
    """A straight line as long as its room, horizontal or vertical; a dashed one is where something is cut.

    Args:
        least: the name of the space that it is at least as long as.
    """

    color: str = "line"
    stroke: str = "rule"
    vertical: bool = False
    dashed: bool = False
    least: str = "none"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the line."""
        width = layouter.look.stroke(self.stroke)
        least = layouter.look.space(self.least)
        long = max(least, limits.min_height if self.vertical else limits.min_width)
        rect = Rect(0.0, 0.0, width, long) if self.vertical else Rect(0.0, 0.0, long, width)
        if self.dashed:
            at = width / 2
            ends = (Point(at, 0.0), Point(at, long)) if self.vertical else (Point(0.0, at), Point(long, at))
            pen = Stroke(layouter.look.paint(self.color), width, DASH)
            line = Path(polyline(*ends), stroke=pen, purpose="ornament")
            return Frame(Size(rect.width, rect.height), (Placed(ORIGIN, line),))
        box = Box(rect, layouter.look.paint(self.color), None, min(width, long) / 2, "ornament")
        return Frame(Size(rect.width, rect.height), (Placed(ORIGIN, box),))


@checked_dataclass
class Arrow:
    """An arrow between two neighbours, of a least length; a dashed one may not lead on."""

    direction: Direction = "down"
    color: str = "muted"
    stroke: str = "arrow"
    length: str = "large"
    dashed: bool = False

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the arrow, as long as its room."""
        look = layouter.look
        pen = Stroke(look.paint(self.color), look.stroke(self.stroke), DASH if self.dashed else ())
        across, least = 6.5 * pen.width, max(look.space(self.length), 5.0 * pen.width)
        room = replace(limits, min_height=0.0) if self.direction == "right" else limits
        # The pen's round ends stay inside the frame.
        size, start, end = lay_arrow(self.direction, least, across, room, pen.width / 2)
        commands = (*polyline(start, end), *chevron(start, end, pen.width))
        return Frame(size, (Placed(ORIGIN, Path(commands, stroke=pen, purpose="connector")),))


def lay_arrow(
    direction: Direction, least: float, across: float, limits: Limits, inset: float = 0.0
) -> tuple[Size, Point, Point]:
    """Return the size of an arrow as long as its room, and its ends, an inset inside of its borders."""
    if direction == "right":
        size = Size(max(least, limits.min_width), max(across, limits.min_height))
        return size, Point(inset, size.height / 2), Point(size.width - inset, size.height / 2)
    size = Size(max(across, limits.min_width), max(least, limits.min_height))
    return size, Point(size.width / 2, inset), Point(size.width / 2, size.height - inset)
