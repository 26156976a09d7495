"""A callout: a note on a tinted surface with an accent rule."""

from __future__ import annotations

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.card import Card
from infograficos.elements.flow import Grow
from infograficos.elements.row import Row
from infograficos.elements.shapes import Rule
from infograficos.elements.text import Text
from infograficos.layout import Layouter
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Frame


@checked_dataclass
class Callout:
    """A note that should not be missed, after a strong lead such as “Atenção” if it has one."""

    words: str
    role: str = "input"
    lead: str = ""

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the note with its rule."""
        lead = f"**{self.lead.rstrip(' :')}:** " if self.lead else ""
        rule = Rule(f"{self.role}.line", "accent", vertical=True)
        words = Card(Text(lead + self.words), None, None, "hair", "none")
        row = Row((rule, Grow(words)), "small", align="stretch")
        return layouter.layout(Card(row, f"{self.role}.soft", None, "small", radius="inner"), limits)
