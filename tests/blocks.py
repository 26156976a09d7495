"""Blank blocks for tests of arrangements: as wide as they like, or narrower, or wider where they must be."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Rect, Size
from infograficos.scene.items import Box, Frame, Path, Placed, Visit, walk


@dataclass(frozen=True, slots=True)
class Block:
    """A block that would like a width, can go down to `least`, and fills what it is told to fill."""

    width: float
    height: float = 10.0
    least: float | None = None
    baseline: float | None = None

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        least = self.width if self.least is None else self.least
        width = max(least, min(self.width, limits.max_width), limits.min_width)
        size = Size(width, max(self.height, limits.min_height))
        box = Box(Rect(0.0, 0.0, size.width, size.height), layouter.look.paint("surface"))
        return Frame(size, (Placed(ORIGIN, box),), self.baseline)


def places(frame: Frame) -> list[tuple[float, float, float, float]]:
    """Where the frames directly inside a frame stand: x, y, width, height, rounded to hundredths."""
    return [
        (
            round(placed.at.x, 2),
            round(placed.at.y, 2),
            round(placed.item.size.width, 2),
            round(placed.item.size.height, 2),
        )
        for placed in frame.items
        if isinstance(placed.item, Frame)
    ]


def caps(frame: Frame) -> list[Visit]:
    """The faces of all key caps, in the order in which they are drawn; each has its edge behind it."""
    visits = [visit for visit in walk(frame) if isinstance(visit.item, Box) and not visit.item.stroke]
    return [
        face
        for edge, face in itertools.pairwise(visits)
        if edge.item.purpose != "surface" and edge.rect != face.rect and edge.rect.holds(face.rect)
    ]


def bars(frame: Frame) -> list[Visit]:
    """The marks of all bars, in the order in which they are drawn."""
    visits = [visit for visit in walk(frame) if isinstance(visit.item, Path) and visit.item.purpose == "mark"]
    return [visit for visit in visits if visit.item.fill or visit.item.stroke.dash]
