"""An object without its words, in another size."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from infograficos.elements.objects.drawn import scale_shape
from infograficos.scene.geometry import Point, Rect, Size
from infograficos.scene.items import Box, Drawable, Frame, Image, Placed, TextBlock, TextLine

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: The thickness of a bar and the height of its middle above the baseline, in times the font size.
_THICKNESS, _MIDDLE = 0.42, 0.3

#: Lines of at most so many characters, such as a number in a disc, are dropped.
_SHORT = 2


def replace_text_with_bars(frame: Frame, look: ResolvedTheme) -> Frame:
    """Return a frame with a bar in the line colour of its role for each line of text."""
    items: list[Placed] = []
    for placed in frame.items:
        item = placed.item
        if isinstance(item, Frame):
            items.append(Placed(placed.at, replace_text_with_bars(item, look)))
        elif isinstance(item, TextBlock):
            items += [Placed(placed.at, _bar(line, look)) for line in item.lines if len(line.text) > _SHORT]
        else:
            items.append(placed)
    return replace(frame, items=tuple(items))


def scale_frame(frame: Frame, factor: float) -> Frame:
    """Scale a frame without text, strokes and corners included."""
    places = ((Point(each.at.x * factor, each.at.y * factor), each.item) for each in frame.items)
    items = (Placed(at, _scale(item, factor)) for at, item in places)
    return Frame(Size(frame.size.width * factor, frame.size.height * factor), tuple(items))


def _bar(line: TextLine, look: ResolvedTheme) -> Box:
    size, paint = line.runs[0].run.size, line.runs[0].paint
    thickness = _THICKNESS * size
    top, width = line.origin.y - _MIDDLE * size - thickness / 2, max(line.width, thickness)
    rect = Rect(line.origin.x, top, width, thickness)
    return Box(rect, look.paint(_bar_color(paint.role)), None, thickness / 2, "ornament")


def _bar_color(role: str) -> str:
    # Text on a solid surface has the paper's colour.
    if role in ("paper", "surface"):
        return role
    return f"{role.split('.', maxsplit=1)[0]}.line" if "." in role else "line"


def _scale(item: Frame | Drawable, factor: float) -> Frame | Drawable:
    if isinstance(item, Frame):
        return scale_frame(item, factor)
    if isinstance(item, TextBlock):
        raise TypeError("words are not scaled: they are set in another size")
    scaled = scale_shape(item, factor)
    if isinstance(scaled, TextBlock | Image) or scaled.stroke is None:
        return scaled
    pen = scaled.stroke
    dash = tuple(length * factor for length in pen.dash)
    return replace(scaled, stroke=replace(pen, width=pen.width * factor, dash=dash))
