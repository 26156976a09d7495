"""The goal of a journey: the model that it leads to, large, with what it says."""

from __future__ import annotations

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.card import Card, Named
from infograficos.elements.connectors.edge import named_rects
from infograficos.elements.flow import Grow
from infograficos.elements.objects.balloon import Balloon
from infograficos.elements.objects.model import Model
from infograficos.elements.objects.stations import Station, disc_name, station_name
from infograficos.elements.row import Column, Row
from infograficos.elements.shapes import numbered_disc
from infograficos.elements.text import Text
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Frame

#: The model's share of its width in the theme: where its name is beside it, and below its name on a phone.
_BESIDE, _BELOW = 1.1, 0.84

#: The name of the panel's padding in the theme.
_PADDING = "small"


@checked_dataclass
class Goal:
    """A trained model and its answer on a panel, which is what a reader is to remember of a journey.

    Args:
        says: its answer, in a word or two.
    """

    says: str

    def station(self, number: int, name: str, role: str, width: float, layouter: Layouter) -> Station:
        """Return the panel as the last station, as wide as `width`: the disc and the name are on it."""
        disc = Named(disc_name(number), numbered_disc(number, role, solid=True))
        is_narrow = width < layouter.look.theme.sheet.narrow
        child = (self._on_phone if is_narrow else self._across)(disc, Text(name, "heading", f"{role}.strong"))
        panel = layouter.layout(Card(child, f"{role}.soft", None, _PADDING), Limits(width, min_width=width))
        frame = Frame(panel.size, panel.items, name=station_name(number), part=number)
        padding = layouter.look.space(_PADDING)
        return Station(frame, named_rects(frame)[disc_name(number)], padding=padding)

    def _across(self, disc: Element, name: Element) -> Element:
        told = Column((name, self._answer()), "tiny")
        return Row((disc, self._model(_BESIDE), Grow(told)), "small")

    def _on_phone(self, disc: Element, name: Element) -> Element:
        below = Row((self._model(_BELOW), Grow(self._answer())), "hair")
        return Column((Row((disc, name), "small"), below), "small")

    def _model(self, share: float) -> Element:
        return Model("tuned", share=share)

    def _answer(self) -> Element:
        return Balloon(Text(self.says, "display", "paper", "center"), "response", solid=True)
