"""A sheet as cells of two units, each with what was painted there last: areas, with overlaps resolved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil, floor, hypot, inf, sqrt

from infograficos.audit.painted_area import close_subpaths, outline
from infograficos.scene.flattening import Piece, Segment
from infograficos.scene.geometry import Point, Rect, Size
from infograficos.scene.items import Box, Ellipse, Path, Visit

#: The side of a cell, in units.
CELL = 2.0

#: The least width of a stroke that covers more than one cell, in units.
BROAD = 2 * CELL

#: A row, the first cell painted in it, and the one after the last.
Span = tuple[int, int, int]


class Cells:
    """The cells of a sheet, each with a value from 0 to 255, at first 0."""

    def __init__(self, size: Size) -> None:
        self._width, self._height = round(size.width / CELL), round(size.height / CELL)
        self._cells = bytearray(self._width * self._height)
        self._values = {0}

    def paint(self, spans: Iterator[Span], value: int) -> None:
        """Paint spans of cells over what is there."""
        self._values.add(value)
        cells, width, one = self._cells, self._width, bytes((value,))
        for row, first, stop in spans:
            first, stop = max(0, first), min(width, stop)  # noqa: PLW2901 — what is off the sheet is cut
            if first < stop and 0 <= row < self._height:
                cells[row * width + first : row * width + stop] = one * (stop - first)

    def value_at(self, point: Point) -> int:
        """Return the value of the cell at a point of the sheet."""
        column, row = min(self._width - 1, int(point.x / CELL)), min(self._height - 1, int(point.y / CELL))
        return self._cells[row * self._width + column] if column >= 0 and row >= 0 else 0

    @property
    def mean(self) -> float:
        """The mean value of all cells."""
        return sum(value * self._cells.count(value) for value in self._values) / max(1, len(self._cells))


def fill_spans(visit: Visit) -> Iterator[Span]:
    """Yield the cells inside a shape."""
    item, rect = visit.item, visit.rect
    if isinstance(item, Box):
        return box_spans(rect, min(item.radius, rect.width / 2, rect.height / 2))
    if isinstance(item, Ellipse):
        return _ellipse_spans(rect)
    even_odd = isinstance(item, Path) and item.even_odd
    return _outline_spans(close_subpaths(outline(visit)), even_odd)


def stroke_spans(visit: Visit, width: float) -> Iterator[Span]:
    """Yield the cells under a shape's outline: one across, or as many as a broad stroke covers."""
    segments = outline(visit)
    if width < BROAD:
        yield from _thin_spans(segments)
        return
    for a, b in segments:
        if length := hypot(b.x - a.x, b.y - a.y):
            aside = Point((a.y - b.y) * width / 2 / length, (b.x - a.x) * width / 2 / length)
            back = Point(-aside.x, -aside.y)
            corners = [a.translate(aside), b.translate(aside), b.translate(back), a.translate(back)]
            yield from _outline_spans(list(pairwise([*corners, corners[0]])))


def _thin_spans(segments: Sequence[Segment]) -> Iterator[Span]:
    start = end = Point(inf, inf)
    for a, b in segments:
        start = start if a == end else a
        end = b
        # The many pieces of a curve are shorter than a cell.
        if abs(b.x - start.x) >= CELL or abs(b.y - start.y) >= CELL:
            yield from _line_spans(start, b)
            start = b


def box_spans(rect: Rect, radius: float = 0.0) -> Iterator[Span]:
    """Yield the cells inside a rectangle with rounded corners."""
    left, right = round(rect.x / CELL), round(rect.right / CELL)
    for row in _rows(rect.y, rect.bottom):
        y = (row + 0.5) * CELL
        deep = radius - min(y - rect.y, rect.bottom - y)
        if deep <= 0:
            yield row, left, right
        else:
            inset = radius - sqrt(max(0.0, radius * radius - deep * deep))
            yield row, round((rect.x + inset) / CELL), round((rect.right - inset) / CELL)


def _ellipse_spans(rect: Rect) -> Iterator[Span]:
    middle, across, down = rect.center, rect.width / 2, rect.height / 2
    for row in _rows(rect.y, rect.bottom):
        share = ((row + 0.5) * CELL - middle.y) / down
        half = across * sqrt(max(0.0, 1 - share * share))
        yield row, round((middle.x - half) / CELL), round((middle.x + half) / CELL)


def _outline_spans(segments: Sequence[Piece], even_odd: bool = False) -> Iterator[Span]:
    """Yield the cells inside closed lines, by SVG's fill rules `nonzero` or `evenodd`."""
    crossings: dict[int, list[tuple[float, int]]] = {}
    for a, b in segments:
        turn = 1 if b.y > a.y else -1
        high, low = (a, b) if turn > 0 else (b, a)
        slope = (low.x - high.x) / (low.y - high.y) if low.y > high.y else 0.0
        for row in _rows(high.y, low.y):
            x = high.x + ((row + 0.5) * CELL - high.y) * slope
            crossings.setdefault(row, []).append((x, turn))
    for row, found in crossings.items():
        winding = 0
        for (x, turn), (following, _) in pairwise(sorted(found)):
            winding += 1 if even_odd else turn
            if winding % 2 if even_odd else winding:
                yield row, round(x / CELL), round(following / CELL)


def _line_spans(a: Point, b: Point) -> Iterator[Span]:
    """Yield the cells that a line meets, one in each row or column."""
    high, low = (a, b) if a.y <= b.y else (b, a)
    if abs(low.x - high.x) >= low.y - high.y:
        yield from _flat_line_spans(high, low)
        return
    slope = (low.x - high.x) / (low.y - high.y)
    for row in _rows(high.y, low.y):
        column = int((high.x + ((row + 0.5) * CELL - high.y) * slope) / CELL)
        yield row, column, column + 1


def _flat_line_spans(high: Point, low: Point) -> Iterator[Span]:
    drop, run = low.y - high.y, low.x - high.x
    first, last = floor(high.y / CELL), floor(low.y / CELL)
    for row in range(first, last + 1):
        ends = [
            high.x + run * (min(max(y * CELL, high.y), low.y) - high.y) / drop if drop else x
            for y, x in ((row, high.x), (row + 1, low.x))
        ]
        yield row, round(min(ends) / CELL), round(max(ends) / CELL)


def _rows(top: float, bottom: float) -> range:
    """Return the rows whose middle is between two heights."""
    return range(ceil(top / CELL - 0.5), ceil(bottom / CELL - 0.5))
