"""SVG's path data and basic shapes as the lines and curves of our own paths."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import isfinite
from typing import Literal

from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path.arc import EllipticalArc
from fontTools.svgLib.path.parser import parse_path

from infograficos.errors import ContentError
from infograficos.scene.geometry import ORIGIN, Point
from infograficos.scene.items import PathCommand

#: A coordinate beyond this is a mistake, and would lose its decimals.
MOST = 1_000_000.0

_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_LENGTH = re.compile(rf"\s*({_NUMBER})(?:px)?\s*")
_LIST = re.compile(rf"[\s,]*({_NUMBER})")
_STRANGE = re.compile(r"[^MmZzLlHhVvCcSsQqTtAaeE\d\s.,+-]")
_POINT_WITHOUT_DECIMALS = re.compile(r"(?<=\d)\.(?!\d)")


_VERBS: dict[str, Literal["M", "L", "C", "Z"]] = {
    "moveTo": "M", "lineTo": "L", "curveTo": "C", "qCurveTo": "C", "closePath": "Z",
}  # fmt: skip


class ShapeError(ContentError):
    """A shape's numbers are wrong; the message says which."""


def read_path(data: str) -> tuple[PathCommand, ...]:
    """Return the lines and curves of path data, arcs as curves, from absolute points.

    Wrong data and enormous numbers raise `ShapeError`.
    """
    if found := _STRANGE.search(data):
        raise ShapeError("“d” tem “{sign}”, que não é de um caminho", sign=found[0])
    pen = _Pen()
    try:
        parse_path(_POINT_WITHOUT_DECIMALS.sub("", re.sub(r"\s", " ", data)), pen)
    except (ValueError, IndexError, ArithmeticError, TypeError):
        raise ShapeError("“d” tem números a menos, ou não começa por M") from None
    commands = tuple(_commands(pen.value))
    if any(not (abs(p.x) <= MOST and abs(p.y) <= MOST) for each in commands for p in each.points):
        raise ShapeError("“d” tem números enormes")
    return commands


def shape_data(tag: str, attributes: Mapping[str, str]) -> str:
    """Return the path data of a basic shape; nothing for one without an area, as in SVG."""
    if tag == "path":
        return attributes.get("d", "")
    if tag in ("polyline", "polygon"):
        points = read_numbers("points", attributes.get("points", ""))
        if len(points) % 2:
            raise ShapeError("“points” tem um número a menos")
        return f"M{' '.join(map(repr, points))}{'Z' * (tag == 'polygon')}" if points else ""
    return _SHAPES[tag](_Lengths(attributes))


def read_length(name: str, text: str) -> float:
    """Return a length in pixels, without a unit or with “px”; another one raises `ShapeError`."""
    found = _LENGTH.fullmatch(text)
    if not found or not abs(float(found[1])) <= MOST:
        raise ShapeError("esperado em “{name}” um número de pixels, veio “{text}”", name=name, text=text[:40])
    return float(found[1])


def read_numbers(name: str, text: str) -> list[float]:
    """Return the numbers of a list, with commas or spaces between them."""
    numbers = [float(each) for each in _LIST.findall(text)]
    if _LIST.sub("", text).strip() or not all(isfinite(n) and abs(n) <= MOST for n in numbers):
        raise ShapeError("esperados em “{name}” números, veio “{text}”", name=name, text=text[:40])
    return numbers


class _Lengths:
    """The lengths of a shape by their names; one that is missing is 0."""

    def __init__(self, attributes: Mapping[str, str]) -> None:
        self._attributes = attributes

    def __call__(self, name: str, missing: float = 0.0) -> float:
        """Return a length."""
        text = self._attributes.get(name, "")
        return missing if text in ("", "auto") else read_length(name, text)


def _line(of: _Lengths) -> str:
    return f"M{of('x1')} {of('y1')}L{of('x2')} {of('y2')}"


def _ellipse_around(x: float, y: float, rx: float, ry: float) -> str:
    half = f"A{rx} {ry} 0 0 1"
    return f"M{x - rx} {y}{half} {x + rx} {y}{half} {x - rx} {y}Z" if rx > 0 and ry > 0 else ""


def _circle(of: _Lengths) -> str:
    return _ellipse_around(of("cx"), of("cy"), of("r"), of("r"))


def _ellipse(of: _Lengths) -> str:
    rx, ry = of("rx", -1.0), of("ry", -1.0)
    return _ellipse_around(of("cx"), of("cy"), rx if rx >= 0 else ry, ry if ry >= 0 else rx)


def _rect(of: _Lengths) -> str:
    x, y, width, height = of("x"), of("y"), of("width"), of("height")
    rx, ry = of("rx", -1.0), of("ry", -1.0)
    rx, ry = min(max(rx if rx >= 0 else ry, 0.0), width / 2), min(max(ry if ry >= 0 else rx, 0.0), height / 2)
    if width <= 0 or height <= 0:
        return ""
    if not rx or not ry:
        return f"M{x} {y}H{x + width}V{y + height}H{x}Z"
    turn = f"A{rx} {ry} 0 0 1"
    left, right, top, bottom = x + rx, x + width - rx, y + ry, y + height - ry
    return (
        f"M{left} {y}H{right}{turn} {x + width} {top}V{bottom}{turn} {right} {y + height}"
        f"H{left}{turn} {x} {bottom}V{top}{turn} {left} {y}Z"
    )


_SHAPES = {"line": _line, "circle": _circle, "ellipse": _ellipse, "rect": _rect}


class _Pen(RecordingPen):  # type: ignore[misc]  # the library has no types
    """Records curves for arcs, and a line for one without a radius, which the library leaves out."""

    def arcTo(  # noqa: N802, PLR0917 — the library's name and arguments
        self, rx: float, ry: float, rotation: float, large: bool, sweep: bool, end: tuple[float, float]
    ) -> None:
        """Record an arc from where the pen is."""
        if not rx or not ry:
            self.lineTo(end)
            return
        here = self.value[-1][1][-1]
        EllipticalArc(complex(*here), rx, ry, rotation, large, sweep, complex(*end)).draw(self)


def _commands(drawn: Iterable[tuple[str, Sequence[tuple[float, float]]]]) -> Iterator[PathCommand]:
    """Yield what a pen recorded as commands, quadratic curves as cubic ones."""
    here = ORIGIN
    for what, pairs in drawn:
        points = [Point(float(x), float(y)) for x, y in pairs]
        if what == "qCurveTo":
            control, end = points
            points = [here.towards(control, 2 / 3), end.towards(control, 2 / 3), end]
        if what != "endPath":
            yield PathCommand(_VERBS[what], tuple(points))
        here = points[-1] if points else here
