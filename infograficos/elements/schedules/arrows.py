"""The ways of a schedule's arrows: from the end of a bar to the start of the one that waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from infograficos.elements.polyline import round_corners, with_arrowheads
from infograficos.scene.geometry import Point, Rect
from infograficos.scene.items import Path, Stroke

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: How long the last part of a way is, how far before the end of a bar one leaves it downwards at least, and
#: the radius of its turns.
_LAST, _INSET, _TURN = 16.0, 10.0, 8.0


def route(start: Rect, end: Rect, turns_early: bool) -> tuple[Point, ...]:
    """Return the way from one bar to another in a row above or below.

    It leaves sideways where there is room between them, else up or down.

    Args:
        start: the bar that ends.
        end: the bar that begins.
        turns_early: whether it turns right behind the first bar, as where others follow it.
    """
    tip, sign = Point(end.x, end.center.y), 1 if end.y > start.y else -1
    if end.x - start.right >= 2 * _LAST:
        x = start.right + _LAST if turns_early else end.x - _LAST
        return Point(start.right, start.center.y), Point(x, start.center.y), Point(x, tip.y), tip
    x = min(start.right - min(_INSET, start.width / 2), max(start.center.x, end.x - _LAST))
    return Point(x, start.bottom if sign > 0 else start.y), Point(x, tip.y), tip


def paint_route(points: tuple[Point, ...], look: ResolvedTheme) -> Path:
    """Return the arrow along a way."""
    pen = Stroke(look.paint("muted"), look.stroke("rule"))
    line = with_arrowheads(
        round_corners(points, _TURN, (1.0, 1.0)), points[-2], points[1], pen.width, (False, True)
    )
    return Path(line, stroke=pen, purpose="connector")
