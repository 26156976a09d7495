"""Bars whose length is a value, with the value written at their end."""

from __future__ import annotations

from dataclasses import dataclass

from infograficos.elements.text import Text
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Box, Frame, Placed


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar that rises from the bottom of the plot, or grows to the right, as far as its value.

    Args:
        value: how much, from 0 to `largest`.
        largest: the value that takes the whole plot.
        label: the words at the bar's end.
        role: whose colours it has.
        lying: let it grow to the right instead of upwards.
    """

    value: float
    largest: float
    label: str
    role: str
    lying: bool = False

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the bar with its label, in a plot of the theme's height or of the offered width."""
        label = layouter.layout(
            Text(self.label, "mark", f"{self.role}.strong", literal=True, tabular=True), Limits()
        )
        share = self.value / self.largest if self.largest else 0.0
        return (
            self._lying(limits, label, share, layouter)
            if self.lying
            else self._rising(limits, label, share, layouter)
        )

    def _rising(self, limits: Limits, label: Frame, share: float, layouter: Layouter) -> Frame:
        look = layouter.look
        gap, plot = look.space("tiny"), look.size("plot")
        width = max(limits.min_width, label.size.width)
        above = label.size.height + gap
        length = share * (plot - above)
        # All bars are equally wide, so that only their height speaks.
        across = min(width, look.size("bar"))
        bar = self._box(Rect((width - across) / 2, plot - length, across, length), layouter)
        at = Point((width - label.size.width) / 2, plot - length - above)
        return Frame(Size(width, plot), (Placed(ORIGIN, bar), Placed(at, label)))

    def _lying(self, limits: Limits, label: Frame, share: float, layouter: Layouter) -> Frame:
        look = layouter.look
        gap, thickness = look.space("tiny"), look.size("cell")
        room = limits.min_width - label.size.width - gap
        length = max(0.0, room * share)
        bar = self._box(Rect(0.0, 0.0, length, thickness), layouter)
        at = Point(length + gap, (thickness - label.size.height) / 2)
        width = max(limits.min_width, label.size.width + gap)
        return Frame(Size(width, thickness), (Placed(ORIGIN, bar), Placed(at, label)))

    def _box(self, rect: Rect, layouter: Layouter) -> Box:
        look = layouter.look
        radius = min(look.radius("bar"), rect.width / 2, rect.height / 2)
        return Box(rect, look.paint(f"{self.role}.strong"), radius=radius, purpose="mark")
