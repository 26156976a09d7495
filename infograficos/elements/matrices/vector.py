"""Vectors: numbers in cells between brackets, tinted by magnitude, negative ones in slate."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.matrices.cells import tint_color
from infograficos.elements.row import Column
from infograficos.elements.text import Text
from infograficos.language.numbers import format_column
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Box, Drawable, Frame, Path, PathCommand, Placed, Stroke, polyline

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: How far a bracket's arms reach over the cells, in units.
_ARM = 7.0


@checked_dataclass
class Vector:
    """Numbers in cells between brackets; the tint is the magnitude, and slate a negative number.

    Args:
        values: the numbers; none where the vector is truncated.
        decimals: how many decimals to show; none for as many as the numbers need.
        vertical: a column of cells instead of a row.
        largest: the value with the darkest tint; by default the largest magnitude in it.
    """

    values: tuple[float | None, ...]
    role: str
    decimals: int | None = 1
    vertical: bool = False
    largest: float | None = None

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Lay out the cells between their brackets, as wide as their numbers or the minimum width."""
        look = layouter.look
        pairs = zip(self.values, format_column(self.values, self.decimals), strict=True)
        texts = [layouter.layout(self._text(value, number), Limits()) for value, number in pairs]
        cells = self._cells(texts, limits.min_width, look)
        edge = cells[0].x
        size = Size(cells[-1].right + edge, cells[-1].bottom + edge)
        items, words = [Placed(ORIGIN, self._brackets(size, look))], []
        for value, text, cell in zip(self.values, texts, cells, strict=True):
            if value is not None:
                items.append(Placed(ORIGIN, self._cell(value, cell, look)))
            at = Point(cell.center.x - text.size.width / 2, cell.center.y - text.size.height / 2)
            words.append(Placed(at, text))
        return Frame(size, (*items, *words), cells[0].center.y + texts[0].size.height / 2)

    def _cells(self, texts: Sequence[Frame], min_width: float, look: ResolvedTheme) -> list[Rect]:
        """Return the rectangles of the cells, all of one size, inside the brackets."""
        gap, pad = look.space("hair"), look.space("tiny")
        edge, count = look.stroke("rule") + gap, len(texts)
        least = max(text.size.width for text in texts) + 2 * pad
        height = max(text.size.height for text in texts) + 2 * pad
        if self.vertical:
            width = max(least, min_width - 2 * edge)
            return [Rect(edge, edge + i * (height + gap), width, height) for i in range(count)]
        # The ellipsis takes no more room than its sign.
        pairs = zip(texts, self.values, strict=True)
        narrow = [text.size.width + gap if value is None else 0.0 for text, value in pairs]
        free = min_width - 2 * edge - (count - 1) * gap - sum(narrow)
        width = max(least, free / narrow.count(0.0))
        cells, x = [], edge
        for ellipsis_width in narrow:
            cells.append(Rect(x, edge, ellipsis_width or width, height))
            x = cells[-1].right + gap
        return cells

    def _text(self, value: float | None, number: str) -> Text:
        if value is None:
            return Text("⋮" if self.vertical else "…", "label", "muted", literal=True)
        return Text(number, "label", "ink", literal=True, tabular=True)

    def _cell(self, value: float, cell: Rect, look: ResolvedTheme) -> Drawable:
        radius = min(look.radius("bar"), cell.height / 2)
        largest = self.largest or max(abs(each) for each in self.values if each is not None) or 1.0
        share = max(-1.0, min(1.0, value / largest))
        return Box(cell, tint_color(look, self.role, share), None, radius, "ornament")

    def _brackets(self, size: Size, look: ResolvedTheme) -> Drawable:
        pen = Stroke(look.paint(f"{self.role}.strong"), look.stroke("rule"))
        top, bottom = pen.width / 2, size.height - pen.width / 2
        commands: list[PathCommand] = []
        for x, arm in ((pen.width / 2, _ARM), (size.width - pen.width / 2, size.width - _ARM)):
            commands += polyline(Point(arm, top), Point(x, top), Point(x, bottom), Point(arm, bottom))
        return Path(tuple(commands), stroke=pen)


def truncate_vector(values: Sequence[float], first: int, last: int = 1) -> tuple[float | None, ...]:
    """Return the first and last values around a gap, or all values if they are few enough."""
    if len(values) <= first + last + 1:
        return tuple(values)
    return (*values[:first], None, *values[len(values) - last :])


def operator_sign(sign: str, style: str = "heading") -> Text:
    """Return the sign between two vectors or matrices."""
    return Text(sign, style, "ink", "center", literal=True)


def labeled_vector(name: str, vector: Vector, shape: str = "") -> Element:
    """Return a vector between its name and its shape, such as “d = 768”."""
    color = f"{vector.role}.strong"
    parts: tuple[Element, ...] = (Text(name, "mark", color, literal=True), vector)
    if shape:
        parts = (*parts, Text(shape, "label", "muted", literal=True))
    return Column(parts, "tiny", "center")
