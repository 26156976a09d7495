"""Small pictures of raw data, drawn from the data itself: a sampled wave, a grid of pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from infograficos.elements.charts.curve import smooth
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Box, Drawable, Ellipse, Frame, Paint, Path, Placed, Step, Stroke

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: With more samples than this their dots would run into each other.
_DOTTED = 20


@dataclass(frozen=True, slots=True)
class Waveform:
    """Samples over a line at zero, with a dot at each where there are few.

    Args:
        samples: at least two; the largest, whatever its sign, reaches the border.
        role: whose colours it has.
    """

    samples: tuple[float, ...]
    role: str

    def layout(self, _limits: Limits, layouter: Layouter) -> Frame:
        """Return the wave, as wide as the theme's pictures."""
        look = layouter.look
        size = Size(look.size("picture_width"), 1.5 * look.size("picture_height"))
        dot = look.size("point") / 2
        points = self._points(Rect(0.0, 0.0, size.width, size.height).grown(-dot))
        middle = size.height / 2
        axis = (Step("M", (Point(0.0, middle),)), Step("L", (Point(size.width, middle),)))
        strong = look.paint(f"{self.role}.strong")
        items: list[Drawable] = [
            Path(axis, stroke=Stroke(look.paint("line"), look.stroke("rule")), purpose="ornament"),
            Path(smooth(points), stroke=Stroke(strong, look.stroke("rule"))),
        ]
        if len(points) <= _DOTTED:
            items += [
                Ellipse(Rect(at.x, at.y, 0.0, 0.0).grown(dot / 2), strong, None, "mark") for at in points
            ]
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
    """A grey image: 0 is the darkest, 1 the lightest, on light paper and on dark.

    Args:
        rows: intensities from 0 to 1, rows of equal length.
        role: whose colour its border has.
    """

    rows: tuple[tuple[float, ...], ...]
    role: str

    def layout(self, _limits: Limits, layouter: Layouter) -> Frame:
        """Return square pixels in a border, together no larger than the theme's pictures."""
        look = layouter.look
        across, down = len(self.rows[0]), len(self.rows)
        side = min(
            look.size("cell"), look.size("picture_width") / across, 2.2 * look.size("picture_height") / down
        )
        pen = Stroke(look.paint(f"{self.role}.line"), look.stroke("border"))
        # The border stands around the pixels and covers none of them.
        edge = pen.width
        size = Size(across * side + 2 * edge, down * side + 2 * edge)
        room = Rect(edge, edge, across * side, down * side)
        boxes = [
            Box(_pixel(room, i, j, side), _grey(look, value), purpose="ornament")
            for i, row in enumerate(self.rows)
            for j, value in enumerate(row)
        ]
        border = Box(Rect(0.0, 0.0, size.width, size.height).grown(-edge / 2), None, pen, purpose="ornament")
        return Frame(size, tuple(Placed(ORIGIN, item) for item in (*boxes, border)))


def _pixel(room: Rect, row: int, column: int, side: float) -> Rect:
    """Return a pixel that reaches under the next ones, so that no seam shows between them."""
    x, y, under = room.x + column * side, room.y + row * side, side + 0.5
    return Rect(x, y, min(under, room.right - x), min(under, room.bottom - y))


def _grey(look: ResolvedTheme, share: float) -> Paint:
    """Return a neutral colour between the theme's darkest (0) and its lightest (1)."""
    ends = [bytes.fromhex(look.paint(name).value[1:]) for name in ("muted", "surface")]
    dark, light = sorted(ends, key=sum)
    value = "".join(f"{round(low + (high - low) * share):02x}" for low, high in zip(dark, light, strict=True))
    return Paint("grey", f"#{value}")
