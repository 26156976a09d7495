"""Scripts, limits, fractions, roots and brackets; lengths are in times the letters' size."""

from __future__ import annotations

from dataclasses import replace

from infograficos.elements.formulas.box import (
    MathBox,
    MathShape,
    MathStyle,
    horizontal_bar,
    overlay,
    text_box,
)
from infograficos.scene.geometry import ORIGIN, Point, Rect
from infograficos.scene.items import Box, Path, polyline

#: How far scripts are raised, lowered, and hang from the top of a tall base.
_RAISED, _LOWERED, _DROP = 0.40, 0.20, 0.40

#: A base from this ascent on is more than a highlighted letter.
_TALL = 1.0

#: How far a highlight reaches beyond its letters at the sides, and above and below.
_SIDE, _MARGIN = 0.08, 0.11

#: The middle of ∑ and ∏ above their own baseline, and their reach from there.
_LARGE_MIDDLE, _LARGE_REACH = 0.298, 0.43

#: The reach of the font's brackets from the axis.
BRACKET = 0.46

#: The gaps between a fraction bar and both its parts, and between an operator and its limits.
_BAR_GAP, _LIMIT_GAP = 0.16, 0.29

#: The least ascent of a denominator, so that small letters do not climb up to the bar.
_MIN_DENOMINATOR = 0.64

#: The room for an index before the middle of a radical sign, and its height in times that of the sign.
_INDEX_ROOM, _INDEX_RISE = 0.3, 0.6

#: How far a bar reaches beyond the wider part, and keeps from its neighbours.
_BAR_OVERHANG, _BAR_MARGIN = 0.08, 0.16


def scripts(base: MathBox, lower: MathBox | None, upper: MathBox | None, style: MathStyle) -> MathBox:
    """Return a base with its subscript and superscript."""
    size, small = style.size, style.small().size
    # Scripts of a tall base hang from its corners.
    hung = base.ascent - _DROP * small if base.ascent > _TALL * size else 0.0
    raised = max(_RAISED * size, hung, (upper.descent if upper else 0.0) + 0.3 * small)
    lowered = max(_LOWERED * size, base.descent + 0.1 * small if base.descent > BRACKET * size else 0.0)
    if lower and upper:
        lowered = max(lowered, lower.max_ascent + upper.max_descent + 0.02 * small - raised)
    x = base.width + 0.03 * size
    small_boxes = [(box, x, y) for box, y in ((upper, -raised), (lower, lowered)) if box]
    width = x + max((box.width for box, _, _ in small_boxes), default=0.0)
    return overlay(width, [(base, 0.0, 0.0), *small_boxes])


def limits(base: MathBox, lower: MathBox | None, upper: MathBox | None, style: MathStyle) -> MathBox:
    """Return an operator with its limits below and above it."""
    gap = _LIMIT_GAP * style.small().size
    boxes = [(base, 0.0)]
    if upper:
        boxes.append((upper, -(base.ascent + gap + upper.max_descent)))
    if lower:
        boxes.append((lower, base.descent + 1.3 * gap + lower.max_ascent))
    width = max(box.width for box, _ in boxes)
    return overlay(width, [(box, (width - box.width) / 2, y) for box, y in boxes])


def large_operator(sign: str, style: MathStyle) -> MathBox:
    """Return ∑ or ∏ centered on the axis, enlarged in display style."""
    grown = replace(style, styles=(style.styles[3], *style.styles[1:])) if style.display else style
    box = text_box(sign, grown)
    y, reach = _LARGE_MIDDLE * grown.size - style.axis, _LARGE_REACH * grown.size
    return MathBox(box.width, style.axis + reach, reach - style.axis, box.translate(0.0, y))


def fraction(numerator: MathBox, denominator: MathBox, style: MathStyle, *, bar: bool = True) -> MathBox:
    """Return a fraction whose bar, if it has one, lies on the axis."""
    size, pen = style.size, style.pen
    gap, margin = _BAR_GAP * size + pen.width / 2, _BAR_MARGIN * size
    length = max(numerator.width, denominator.width) + 2 * _BAR_OVERHANG * size
    width = length + 2 * margin
    up = style.axis + gap + max(numerator.descent, 0.06 * size)
    down = -style.axis + gap + max(denominator.ascent, _MIN_DENOMINATOR * size)
    items = (
        *numerator.translate((width - numerator.width) / 2, -up),
        *((horizontal_bar(Point(margin, -style.axis), length, pen),) if bar else ()),
        *denominator.translate((width - denominator.width) / 2, down),
    )
    return MathBox(width, up + numerator.ascent, down + denominator.descent, items)


def root(inside: MathBox, style: MathStyle, index: MathBox | None = None) -> MathBox:
    """Return a box under a radical sign, in whose corner an index is."""
    bare = _square_root(inside, style)
    if index is None:
        return bare
    room, tall = _INDEX_ROOM * style.size, bare.ascent + bare.descent
    x = max(0.0, index.width - room)
    y = bare.descent - _INDEX_RISE * tall - index.descent
    return overlay(x + bare.width, [(index, max(0.0, room - index.width), y), (bare, x, 0.0)])


def _square_root(inside: MathBox, style: MathStyle) -> MathBox:
    size, pen = style.size, style.pen
    high = inside.ascent + 0.14 * size + pen.width / 2
    deep = max(inside.descent, 0.02 * size)
    tall, hook = high + deep, 0.48 * size
    end = hook + 0.06 * size + inside.width + 0.05 * size
    points = (
        Point(0.06 * size, deep - 0.42 * tall),
        Point(0.15 * size, deep - 0.48 * tall),
        Point(0.28 * size, deep),
        Point(hook, -high),
        Point(end, -high),
    )
    sign = MathShape(ORIGIN, Path(polyline(*points), stroke=pen))
    items = (sign, *inside.translate(hook + 0.06 * size))
    return MathBox(end + 0.04 * size, high + pen.width / 2, deep + pen.width / 2, items)


def highlight_box(box: MathBox, role: str, style: MathStyle) -> MathBox:
    """Return a term's box on a background of its role, a little larger than its letters."""
    size = style.size
    width = box.width + 2 * _SIDE * size
    # At least a capital's height, so that neighbouring highlights are alike.
    ascent = max(box.ascent, style.ruler.metrics(style.font()).cap_height) + _MARGIN * size
    descent = box.descent + _MARGIN * size
    paint = style.look.paint(f"{role}.tint")
    rect = Rect(0.0, -ascent, width, ascent + descent)
    background = Box(rect, paint, None, style.look.radius("bar"), "ornament")
    return MathBox(width, ascent, descent, (MathShape(ORIGIN, background), *box.translate(_SIDE * size)))
