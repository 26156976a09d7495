"""Empty room that keeps columns of a grid alike."""

from __future__ import annotations

from infograficos.elements.arguments import checked_dataclass, require_items
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import Limits, Size
from infograficos.scene.items import Frame


@checked_dataclass
class SameWidthAs:
    """Empty room as wide as some elements have to be, so that a column without them is no narrower."""

    like: tuple[Element, ...]

    def __post_init__(self) -> None:
        require_items("SameWidthAs.like", self.like)

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return an empty frame as wide as the widest of the elements at its narrowest."""
        width = max(layouter.narrowest(element) for element in self.like)
        return Frame(Size(max(width, limits.min_width), limits.min_height))
