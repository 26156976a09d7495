"""Surfaces that run off the sheet at its right edge."""

from __future__ import annotations

from dataclasses import replace
from operator import is_

from infograficos.elements.arguments import checked_dataclass
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import TOLERANCE, Limits, Rect
from infograficos.scene.items import Box, Frame, Placed


@checked_dataclass
class Bleed:
    """Lets a card or panel at the right margin run off the sheet, for what never ends.

    Only its surface does; what lies on it keeps to the margins.
    """

    child: Element

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the child's frame, marked for the sheet, which knows where its edge is."""
        return replace(layouter.layout(self.child, limits), bleeds=True, offered=None)


def run_off(frame: Frame, edge: float, margin: float) -> Frame:
    """Extend the surfaces that bleed to the sheet's edge, which is at `edge` from the frame's left side."""
    items: list[Placed] = []
    for placed in frame.items:
        item, right = placed.item, edge - placed.at.x
        if isinstance(item, Frame):
            item = run_off(item, right, margin)
        elif frame.bleeds and isinstance(item, Box) and item.rect.right >= right - margin - TOLERANCE:
            items.append(Placed(placed.at, _strip(item, right)))
        items.append(placed if item is placed.item else Placed(placed.at, item))
    is_same = len(items) == len(frame.items) and all(map(is_, items, frame.items))
    return frame if is_same else replace(frame, items=tuple(items))


def _strip(surface: Box, edge: float) -> Box:
    """Return what continues a surface from under its round corners to the sheet's edge."""
    rect, left = surface.rect, surface.rect.right - surface.radius
    return replace(
        surface,
        rect=Rect(left, rect.y, edge - left, rect.height),
        stroke=None,
        radius=0.0,
        purpose="ornament",
    )
