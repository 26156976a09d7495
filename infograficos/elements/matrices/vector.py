"""Vectors: numbers on key caps between brackets, stronger the larger, negative ones in slate."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.cap import cap_depth, paint_cap
from infograficos.elements.flow import Spacer
from infograficos.elements.matrices.cells import cell_paints, pixel_paints, readable_ink
from infograficos.elements.text import Text
from infograficos.language.numbers import NO_VALUE, format_column, format_decimal
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Drawable, Frame, Paint, Path, PathCommand, Placed, Stroke, polyline

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: How far a bracket's arms reach over the cells, in units.
_ARM = 7.0


@checked_dataclass
class Vector:
    """Numbers on key caps between brackets; the tone is the magnitude, and slate a negative number.

    Args:
        values: the numbers; none where the vector is truncated.
        decimals: how many decimals to show; none for as many as the numbers need.
        vertical: a column of cells instead of a row.
        largest: the value with the strongest tone; by default the largest magnitude in it.
        blank: write no numbers, where only how many there are is known.
        grey: the numbers are pixels from 0 to `largest`, each painted as it looks: darker the lower it is.
        grouped: separate thousands; those of ids are not.
    """

    values: tuple[float | None, ...]
    role: str
    decimals: int | None = 1
    vertical: bool = False
    largest: float | None = None
    blank: bool = False
    grey: bool = False
    grouped: bool = True

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Lay out the cells between their brackets, as wide as their numbers or the minimum width."""
        look = layouter.look
        faces = [self._paints(value, look) for value in self.values]
        numbers = zip(self._numbers(), faces, strict=True)
        texts = [layouter.layout(self._text(number, paints, look), Limits()) for number, paints in numbers]
        cells = self._cells(texts, limits.min_width, look)
        edge, depth = cells[0].x, cap_depth(look, slim=True)
        size = Size(cells[-1].right + edge, cells[-1].bottom + edge)
        items, words = [Placed(ORIGIN, self._brackets(size, look))], []
        for paints, text, cell in zip(faces, texts, cells, strict=True):
            if paints:
                items += [Placed(ORIGIN, box) for box in paint_cap(cell, paints, look, depth, "ornament")]
            middle = cell.center.y - depth / 2
            words.append(
                Placed(Point(cell.center.x - text.size.width / 2, middle - text.size.height / 2), text)
            )
        baseline = cells[0].center.y + (texts[0].size.height - depth) / 2
        return Frame(size, (*items, *words), baseline)

    def _numbers(self) -> list[str]:
        if self.grouped:
            return format_column(self.values, self.decimals)
        return [NO_VALUE if value is None else format_decimal(value, 0) for value in self.values]

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

    def _text(self, number: str, paints: tuple[Paint, Paint] | None, look: ResolvedTheme) -> Element:
        if paints is None:
            return Text("⋮" if self.vertical else "…", "label", "muted", literal=True)
        if self.blank:
            return Spacer()
        return Text(number, "label", readable_ink(look, paints[0]), literal=True, tabular=True)

    def _paints(self, value: float | None, look: ResolvedTheme) -> tuple[Paint, Paint] | None:
        """Return the colours of the face and edge of a number's cap; none for a vector's gap."""
        if value is None:
            return None
        largest = self.largest or max(abs(each) for each in self.values if each is not None) or 1.0
        share = max(-1.0, min(1.0, value / largest))
        return (pixel_paints if self.grey else cell_paints)(look, self.role, share)

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


def blank_vector(caps: int, role: str, vertical: bool = False) -> Vector:
    """Return a vector whose numbers are not known, as long as so many caps without words."""
    return Vector((0.5,) * caps, role, None, vertical, 1.0, blank=True)


def operator_sign(sign: str) -> Text:
    """Return the sign between two vectors or matrices."""
    return Text(sign, "heading", "ink", "center", literal=True)
