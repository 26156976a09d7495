"""Draws the axes of a plane, and lines on it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING

from infograficos.elements.planes.marks import PlaneLine
from infograficos.elements.polyline import DASH, chevron, distance
from infograficos.scene.flattening import Segment
from infograficos.scene.geometry import Point, Rect
from infograficos.scene.items import Path, Stroke, polyline

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme


def draw_axes(room: Rect, axes: Sequence[Segment], look: ResolvedTheme) -> list[Path]:
    """Return two arrows: the given axes, or else at the left of a plane and below it."""
    corner = Point(room.x, room.bottom)
    ends = axes or [(corner, Point(room.right, room.bottom)), (corner, Point(room.x, room.y))]
    pen = Stroke(look.paint("muted"), look.stroke("rule"))
    lines = [polyline(*each) for each in ends] + [chevron(*each, pen.width) for each in ends]
    return [Path(line, stroke=pen, purpose="ornament") for line in lines]


def draw_line(line: PlaneLine, parts: Sequence[Segment], ends: Segment, look: ResolvedTheme) -> list[Path]:
    """Return the parts of a line that are seen, and its head if it is an arrow."""
    dash = DASH if line.style.startswith("dashed") else ()
    stroke = look.stroke("flow" if line.solid or line.style == "arrow" else "arrow")
    pen = Stroke(look.paint(line.color), stroke, dash)
    commands = tuple(chain.from_iterable(polyline(*part) for part in parts))
    items = [Path(commands, stroke=pen, purpose="connector")]
    if line.style.endswith("arrow"):
        # Dashes would break the head's short arms.
        solid = Stroke(pen.paint, pen.width)
        items.append(Path(chevron(*ends, pen.width), stroke=solid, purpose="connector"))
    return items


def move_towards(point: Point, target: Point, length: float) -> Point:
    """Return a point moved towards another one, never past the middle."""
    whole = distance(point, target)
    return point.towards(target, min(length / whole, 0.5) if whole else 0.0)
