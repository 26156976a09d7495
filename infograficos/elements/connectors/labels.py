"""Labels of connectors, each at a free position, or below everything and marked as overflowing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING

from infograficos.elements.connectors.edge import find_named
from infograficos.elements.connectors.label_placement import CLEAR, Obstacles, Polyline, find_label_spot
from infograficos.elements.flow import Align
from infograficos.elements.text import Text
from infograficos.scene.geometry import Limits, Point, Rect, Size
from infograficos.scene.items import Frame, Placed, TextBlock, Visit

if TYPE_CHECKING:
    from infograficos.elements.connectors.connector import Connector
    from infograficos.elements.connectors.lines import ConnectorLine
    from infograficos.layout import Layouter

#: The widths that a label tries, as shares of its width in one line.
_WIDTHS = (1.0, 0.6, 0.4)

#: The precision of the room reported by an overflow, in parts of a label's width.
_PARTS = 20


def place_labels(
    routed: Sequence[ConnectorLine], visits: Sequence[Visit], lines: Sequence[Placed], layouter: Layouter
) -> list[Placed]:
    """Return the placed labels of all connectors, clear of everything visible and of the drawn lines."""
    pairs = (pair for line in routed for pair in zip(line.connectors, line.polylines, strict=True))
    labelled = [pair for pair in pairs if pair[0].label]
    if not labelled:
        return []
    placer = _LabelPlacer(visits, lines, layouter)
    return [placer.place(*pair) for pair in labelled]


class _LabelPlacer:
    """Places labels one after the other, clear of those before."""

    def __init__(self, visits: Sequence[Visit], lines: Sequence[Placed], layouter: Layouter) -> None:
        self._layouter = layouter
        self._visits = visits
        self._descent = layouter.ruler.metrics(layouter.look.font("label")).descent
        drawn = [*visits, *(Visit(line.item, line.at) for line in lines)]
        self._obstacles = Obstacles()
        for visit in drawn:
            self._obstacles.add(visit, self._descent)
        self._lowest = max(visit.rect.bottom for visit in drawn)

    def place(self, connector: Connector, polylines: Sequence[Polyline]) -> Placed:
        """Return a connector's label at a free position, or below everything and marked as overflowing."""
        for share in _WIDTHS:
            frame = self._frame(connector, "start", share)
            is_free = not (frame.overflowing or frame.splits_words)
            spot = is_free and self._spot(connector, frame.size, _rise(frame), polylines)
            if spot:
                return self._occupy(connector, spot[0], self._frame(connector, spot[1], share))
        frame = self._frame(connector, "start")
        offered = Size(self._widest(connector, frame, polylines), inf)
        below = Point(find_named(connector.start, self._visits).rect.x, self._lowest + CLEAR)
        return self._occupy(connector, below, replace(frame, offered=offered))

    def _frame(self, connector: Connector, align: Align, share: float = 1.0) -> Frame:
        role, _, tone = connector.color.partition(".")
        color = f"{role}.strong" if tone in ("strong", "mark") else "ink" if role == "ink" else "muted"
        text = Text(connector.label, "label", color, align)
        whole = text.layout(Limits(), self._layouter)
        return whole if share == 1.0 else self._layouter.layout(text, Limits(whole.size.width * share))

    def _spot(
        self, connector: Connector, size: Size, rise: float, polylines: Sequence[Polyline]
    ) -> tuple[Point, Align] | None:
        """Return the position of a label whose accents rise above it, and how to align its lines."""
        whole = Size(size.width, rise + size.height + self._descent)
        half = self._layouter.look.stroke(connector.stroke) / 2
        ends = [find_named(name, self._visits).rect for name in (connector.start, connector.end)]
        spot = find_label_spot(whole, polylines, half, self._obstacles, ends)
        return (spot[0].translate(Point(0.0, rise)), spot[1]) if spot else None

    def _occupy(self, connector: Connector, at: Point, frame: Frame) -> Placed:
        rise = _rise(frame)
        room = Rect(at.x, at.y - rise, frame.size.width, rise + frame.size.height + self._descent)
        self._obstacles.solids.append(room)
        self._lowest = max(self._lowest, room.bottom)
        return Placed(at, replace(frame, joins=(connector.start, connector.end)))

    def _widest(self, connector: Connector, frame: Frame, polylines: Sequence[Polyline]) -> float:
        """Return the widest label of this height that would fit."""
        widths = (frame.size.width * part / _PARTS for part in range(_PARTS - 1, 0, -1))
        sizes = (Size(width, frame.size.height) for width in widths)
        fitting = (size for size in sizes if self._spot(connector, size, _rise(frame), polylines))
        return next((size.width for size in fitting), 0.0)


def _rise(frame: Frame) -> float:
    """Return how far the accents of a text reach above it."""
    return max((item.item.rise for item in frame.items if isinstance(item.item, TextBlock)), default=0.0)
