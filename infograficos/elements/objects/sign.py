"""Signs of judgement, drawn in a disc: right, beware, wrong, about the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from infograficos.elements.arguments import checked_dataclass
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Ellipse, Frame, Path, PathCommand, Placed, Stroke, polyline

Meaning = Literal["right", "warning", "wrong", "alike"]

#: The role of each.
_ROLES: Mapping[Meaning, str] = {
    "right": "response", "warning": "alert", "wrong": "alert", "alike": "masked",
}  # fmt: skip


def _wave(y: float) -> tuple[PathCommand, ...]:
    curves = (
        (-0.15, y - 0.16),
        (-0.09, y - 0.13),
        (0.0, y),
        (0.09, y + 0.13),
        (0.15, y + 0.16),
        (0.25, y - 0.02),
    )
    points = [Point(*each) for each in curves]
    return (
        PathCommand("M", (Point(-0.25, y + 0.02),)),
        PathCommand("C", (*points[:3],)),
        PathCommand("C", (*points[3:],)),
    )


#: The lines of each from the middle of a disc whose diameter is 1; the stop of ! has its own shape.
_LINES: Mapping[Meaning, tuple[PathCommand, ...]] = {
    "right": polyline(Point(-0.21, 0.02), Point(-0.06, 0.17), Point(0.21, -0.15)),
    "warning": polyline(Point(0.0, -0.24), Point(0.0, 0.06)) + polyline(Point(0.0, 0.24), Point(0.0, 0.242)),
    "wrong": polyline(Point(-0.15, -0.15), Point(0.15, 0.15))
    + polyline(Point(0.15, -0.15), Point(-0.15, 0.15)),
    "alike": _wave(-0.09) + _wave(0.1),
}


@checked_dataclass
class Sign:
    """A sign in a disc of its role.

    Args:
        meaning: `right` (✓), `warning` (!), `wrong` (✗) or `alike` (≈).
        role: the role, where it is not the sign's own.
        size: the theme's size that is the disc's diameter.
        stroke: the theme's stroke that draws the sign.
    """

    meaning: Meaning
    role: str = ""
    size: str = "sign"
    stroke: str = "icon"

    def layout(self, _limits: Limits, layouter: Layouter) -> Frame:
        """Return the disc with the sign on it."""
        look, role = layouter.look, self.role or _ROLES[self.meaning]
        side, border = look.size(self.size), look.stroke("border")
        whole = Rect(0.0, 0.0, side, side)
        rim = Stroke(look.paint(f"{role}.mark"), border)
        disc = Ellipse(whole.inflate(-border / 2), look.paint(f"{role}.tint"), rim)
        lines = tuple(
            PathCommand(each.verb, tuple(Point(p.x * side, p.y * side) for p in each.points))
            for each in _LINES[self.meaning]
        )
        drawn = Path(lines, stroke=Stroke(look.paint(f"{role}.strong"), look.stroke(self.stroke)))
        return Frame(Size(side, side), (Placed(ORIGIN, disc), Placed(whole.center, drawn)))
