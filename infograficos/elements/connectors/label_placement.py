"""Where the words of a connector stand: beside one of its stretches, clear of everything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from infograficos.elements.connectors.polyline import distance, point_towards
from infograficos.elements.flow import Align
from infograficos.scene.flattening import Segment, crosses, flattened
from infograficos.scene.geometry import Point, Rect, Size
from infograficos.scene.items import Frame, Path, TextBlock, Visit

#: The least distance of a label from anything that can be seen, in units.
CLEAR = 4.0

#: Where along a stretch a label may stand, the best first.
_PLACES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9)

#: A stretch as straight pieces: one for a straight one, many for a curve.
Polyline = Sequence[Point]


@dataclass
class Obstacles:
    """What can be seen, and so must stay uncovered.

    Args:
        solids: boxes, circles, filled areas and texts.
        lines: straight pieces of lines, with half their thickness.
    """

    solids: list[Rect] = field(default_factory=list)
    lines: list[tuple[Segment, float]] = field(default_factory=list)

    def add(self, visit: Visit, descent: float = 0.0) -> None:
        """Take note of something that can be seen."""
        item = visit.item
        if isinstance(item, Path):
            self._add_path(item, visit.at)
        elif isinstance(item, TextBlock):
            rect = visit.rect
            self.solids.append(Rect(rect.x, rect.y, rect.width, rect.height + descent))
        elif not isinstance(item, Frame):
            self.solids.append(visit.rect)

    def are_clear_of(self, room: Rect, within: Sequence[Rect]) -> bool:
        """Say whether nothing is too near to a place; a surface that holds the connector may lie behind."""
        around = room.grown(CLEAR)
        for solid in self.solids:
            behind = solid.holds(around) and all(_is_around(solid, end) for end in within)
            if around.overlaps(solid) and not behind:
                return False
        return not any(crosses(a, b, around.grown(half)) for (a, b), half in self.lines)

    def _add_path(self, path: Path, at: Point) -> None:
        segments = flattened(path, at)
        if path.fill and segments:
            xs, ys = [p.x for s in segments for p in s], [p.y for s in segments for p in s]
            self.solids.append(Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)))
        half = path.stroke.width / 2 if path.stroke else 0.0
        self.lines += [(segment, half) for segment in segments]


def find_label_spot(
    size: Size, stretches: Sequence[Polyline], half: float, around: Obstacles, within: Sequence[Rect]
) -> tuple[Point, Align] | None:
    """Return where a label of a size can stand and how its lines are aligned, or nothing.

    Args:
        size: how wide and tall it is, descenders counted.
        stretches: the straight or curved pieces of the connector.
        half: half the thickness of the connector's pen.
        around: what it must not cover.
        within: the ends of the connector.
    """
    for stretch in sorted(stretches, key=lambda points: -_length(points)):
        for room, align in _rooms(size, stretch, half + CLEAR):
            if around.are_clear_of(room, within):
                return Point(room.x, room.y), align
    return None


def _is_around(solid: Rect, end: Rect) -> bool:
    return solid.holds(end) and not end.holds(solid)


def _rooms(size: Size, stretch: Polyline, gap: float) -> Iterator[tuple[Rect, Align]]:
    """Yield the places above and below a lying stretch, to the right and the left of an upright one."""
    # A hair more than the clearance, so that rounding does not make it less.
    gap += 0.01
    first, last = stretch[0], stretch[-1]
    lying = abs(last.x - first.x) >= abs(last.y - first.y)
    side_gap = gap + CLEAR
    for share in _PLACES:
        spot = _along(stretch, share)
        if lying:
            left = spot.x - size.width / 2
            ys = [p.y for p in stretch if left - gap <= p.x <= left + size.width + gap] + [spot.y]
            ys += _cut(stretch, left - gap, left + size.width + gap)
            yield Rect(left, min(ys) - gap - size.height, size.width, size.height), "center"
            yield Rect(left, max(ys) + gap, size.width, size.height), "center"
        else:
            top = spot.y - size.height / 2
            xs = [p.x for p in stretch if top - gap <= p.y <= top + size.height + gap] + [spot.x]
            turned = [Point(p.y, p.x) for p in stretch]
            xs += _cut(turned, top - gap, top + size.height + gap)
            yield Rect(max(xs) + side_gap, top, size.width, size.height), "start"
            yield Rect(min(xs) - side_gap - size.width, top, size.width, size.height), "end"


def _cut(stretch: Polyline, low: float, high: float) -> list[float]:
    """Return the heights at which a stretch passes two upright lines."""
    found = []
    for a, b in pairwise(stretch):
        for x in (low, high):
            if min(a.x, b.x) < x < max(a.x, b.x):
                found.append(a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x))
    return found


def _length(stretch: Polyline) -> float:
    return sum(distance(a, b) for a, b in pairwise(stretch))


def _along(stretch: Polyline, share: float) -> Point:
    """Return the point after a share of a stretch's length."""
    left = _length(stretch) * share
    for a, b in pairwise(stretch):
        piece = distance(a, b)
        if left <= piece:
            return point_towards(a, b, left)
        left -= piece
    return stretch[-1]
