"""What stands on a plane: points, the groups they make, and straight lines between places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from infograficos.elements.planes.marker import Shape

Manner = Literal["dashed", "arrow", "dashed arrow"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A point in the data's own units; its name may be empty.

    Args:
        name: the words beside it.
        x: how far right.
        y: how far up.
        role: whose colours it has, or none for a neutral one.
        shape: the name of its shape.
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
class Group:
    """The places of the marks that lie on one soft surface, and what they are called together, or nothing."""

    name: str
    role: str
    marks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A straight line between two places of the plane, with words at its side or none.

    Args:
        start: x and y of its start, in the data's units.
        end: x and y of its end.
        label: the words at its side.
        manner: `dashed`, `arrow` or `dashed arrow`.
        color: the name of its colour.
    """

    start: tuple[float, float]
    end: tuple[float, float]
    label: str = ""
    manner: Manner = "dashed"
    color: str = "ink"


@dataclass(frozen=True, slots=True)
class Plot:
    """All that stands on one plane.

    Args:
        marks: the points; where there is no room for all names, those of earlier ones are kept.
        groups: which of them lie on one surface.
        spans: the lines between places.
        origin: show the two axes through the origin.
    """

    marks: tuple[Mark, ...]
    groups: tuple[Group, ...] = ()
    spans: tuple[Span, ...] = ()
    origin: bool = False

    @property
    def places(self) -> list[tuple[float, float]]:
        """Every place that has to be on the plane."""
        ends = [place for span in self.spans for place in (span.start, span.end)]
        origin = [(0.0, 0.0)] if self.origin else []
        return [*((mark.x, mark.y) for mark in self.marks), *ends, *origin]
