"""Scripts, limits, fractions, roots and brackets: how the parts of a formula stand to each other."""

from __future__ import annotations

from dataclasses import replace

from infograficos.elements.formulas.box import MathBox, MathShape, MathStyle, horizontal_bar, text_box
from infograficos.scene.geometry import ORIGIN, Point, Rect
from infograficos.scene.items import Box, Path, Step

#: How far scripts are raised, lowered, and hang from the top of a tall base, in times the size.
_RAISED, _LOWERED, _DROP = 0.40, 0.20, 0.40

#: From this height on a base is more than a letter on its ground, in times the size.
_TALL = 1.0

#: How far a term's ground reaches over its letters at the sides, and above and below.
_SIDE, _MARGIN = 0.08, 0.11

#: The middle of ∑ and ∏ over their own baseline, and how far they reach from there, in times the size.
_LARGE_MIDDLE, _LARGE_REACH = 0.298, 0.43

#: Brackets of the face reach this far from the axis, in times the size.
_BRACKET = 0.46

#: The air between a bar and what is over or under it, and between an operator and its limits.
_AIR, _LIMIT_AIR = 0.16, 0.29

#: A denominator is at least this tall, so that small letters do not climb up to the bar.
_LEAST = 0.64

#: How far a bar reaches over the wider part, and how far it keeps from its neighbours.
_OVERHANG, _APART = 0.08, 0.07


def scripts(base: MathBox, lower: MathBox | None, upper: MathBox | None, setting: MathStyle) -> MathBox:
    """Return a base with its foot and its head, one over the other behind it."""
    size, small = setting.size, setting.small().size
    # Scripts of a tall base hang from its corners.
    hung = base.above - _DROP * small if base.above > _TALL * size else 0.0
    raised = max(_RAISED * size, hung, (upper.below if upper else 0.0) + 0.3 * small)
    lowered = max(_LOWERED * size, base.below + 0.1 * small if base.below > _BRACKET * size else 0.0)
    if lower and upper:
        lowered = max(lowered, lower.head + upper.foot + 0.02 * small - raised)
    x = base.width + 0.03 * size
    items, width, above, below = list(base.items), x, base.above, base.below
    for piece, y in ((upper, -raised), (lower, lowered)):
        if piece:
            items += piece.moved(x, y)
            width = max(width, x + piece.width)
            above, below = max(above, piece.above - y), max(below, piece.below + y)
    return MathBox(width, above, below, tuple(items))


def limits(base: MathBox, lower: MathBox | None, upper: MathBox | None, setting: MathStyle) -> MathBox:
    """Return an operator with what it runs over below it and where it ends above it."""
    small = setting.small().size
    air = _LIMIT_AIR * small
    width = max(piece.width for piece in (base, lower, upper) if piece)
    items = list(base.moved((width - base.width) / 2))
    above, below = base.above, base.below
    if upper:
        y = base.above + air + upper.foot
        items += upper.moved((width - upper.width) / 2, -y)
        above = y + upper.above
    if lower:
        y = base.below + 1.3 * air + lower.head
        items += lower.moved((width - lower.width) / 2, y)
        below = y + lower.below
    return MathBox(width, above, below, tuple(items))


def large_operator(sign: str, setting: MathStyle) -> MathBox:
    """Return a sum's or a product's sign with its middle on the axis, large where there is room."""
    grown = replace(setting, styles=(setting.styles[3], *setting.styles[1:])) if setting.display else setting
    size = grown.size
    piece = text_box(sign, grown)
    y = _LARGE_MIDDLE * size - setting.axis
    reach = _LARGE_REACH * size
    return MathBox(piece.width, setting.axis + reach, reach - setting.axis, piece.moved(0.0, y))


