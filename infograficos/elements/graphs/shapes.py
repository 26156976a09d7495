"""The shapes of nodes, each drawn as a key cap is: a face over a lower edge."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import hypot, sqrt
from typing import TYPE_CHECKING, Final, Literal

from infograficos.elements.cap import cap_depth, cap_radius, paint_cap
from infograficos.elements.polyline import ROUND, closed_outline
from infograficos.scene.geometry import Insets, Point, Rect, Size
from infograficos.scene.items import Box, Drawable, Ellipse, Paint, Path, PathCommand, Stroke

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: `plain` has no surface, as what is drawn there is an object by itself; `start` is a dot without words.
NodeShape = Literal["box", "pill", "decision", "cylinder", "circle", "document", "plain", "start"]

#: Above and below the words, and at their sides, in units.
_DOWN, _ACROSS = 12.0, 14.0

#: What is free around an object and its name, where edges begin and end, in units.
_CLEAR = 6.0

#: How far a decision's points reach out beside it, and the radius of its corners.
_POINT, _CORNER = 18.0, 7.0

#: The height of a cylinder's lid, and the side of a document's folded corner, in units.
_LID, _FOLD = 12.0, 16.0

#: Half the width of the dot where a machine starts, and how far a second border is inside, in units.
_DOT, _INSIDE = 9.0, 4.0

#: How wide words are at most in a circle, which longer ones make an ellipse, and its least height, in units.
_SHORT, _LEAST = 66.0, 46.0


@dataclass(frozen=True, slots=True)
class CapPaints:
    """The colours of a face, of the edge below it, of what is folded or lies on top, and of marks."""

    face: Paint
    edge: Paint
    lid: Paint
    mark: Paint


@dataclass(frozen=True, slots=True)
class _Outline:
    """How a shape is drawn.

    Args:
        insets: the least room around the words, without the lower edge.
        draw: takes the whole rectangle, the colours and the height of the lower edge.
        flat: the shares of its horizontal and of its vertical sides that are straight, given its size.
    """

    insets: Insets
    draw: Callable[[Rect, CapPaints, ResolvedTheme, float], Sequence[Drawable]]
    flat: Callable[[Size], tuple[float, float]] = lambda _size: (1.0, 1.0)


def _box(rect: Rect, paints: CapPaints, look: ResolvedTheme, depth: float) -> Sequence[Drawable]:
    return paint_cap(rect, (paints.face, paints.edge), look, depth)


def _face(rect: Rect, look: ResolvedTheme, depth: float) -> Rect:
    """Return the rectangle of a face in the whole one: a border of the edge is left around it."""
    border = look.stroke("border")
    return Rect(
        rect.x + border, rect.y + border, rect.width - 2 * border, rect.height - border - max(depth, border)
    )


def _pill(rect: Rect, paints: CapPaints, look: ResolvedTheme, depth: float) -> Sequence[Drawable]:
    face = _face(rect, look, depth)
    back = Box(rect, paints.edge, None, min(rect.width, rect.height) / 2, "ornament")
    return back, Box(face, paints.face, None, min(face.width, face.height) / 2)


def _decision(rect: Rect, paints: CapPaints, look: ResolvedTheme, depth: float) -> Sequence[Drawable]:
    face = _face(rect, look, depth)
    back = Path(_hexagon(rect), paints.edge, purpose="ornament")
    return back, Path(_hexagon(face), paints.face, purpose="surface")


def _hexagon(rect: Rect) -> tuple[PathCommand, ...]:
    left, right, middle = rect.x + _POINT, rect.right - _POINT, rect.center.y
    corners = [
        Point(left, rect.y), Point(right, rect.y), Point(rect.right, middle),
        Point(right, rect.bottom), Point(left, rect.bottom), Point(rect.x, middle),
    ]  # fmt: skip
    return closed_outline([(corner, _CORNER) for corner in corners])


def _cylinder(rect: Rect, paints: CapPaints, look: ResolvedTheme, depth: float) -> Sequence[Drawable]:
    face = _face(rect, look, depth)
    lid = Rect(face.x, face.y, face.width, _LID)
    return (
        Path(_drum(rect), paints.edge, purpose="ornament"),
        Path(_drum(face), paints.face, purpose="surface"),
        Ellipse(lid, paints.lid, purpose="ornament"),
    )


def _drum(rect: Rect) -> tuple[PathCommand, ...]:
    """Return the outline of a cylinder seen from a little above."""
    half, rise = rect.width / 2, _LID / 2
    top, low = rect.y + rise, rect.bottom - rise
    left, middle, right = rect.x, rect.center.x, rect.right
    pull, lift = half * ROUND, rise * ROUND
    return (
        PathCommand("M", (Point(left, top),)),
        PathCommand("C", (Point(left, top - lift), Point(middle - pull, rect.y), Point(middle, rect.y))),
        PathCommand("C", (Point(middle + pull, rect.y), Point(right, top - lift), Point(right, top))),
        PathCommand("L", (Point(right, low),)),
        PathCommand(
            "C", (Point(right, low + lift), Point(middle + pull, rect.bottom), Point(middle, rect.bottom))
        ),
        PathCommand("C", (Point(middle - pull, rect.bottom), Point(left, low + lift), Point(left, low))),
        PathCommand("Z"),
    )


def _circle(rect: Rect, paints: CapPaints, look: ResolvedTheme, depth: float) -> Sequence[Drawable]:
    back = Ellipse(rect, paints.edge, purpose="ornament")
    return back, Ellipse(_face(rect, look, depth), paints.face)


def _document(rect: Rect, paints: CapPaints, look: ResolvedTheme, depth: float) -> Sequence[Drawable]:
    face = _face(rect, look, depth)
    fold = (Point(face.right - _FOLD, face.y), Point(face.right, face.y + _FOLD))
    corner = Point(face.right - _FOLD, face.y + _FOLD)
    radius = cap_radius(rect, look)
    return (
        Path(_sheet(rect, radius), paints.edge, purpose="ornament"),
        Path(_sheet(face, radius), paints.face, purpose="surface"),
        Path(closed_outline([(fold[0], 0.0), (fold[1], 0.0), (corner, 3.0)]), paints.lid, purpose="ornament"),
    )


def _sheet(rect: Rect, radius: float) -> tuple[PathCommand, ...]:
    """Return a sheet whose upper right corner is cut off."""
    return closed_outline(
        [
            (Point(rect.x, rect.y), radius),
            (Point(rect.right - _FOLD, rect.y), 0.0),
            (Point(rect.right, rect.y + _FOLD), 0.0),
            (Point(rect.right, rect.bottom), radius),
            (Point(rect.x, rect.bottom), radius),
        ]
    )


def _start(rect: Rect, paints: CapPaints, _look: ResolvedTheme, _depth: float) -> Sequence[Drawable]:
    return (Ellipse(rect, paints.mark, purpose="mark"),)


def _plain(_rect: Rect, _paints: CapPaints, _look: ResolvedTheme, _depth: float) -> Sequence[Drawable]:
    return ()


#: How each shape is drawn.
OUTLINES: Final[Mapping[NodeShape, _Outline]] = {
    "box": _Outline(Insets(_DOWN, _ACROSS, _DOWN, _ACROSS), _box),
    "pill": _Outline(Insets(_DOWN, 20.0, _DOWN, 20.0), _pill, lambda size: (_share(size, size.height), 0.4)),
    "decision": _Outline(
        Insets(_DOWN, _ACROSS + _POINT - 4, _DOWN, _ACROSS + _POINT - 4),
        _decision,
        lambda size: (_share(size, 2 * _POINT), 0.0),
    ),
    "cylinder": _Outline(Insets(_LID + 7.0, _ACROSS, 10.0, _ACROSS), _cylinder, lambda _size: (0.3, 0.7)),
    "circle": _Outline(Insets(_DOWN, _ACROSS, _DOWN, _ACROSS), _circle, lambda _size: (0.0, 0.0)),
    "document": _Outline(
        Insets(_DOWN, _ACROSS + 8.0, _DOWN, _ACROSS), _document, lambda size: (_share(size, 2 * _FOLD), 0.6)
    ),
    "plain": _Outline(Insets(0.0, _CLEAR, _CLEAR + 2.0, _CLEAR), _plain),
    "start": _Outline(Insets(_DOT, _DOT, _DOT, _DOT), _start, lambda _size: (0.0, 0.0)),
}


def _share(size: Size, lost: float) -> float:
    """Return what share of a width is left without the corners."""
    return max(0.0, (size.width - lost) / size.width) if size.width else 0.0


def shape_size(shape: NodeShape, words: Size, depth: float) -> Size:
    """Return the size of a shape around words, with its lower edge."""
    if shape == "circle":
        return _around(words, depth)
    insets = OUTLINES[shape].insets
    edge = 0.0 if shape in ("plain", "start") else depth
    return Size(words.width + insets.horizontal, words.height + insets.vertical + edge)


def _around(words: Size, depth: float) -> Size:
    """Return the circle around a short word, or an ellipse around longer ones."""
    width, height = words.width + 8.0, words.height + 8.0
    if width <= max(_SHORT, height):
        side = max(_LEAST, hypot(width, height))
        return Size(side, side + depth)
    tall = max(_LEAST, sqrt(2.0) * height)
    return Size(width / sqrt(1.0 - (height / tall) ** 2), tall + depth)


def inner_border(shape: NodeShape, rect: Rect, paints: CapPaints, look: ResolvedTheme) -> Sequence[Drawable]:
    """Return the second border of a box, a pill or a circle, inside its face."""
    inner = _face(rect, look, cap_depth(look)).inflate(-_INSIDE)
    pen = Stroke(paints.mark, look.stroke("border"))
    if shape == "circle":
        return (Ellipse(inner, None, pen, "ornament"),)
    radius = min(inner.width, inner.height) / 2 if shape == "pill" else cap_radius(rect, look) - _INSIDE
    return (Box(inner, None, pen, max(0.0, radius), "ornament"),) if shape in ("box", "pill") else ()
