"""The labels of a diagram, whose words count under a limit of their own."""

from __future__ import annotations

from dataclasses import replace

from infograficos.elements.arguments import checked_dataclass
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Frame


@checked_dataclass
class DiagramLabels:
    """Counts the texts in an element as the labels of a diagram, not as prose.

    These are the words in nodes, on edges, in messages, in cells and on axes, which a reader looks up rather
    than reads: `check` warns above the theme's `diagram_words_advised` and refuses above its
    `diagram_words_most`, while `words_advised` and `words_most` hold for all other words of the figure. A
    kind wraps its drawing, outside `FirstThatFits`, and leaves captions and notes below it outside:
    `Column((DiagramLabels(drawing), caption))`. The layout is the child's.
    """

    child: Element

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the child's frame, whose texts are labels."""
        return replace(layouter.layout(self.child, limits), labels=True)
