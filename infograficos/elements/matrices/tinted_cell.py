"""A surface that is the darker the larger the value that stands on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Box, Frame, Paint, Placed, Stroke

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme


#: How near the darkest tint comes to the line tone: ink keeps 4.5:1 on it, on both papers.
_DARKEST = 0.85


@dataclass(frozen=True, slots=True)
class TintedCell:
    """A child in the middle of a surface that goes from a role's soft tone towards its line tone.

    The tint only repeats what the child says, so it is drawn as an ornament.

    Args:
        child: what lies on it, such as the value as a number.
        role: whose colours it has.
        share: how dark it is, from 0 to 1.
        padding: the name of the space above and below the child.
        bordered: draw a border in the role's strong tone, for a cell that stands out.
    """

    child: Element
    role: str
    share: float
    padding: str = "tiny"
    bordered: bool = False

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the surface, as large as it must be, with the child in its middle."""
        look = layouter.look
        down, across = look.space(self.padding), look.space("hair")
        room = replace(limits.loosened(), max_width=max(0.0, limits.max_width - 2 * across))
        child = layouter.layout(self.child, room)
        width = max(child.size.width + 2 * across, limits.min_width)
        height = max(child.size.height + 2 * down, limits.min_height)
        at = Point((width - child.size.width) / 2, (height - child.size.height) / 2)
        color = tint_color(look, self.role, self.share)
        back = Placed(ORIGIN, cell_surface(Size(width, height), color, self.role, look, self.bordered))
        baseline = None if child.baseline is None else at.y + child.baseline
        return Frame(Size(width, height), (back, Placed(at, child)), baseline)


def cell_surface(size: Size, color: Paint, role: str, look: ResolvedTheme, bordered: bool) -> Box:
    """Return the surface of a cell.

    Args:
        size: how large the cell is.
        color: what it is filled with.
        role: whose strong tone its border has.
        look: the theme in one of its variants.
        bordered: draw a border.
    """
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
    pairs = zip(bytes.fromhex(soft.value[1:]), bytes.fromhex(line.value[1:]), strict=True)
    value = "".join(f"{round(low + (high - low) * share):02x}" for low, high in pairs)
    return Paint(f"{role}.shade", f"#{value}")
