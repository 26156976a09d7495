"""A stack of children that are offset, such as sheets or feature maps one behind the other."""

from __future__ import annotations

from infograficos.elements.arguments import checked_dataclass, require_items
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import Limits, Point, Size
from infograficos.scene.items import Frame, Placed


@checked_dataclass
class OffsetStack:
    """Children one behind the other, the first at the back and each one a step further left and lower.

    Args:
        across, down: how far the next one is, as a space of the theme; the name of one, or `none`.
    """

    children: tuple[Element, ...]
    across: str = "small"
    down: str = "small"

    def __post_init__(self) -> None:
        require_items("OffsetStack.children", self.children)

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the stack, as large as its children with all their steps."""
        last = len(self.children) - 1
        across, down = layouter.look.space(self.across), layouter.look.space(self.down)
        room = Limits(max(0.0, limits.max_width - last * across))
        frames = [layouter.layout(child, room) for child in self.children]
        placed = [Placed(Point((last - i) * across, i * down), frame) for i, frame in enumerate(frames)]
        width = max(each.at.x + frame.size.width for each, frame in zip(placed, frames, strict=True))
        height = max(each.at.y + frame.size.height for each, frame in zip(placed, frames, strict=True))
        return Frame(Size(width, height), tuple(placed))
