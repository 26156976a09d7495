"""Captions: small texts below elements."""

from __future__ import annotations

from dataclasses import replace

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.flow import Align
from infograficos.elements.row import Column
from infograficos.elements.text import Text
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import Limits, Point, Size
from infograficos.scene.items import Frame, Placed


@checked_dataclass
class HangingCaption:
    """A child with a caption right below it, and as much room above, so that the middle is the child's."""

    child: Element
    caption: Element
    gap: str = "hair"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return both, the caption at the child's left edge."""
        child = layouter.layout(self.child, limits)
        caption = layouter.layout(self.caption, replace(limits, min_height=0.0))
        room = layouter.look.space(self.gap) + caption.size.height
        width, height = max(child.size.width, caption.size.width), child.size.height + 2 * room
        low = Point(0.0, height - caption.size.height)
        return Frame(Size(width, height), (Placed(Point(0.0, room), child), Placed(low, caption)))


def with_caption(
    child: Element,
    words: str,
    align: Align = "start",
    gap: str = "text",
    color: str = "muted",
    *,
    literal: bool = False,
) -> Element:
    """Return an element with a small text below it, or alone where there are no words."""
    return Column((child, Text(words, "label", color, align, literal)), gap) if words else child
