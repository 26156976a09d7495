"""An arrangement for wide sheets only."""

from __future__ import annotations

from math import inf

from infograficos.elements.arguments import checked_dataclass
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import Limits, Size
from infograficos.scene.items import Frame


@checked_dataclass
class WideOnly:
    """A child that does not fit a phone, so that `FirstThatFits` takes another arrangement there."""

    child: Element

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the child's frame, or an empty one that does not fit a phone."""
        least = layouter.look.theme.sheet.narrow
        if limits.max_width < least:
            # Too wide for any sheet, so that it is not taken for the narrowest where nothing fits.
            return Frame(Size(inf, 0.0))
        return layouter.layout(self.child, limits)
