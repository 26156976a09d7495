"""A tinted band with an accent rule, for a part that stands out among its neighbours."""

from __future__ import annotations

from infograficos.elements.arguments import checked_dataclass
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Insets, Limits, Point, Rect, Size
from infograficos.scene.items import Box, Frame, Placed


@checked_dataclass
class Band:
    """A child with room at its sides and below it, and with a tinted surface behind it if it has a role."""

    child: Element
    role: str | None = None
    below: str = "none"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the child on its band."""
        look = layouter.look
        rule, side = look.stroke("accent"), look.space("tiny")
        insets = Insets(0.0, side, look.space(self.below), rule + side)
        child = layouter.layout(self.child, limits.inside(insets))
        width = max(child.size.width + insets.across, limits.min_width)
        size = Size(width, child.size.height + insets.down)
        items: tuple[Placed, ...] = (Placed(Point(insets.left, 0.0), child),)
        if self.role:
            whole = Rect(0.0, 0.0, size.width, size.height)
            mark = Rect(0.0, 0.0, rule, size.height)
            back = Box(whole, look.paint(f"{self.role}.soft"), None, rule / 2)
            accent = Box(mark, look.paint(f"{self.role}.line"), None, rule / 2, "ornament")
            items = (Placed(ORIGIN, back), Placed(ORIGIN, accent), *items)
        return Frame(size, items, child.baseline)
