"""Brackets and bars as tall as what is between them, and braces along a part."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from infograficos.elements.formulas.box import MathBox, MathShape, MathStyle, overlay, text_box
from infograficos.elements.formulas.parts import BRACKET
from infograficos.scene.geometry import ORIGIN, Point
from infograficos.scene.items import Path, PathCommand, polyline

#: How much taller than the font's own a bracket has to be for it to be drawn.
_TALLER = 0.12

#: The least reaches from the axis of the sizes of `\\big` and the like.
_SIZES = (0.0, 0.6, 0.85, 1.1, 1.4)

#: The room of a bracket that is not drawn, and at both sides of one that is.
_NOTHING, _PAD = 0.06, 0.08

#: How far the bend of a brace reaches along it, how far its tip stands out, and the gap to what it spans.
_BEND, _TIP, _BRACE_GAP = 0.4, 0.34, 0.16

_Commands = tuple[PathCommand, ...]


def delimiter(sign: str, inside: MathBox, style: MathStyle, size: int = 0) -> MathBox:
    """Return a bracket as tall as its content, at least of a size from 0 to 4: the font's own, or drawn."""
    if not sign:
        return MathBox(_NOTHING * style.size, 0.0, 0.0)
    reach = max(inside.ascent - style.axis, inside.descent + style.axis, _SIZES[size] * style.size)
    if reach <= (BRACKET + _TALLER) * style.size or sign not in _DRAWN:
        return text_box(sign, style)
    reach += 0.04 * style.size
    wide = _width(sign, reach, style)
    pad = _PAD * style.size
    commands = _DRAWN[sign](sign, wide, -style.axis - reach, -style.axis + reach)
    drawing = MathShape(Point(pad, 0.0), Path(commands, stroke=style.pen))
    return MathBox(wide + 2 * pad, style.axis + reach, reach - style.axis, (drawing,))


def _width(sign: str, reach: float, style: MathStyle) -> float:
    if sign in "|‖":
        return 0.0 if sign == "|" else 0.2 * style.size
    grown = 0.12 + 0.035 * reach / style.size
    factor = {
        "{": grown + 0.12,
        "}": grown + 0.12,
        "(": grown,
        ")": grown,
        "⟨": grown + 0.04,
        "⟩": grown + 0.04,
    }
    return factor.get(sign, 0.16) * style.size + 3.0


def _sides(sign: str, wide: float) -> tuple[float, float]:
    """Return where a bracket is nearest to its content and farthest from it."""
    return (wide, 0.0) if sign in "([{⟨⌊⌈" else (0.0, wide)


def _square(sign: str, wide: float, top: float, bottom: float) -> _Commands:
    near, far = _sides(sign, wide)
    corners = [Point(far, top), Point(far, bottom)]
    if sign not in "⌊⌋":
        corners.insert(0, Point(near, top))
    if sign not in "⌈⌉":
        corners.append(Point(near, bottom))
    return polyline(*corners)


def _round(sign: str, wide: float, top: float, bottom: float) -> _Commands:
    near, far = _sides(sign, wide)
    # Handles beyond the outer side make the curve touch it.
    belly, down = near + (far - near) * 4 / 3, (bottom - top) * 0.3
    curve = (Point(belly, top + down), Point(belly, bottom - down), Point(near, bottom))
    return (PathCommand("M", (Point(near, top),)), PathCommand("C", curve))


def _angle(sign: str, wide: float, top: float, bottom: float) -> _Commands:
    near, far = _sides(sign, wide)
    return polyline(Point(near, top), Point(far, (top + bottom) / 2), Point(near, bottom))


def _bars(sign: str, wide: float, top: float, bottom: float) -> _Commands:
    lines = [(x, top, bottom) for x in ((0.0,) if sign == "|" else (0.0, wide))]
    return tuple(
        command
        for x, start, end in lines
        for command in (PathCommand("M", (Point(x, start),)), PathCommand("L", (Point(x, end),)))
    )


def _curly(sign: str, wide: float, top: float, bottom: float) -> _Commands:
    near, far = _sides(sign, wide)
    bend = min((bottom - top) / 4, 1.2 * wide)
    return _brace(top, bottom, near, far, bend, lambda along, across: Point(across, along))


def _brace(  # noqa: PLR0917 - two spans and how they lie
    start: float, end: float, near: float, tip: float, bend: float, at: Callable[[float, float], Point]
) -> _Commands:
    """Return a brace along a line: from its ends at `near` over its spine to its tip in the middle."""
    middle, spine = (start + end) / 2, (near + tip) / 2

    def curve(*places: tuple[float, float]) -> PathCommand:
        return PathCommand("C", tuple(at(*place) for place in places))

    return (
        PathCommand("M", (at(start, near),)),
        curve((start, spine), (start, spine), (start + bend, spine)),
        PathCommand("L", (at(middle - bend, spine),)),
        curve((middle, spine), (middle, spine), (middle, tip)),
        curve((middle, spine), (middle, spine), (middle + bend, spine)),
        PathCommand("L", (at(end - bend, spine),)),
        curve((end, spine), (end, spine), (end, near)),
    )


_DRAWN: Mapping[str, Callable[[str, float, float, float], _Commands]] = {
    **dict.fromkeys("()", _round),
    **dict.fromkeys("[]⌊⌋⌈⌉", _square),
    **dict.fromkeys("{}", _curly),
    **dict.fromkeys("⟨⟩", _angle),
    **dict.fromkeys("|‖", _bars),
}


def span_brace(body: MathBox, note: MathBox | None, style: MathStyle, *, below: bool) -> MathBox:
    """Return a part with a brace along it, and a note beyond the tip of the brace."""
    size = style.size
    side = 1.0 if below else -1.0
    near = side * ((body.descent if below else body.ascent) + _BRACE_GAP * size)
    tip = near + side * _TIP * size
    bend = min(_BEND * size, body.width / 4)
    commands = _brace(0.0, body.width, near, tip, bend, Point)
    brace = MathShape(ORIGIN, Path(commands, stroke=style.pen))
    reach = abs(tip)
    tall = MathBox(
        body.width, body.ascent if below else reach, reach if below else body.descent, (*body.items, brace)
    )
    if note is None:
        return tall
    gap = 0.5 * _BRACE_GAP * size
    y = reach + gap + note.max_ascent if below else -(reach + gap + note.max_descent)
    width = max(tall.width, note.width)
    return overlay(width, [(tall, (width - tall.width) / 2, 0.0), (note, (width - note.width) / 2, y)])
