"""The contents of a plane in data units, its scale, and the keys of its markers and dashes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, Literal, get_args

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.card import Card
from infograficos.elements.planes.hull import rounded_hull
from infograficos.elements.polyline import DASH, distance
from infograficos.elements.text import Text
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Frame, Path, Placed, Stroke, polyline

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme


LineStyle = Literal["dashed", "arrow", "dashed arrow"]
Shape = Literal["circle", "square", "triangle", "diamond", "ring"]
SHAPES: tuple[Shape, ...] = get_args(Shape)

#: The corners of each shape around its middle, in radii, so that all have about the same area.
_CORNERS: dict[Shape, tuple[tuple[float, float], ...]] = {
    "square": ((-0.86, -0.86), (0.86, -0.86), (0.86, 0.86), (-0.86, 0.86)),
    "triangle": ((0.0, -1.15), (sqrt(3) / 2 * 1.2, 0.85), (-sqrt(3) / 2 * 1.2, 0.85)),
    "diamond": ((0.0, -1.2), (1.2, 0.0), (0.0, 1.2), (-1.2, 0.0)),
}

#: The radius of a ring in times that of a mark, and how far a wider one is from the mark that it holds.
RING, _AROUND = 1.5, 4.0

#: How many dashes the key of a dashed line shows.
_DASHES = 3


@checked_dataclass
class Marker:
    """A marker by itself, as a legend shows it; a `ring` is hollow."""

    shape: Shape
    color: str

    def layout(self, _limits: Limits, layouter: Layouter) -> Frame:
        """Lay out the marker in the middle of a square."""
        side = layouter.look.size("point") * 1.8
        radius = layouter.look.size("point") / 2
        path = marker_path(self.shape, self.color, Point(side / 2, side / 2), radius, layouter.look)
        return Frame(Size(side, side), (Placed(ORIGIN, path),))


def marker_path(shape: Shape, color: str, at: Point, radius: float, look: ResolvedTheme) -> Path:
    """Return a marker whose middle is at a point."""
    paint = look.paint(color)
    if shape == "ring":
        pen = Stroke(paint, look.stroke("arrow"))
        # Wide enough to show a mark inside it.
        return Path(rounded_hull([at], radius * RING), None, pen)
    if shape == "circle":
        return Path(rounded_hull([at], radius), paint)
    corners = (Point(at.x + x * radius, at.y + y * radius) for x, y in _CORNERS[shape])
    return Path(polyline(*corners, closed=True), paint)


def marker_radii(marks: Sequence[Mark], centers: Sequence[Point], radius: float) -> list[float]:
    """Return the radius of each mark for `marker_path`; a ring is so wide that it covers no other mark."""
    radii = [radius] * len(marks)
    for i, mark in enumerate(marks):
        if mark.shape == "ring":
            apart = [distance(centers[i], center) for j, center in enumerate(centers) if j != i]
            near = [length for length in apart if length < (1 + RING) * radius + _AROUND]
            radii[i] = max(radius, (max(near, default=-radius) + radius + _AROUND) / RING)
    return radii


def marker_rect(shape: Shape, at: Point, radius: float) -> Rect:
    """Return the rectangle around a marker."""
    return Rect(at.x, at.y, 0.0, 0.0).inflate(radius * (RING if shape == "ring" else 1.1))


@dataclass(frozen=True, slots=True)
class DashKey:
    """Three dashes of a line, by default in ink; `lit` as the line to remember has them."""

    color: str = "ink"
    lit: bool = False

    def layout(self, _limits: Limits, layouter: Layouter) -> Frame:
        """Lay out the dashes, as high as their pen."""
        width = layouter.look.stroke("flow" if self.lit else "arrow")
        pen = Stroke(layouter.look.paint(self.color), width, DASH)
        half, length = pen.width / 2, _DASHES * DASH[0] + (_DASHES - 1) * DASH[1]
        commands = polyline(Point(half, half), Point(half + length, half))
        return Frame(Size(length + pen.width, pen.width), (Placed(ORIGIN, Path(commands, stroke=pen)),))


@checked_dataclass
class Mark:
    """A point, x to the right and y upwards, with its name, which may be empty; without a role in ink.

    Args:
        essential: its name may not be left out.
    """

    name: str
    x: float
    y: float
    role: str | None = None
    shape: Shape = "circle"
    essential: bool = False

    @property
    def color(self) -> str:
        """The name of the colour of the mark and its name."""
        return f"{self.role}.strong" if self.role else "ink"


@dataclass(frozen=True, slots=True)
class MarkGroup:
    """Marks on one soft surface, by their indices, and the group's name, which may be empty.

    Args:
        lit: give its surface a stronger tone, for the group to look at.
    """

    name: str
    role: str
    marks: tuple[int, ...]
    lit: bool = False


@checked_dataclass
class PlaneLine:
    """A straight line between two positions in data units, with an optional label.

    Args:
        solid: the fill of the label of the line to remember.
    """

    start: tuple[float, float]
    end: tuple[float, float]
    label: str = ""
    style: LineStyle = "dashed"
    color: str = "ink"
    solid: str | None = None

    def pill(self) -> Element:
        """Return the label on a pill."""
        words = Text(self.label, "mark", "paper" if self.solid else self.color, literal=True)
        return Card(words, self.solid or "surface", None if self.solid else "line", "plate", "tiny", "pill")


@dataclass(frozen=True, slots=True)
class EqualScale:
    """The position of the data's origin on the sheet, and the length of a data unit in sheet units."""

    origin: Point
    factor: float

    @classmethod
    def fit(cls, positions: Sequence[tuple[float, float]], room: Rect) -> EqualScale:
        """Return the largest scale at which positions in data units fit a rectangle, centred in it."""
        (left, right), (low, high) = ((min(values), max(values)) for values in zip(*positions, strict=True))
        factors = [room.width / (right - left)] if right > left else []
        factors += [room.height / (high - low)] if high > low else []
        factor, middle = min(factors, default=1.0), room.center
        x, y = middle.x - factor * (left + right) / 2, middle.y + factor * (low + high) / 2
        return cls(Point(x, y), factor)

    def at(self, x: float, y: float) -> Point:
        """Convert data coordinates to a point of the sheet."""
        return Point(self.origin.x + self.factor * x, self.origin.y - self.factor * y)


@checked_dataclass
class ScatterData:
    """The data of a scatter plot.

    Args:
        marks: the points; if not all names fit, earlier ones have priority.
        axes: draw them through the origin instead of at the left and below.
        area: the corners of a surface below all else, in data units, in the role `area_role`.
    """

    marks: tuple[Mark, ...]
    groups: tuple[MarkGroup, ...] = ()
    lines: tuple[PlaneLine, ...] = ()
    axes: bool = False
    area: tuple[tuple[float, float], ...] = ()
    area_role: str = "model"

    def is_tip(self, mark: Mark) -> bool:
        """Return whether a mark is where a vector ends, whose arrowhead shows it."""
        ends = [line.end for line in self.lines if line.style == "arrow"]
        return self.axes and (mark.x, mark.y) in ends

    @property
    def positions(self) -> list[tuple[float, float]]:
        """All positions on the plane, in data units."""
        ends = [end for line in self.lines for end in (line.start, line.end)]
        return [*((mark.x, mark.y) for mark in self.marks), *ends, *([(0.0, 0.0)] if self.axes else [])]
