"""Hats, bars, arrows and dots over a part of a formula, a line under it, and a frame around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from infograficos.elements.formulas.box import MathBox, MathShape, MathStyle, horizontal_bar
from infograficos.formula.tree import AccentMark
from infograficos.scene.geometry import ORIGIN, Point, Rect
from infograficos.scene.items import Box, Path, PathCommand, polyline

#: The gap between a part and its mark, and how high marks are, in times the size.
_GAP, _HEIGHT = 0.1, 0.13

#: How wide marks of one letter are, in times the letter, at least and at most, in times the size.
_WIDTH, _LEAST, _MOST = 0.7, 0.28, 0.46

#: The diameter of a dot and the distance of two, and the room inside a frame.
_DOT, _DOTS, _ROOM = 0.12, 0.2, 0.2

#: The pens that dots are made with.
_PENS = "accent", "flow", "arrow", "rule"


def accent(body: MathBox, mark: AccentMark, style: MathStyle) -> MathBox:
    """Return a part with a mark that is centred over it."""
    if mark == "frame":
        return _frame(body, style)
    if mark == "underline":
        y = body.descent + _GAP * style.size
        line = horizontal_bar(Point(0.0, y), body.width, style.pen)
        return MathBox(body.width, body.ascent, y + style.pen.width / 2, (*body.items, line))
    gap = _GAP * style.size + style.pen.width / 2
    foot = -(body.ascent + gap)
    top = body.ascent + gap + _HEIGHT * style.size + style.pen.width / 2
    width = max(body.width, _LEAST * style.size)
    items = (*body.translate((width - body.width) / 2), *_marks(mark, body.width, width / 2, foot, style))
    return MathBox(width, top, body.descent, items)


def _marks(
    mark: AccentMark, width: float, middle: float, foot: float, style: MathStyle
) -> Iterator[MathShape]:
    """Yield the shapes of a mark whose lowest point is at a height."""
    size = style.size
    if "dot" in mark:
        count = ("dot", "two dots", "three dots").index(mark) + 1
        for i in range(count):
            yield _dot(middle + (i - (count - 1) / 2) * _DOTS * size, foot, style)
        return
    if mark == "ring":
        side = 1.2 * _HEIGHT * size
        rect = Rect(middle - side / 2, foot - side, side, side)
        yield MathShape(ORIGIN, Box(rect, None, style.pen, side / 2, "mark"))
        return
    is_long = mark.startswith("wide") or mark in ("bar", "vector")
    most = width if is_long and width > _MOST * size else _MOST * size
    wide = min(max((0.92 if is_long else _WIDTH) * width, _LEAST * size), most)
    commands = _line(mark, middle - wide / 2, middle + wide / 2, foot, size)
    yield MathShape(ORIGIN, Path(commands, stroke=style.pen))


def _line(mark: AccentMark, start: float, end: float, foot: float, size: float) -> tuple[PathCommand, ...]:
    middle, high = (start + end) / 2, _HEIGHT * size
    if mark in ("hat", "wide hat"):
        return polyline(Point(start, foot), Point(middle, foot - high), Point(end, foot))
    if mark == "check":
        return polyline(Point(start, foot - high), Point(middle, foot), Point(end, foot - high))
    if mark in ("tilde", "wide tilde"):
        third, y = (end - start) / 3, foot - high / 2
        curve = (Point(start + third, y - 1.5 * high), Point(end - third, y + 1.5 * high), Point(end, y))
        return (PathCommand("M", (Point(start, y),)), PathCommand("C", curve))
    if mark == "breve":
        curve = (Point(start, foot + high / 3), Point(end, foot + high / 3), Point(end, foot - high))
        return (PathCommand("M", (Point(start, foot - high),)), PathCommand("C", curve))
    y = foot - high / 2
    line = polyline(Point(start, y), Point(end, y))
    if mark == "bar":
        return line
    head = 0.1 * size
    return (*line, *polyline(Point(end - head, y - head), Point(end, y), Point(end - head, y + head)))


def _dot(x: float, foot: float, style: MathStyle) -> MathShape:
    """Return a dot: the shortest line of a round pen."""
    wanted = _DOT * style.size
    side = min(map(style.look.stroke, _PENS), key=lambda width: abs(width - wanted))
    at = Point(x, foot - side / 2)
    pen = replace(style.pen, width=side)
    return MathShape(ORIGIN, Path(polyline(at, at.translate(Point(0.01, 0.0))), stroke=pen))


def _frame(body: MathBox, style: MathStyle) -> MathBox:
    room = _ROOM * style.size
    rect = Rect(0.0, -body.ascent - room, body.width + 2 * room, body.ascent + body.descent + 2 * room)
    border = MathShape(ORIGIN, Box(rect, None, style.pen, style.look.radius("bar"), "mark"))
    return MathBox(rect.width, body.ascent + room, body.descent + room, (border, *body.translate(room)))
