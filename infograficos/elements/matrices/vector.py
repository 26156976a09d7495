"""A vector: its numbers in cells between brackets, the larger the darker, the negative ones hollow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from infograficos.elements.column import Column
from infograficos.elements.matrices.tinted_cell import tint_color
from infograficos.elements.text import Text
from infograficos.language.numbers import format_decimal
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Box, Drawable, Frame, Path, Placed, Step, Stroke

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: How far a bracket's arms reach over the cells, in units.
_ARM = 7.0

#: What a cut vector shows instead of the values between its first ones and its last.
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Vector:
    """Numbers in cells between brackets; the tint says how large, a hollow cell that it is negative.

    Args:
        values: the numbers, or nothing in the place where the vector is cut.
        role: whose colours it has.
        places: how many decimals are written.
        upright: a column of cells, not a row.
        largest: the value that has the darkest tint; by default the largest in it.
    """

    values: tuple[float | None, ...]
    role: str
    places: int = 1
    upright: bool = False
    largest: float | None = None

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the cells between their brackets, as wide as their numbers, or as wide as is asked."""
        texts = [layouter.layout(self._text(value), Limits()) for value in self.values]
        cells = self._cells(texts, limits.min_width, layouter.look)
        edge = cells[0].x
        size = Size(cells[-1].right + edge, cells[-1].bottom + edge)
        drawn = [self._brackets(size, layouter.look)]
        drawn += [
            self._cell(value, cell, layouter.look)
            for value, cell in zip(self.values, cells, strict=True)
            if value is not None
        ]
        words = [
            Placed(
                Point(cell.center.x - text.size.width / 2, cell.center.y - text.size.height / 2),
                text,
            )
            for text, cell in zip(texts, cells, strict=True)
        ]
        baseline = cells[0].center.y + texts[0].size.height / 2
        return Frame(size, (*(Placed(ORIGIN, item) for item in drawn), *words), baseline)

    def _cells(self, texts: Sequence[Frame], wide: float, look: ResolvedTheme) -> list[Rect]:
        """Return the cells' places, all of one size, inside the brackets."""
        gap, pad = look.space("hair"), look.space("tiny")
        edge, count = look.stroke("rule") + gap, len(texts)
        least = max(text.size.width for text in texts) + 2 * pad
        down = max(text.size.height for text in texts) + 2 * pad
        if self.upright:
            across = max(least, wide - 2 * edge)
            return [Rect(edge, edge + i * (down + gap), across, down) for i in range(count)]
        # What stands for the values that are left out takes no more room than its sign.
        narrow = [
            text.size.width + gap if value is None else 0.0
            for text, value in zip(texts, self.values, strict=True)
        ]
        free = wide - 2 * edge - (count - 1) * gap - sum(narrow)
        across = max(least, free / sum(not width for width in narrow))
        cells, x = [], edge
        for width in narrow:
            cells.append(Rect(x, edge, width or across, down))
            x = cells[-1].right + gap
        return cells

    def _text(self, value: float | None) -> Text:
        if value is None:
            return Text("⋮" if self.upright else ELLIPSIS, "label", "muted", literal=True)
        return Text(format_decimal(value, self.places), "label", "ink", literal=True, tabular=True)

    def _cell(self, value: float, cell: Rect, look: ResolvedTheme) -> Drawable:
        radius = min(look.radius("bar"), cell.height / 2)
        if value < 0:
            pen = Stroke(look.paint(f"{self.role}.line"), look.stroke("border"))
            return Box(cell.grown(-pen.width / 2), None, pen, radius, "ornament")
        largest = self.largest or max(abs(each) for each in self.values if each is not None) or 1.0
        return Box(cell, tint_color(look, self.role, min(1.0, value / largest)), None, radius, "ornament")

    def _brackets(self, size: Size, look: ResolvedTheme) -> Drawable:
        pen = Stroke(look.paint(f"{self.role}.strong"), look.stroke("rule"))
        half = pen.width / 2
        steps: list[Step] = []
        for x, inner in ((half, _ARM), (size.width - half, size.width - _ARM)):
            high, low = half, size.height - half
            first, *others = (Point(inner, high), Point(x, high), Point(x, low), Point(inner, low))
            steps += [Step("M", (first,)), *(Step("L", (corner,)) for corner in others)]
        return Path(tuple(steps), stroke=pen)


def truncate_vector(values: Sequence[float], first: int, last: int = 1) -> tuple[float | None, ...]:
    """Return a vector's first and last values with a gap between them, or all of them where they fit."""
    if len(values) <= first + last + 1:
        return tuple(values)
    return (*values[:first], None, *values[len(values) - last :])


def labeled_vector(name: str, vector: Vector, shape: str = "") -> Element:
    """Return a vector with its name above it and its shape below it, such as “d = 768”."""
    color = f"{vector.role}.strong"
    parts: tuple[Element, ...] = (Text(name, "mark", color, literal=True), vector)
    if shape:
        parts = (*parts, Text(shape, "label", "muted", literal=True))
    return Column(parts, "tiny", "center")
