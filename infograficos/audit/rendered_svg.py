"""Reads a written SVG back into what it paints, knowing nothing of how it came about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from infograficos.scene.geometry import Point, Rect
from infograficos.scene.glyph_run import CAP_HEIGHT
from infograficos.value_object import value_object

_SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = re.compile(r"-?\d*\.?\d+")


@value_object
class PaintedShape:
    """A painted rectangle or ellipse with its colours, or the polygon of a path."""

    kind: str
    rect: Rect
    fill: str | None
    stroke: str | None

    def covers(self, point: Point) -> bool:
        """Say whether its fill lies under a point."""
        if self.fill is None or not self.rect.contains(point):
            return False
        if self.kind != "ellipse":
            return True
        middle = self.rect.center
        across = (point.x - middle.x) / (self.rect.width / 2)
        down = (point.y - middle.y) / (self.rect.height / 2)
        return across * across + down * down <= 1.0


@value_object
class PaintedText:
    """A painted line of text: its words, colours, place and size."""

    words: str
    colors: tuple[str, ...]
    rect: Rect
    size: float


@value_object
class RenderedSvg:
    """An SVG's root element, the ids in it, and what it paints, first to last."""

    root: ElementTree.Element
    ids: frozenset[str]
    painted: tuple[PaintedShape | PaintedText, ...]


def read(svg: str) -> RenderedSvg:
    """Read an SVG of the portable subset, with outlined text."""
    root = ElementTree.fromstring(svg)  # noqa: S314 — it was written a moment ago
    ids = frozenset(identity for element in root.iter() if (identity := element.get("id")) is not None)
    return RenderedSvg(root, ids, tuple(_painted(root)))


def _painted(root: ElementTree.Element) -> Iterator[PaintedShape | PaintedText]:
    for element in root:
        tag = element.tag.removeprefix(_SVG)
        if tag in ("rect", "ellipse", "path"):
            yield _shape(tag, element)
        elif tag == "g":
            yield from _letterings(element)


def _shape(tag: str, element: ElementTree.Element) -> PaintedShape:
    fill, stroke = element.get("fill"), element.get("stroke")
    return PaintedShape(tag, _rect(tag, element), None if fill == "none" else fill, stroke)


def _rect(tag: str, element: ElementTree.Element) -> Rect:
    def length(name: str) -> float:
        return float(element.get(name, "0"))

    if tag == "rect":
        return Rect(length("x"), length("y"), length("width"), length("height"))
    if tag == "ellipse":
        across, down = length("rx"), length("ry")
        return Rect(length("cx") - across, length("cy") - down, 2 * across, 2 * down)
    numbers = [float(number) for number in _NUMBER.findall(element.get("d", ""))]
    xs, ys = numbers[::2] or [0.0], numbers[1::2] or [0.0]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _letterings(group: ElementTree.Element) -> Iterator[PaintedText]:
    """Yield the lines of a text: groups of glyphs, each followed by the unseen words that they show."""
    glyphs: list[ElementTree.Element] = []
    for child in group:
        if child.tag == f"{_SVG}g":
            glyphs.append(child)
        elif child.tag == f"{_SVG}text":
            size = float(child.get("font-size", "0"))
            x, y = float(child.get("x", "0")), float(child.get("y", "0"))
            rect = Rect(x, y - CAP_HEIGHT * size, float(child.get("textLength", "0")), CAP_HEIGHT * size)
            colors = tuple(dict.fromkeys(run.get("fill", "#000000") for run in glyphs))
            yield PaintedText("".join(child.itertext()), colors, rect, size)
            glyphs = []
