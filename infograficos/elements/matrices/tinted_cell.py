"""Cells whose surface is the darker the larger their value."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from infograficos.elements.arguments import checked_dataclass
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Box, Frame, Paint, Placed, Stroke

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: The darkest tint, as a share of the line tone: ink keeps 4.5:1 on it, on both papers.
_DARKEST = 0.85


@checked_dataclass
class TintedCell:
    """A child in the middle of a surface between a role's soft tone and its line tone.

    The tint only repeats what the child says, so it is drawn as an ornament.

    Args:
        child: the content, such as the value as a number.
        role: the role of its colours.
        share: how dark it is, from 0 to 1.
        padding: the name of the space above and below the child.
        bordered: draw a strong border, for a cell that is emphasized.
    """

    child: Element
    role: str
    share: float
    padding: str = "tiny"
    bordered: bool = False

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Lay out the child, and the surface around it as large as the least offer."""
        look = layouter.look
        vertical, side = look.space(self.padding), look.space("hair")
        room = replace(limits.loosened(), max_width=max(0.0, limits.max_width - 2 * side))
        child = layouter.layout(self.child, room)
        width = max(child.size.width + 2 * side, limits.min_width)
        height = max(child.size.height + 2 * vertical, limits.min_height)
        at = Point((width - child.size.width) / 2, (height - child.size.height) / 2)
        color = tint_color(look, self.role, self.share)
        surface = cell_surface(Size(width, height), color, self.role, look, self.bordered)
        baseline = None if child.baseline is None else at.y + child.baseline
        return Frame(Size(width, height), (Placed(ORIGIN, surface), Placed(at, child)), baseline)


def cell_surface(size: Size, color: Paint, role: str, look: ResolvedTheme, bordered: bool) -> Box:
    """Return the surface of a cell, with a border in a role's strong tone if it is `bordered`."""
    width = look.stroke("rule")
    stroke = Stroke(look.paint(f"{role}.strong"), width) if bordered else None
    # The border stays inside, so that neighbours keep their distance.
    rect = Rect(0.0, 0.0, size.width, size.height).grown(-width / 2 if stroke else 0.0)
    radius = min(look.radius("bar"), rect.width / 2, rect.height / 2)
    return Box(rect, color, stroke, radius, "ornament")


def tint_color(look: ResolvedTheme, role: str, share: float) -> Paint:
    """Return a colour from a role's soft tone (0) to the darkest on which ink can be read (1)."""
    return mix_tones(look, role, share * _DARKEST)


def mix_tones(look: ResolvedTheme, role: str, share: float) -> Paint:
    """Return a colour between a role's soft tone (0) and its line tone (1)."""
    soft, line = look.paint(f"{role}.soft"), look.paint(f"{role}.line")
    return Paint(f"{role}.shade", mix_colors(soft, line, share))


def mix_colors(start: Paint, end: Paint, share: float) -> str:
    """Return the value of the colour between two paints, as `#rrggbb`."""
    pairs = zip(bytes.fromhex(start.value[1:]), bytes.fromhex(end.value[1:]), strict=True)
    return "#" + "".join(f"{round(low + (high - low) * share):02x}" for low, high in pairs)
