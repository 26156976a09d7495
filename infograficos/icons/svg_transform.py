"""The `transform` attribute of SVG."""

from __future__ import annotations

import re
from math import hypot, radians

from fontTools.misc.transform import Identity, Transform

from infograficos.icons.path_data import ShapeError, read_numbers
from infograficos.language.messages import message
from infograficos.scene.geometry import Point
from infograficos.scene.items import PathCommand

_STEP = re.compile(r"[\s,]*([a-zA-Z]+)\s*\(([^()]*)\)[\s,]*")

#: How many numbers each kind of step may have.
_COUNTS = {
    "matrix": (6,), "translate": (1, 2), "scale": (1, 2), "rotate": (1, 3), "skewX": (1,), "skewY": (1,),
}  # fmt: skip

#: How unlike the scales across and down may be for a stroke to seem of one width.
_UNSEEN = 0.02


def read_transform(text: str) -> Transform:
    """Return the transform of an attribute; a wrong one raises `ShapeError`."""
    found = Identity
    if _STEP.sub("", text).strip(" ,"):
        raise ShapeError(_wrong_transform(text[:40]))
    for name, written in _STEP.findall(text):
        numbers = read_numbers("transform", written)
        if len(numbers) not in _COUNTS.get(name, ()):
            raise ShapeError(_wrong_transform(f"{name}({written[:40]})"))
        found = found.transform(_step(name, numbers))
    return found


def _wrong_transform(text: str) -> str:
    return message("“transform” diz “{text}”; esperado algo como “translate(1 2)”", text=text)


def transform_commands(commands: tuple[PathCommand, ...], by: Transform) -> tuple[PathCommand, ...]:
    """Return commands with every point moved by a transform."""
    return tuple(
        PathCommand(each.verb, tuple(Point(*by.transformPoint((p.x, p.y))) for p in each.points))
        for each in commands
    )


def pen_scale(by: Transform) -> float | None:
    """Return by how much a transform widens a pen; None if more in one direction than in another."""
    across, down = hypot(by.xx, by.xy), hypot(by.yx, by.yy)
    largest = max(across, down)
    skew = abs(by.xx * by.yx + by.xy * by.yy)
    is_even = abs(across - down) <= _UNSEEN * largest and skew <= _UNSEEN * largest**2
    return (across + down) / 2 if is_even else None


def _step(name: str, numbers: list[float]) -> Transform:
    first = numbers[0]
    if name == "matrix":
        return Transform(*numbers)
    if name == "translate":
        return Identity.translate(*numbers)
    if name == "scale":
        return Identity.scale(*numbers)
    if name == "rotate":
        x, y = numbers[1:] or (0.0, 0.0)
        return Identity.translate(x, y).rotate(radians(first)).translate(-x, -y)
    return Identity.skew(radians(first), 0) if name == "skewX" else Identity.skew(0, radians(first))
