"""Parts of a figure that is shown step by step (reveal.js)."""

from __future__ import annotations

from infograficos.elements.arguments import checked_dataclass
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits
from infograficos.scene.items import Frame, Placed


@checked_dataclass
class Fragment:
    """An element that appears at a step, counted from 1; the layout is that of the whole figure.

    A fragment inside another appears no sooner than the outer one.
    """

    step: int
    child: Element

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the child's frame with its step."""
        frame = layouter.layout(self.child, limits)
        if frame.part:
            return Frame(frame.size, (Placed(ORIGIN, frame),), frame.baseline, part=self.step)
        return frame.marked(part=self.step)
