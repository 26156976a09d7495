"""Small pictures drawn from data: a sampled wave, a grid of pixels, a curve."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from infograficos.elements.matrices.cells import pixel_paint
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import (
    Box,
    Drawable,
    Ellipse,
    Frame,
    Path,
    PathCommand,
    Placed,
    Stroke,
    polyline,
)

#: With more samples than this their dots would run into each other.
_MAX_DOTS = 20


@dataclass(frozen=True, slots=True)
class Waveform:
    """Two or more samples over a line at zero, with dots if they are few; the largest reaches the border."""

    samples: tuple[float, ...]
    role: str

    def layout(self, _limits: Limits, layouter: Layouter) -> Frame:
        """Lay out the wave, as wide as the theme's pictures."""
        look = layouter.look
        size = Size(look.size("picture_width"), 1.5 * look.size("picture_height"))
        dot, middle = look.size("point") / 2, size.height / 2
        points = self._points(Rect(0.0, 0.0, size.width, size.height).inflate(-dot))
        axis = polyline(Point(0.0, middle), Point(size.width, middle))
        strong, rule = look.paint(f"{self.role}.strong"), look.stroke("rule")
        items: list[Drawable] = [
            Path(axis, stroke=Stroke(look.paint("line"), rule), purpose="ornament"),
            Path(smooth(points), stroke=Stroke(strong, rule)),
        ]
        if len(points) <= _MAX_DOTS:
            rects = (Rect(at.x, at.y, 0.0, 0.0).inflate(dot / 2) for at in points)
            items += [Ellipse(rect, strong, None, "mark") for rect in rects]
        return Frame(size, tuple(Placed(ORIGIN, item) for item in items))

    def _points(self, room: Rect) -> list[Point]:
        largest = max(abs(sample) for sample in self.samples) or 1.0
        step = room.width / (len(self.samples) - 1)
        return [
            Point(room.x + step * i, room.center.y - room.height / 2 * sample / largest)
            for i, sample in enumerate(self.samples)
        ]


@dataclass(frozen=True, slots=True)
class PixelGrid:
    """A grey image in rows of equal length: 0 is the darkest, 1 the lightest, on light paper and on dark."""

    rows: tuple[tuple[float, ...], ...]
    role: str

    def layout(self, _limits: Limits, layouter: Layouter) -> Frame:
        """Lay out square pixels in a border, together no larger than the theme's pictures."""
        look = layouter.look
        columns, rows = len(self.rows[0]), len(self.rows)
        width, height = look.size("picture_width") / columns, 2.2 * look.size("picture_height") / rows
        side = min(look.size("cell"), width, height)
        pen = Stroke(look.paint(f"{self.role}.line"), look.stroke("border"))
        # The border is outside the pixels.
        room = Rect(pen.width, pen.width, columns * side, rows * side)
        items = [
            Box(_pixel(room, i, j, side), pixel_paint(look, value), purpose="ornament")
            for i, row in enumerate(self.rows)
            for j, value in enumerate(row)
        ]
        items.append(Box(room.inflate(pen.width / 2), None, pen, purpose="ornament"))
        size = Size(room.width + 2 * pen.width, room.height + 2 * pen.width)
        return Frame(size, tuple(Placed(ORIGIN, item) for item in items))


def _pixel(room: Rect, row: int, column: int, side: float) -> Rect:
    """Return a pixel that extends under the next ones, so that no seam shows between them."""
    x, y, extended = room.x + column * side, room.y + row * side, side + 0.5
    return Rect(x, y, min(extended, room.right - x), min(extended, room.bottom - y))


@dataclass(frozen=True, slots=True)
class Curve:
    """A smooth line through two or more values at equal distances, from 0 at the bottom to the largest."""

    values: tuple[float, ...]
    color: str = "model.strong"

    def layout(self, _limits: Limits, layouter: Layouter) -> Frame:
        """Lay out the curve in the size of the theme's pictures."""
        look = layouter.look
        size = Size(look.size("picture_width"), look.size("picture_height"))
        axis = Stroke(look.paint("line"), look.stroke("rule"))
        pen = Stroke(look.paint(self.color), look.stroke("flow"))
        axes = polyline(ORIGIN, Point(0.0, size.height), Point(size.width, size.height))
        inset = 2 * pen.width
        largest = max(self.values)
        points = [
            Point(
                inset + (size.width - 2 * inset) * i / (len(self.values) - 1),
                size.height - inset - (size.height - 2 * inset) * value / largest,
            )
            for i, value in enumerate(self.values)
        ]
        items = (Path(axes, stroke=axis, purpose="ornament"), Path(smooth(points), stroke=pen))
        return Frame(size, tuple(Placed(ORIGIN, item) for item in items))


def smooth(points: list[Point]) -> tuple[PathCommand, ...]:
    """Return a curve through points of ascending x that never overshoots them.

    Source: Fritsch and Carlson, “Monotone Piecewise Cubic Interpolation”, 1980.
    """
    slopes = [(b.y - a.y) / (b.x - a.x) for a, b in pairwise(points)]
    inner = [0.0 if a * b <= 0 else 2 * a * b / (a + b) for a, b in pairwise(slopes)]
    tangents = [slopes[0], *inner, slopes[-1]]
    commands = [PathCommand("M", (points[0],))]
    for (a, b), (before, after) in zip(pairwise(points), pairwise(tangents), strict=True):
        third = (b.x - a.x) / 3
        first, second = Point(a.x + third, a.y + third * before), Point(b.x - third, b.y - third * after)
        commands.append(PathCommand("C", (first, second, b)))
    return tuple(commands)
