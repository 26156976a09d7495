"""Matrix cells: key caps with numbers, Hinton cells, and cells that are masked."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from math import ceil, pi, sqrt
from typing import TYPE_CHECKING

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.cap import cap_depth, edge_paint, lay_out_on_cap, paint_cap
from infograficos.elements.flow import Spacer
from infograficos.elements.row import Column
from infograficos.elements.text import Text
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Box, Frame, Paint, Placed, Stroke
from infograficos.scene.perception import contrast

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme


#: The tones of a cap by magnitude, in thirds of the largest: only zero has the palest, so no sign is lost.
_TONES = ("soft", "tint", "mid", "body")

#: How many tones' paints are kept: a matrix has few, and a thousand cells.
_CACHED = 64

#: The least contrast of a number with its cap.
_LEGIBLE = 4.5


@checked_dataclass
class NumberCell:
    """A key cap with a number: stronger the larger its magnitude, in slate where it is negative.

    The tone only repeats what the number says, so the cap is drawn as an ornament.

    Args:
        number: as it is written; empty in a sample of a cell.
        share: the number as a share of the largest magnitude, from −1 to 1.
        name: what the cell is called, below the number.
        large: set the number in a larger size, with more room around it.
        hit: set the number in strong letters, over a darker edge.
        lit: draw it solid, as the one number to look at.
    """

    number: str
    role: str
    share: float
    name: str = ""
    large: bool = False
    hit: bool = False
    lit: bool = False

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Lay out the number on a cap of at least the minimum size."""
        look = layouter.look
        face, edge = cell_paints(look, self.role, self.share)
        if self.lit:
            role = sign_role(self.role, self.share)
            face, edge = look.paint(f"{role}.solid"), edge_paint(look, role, "solid")
        elif self.hit:
            edge = look.paint(f"{self.role}.mark")
        depth = cap_depth(look, not self.large)
        padding = ("small" if self.large else "tiny") if self.number else "none"
        words = self._words("paper" if self.lit else readable_ink(look, face))
        side = "tiny" if self.large else "hair"
        frame, rect = lay_out_on_cap(words, limits, layouter, (padding, side), depth, added=self.large)
        cap = paint_cap(rect, (face, edge), look, depth, "ornament")
        return replace(frame, items=(*(Placed(ORIGIN, box) for box in cap), *frame.items))

    def _words(self, ink: str) -> Element:
        if not self.number:
            return Spacer("medium")
        is_strong = self.hit or self.lit
        style = ("heading" if is_strong else "body") if self.large else ("mark" if is_strong else "label")
        words = Text(self.number, style, ink, "center", literal=True)
        if not self.name:
            return words
        return Column((words, Text(self.name, "label", ink, "center", literal=True)), "tiny", "center")


@checked_dataclass
class HintonCell:
    """A pale cell with a square in its middle, whose area is a share of the largest.

    Args:
        share: from 0 (no square) to 1, or to −1 for a negative number, which is a slate disc.
        size: the name of the least side of the cell.
        bordered: draw a strong border, for a cell that is emphasized.
    """

    share: float
    role: str
    size: str = "cell"
    bordered: bool = False

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Lay out the cell, at least as large as its minimum side and the limits' minimum size."""
        look = layouter.look
        side = look.size(self.size)
        size = Size(max(side, limits.min_width), max(side, limits.min_height))
        cell = self._surface(size, look)
        # All marks share one scale, whatever the room of each cell.
        square = sqrt(abs(self.share)) * (side - 4 * look.stroke("rule"))
        items = (cell, self._mark(Point(size.width / 2, size.height / 2), square, look))
        return Frame(size, tuple(Placed(ORIGIN, item) for item in items[: 2 if square else 1]))

    def _surface(self, size: Size, look: ResolvedTheme) -> Box:
        stroke = Stroke(look.paint(f"{self.role}.strong"), look.stroke("rule")) if self.bordered else None
        # The border stays inside, so that neighbours keep their distance.
        rect = Rect(0.0, 0.0, size.width, size.height).inflate(-stroke.width / 2 if stroke else 0.0)
        radius = min(look.radius("bar"), rect.width / 2, rect.height / 2)
        return Box(rect, look.paint(f"{self.role}.soft"), stroke, radius, "ornament")

    def _mark(self, middle: Point, square: float, look: ResolvedTheme) -> Box:
        """Return a square, or a disc of the same area for a negative number: shape tells the sign, too."""
        paint = look.paint(f"{sign_role(self.role, self.share)}.strong")
        side = square if self.share >= 0 else square * 2 / sqrt(pi)
        rect = Rect(middle.x, middle.y, 0.0, 0.0).inflate(side / 2)
        return Box(rect, paint, None, min(2.0, side / 2) if self.share >= 0 else side / 2, "mark")


