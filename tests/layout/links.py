"""What tests of linked elements measure: the lines, the labels, and the blocks of a laid-out frame."""

from __future__ import annotations

from ruler import square_layouter

from infograficos.elements.connectors.connector import Connector
from infograficos.elements.connectors.with_connectors import WithConnectors
from infograficos.layout import Element
from infograficos.scene.flattening import Segment, flatten
from infograficos.scene.geometry import Limits, Point, Rect
from infograficos.scene.items import Box, Frame, Path, TextBlock, walk


def linked(child: Element, *links: Connector, width: float = 600) -> Frame:
    return square_layouter().layout(WithConnectors(child, links), Limits(width))


def lines(frame: Frame) -> list[list[Segment]]:
    """The straight pieces of each line drawn over the child, in its order."""
    return [flatten(p.item, p.at) for p in frame.items if isinstance(p.item, Path)]


def labels(frame: Frame) -> dict[str, Rect]:
    """Where the words stand that are placed beside the lines."""
    found = {}
    for placed in frame.items[1:]:
        if isinstance(placed.item, Frame):
            texts = [v for v in walk(placed.item, placed.at) if isinstance(v.item, TextBlock)]
            found |= {v.item.text: v.rect for v in texts}
    return found


def blocks(frame: Frame) -> dict[str, Rect]:
    """Where each named element stands."""
    return {v.item.name: v.rect for v in walk(frame) if isinstance(v.item, Frame) and v.item.name}


def solids(frame: Frame) -> list[Rect]:
    """All boxes and texts that can be seen, labels included."""
    return [v.rect for v in walk(frame) if isinstance(v.item, Box | TextBlock)]


def touches(point: Point, rect: Rect, distance: float) -> bool:
    """Whether a point lies on a border, or so far outside it at most."""
    spot = Rect(point.x, point.y, 0, 0)
    return rect.inflate(distance + 0.01).holds(spot) and not rect.inflate(-0.1).holds(spot)
