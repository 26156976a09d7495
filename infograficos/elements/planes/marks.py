"""The contents of a plane in data units: points, groups of them, and straight lines between places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.planes.marker import Shape

LineStyle = Literal["dashed", "arrow", "dashed arrow"]


@checked_dataclass
class Mark:
    """A point and its name, which may be empty.

    Args:
        name: the words beside it.
        x: to the right, in data units.
        y: upwards, in data units.
        role: the role of its colours; none for ink.
        shape: the shape of its marker.
    """

    name: str
    x: float
    y: float
    role: str | None = None
    shape: Shape = "circle"

    @property
    def color(self) -> str:
        """The name of the colour of the mark and its name."""
        return f"{self.role}.strong" if self.role else "ink"


@dataclass(frozen=True, slots=True)
class MarkGroup:
    """Marks on one soft surface, by their indices, and the group's name, which may be empty."""

    name: str
    role: str
    marks: tuple[int, ...]


@checked_dataclass
class PlaneLine:
    """A straight line from place to place, and the label beside it, which may be empty."""

    start: tuple[float, float]
    end: tuple[float, float]
    label: str = ""
    style: LineStyle = "dashed"
    color: str = "ink"
