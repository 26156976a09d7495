"""Matrix cells: tinted, Hinton or masked; and the tones between two colours."""

from __future__ import annotations

from dataclasses import replace
from math import copysign, sqrt
from typing import TYPE_CHECKING

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.card import Card
from infograficos.elements.flow import Spacer
from infograficos.elements.text import Text
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Box, Frame, Paint, Placed, Stroke

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme


#: The darkest tint, as a share of the line tone: ink keeps 4.5:1 on it, on both papers.
_DARKEST = 0.85

#: The number of colour steps of a heatmap.
_STEPS = 4


@checked_dataclass
class TintedCell:
    """A child in the middle of a surface between a role's soft tone and its line tone.

    The tint only repeats what the child says, so it is drawn as an ornament.

    Args:
        share: how dark it is, from 0 to 1, or to −1 for a negative number, which is slate.
        padding: the name of the space above and below the child.
        bordered: draw a strong border, for a cell that is emphasized.
    """

    child: Element
    role: str
    share: float
    padding: str = "tiny"
    bordered: bool = False

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Lay out the child on a surface of at least the minimum size."""
        look = layouter.look
        vertical, side = look.space(self.padding), look.space("hair")
        room = replace(limits.loosen(), max_width=max(0.0, limits.max_width - 2 * side))
        child = layouter.layout(self.child, room)
        width = max(child.size.width + 2 * side, limits.min_width)
        height = max(child.size.height + 2 * vertical, limits.min_height)
        at = Point((width - child.size.width) / 2, (height - child.size.height) / 2)
        color = tint_color(look, self.role, self.share)
        surface = _surface(Size(width, height), color, self, look)
        baseline = None if child.baseline is None else at.y + child.baseline
        return Frame(Size(width, height), (Placed(ORIGIN, surface), Placed(at, child)), baseline)


@checked_dataclass
class HintonCell:
    """A pale cell with a strong square in its middle, whose area is a share of the largest.

    Args:
        share: from 0 (no square) to 1, or to −1 for a negative number, whose square is hollow and slate.
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
        side, pen = look.size(self.size), look.stroke("rule")
        size = Size(max(side, limits.min_width), max(side, limits.min_height))
        cell = _surface(size, look.paint(f"{self.role}.soft"), self, look)
        # All squares share one scale, whatever the room of each cell.
        square = sqrt(abs(self.share)) * (side - 4 * pen)
        rect = Rect(size.width / 2 - square / 2, size.height / 2 - square / 2, square, square)
        mark = self._square(rect, look)
        items = (cell, mark) if square else (cell,)
        return Frame(size, tuple(Placed(ORIGIN, item) for item in items))

    def _square(self, rect: Rect, look: ResolvedTheme) -> Box:
        strong, radius = look.paint(f"{sign_role(self.role, self.share)}.strong"), min(2.0, rect.width / 2)
        pen = Stroke(strong, look.stroke("rule"))
        # A hollow square is told from a filled one whatever its colour; a small one would have no hole.
        if self.share >= 0 or rect.width < 2 * pen.width:
            return Box(rect, strong, None, radius, "mark")
        return Box(rect.inflate(-pen.width / 2), None, pen, radius, "mark")


@checked_dataclass
class Heatmap:
    """Values from −1 to 1 in rows of equal length, from a role's soft tone to its line tone or to slate."""

    values: tuple[tuple[float, ...], ...]
    role: str

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Lay out the cells, filling the offer or as large as the theme's cells."""
        look = layouter.look
        gap, cell = look.space("hair"), look.size("cell")
        rows, columns = len(self.values), len(self.values[0])
        width = limits.min_width or columns * cell + (columns - 1) * gap
        height = limits.min_height or rows * cell + (rows - 1) * gap
        across, down, radius = (width + gap) / columns, (height + gap) / rows, look.radius("bar")
        items = []
        for i, row in enumerate(self.values):
            for j, value in enumerate(row):
                rect = Rect(j * across, i * down, across - gap, down - gap)
                # Only zero has the palest tone, so that no sign is lost.
                step = max(1, round(abs(value) * _STEPS)) if value else 0
                tone = self._tone(copysign(step / _STEPS, value), look)
                items.append(Placed(ORIGIN, Box(rect, tone, None, radius, "ornament")))
        return Frame(Size(width, height), tuple(items))

    def _tone(self, share: float, look: ResolvedTheme) -> Paint:
        role = sign_role(self.role, share)
        if share in (-1.0, 0.0, 1.0):
            return look.paint(f"{role}.line" if share else f"{role}.soft")
        return mix_tones(look, role, abs(share))


def hatched_cell(child: Element) -> Element:
    """Return a hatched cell around a child without words."""
    return Card(child, "masked.soft", None, "none", radius="bar", hatched=True)


def masked_cell(reason: int, sign: str = "", padding: str = "tiny") -> Element:
    """Return a cell that is switched off, for the first reason hatched and for the second one dashed.

    Args:
        reason: the place of the reason among all.
        sign: what the cell says instead of its hatch, behind which a sign would be hard to read.
        padding: the space above and below the sign.
    """
    if reason:
        return Card(Spacer(padding), "surface", "masked.line", "none", radius="bar", dashed=True)
    if not sign:
        return hatched_cell(Spacer(padding))
    words = Text(sign, "label", "masked.strong", "center", literal=True)
    return Card(words, None, "masked.line", padding, "tiny", "bar", align="center")


def _surface(size: Size, color: Paint, cell: TintedCell | HintonCell, look: ResolvedTheme) -> Box:
    stroke = Stroke(look.paint(f"{cell.role}.strong"), look.stroke("rule")) if cell.bordered else None
    # The border stays inside, so that neighbours keep their distance.
    rect = Rect(0.0, 0.0, size.width, size.height).inflate(-stroke.width / 2 if stroke else 0.0)
    radius = min(look.radius("bar"), rect.width / 2, rect.height / 2)
    return Box(rect, color, stroke, radius, "ornament")


def tint_color(look: ResolvedTheme, role: str, share: float) -> Paint:
    """Return a colour from a role's soft tone (0) to the darkest on which ink can be read (1 or −1).

    Negative shares are slate, so that magnitude and sign are both seen.
    """
    return mix_tones(look, sign_role(role, share), abs(share) * _DARKEST)


def sign_role(role: str, share: float) -> str:
    """Return the role in which a number is drawn: slate where it is negative."""
    return role if share >= 0 else "alert" if role == "masked" else "masked"


def mix_tones(look: ResolvedTheme, role: str, share: float) -> Paint:
    """Return a colour between a role's soft tone (0) and its line tone (1)."""
    soft, line = look.paint(f"{role}.soft"), look.paint(f"{role}.line")
    return Paint(f"{role}.shade", mix_colors(soft, line, share))


def mix_colors(start: Paint, end: Paint, share: float) -> str:
    """Return the value of the colour between two paints, as `#rrggbb`."""
    pairs = zip(bytes.fromhex(start.value[1:]), bytes.fromhex(end.value[1:]), strict=True)
    return "#" + "".join(f"{round(low + (high - low) * share):02x}" for low, high in pairs)
