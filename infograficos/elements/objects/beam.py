"""The parts of a balance: its beam on a pivot, the strings of its pans, its post and its foot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from infograficos.elements.polyline import closed_outline, point_towards
from infograficos.scene.geometry import Point, Rect
from infograficos.scene.items import Box, Drawable, Ellipse, Paint, Path, Stroke, polyline
from infograficos.theme import ResolvedTheme

#: Half the beam's thickness, the radii of its pivot, of the hole in it and of the knobs of the pans, and how
#: far the beam goes on beyond these, in units.
_HALF, PIVOT, _HOLE, _KNOB, _BEYOND = 3.5, 13.0, 5.0, 6.0, 22.0

#: The widths of the post and the foot, and the foot's height, in units.
_POST, FOOT_WIDTH, FOOT_HEIGHT = 7.0, 104.0, 9.0


def beam(knobs: Sequence[Point], pivot: Point, look: ResolvedTheme) -> Iterator[Drawable]:
    """Yield a straight beam through two knobs, with its pivot between them."""
    dark = look.paint("muted")
    left, right = (point_towards(knob, pivot, -_BEYOND) for knob in knobs)
    corners = [
        Point(left.x, left.y - _HALF),
        Point(right.x, right.y - _HALF),
        Point(right.x, right.y + _HALF),
        Point(left.x, left.y + _HALF),
    ]
    yield Path(closed_outline([(corner, _HALF) for corner in corners]), dark)
    yield from (_disc(knob, _KNOB, dark) for knob in knobs)
    yield _disc(pivot, PIVOT, dark)
    yield _disc(pivot, _HOLE, look.paint("paper"))


def strings(knob: Point, ties: Iterable[Point], look: ResolvedTheme) -> Iterator[Drawable]:
    """Yield the strings from a knob to the places where they are tied to a pan."""
    pen = Stroke(look.paint("masked.mark"), look.stroke("rule"))
    yield from (Path(polyline(knob, tie), stroke=pen, purpose="ornament") for tie in ties)


def post(x: float, top: float, bottom: float, look: ResolvedTheme) -> Drawable:
    """Return a piece of the post."""
    rect = Rect(x - _POST / 2, top, _POST, bottom - top)
    return Box(rect, look.paint("masked.body"), radius=_POST / 2, purpose="ornament")


def foot(x: float, bottom: float, look: ResolvedTheme) -> Drawable:
    """Return the foot that the post stands on."""
    rect = Rect(x - FOOT_WIDTH / 2, bottom - FOOT_HEIGHT, FOOT_WIDTH, FOOT_HEIGHT)
    return Box(rect, look.paint("masked.body"), radius=FOOT_HEIGHT / 2, purpose="ornament")


def _disc(center: Point, radius: float, paint: Paint) -> Ellipse:
    rect = Rect(center.x - radius, center.y - radius, 2 * radius, 2 * radius)
    return Ellipse(rect, paint, purpose="ornament")
