"""Long vectors as mosaics: a square for each number, stronger the larger, in slate where it is negative."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from math import ceil, sqrt
from typing import TYPE_CHECKING

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.matrices.cells import cell_paints
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Box, Frame, Paint, Path, PathCommand, Placed, Stroke, polyline

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: How wide a mosaic is, in its height, and the gap between squares in their pitch.
_PROPORTION, _GAP = 0.75, 0.12

#: How many mosaics are kept: vectors beside each other share their squares, and layouts try a few widths.
_CACHED = 16


@checked_dataclass
class Mosaic:
    """Numbers from −1 to 1 in rows of squares, which fill the width that is offered.

    Args:
        roles: the colour role of each number.
        followed: the position of a square that is drawn large, with a line from it to what is below.
        pointer: the colour role of that square and its line.
    """

    values: tuple[float, ...]
    roles: tuple[str, ...]
    followed: int | None = None
    pointer: str = "model"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the squares, a path for all of one tone, and room for the line below them."""
        look = layouter.look
        columns = ceil(sqrt(_PROPORTION * len(self.values)))
        width = limits.min_width or min(limits.max_width, look.size("object"))
        pitch = width / columns
        squares = _squares(len(self.values), columns, pitch)
        paths = (
            Path(tuple(chain.from_iterable(squares[i] for i in places)), paint, purpose="ornament")
            for paint, places in _places_by_tone(self.values, self.roles, look)
        )
        height = ceil(len(self.values) / columns) * pitch
        items = [Placed(ORIGIN, path) for path in paths]
        if self.followed is None:
            return Frame(Size(width, height), tuple(items))
        spot = _square(self.followed, columns, pitch).center
        items += [Placed(ORIGIN, mark) for mark in self._pointer(spot, Size(width, height), look)]
        return Frame(Size(width, height + look.space("tiny")), tuple(items))

    def _pointer(self, spot: Point, room: Size, look: ResolvedTheme) -> Iterator[Path | Box]:
        """Yield a square around a spot, within the mosaic, and the line down from it; first their halo."""
        color, radius = look.paint(f"{self.pointer}.mark"), look.space("tiny")
        middle = Point(
            min(max(spot.x, radius), room.width - radius), min(max(spot.y, radius), room.height - radius)
        )
        square = Rect(middle.x, middle.y, 0.0, 0.0).inflate(radius)
        line = polyline(middle, Point(middle.x, room.height + look.space("tiny")))
        halo, gap = look.paint("paper"), look.space("hair")
        yield Path(line, None, Stroke(halo, look.stroke("ribbon_thin")), "ornament")
        yield Box(square.inflate(gap), halo, None, 2 * gap, "ornament")
        yield Path(line, None, Stroke(color, look.stroke("flow")), "ornament")
        yield Box(square, color, None, gap, "mark")


@lru_cache(_CACHED)
def _places_by_tone(
    values: tuple[float, ...], roles: tuple[str, ...], look: ResolvedTheme
) -> tuple[tuple[Paint, list[int]], ...]:
    tones: dict[Paint, list[int]] = defaultdict(list)
    for i, (value, role) in enumerate(zip(values, roles, strict=True)):
        tones[cell_paints(look, role, value)[0]].append(i)
    return tuple(tones.items())


@lru_cache(_CACHED)
def _squares(count: int, columns: int, pitch: float) -> tuple[tuple[PathCommand, ...], ...]:
    """Return the outline of each number's square."""
    cells = (_square(i, columns, pitch).inflate(-_GAP / 2 * pitch) for i in range(count))
    return tuple(polyline(*cell.corners, closed=True) for cell in cells)


def _square(i: int, columns: int, pitch: float) -> Rect:
    """Return the place of a number, without the gaps around it."""
    return Rect(i % columns * pitch, i // columns * pitch, pitch, pitch)