@checked_dataclass
class Heatmap:
    """Values from −1 to 1 in rows of equal length, as key caps: stronger the larger, slate where negative."""

    values: tuple[tuple[float, ...], ...]
    role: str

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Lay out the caps, filling the offer and at least as large as the theme's cells."""
        look = layouter.look
        gap, cell, depth = look.space("hair"), look.size("cell"), cap_depth(look, slim=True)
        rows, columns = len(self.values), len(self.values[0])
        width = max(limits.min_width, columns * cell + (columns - 1) * gap)
        height = max(limits.min_height, rows * cell + (rows - 1) * gap)
        across, down = (width + gap) / columns, (height + gap) / rows
        items: list[Placed] = []
        for i, row in enumerate(self.values):
            for j, value in enumerate(row):
                rect = Rect(j * across, i * down, across - gap, down - gap)
                cap = paint_cap(rect, cell_paints(look, self.role, value), look, depth, "ornament")
                items += [Placed(ORIGIN, box) for box in cap]
        return Frame(Size(width, height), tuple(items))


def cell_paints(look: ResolvedTheme, role: str, share: float) -> tuple[Paint, Paint]:
    """Return the colours of the face and edge of a number's cap.

    Args:
        share: the number as a share of the largest magnitude, from −1 to 1.
    """
    # Rounded, so that a third of the largest is one on every machine.
    step = min(len(_TONES) - 1, ceil(round(abs(share) * (len(_TONES) - 1), 6)))
    return _tone_paints(look, sign_role(role, share), step)


@lru_cache(_CACHED)
def _tone_paints(look: ResolvedTheme, role: str, step: int) -> tuple[Paint, Paint]:
    tone = _TONES[step]
    face = look.paint(f"{role}.{tone}")
    if _legibility(look, face) < _LEGIBLE:
        # The farthest from the tone before it on which a number can be read.
        before = look.paint(f"{role}.{_TONES[step - 1]}")
        mixed = (Paint(f"{role}.shade", mix_colors(before, face, part / 16)) for part in range(15, 0, -1))
        face = next((paint for paint in mixed if _legibility(look, paint) >= _LEGIBLE), before)
    return face, edge_paint(look, role, tone)


def pixel_paint(look: ResolvedTheme, value: float) -> Paint:
    """Return the grey of a pixel: 0 is the darkest, 1 the lightest, on light paper and on dark."""
    dark, light = sorted(map(look.paint, ("ink", "paper")), key=_brightness)
    return Paint("grey", mix_colors(dark, light, value))


def pixel_paints(look: ResolvedTheme, role: str, value: float) -> tuple[Paint, Paint]:
    """Return the colours of the face and edge of a pixel's number, on a grey on which it can be read."""
    end = round(value)
    greys = (pixel_paint(look, value + (end - value) * part / 16) for part in range(17))
    face = next((paint for paint in greys if _legibility(look, paint) >= _LEGIBLE), pixel_paint(look, end))
    return face, look.paint(f"{role}.line")


def readable_ink(look: ResolvedTheme, face: Paint) -> str:
    """Return the name of the colour, ink or paper, that is read better on a face."""
    return max("ink", "paper", key=lambda name: contrast(look.paint(name).value, face.value))


def _brightness(paint: Paint) -> int:
    return sum(bytes.fromhex(paint.value[1:]))


def _legibility(look: ResolvedTheme, face: Paint) -> float:
    return contrast(look.paint(readable_ink(look, face)).value, face.value)


def sign_role(role: str, share: float) -> str:
    """Return the role in which a number is drawn: slate where it is negative."""
    return role if share >= 0 else "alert" if role == "masked" else "masked"


def mix_colors(start: Paint, end: Paint, share: float) -> str:
    """Return the value of the colour between two paints, as `#rrggbb`."""
    pairs = zip(bytes.fromhex(start.value[1:]), bytes.fromhex(end.value[1:]), strict=True)
    return "#" + "".join(f"{round(low + (high - low) * share):02x}" for low, high in pairs)
