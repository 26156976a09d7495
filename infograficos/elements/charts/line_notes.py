"""Named points of a line: a column from the axis up to each, and its words where they cover no line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.card import Card
from infograficos.elements.charts.line_marks import place_flag
from infograficos.elements.text import Text
from infograficos.layout import Element, Layouter
from infograficos.scene.flattening import Segment
from infograficos.scene.geometry import Limits, Point, Rect
from infograficos.scene.items import Box, Drawable, Frame, Path, Placed, Stroke, extent, polyline

#: How far words may be from their point, in units.
_REACH = range(12, 180, 8)


@checked_dataclass
class PointNote:
    """A point of a line with words.

    Args:
        at: the point, in the units of the axes.
        words: what is said of it.
        place: where it is on the lower axis.
        solid: whether it is the one to remember, whose words are on a flag.
    """

    at: tuple[float, float]
    words: str
    place: str
    role: str
    solid: bool = False

    def element(self) -> Element:
        """Return the words, on a flag if they are those to remember."""
        if not self.solid:
            return Text(self.words, "mark", f"{self.role}.strong", literal=True)
        words = Text(self.words, "heading", "paper", literal=True)
        return Card(words, f"{self.role}.solid", None, "tiny", "small", "chip")


def lay_out_notes(
    notes: Sequence[tuple[PointNote, Point]],
    bounds: Rect,
    lines: Sequence[Sequence[Point]],
    taken: Sequence[Placed],
    layouter: Layouter,
) -> tuple[list[Drawable], list[Placed]]:
    """Return the columns of points and the poles of their flags, and their words, which cover nothing."""
    segments: list[Segment] = [side for line in lines for side in pairwise(line)]
    segments += [(at, Point(at.x, bounds.bottom)) for _, at in notes]
    free = [extent(each.item).translate(each.at) for each in taken]
    shapes, words = [], []
    for note, at in notes:
        frame = layouter.layout(note.element(), Limits(bounds.width))
        rect = place_flag(frame.size, at, bounds, segments, free, beside=_REACH) or _over(frame, at, bounds)
        free.append(rect)
        words.append(Placed(Point(rect.x, rect.y), frame))
        shapes += [*_pole(note, at, rect, layouter), _column(note, at, bounds.bottom, layouter)]
    return shapes, words


def place_below(notes: Sequence[tuple[PointNote, Point]], top: float, layouter: Layouter) -> list[Placed]:
    """Return where points are, in words below the axis."""
    placed = []
    for note, at in notes:
        words = layouter.layout(Text(note.place, "mark", f"{note.role}.strong", literal=True), Limits())
        placed.append(Placed(Point(at.x - words.size.width / 2, top), words))
    return placed


def _over(frame: Frame, at: Point, bounds: Rect) -> Rect:
    """Return the place of words at the top, where no other is free."""
    left = max(bounds.x, min(at.x - frame.size.width / 2, bounds.right - frame.size.width))
    return Rect(left, bounds.y, frame.size.width, frame.size.height)


def _column(note: PointNote, at: Point, foot: float, layouter: Layouter) -> Drawable:
    """Return the column under a point, solid if it is the one to remember."""
    look = layouter.look
    wide, paint = look.size("point"), look.paint(f"{note.role}.{'solid' if note.solid else 'body'}")
    return Box(Rect(at.x - wide / 2, at.y, wide, max(0.0, foot - at.y)), paint, None, 0.0, "ornament")


def _pole(note: PointNote, at: Point, rect: Rect, layouter: Layouter) -> list[Drawable]:
    if not note.solid:
        return []
    look = layouter.look
    is_beside = not rect.x <= at.x <= rect.right
    end = Point(rect.center.x, at.y) if is_beside else Point(at.x, rect.center.y)
    pen = Stroke(look.paint(f"{note.role}.strong"), look.stroke("arrow"))
    return [Path(polyline(at, end), stroke=pen, purpose="ornament")]
