"""Finds a position for a connector's label beside one of its segments, clear of obstacles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from infograficos.elements.flow import Align
from infograficos.elements.polyline import distance, point_towards
from infograficos.scene.flattening import Segment, crosses, flatten
from infograficos.scene.geometry import Point, Rect, Size
from infograficos.scene.items import Frame, Path, TextBlock, Visit

#: The least distance of a label from anything visible, in units.
CLEAR = 4.0

#: Positions of a label along a piece, best first.
_SHARES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9)

#: A piece of a connector: two points for a straight one, many for a curve.
Polyline = Sequence[Point]


@dataclass
class Obstacles:
    """Visible things that a label must not cover: areas, and segments with half their stroke width."""

    solids: list[Rect] = field(default_factory=list)
    lines: list[tuple[Segment, float]] = field(default_factory=list)

    def add(self, visit: Visit, descent: float = 0.0) -> None:
        """Add something visible; texts reach up by their accents, and down by the descent."""
        item = visit.item
        if isinstance(item, Path):
            self._add_path(item, visit.at)
        elif isinstance(item, TextBlock):
            rect, rise = visit.rect, item.rise
            self.solids.append(Rect(rect.x, rect.y - rise, rect.width, rise + rect.height + descent))
        elif not isinstance(item, Frame):
            self.solids.append(visit.rect)

    def leave_free(self, room: Rect, ends: Sequence[Rect]) -> bool:
        """Say whether a position is clear; a surface that holds both ends may lie behind it."""
        around = room.inflate(CLEAR)
        for solid in self.solids:
            if around.overlaps(solid):
                behind = solid.holds(around) and all(_is_around(solid, end) for end in ends)
                if not behind:
                    return False
        rooms = {half: around.inflate(half) for half in {half for _, half in self.lines}}
        return not any(crosses(a, b, rooms[half]) for (a, b), half in self.lines)

    def _add_path(self, path: Path, at: Point) -> None:
        segments = flatten(path, at)
        # A flow is long and bent: its rectangle would be far more than itself.
        if path.fill and segments and not path.joins:
            self.solids.append(Rect.around([point for segment in segments for point in segment]))
        half = path.stroke.width / 2 if path.stroke else 0.0
        self.lines += [(segment, half) for segment in segments]


def find_label_spot(
    size: Size, polylines: Sequence[Polyline], half: float, obstacles: Obstacles, ends: Sequence[Rect]
) -> tuple[Point, Align] | None:
    """Return a free position for a label beside its connector and how to align its lines, or nothing.

    The size includes descenders; `half` is half the connector's stroke width.
    """
    for polyline in sorted(polylines, key=lambda points: -_length(points)):
        for room, align in _rooms(size, polyline, half + CLEAR):
            if obstacles.leave_free(room, ends):
                return Point(room.x, room.y), align
    return None


def _is_around(solid: Rect, end: Rect) -> bool:
    return solid.holds(end) and not end.holds(solid)


def _rooms(size: Size, polyline: Polyline, gap: float) -> Iterator[tuple[Rect, Align]]:
    """Yield the positions above and below a horizontal polyline, to the right and left of a vertical one."""
    # A hair more than the clearance, so that rounding does not make it less.
    gap += 0.01
    side_gap = gap + CLEAR
    first, last = polyline[0], polyline[-1]
    turned = [Point(p.y, p.x) for p in polyline]
    for share in _SHARES:
        spot = _along(polyline, share)
        if abs(last.x - first.x) >= abs(last.y - first.y):
            left = spot.x - size.width / 2
            ys = [spot.y, *_heights(polyline, left - gap, left + size.width + gap)]
            yield Rect(left, min(ys) - gap - size.height, size.width, size.height), "center"
            yield Rect(left, max(ys) + gap, size.width, size.height), "center"
        else:
            top = spot.y - size.height / 2
            xs = [spot.x, *_heights(turned, top - gap, top + size.height + gap)]
            yield Rect(max(xs) + side_gap, top, size.width, size.height), "start"
            yield Rect(min(xs) - side_gap - size.width, top, size.width, size.height), "end"


def _heights(polyline: Polyline, low: float, high: float) -> list[float]:
    """Return the heights of a polyline's corners between two x, and where it crosses these."""
    found = [p.y for p in polyline if low <= p.x <= high]
    for a, b in pairwise(polyline):
        for x in (low, high):
            if min(a.x, b.x) < x < max(a.x, b.x):
                found.append(a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x))
    return found


def _length(polyline: Polyline) -> float:
    return sum(distance(a, b) for a, b in pairwise(polyline))


def _along(polyline: Polyline, share: float) -> Point:
    """Return the point at a share of a polyline's length."""
    left = _length(polyline) * share
    for a, b in pairwise(polyline):
        piece = distance(a, b)
        if left <= piece:
            return point_towards(a, b, left)
        left -= piece
    return polyline[-1]
