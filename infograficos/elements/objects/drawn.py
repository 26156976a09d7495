"""A small picture of flat shapes on a field of a fixed size, with words on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from infograficos.elements.polyline import scale_commands
from infograficos.elements.text import Text
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import (
    Box,
    Drawable,
    Ellipse,
    Frame,
    Path,
    PathCommand,
    Placed,
    Purpose,
    Stroke,
    TextBlock,
    polyline,
)

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: The smallest that a picture is drawn where there is little room, in its size.
_SMALLEST = 0.4

#: From how much on a picture is much larger than its size.
_MUCH_LARGER = 1.5

#: How many pictures are kept as they were last drawn: a layout asks for each a few times in one size.
_CACHED = 64

#: A shape whose colours a theme decides.
Shape = Callable[["ResolvedTheme"], Drawable]


@dataclass(frozen=True, slots=True)
class Word:
    """A word on a picture, centered on a point; in the theme's style and colour.

    Args:
        large: its style on a picture that is drawn much larger, if it has another one there.
    """

    text: str
    center: Point
    color: str = "ink"
    style: str = "mark"
    large: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Shapes in painting order, and words over them.

    Args:
        scale: how much larger than `size` it is drawn, lines and words aside; smaller where the room is.
    """

    size: Size
    shapes: tuple[Shape, ...]
    words: tuple[Word, ...] = ()
    scale: float = 1.0

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the picture in its size, or as wide as there is room; words keep theirs."""
        room = min(limits.max_width / self.size.width, limits.max_height / self.size.height)
        factor = min(self.scale, max(room, _SMALLEST))
        items = list(_draw_shapes(self.shapes, layouter.look, factor))
        for word in self.words:
            style = word.large if word.large and factor >= _MUCH_LARGER else word.style
            text = Text(word.text, style, word.color, literal=True).layout(Limits(), layouter)
            x, y = word.center.x * factor, word.center.y * factor
            items.append(Placed(Point(x - text.size.width / 2, y - text.size.height / 2), text))
        return Frame(Size(self.size.width * factor, self.size.height * factor), tuple(items))


@lru_cache(_CACHED)
def _draw_shapes(shapes: tuple[Shape, ...], look: ResolvedTheme, factor: float) -> tuple[Placed, ...]:
    return tuple(Placed(ORIGIN, scale_shape(shape(look), factor)) for shape in shapes)


def scale_shape(item: Drawable, factor: float) -> Drawable:
    """Return a shape in another size, drawn with the same pen; words stay as they are."""
    if factor == 1.0 or isinstance(item, TextBlock):
        return item
    if isinstance(item, Path):
        return replace(item, commands=scale_commands(item.commands, factor))
    rect = item.rect
    scaled = Rect(rect.x * factor, rect.y * factor, rect.width * factor, rect.height * factor)
    if isinstance(item, Box):
        return replace(item, rect=scaled, radius=item.radius * factor)
    return replace(item, rect=scaled)


def block(
    rect: Rect, color: str | None, radius: float = 0.0, border: str | None = None, stroke: str = "border"
) -> Shape:
    """Return a rectangle, which holds words or stands for a thing."""

    def paint(look: ResolvedTheme) -> Box:
        pen = Stroke(look.paint(border), look.stroke(stroke)) if border else None
        return Box(rect, look.paint(color) if color else None, pen, radius, "ornament")

    return paint


def oval(rect: Rect, color: str) -> Shape:
    """Return a filled ellipse."""
    return lambda look: Ellipse(rect, look.paint(color), purpose="ornament")


def disc_at(center: Point, radius: float, color: str) -> Shape:
    """Return a filled circle."""
    return oval(Rect(center.x, center.y, 0.0, 0.0).inflate(radius), color)


def area(commands: Iterable[PathCommand], color: str) -> Shape:
    """Return a filled outline."""
    outline = tuple(commands)
    return lambda look: Path(outline, look.paint(color), purpose="ornament")


def polygon(color: str, *points: tuple[float, float]) -> Shape:
    """Return a filled polygon."""
    return area(polyline(*(Point(*point) for point in points), closed=True), color)


def line(commands: Iterable[PathCommand], color: str, stroke: str, purpose: Purpose = "ornament") -> Shape:
    """Return a line drawn with a round pen, given the name of its width in the theme."""
    drawn = tuple(commands)
    return lambda look: Path(drawn, None, Stroke(look.paint(color), look.stroke(stroke)), purpose)


def strokes(color: str, stroke: str, *points: tuple[float, float]) -> Shape:
    """Return straight lines through points."""
    return line(polyline(*(Point(*point) for point in points)), color, stroke)
