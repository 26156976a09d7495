"""A chat bubble's place: at one side, with the other side free."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.flow import offset
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import Limits, Point, Size
from infograficos.scene.items import Frame, Placed

#: The largest share of the width on a wide sheet, and on a phone.
_SHARE, _NARROW_SHARE = 0.7, 0.88


@checked_dataclass
class Bubble:
    """A child at the start or end of the width, of which it takes only a part."""

    child: Element
    side: Literal["start", "end"] = "start"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the child in a frame at least as wide as the limits ask."""
        narrow = limits.max_width < layouter.look.theme.sheet.narrow
        most = limits.max_width * (_NARROW_SHARE if narrow else _SHARE)
        child = layouter.layout(self.child, replace(limits, max_width=most, min_width=0.0))
        width = max(child.size.width, limits.min_width)
        at = Point(offset(self.side, width - child.size.width), 0.0)
        return Frame(Size(width, child.size.height), (Placed(at, child),), child.baseline)
