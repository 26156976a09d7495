"""The words of connectors, each in a free place, or below everything and marked where there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING

from infograficos.elements.connectors.endpoints import find_named
from infograficos.elements.connectors.label_placement import CLEAR, Obstacles, Polyline, find_label_spot
from infograficos.elements.flow import Align
from infograficos.elements.text import Text
from infograficos.scene.geometry import Limits, Point, Rect, Size
from infograficos.scene.items import Frame, Placed, Visit

if TYPE_CHECKING:
    from infograficos.elements.connectors.connector import Connector
    from infograficos.elements.connectors.lines import ConnectorLine
    from infograficos.layout import Layouter

#: How wide a label may be, in times its width in one line: it is broken only where it fits in no other way.
_WIDTHS = (1.0, 0.6, 0.4)

#: Into how many parts a label's width is divided to say how wide it could be.
_PARTS = 20


def place_labels(
    found: Sequence[ConnectorLine], visits: Sequence[Visit], lines: Sequence[Placed], layouter: Layouter
) -> list[Placed]:
    """Return the labels of all links, placed.

    Args:
        found: the lines that they belong to.
        visits: what else can be seen.
        lines: the lines as they are drawn.
        layouter: what measures the words.
    """
    if not any(link.label for line in found for link in line.links):
        return []
    writer = _Writer(visits, lines, layouter)
    return [
        writer.written(link, stretches)
        for line in found
        for link, stretches in zip(line.links, line.stretches, strict=True)
        if link.label
    ]


class _Writer:
    """Places one label after the other and remembers what is covered."""

    def __init__(self, visits: Sequence[Visit], lines: Sequence[Placed], layouter: Layouter) -> None:
        self._layouter = layouter
        self._visits = visits
        self._descent = layouter.ruler.metrics(layouter.look.font("label")).descent
        drawn = [*visits, *(Visit(line.item, line.at) for line in lines)]
        self._around = Obstacles()
        for visit in drawn:
            self._around.add(visit, self._descent)
        self._lowest = max(visit.rect.bottom for visit in drawn)

    def written(self, link: Connector, stretches: Sequence[Polyline]) -> Placed:
        """Return a link's label where it is free, or marked as overflowing below everything."""
        for share in _WIDTHS:
            frame = self._frame(link, "start", share)
            found = None if frame.overflowing else self._place(link, frame.size, stretches)
            if found:
                return self._kept(link, found[0], self._frame(link, found[1], share))
        frame = self._frame(link, "start")
        offered = Size(self._room(link, frame.size, stretches), inf)
        left = find_named(link.start, self._visits).rect.x
        lost = Point(left, self._lowest + CLEAR)
        return self._kept(link, lost, replace(frame, offered=offered))

    def _frame(self, link: Connector, align: Align, share: float = 1.0) -> Frame:
        color = link.color if link.color.endswith(".strong") or link.color == "ink" else "muted"
        text = Text(link.label, "label", color, align)
        whole = text.layout(Limits(), self._layouter)
        if share == 1.0:
            return whole
        limits = Limits(whole.size.width * share)
        return self._layouter.layout(text, limits)

    def _place(
        self, link: Connector, size: Size, stretches: Sequence[Polyline]
    ) -> tuple[Point, Align] | None:
        whole = Size(size.width, size.height + self._descent)
        half = self._layouter.look.stroke(link.stroke) / 2
        ends = [find_named(name, self._visits).rect for name in (link.start, link.end)]
        return find_label_spot(whole, stretches, half, self._around, ends)

    def _kept(self, link: Connector, at: Point, frame: Frame) -> Placed:
        room = Rect(at.x, at.y, frame.size.width, frame.size.height + self._descent)
        self._around.solids.append(room)
        self._lowest = max(self._lowest, room.bottom)
        return Placed(at, replace(frame, joins=(link.start, link.end)))

    def _room(self, link: Connector, size: Size, stretches: Sequence[Polyline]) -> float:
        """Return how wide a label of this height could be."""
        widths = (size.width * part / _PARTS for part in range(_PARTS - 1, 0, -1))
        fitting = (w for w in widths if self._place(link, Size(w, size.height), stretches))
        return next(fitting, 0.0)