def fraction(above: MathBox, below: MathBox, setting: MathStyle) -> MathBox:
    """Return one piece over another with a bar between them on the axis."""
    size, pen = setting.size, setting.pen
    air, apart = _AIR * size + pen.width / 2, _APART * size
    long = max(above.width, below.width) + 2 * _OVERHANG * size
    width = long + 2 * apart
    head = setting.axis + air + max(above.below, 0.06 * size)
    foot = -setting.axis + air + max(below.above, _LEAST * size)
    items = (
        *above.moved((width - above.width) / 2, -head),
        horizontal_bar(Point(apart, -setting.axis), long, pen),
        *below.moved((width - below.width) / 2, foot),
    )
    return MathBox(width, head + above.above, foot + below.below, items)


def root(inside: MathBox, setting: MathStyle) -> MathBox:
    """Return a piece under a radical whose bar covers it."""
    size, pen = setting.size, setting.pen
    high = inside.above + 0.14 * size + pen.width / 2
    deep = max(inside.below, 0.02 * size)
    tall, hook = high + deep, 0.48 * size
    end = hook + 0.06 * size + inside.width + 0.05 * size
    points = (
        Point(0.06 * size, deep - 0.42 * tall),
        Point(0.15 * size, deep - 0.48 * tall),
        Point(0.28 * size, deep),
        Point(hook, -high),
        Point(end, -high),
    )
    steps = (Step("M", points[:1]), *(Step("L", (point,)) for point in points[1:]))
    sign = MathShape(ORIGIN, Path(steps, stroke=pen))
    items = (sign, *inside.moved(hook + 0.06 * size))
    return MathBox(end + 0.04 * size, high + pen.width / 2, deep + pen.width / 2, items)


def delimiter(sign: str, inside: MathBox, setting: MathStyle, weight: int = 400) -> MathBox:
    """Return a bracket as tall as what it holds: the face's own, or a drawn one."""
    reach = max(inside.above - setting.axis, inside.below + setting.axis)
    if reach <= _BRACKET * setting.size + 0.12 * setting.size or sign not in "()[]":
        return text_box(sign, setting, weight)
    reach += 0.04 * setting.size
    wide = (0.16 if sign in "[]" else 0.12 + 0.035 * reach / setting.size) * setting.size + 3.0
    top, bottom = -setting.axis - reach, -setting.axis + reach
    left = sign in "(["
    near, far = (wide, 0.0) if left else (0.0, wide)
    pad = 0.08 * setting.size
    steps = _corners(near, far, top, bottom) if sign in "[]" else _arc(near, far, top, bottom)
    drawing = MathShape(Point(pad, 0.0), Path(steps, stroke=setting.pen))
    return MathBox(wide + 2 * pad, setting.axis + reach, reach - setting.axis, (drawing,))


def _corners(near: float, far: float, top: float, bottom: float) -> tuple[Step, ...]:
    corners = (Point(far, top), Point(far, bottom), Point(near, bottom))
    return (Step("M", (Point(near, top),)), *(Step("L", (corner,)) for corner in corners))


def _arc(near: float, far: float, top: float, bottom: float) -> tuple[Step, ...]:
    # Both handles stand on the outer side, so that the curve's belly touches it.
    belly = near + (far - near) * 4 / 3
    down = (bottom - top) * 0.3
    curve = (Point(belly, top + down), Point(belly, bottom - down), Point(near, bottom))
    return (Step("M", (Point(near, top),)), Step("C", curve))


def highlight_box(piece: MathBox, role: str, setting: MathStyle) -> MathBox:
    """Return a term's piece on a ground of its role, which reaches a little over its letters."""
    size = setting.size
    width = piece.width + 2 * _SIDE * size
    # As high as a capital for all, so that grounds beside each other are alike.
    above = max(piece.above, setting.ruler.metrics(setting.font()).cap_height) + _MARGIN * size
    below = piece.below + _MARGIN * size
    paint = setting.look.paint(f"{role}.soft")
    rect = Rect(0.0, -above, width, above + below)
    box = Box(rect, paint, None, setting.look.radius("bar"), "ornament")
    return MathBox(width, above, below, (MathShape(ORIGIN, box), *piece.moved(_SIDE * size)))
