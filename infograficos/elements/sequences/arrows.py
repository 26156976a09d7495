"""The arrows of messages: from lifeline to lifeline, back to the same one, or lost on the way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from infograficos.elements.polyline import DASH, closed_outline, point_towards, round_corners
from infograficos.scene.color import from_oklch, to_oklch
from infograficos.scene.geometry import Point
from infograficos.scene.items import Paint, Path, Stroke, polyline
from infograficos.scene.perception import contrast

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: How long a head is, half its width, and the radii of its tip and its barbs; in units.
HEAD, _HALF, _TIP, _BARB = 12.0, 6.5, 1.0, 1.5

#: How wide and high the way of a message to oneself is, and the radius of its turns.
LOOP_WIDTH, LOOP_HEIGHT, _TURN = 26.0, 20.0, 9.0

#: What frames are filled with, from the outer one in; arrows are seen on all of them, and on paper.
FILLS = ("masked.soft", "surface")
GROUNDS = ("paper", *FILLS)

#: The least contrast of an arrow, by how much its lightness is stepped to reach it, and that of dark paper.
_LEAST_CONTRAST, _STEP, _DARK = 3.05, 0.01, 0.5

#: Half the side of the cross where a message is lost.
_CROSS = 6.0


def ink(role: str, look: ResolvedTheme) -> Paint:
    """Return the colour of a role's arrows: that of its marks, or as much stronger as frames ask."""
    paint, grounds = look.paint(f"{role}.mark"), [look.paint(each).value for each in GROUNDS]
    lightness, chroma, hue = to_oklch(paint.value)
    step = _STEP if min(to_oklch(ground)[0] for ground in grounds) < _DARK else -_STEP
    value = paint.value
    while min(contrast(value, ground) for ground in grounds) < _LEAST_CONTRAST and 0.0 < lightness < 1.0:
        lightness += step
        value = from_oklch(lightness, chroma, hue)
    return paint if value == paint.value else Paint(f"{role}.shade", value)


def paint_arrow(
    ends: tuple[Point, Point], role: str, look: ResolvedTheme, joins: tuple[str, ...], *, dashed: bool
) -> list[Path]:
    """Return the line and the head of a message."""
    start, tip = ends
    foot = point_towards(tip, start, HEAD - 2.0)
    line = Path(polyline(start, foot), stroke=_pen(role, look, dashed), purpose="connector", joins=joins)
    return [line, _head(foot, tip, role, look, joins)]


def paint_loop(start: Point, role: str, look: ResolvedTheme, joins: tuple[str, ...], side: int) -> list[Path]:
    """Return the way of a message to oneself, at the right of its lifeline; with `side` -1, at its left."""
    out, below = start.x + side * LOOP_WIDTH, start.y + LOOP_HEIGHT
    tip = Point(start.x, below)
    foot = Point(start.x + side * (HEAD - 2.0), below)
    route = [start, Point(out, start.y), Point(out, below), foot]
    line = Path(
        round_corners(route, _TURN, (1.0, 1.0)), stroke=_pen(role, look), purpose="connector", joins=joins
    )
    return [line, _head(foot, tip, role, look, joins)]


def paint_lost(
    ends: tuple[Point, Point], role: str, look: ResolvedTheme, joins: tuple[str, ...], *, dashed: bool
) -> list[Path]:
    """Return the line of a message that ends at a cross."""
    start, end = ends
    pen = _pen(role, look, dashed)
    line = Path(
        polyline(start, point_towards(end, start, _CROSS + 4.0)), stroke=pen, purpose="connector", joins=joins
    )
    cross = [
        command
        for side in (-1, 1)
        for command in polyline(
            Point(end.x - _CROSS, end.y - side * _CROSS), Point(end.x + _CROSS, end.y + side * _CROSS)
        )
    ]
    return [line, Path(tuple(cross), stroke=Stroke(ink(role, look), look.stroke("flow")))]


def _pen(role: str, look: ResolvedTheme, dashed: bool = False) -> Stroke:
    return Stroke(ink(role, look), look.stroke("arrow"), DASH if dashed else ())


def _head(foot: Point, tip: Point, role: str, look: ResolvedTheme, joins: Sequence[str]) -> Path:
    """Return a filled head whose back is a little behind the end of its line."""
    sign = 1.0 if tip.x > foot.x else -1.0
    back = tip.x - sign * HEAD
    corners = [(Point(back, tip.y - _HALF), _BARB), (tip, _TIP), (Point(back, tip.y + _HALF), _BARB)]
    return Path(closed_outline(corners), ink(role, look), purpose="connector", joins=tuple(joins))
