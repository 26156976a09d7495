"""Parts of small pictures: key caps, sheets of paper, lines of text, balloons."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from infograficos.elements.flow_shape import flow_shape
from infograficos.elements.objects.drawn import Shape, area, block, oval, polygon, strokes
from infograficos.scene.geometry import Point, Rect
from infograficos.scene.items import PathCommand

#: The height of a small cap's lower edge, and the most radius of its corners, in units.
EDGE, _RADIUS = 4.0, 7.0

#: How far text on a sheet is from its border, and the thickness of a line of it, in units.
_MARGIN, _TEXT = 10.0, 6.0


def cap(rect: Rect, role: str, tone: str = "mid") -> list[Shape]:
    """Return a key cap: a face and its lower edge, together as high as the rectangle."""
    edge = "line" if tone in ("soft", "tint") else "deep"
    radius = min(_RADIUS, rect.width / 3, (rect.height - EDGE) / 3)
    under = Rect(rect.x, rect.y + EDGE, rect.width, rect.height - EDGE)
    face = Rect(rect.x, rect.y, rect.width, rect.height - EDGE)
    return [block(under, f"{role}.{edge}", radius), block(face, f"{role}.{tone}", radius)]


def sheet(rect: Rect, role: str = "masked", fold: float = 14.0) -> list[Shape]:
    """Return a sheet of paper with its upper right corner folded down."""
    inner = rect.inflate(-1.0)
    x, y, right, bottom = inner.x, inner.y, inner.right, inner.bottom
    outline = [(x, y), (right - fold, y), (right, y + fold), (right, bottom), (x, bottom), (x, y)]
    corner = polygon(f"{role}.mid", (right - fold, y), (right, y + fold), (right - fold, y + fold))
    return [polygon("surface", *outline), corner, strokes(f"{role}.body", "rule", *outline)]


def text_lines(
    rect: Rect, colors: Sequence[str], shares: Sequence[float], pitch: float = 12.0
) -> list[Shape]:
    """Return lines of text as bars, each a share of the rectangle's width."""
    return [
        block(Rect(rect.x, rect.y + i * pitch, rect.width * share, _TEXT), color, _TEXT / 2)
        for i, (color, share) in enumerate(zip(colors, shares, strict=True))
    ]


def balloon(rect: Rect, color: str, at: str = "left") -> list[Shape]:
    """Return a speech balloon with a tail at its lower left or right corner."""
    x, way = (rect.x + 16.0, 1.0) if at == "left" else (rect.right - 16.0, -1.0)
    low = rect.bottom
    foot = polygon(color, (x, low - 3.0), (x + way * 16.0, low - 3.0), (x, low + 9.0))
    return [foot, block(rect, color, 11.0)]


def tick(center: Point, size: float, color: str) -> Shape:
    """Return a check mark."""
    x, y = center.x, center.y
    points = (x - size, y), (x - 0.25 * size, y + 0.7 * size), (x + size, y - 0.75 * size)
    return strokes(color, "flow", *points)


def cross(center: Point, size: float, color: str) -> list[Shape]:
    """Return an x."""
    x, y = center.x, center.y
    ends = ((x - size, y - size), (x + size, y + size)), ((x - size, y + size), (x + size, y - size))
    return [strokes(color, "flow", *pair) for pair in ends]


def blob(points: Sequence[tuple[float, float]], color: str) -> Shape:
    """Return a smooth closed outline through points, for what has no corners."""
    closed = [Point(*point) for point in points]
    ring = [closed[-1], *closed, *closed[:2]]
    commands = [PathCommand("M", (closed[0],))]
    for before, (here, there), after in zip(ring, pairwise(ring[1:-1]), ring[3:], strict=False):
        first = Point(here.x + (there.x - before.x) / 6, here.y + (there.y - before.y) / 6)
        second = Point(there.x - (after.x - here.x) / 6, there.y - (after.y - here.y) / 6)
        commands.append(PathCommand("C", (first, second, there)))
    return area([*commands, PathCommand("Z")], color)


def bow(start: Point, end: Point, height: float, color: str, width: float) -> Shape:
    """Return a bow over two points, of a height and a width in units."""
    top = min(start.y, end.y) - height / 0.75
    curve = PathCommand("C", (Point(start.x, top), Point(end.x, top), end))
    return area(flow_shape((PathCommand("M", (start,)), curve), width, (False, False)).body, color)


def drums(rect: Rect, role: str) -> list[Shape]:
    """Return three flat drums on top of each other, the lowest first."""
    depth = rect.width * 0.26
    pitch = (rect.height - depth) / 3
    found: list[Shape] = []
    for i in (2, 1, 0):
        top = rect.y + i * pitch
        side = Rect(rect.x, top + depth / 2, rect.width, pitch - 4.0)
        foot = Rect(rect.x, side.bottom - depth / 2, rect.width, depth)
        lid = Rect(rect.x, top, rect.width, depth)
        found += [oval(foot, f"{role}.body"), block(side, f"{role}.body"), oval(lid, f"{role}.mid")]
    return [*found, oval(Rect(rect.x, rect.y, rect.width, depth).inflate(-3.0), f"{role}.tint")]
