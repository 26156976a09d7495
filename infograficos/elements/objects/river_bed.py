"""The bed of a river of time, which may be cut where much time passes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from infograficos.elements.flow_shape import flow_shape, paint_flow
from infograficos.scene.geometry import ORIGIN, Point
from infograficos.scene.items import Path, Placed, Stroke, polyline

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: Where the bed is cut: half the gap, and how far the strokes at its sides lean and reach beyond it.
_BREAK, _SLANT = 6.0, 5.0


def paint_bed(
    ends: tuple[Point, Point], cut: float | None, role: str, thick: float, look: ResolvedTheme
) -> list[Placed]:
    """Return a straight bed with a tip at its end, in two pieces around where it is cut.

    Args:
        ends: where it begins and ends; it runs to the right or down.
        cut: how far to the right or down it is cut, or nothing.
        role: its colour role.
        thick: its width in units.
        look: the theme in one of its variants.
    """
    start, end = ends
    if cut is None:
        return _piece(start, end, role, thick, look, has_tip=True)
    is_across = start.y == end.y
    sides = [
        Point(place, start.y) if is_across else Point(start.x, place)
        for place in (cut - _BREAK, cut + _BREAK)
    ]
    pieces = (
        _piece(start, sides[0], role, thick, look),
        _piece(sides[1], end, role, thick, look, has_tip=True),
    )
    return [*pieces[0], *pieces[1], *(_slanted(at, is_across, role, thick, look) for at in sides)]


def _piece(
    start: Point, end: Point, role: str, thick: float, look: ResolvedTheme, *, has_tip: bool = False
) -> list[Placed]:
    shape = flow_shape(polyline(start, end), thick, (False, has_tip))
    return [Placed(ORIGIN, path) for path in paint_flow(shape, f"{role}.mid", look)]


def _slanted(at: Point, is_across: bool, role: str, thick: float, look: ResolvedTheme) -> Placed:
    """Return one of the two slanted strokes where the bed is cut."""
    reach = thick / 2 + _SLANT
    by = Point(-_SLANT, reach) if is_across else Point(reach, -_SLANT)
    pen = Stroke(look.paint(f"{role}.mark"), look.stroke("accent"))
    line = polyline(at.translate(by), at.translate(Point(-by.x, -by.y)))
    return Placed(ORIGIN, Path(line, stroke=pen, purpose="ornament"))
