"""Says as which part of a figure an element is shown, where the figure is shown step by step."""

from __future__ import annotations

from infograficos.elements.arguments import checked_dataclass
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits
from infograficos.scene.items import Frame, Placed


@checked_dataclass
class Fragment:
    """An element that is shown from a step on; it is laid out as it would be without this.

    Args:
        step: when it is shown, from 1; a part of a part is shown no sooner than the whole.
        child: what is shown.
    """

    step: int
    child: Element

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the child's frame with the number of its part."""
        frame = layouter.layout(self.child, limits)
        if frame.part:
            return Frame(frame.size, (Placed(ORIGIN, frame),), frame.baseline, part=self.step)
        return frame.marked(part=self.step)
