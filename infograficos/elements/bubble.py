"""Something that leans to one side and leaves the other side free, as a bubble in a chat does."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.flow import offset
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import Limits, Point, Size
from infograficos.scene.items import Frame, Placed

#: How much of the width the child may take on a wide sheet, and on one laid out for a phone.
_SHARE, _NARROW_SHARE = 0.7, 0.88


@checked_dataclass
class Bubble:
    """A child that takes no more than a part of the width, at its start or at its end."""

    child: Element
    side: Literal["start", "end"] = "start"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the child in a frame as wide as its parent wants."""
        narrow = limits.max_width < layouter.look.theme.sheet.narrow
        most = limits.max_width * (_NARROW_SHARE if narrow else _SHARE)
        child = layouter.layout(self.child, replace(limits, max_width=most, min_width=0.0))
        width = max(child.size.width, limits.min_width)
        at = Point(offset(self.side, width - child.size.width), 0.0)
        return Frame(Size(width, child.size.height), (Placed(at, child),), child.baseline)
