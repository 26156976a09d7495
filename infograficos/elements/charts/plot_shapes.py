"""How a plot paints its points, error bars, bands and reference lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING

from infograficos.elements.charts.axes import rule
from infograficos.elements.polyline import DASH, ROUND
from infograficos.scene.geometry import Point, Rect
from infograficos.scene.items import Box, Drawable, Ellipse, Path, PathCommand, Stroke, polyline

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: Up to so many points of one series have dots of a diameter, in units.
_DIAMETERS = ((12, 13.0), (40, 11.0), (160, 8.0), (600, 6.0))

#: Up to so many dots have a rim of paper, which keeps those that overlap apart.
_RIMMED = 60

#: The diameter of more of them, that of a theme's pen, and the side of the cells of which each has one dot.
_SMALLEST = 3.5

#: More rows of cells than a plane has, so that one number stands for each cell.
_ROWS = 1 << 20

#: The length of the line whose round ends are such a dot: one of no length has no ends in some renderers.
_SPECK = 0.05

#: Half the width of the ends of an error bar, in units.
_BAR_END = 5.0


def dot_diameter(count: int) -> float:
    """Return the diameter of the dots of a series of so many points."""
    return next((diameter for most, diameter in _DIAMETERS if count <= most), _SMALLEST)


def thin_dots(dots: Sequence[tuple[float, float]]) -> list[Point]:
    """Return one dot for each cell in which there are any, if there are many: the first, where it is.

    Cells are as wide as a dot, so that the dots that are left are where all of them would be, but for a dot.
    """
    if len(dots) > _DIAMETERS[-1][0]:
        scale = 1 / _SMALLEST
        cells = {int(x * scale) * _ROWS + int(y * scale): (x, y) for x, y in reversed(dots)}
        dots = list(cells.values())
    return [Point(x, y) for x, y in dots]


def paint_dots(dots: Sequence[Point], count: int, color: str, look: ResolvedTheme) -> list[Drawable]:
    """Return dots of a series of so many points in one path: very many as lines that are all round ends."""
    radius, paint = dot_diameter(count) / 2, look.paint(color)
    if count > _DIAMETERS[-1][0]:
        specks = (polyline(at, Point(at.x + _SPECK, at.y)) for at in dots)
        return [Path(tuple(chain.from_iterable(specks)), stroke=Stroke(paint, look.stroke("flow")))]
    shapes: list[Drawable] = []
    if count <= _RIMMED:
        rims = chain.from_iterable(_circle(at, radius + look.stroke("border")) for at in dots)
        shapes.append(Path(tuple(rims), look.paint("paper"), None, "ornament"))
    return [*shapes, Path(tuple(chain.from_iterable(_circle(at, radius) for at in dots)), paint)]


def _circle(at: Point, radius: float) -> list[PathCommand]:
    """Return a circle of four curves."""
    x, y, r, k = at.x, at.y, radius, radius * ROUND
    return [
        PathCommand("M", (Point(x - r, y),)),
        PathCommand("C", (Point(x - r, y - k), Point(x - k, y - r), Point(x, y - r))),
        PathCommand("C", (Point(x + k, y - r), Point(x + r, y - k), Point(x + r, y))),
        PathCommand("C", (Point(x + r, y + k), Point(x + k, y + r), Point(x, y + r))),
        PathCommand("C", (Point(x - k, y + r), Point(x - r, y + k), Point(x - r, y))),
        PathCommand("Z"),
    ]


def paint_lines(runs: Sequence[Sequence[Point]], pen: Stroke) -> list[Drawable]:
    """Return the runs of a line in one path, and its lonely points."""
    commands = tuple(chain.from_iterable(polyline(*run) for run in runs if len(run) > 1))
    lines: list[Drawable] = [Path(commands, stroke=pen)] if commands else []
    lonely = (Rect(run[0].x, run[0].y, 0.0, 0.0).inflate(pen.width) for run in runs if len(run) == 1)
    return [*lines, *(Ellipse(dot, pen.paint, None, "mark") for dot in lonely)]


def paint_errors(bars: Sequence[tuple[Point, Point]], color: str, look: ResolvedTheme) -> list[Drawable]:
    """Return error bars, each with a short line at both ends."""
    commands: list[PathCommand] = []
    for low, high in bars:
        commands += polyline(low, high)
        for end in (low, high):
            commands += polyline(Point(end.x - _BAR_END, end.y), Point(end.x + _BAR_END, end.y))
    pen = Stroke(look.paint(color), look.stroke("rule"), cap="butt")
    return [Path(tuple(commands), stroke=pen)] if commands else []


def paint_band(
    lower: Sequence[Point], upper: Sequence[Point], role: str, outlined: bool, look: ResolvedTheme
) -> list[Drawable]:
    """Return the surface between two lines, and the lines."""
    surface = polyline(*lower, *reversed(upper), closed=True)
    shapes: list[Drawable] = [Path(surface, look.paint(f"{role}.soft"), None, "surface")]
    if outlined:
        edges = (*polyline(*lower), *polyline(*upper))
        pen = Stroke(look.paint(f"{role}.line"), look.stroke("border"))
        shapes.append(Path(edges, stroke=pen, purpose="ornament"))
    return shapes


def paint_region(rect: Rect, role: str, look: ResolvedTheme) -> Drawable:
    """Return a part of the plane in a soft tone."""
    return Box(rect, look.paint(f"{role}.soft"), None, 0.0, "surface")


def paint_reference(start: Point, end: Point, look: ResolvedTheme) -> Drawable:
    """Return a dashed line across the plane."""
    return rule(start, end, Stroke(look.paint("muted"), look.stroke("rule"), DASH))
