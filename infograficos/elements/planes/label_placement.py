"""Places labels near their objects, clear of obstacles, lines and each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

from infograficos.scene.flattening import Segment, crosses
from infograficos.scene.geometry import Point, Rect, Size

#: The maximum length of a chain of labels moved to make room for a new one.
_MAX_MOVES = 3

#: The positions of a label along its line, as shares of its length, best first.
_ALONG = (0.5, 0.4, 0.6, 0.3, 0.7)

#: How much of a line is seen at least besides a label on it, in units.
_SEEN = 36.0

#: The air between a line and a label on it, in units.
_AIR = 2.0


@dataclass(frozen=True, slots=True)
class LabelArea:
    """The free area for labels: inside the bounds, clear of obstacles and lines."""

    bounds: Rect
    obstacles: tuple[Rect, ...] = ()
    lines: tuple[Segment, ...] = ()

    def is_free(self, rect: Rect) -> bool:
        """Return whether a rectangle is free."""
        return (
            self.bounds.holds(rect)
            and not any(rect.overlaps(obstacle) for obstacle in self.obstacles)
            and not any(crosses(start, end, rect) for start, end in self.lines)
        )


def candidates_around(anchor: Rect, size: Size, gap: float = 0.0) -> tuple[Rect, ...]:
    """Return positions of a label around its anchor, the best first.

    They are beside it, over and under its middle, at its corners, and over and under its edges.
    """
    left, right = anchor.x - gap - size.width, anchor.right + gap
    top, bottom = anchor.y - gap - size.height, anchor.bottom + gap
    middle_x, middle_y = anchor.center.x - size.width / 2, anchor.center.y - size.height / 2
    corners = [(right, middle_y), (left, middle_y), (middle_x, top), (middle_x, bottom)]
    corners += [(x, y) for x in (right - gap, left + gap) for y in (top + gap, bottom - gap)]
    corners += [(x, y) for y in (top, bottom) for x in (anchor.x, anchor.right - size.width)]
    return tuple(Rect(x, y, size.width, size.height) for x, y in corners)


def candidates_along(line: Segment, size: Size, gap: float) -> tuple[Rect, ...]:
    """Return positions of a label on both sides of a line, nearest to its middle first."""
    (start, end), found = line, []
    length = hypot(end.x - start.x, end.y - start.y) or 1.0
    normal = Point((end.y - start.y) / length, (start.x - end.x) / length)
    # The label's own reach towards the line: the support of a rectangle along the normal.
    distance = gap + abs(normal.x) * size.width / 2 + abs(normal.y) * size.height / 2
    for share in _ALONG:
        on = start.towards(end, share)
        for side in (distance, -distance):
            x, y = on.x + normal.x * side - size.width / 2, on.y + normal.y * side - size.height / 2
            found.append(Rect(x, y, size.width, size.height))
    return tuple(found)


def candidates_on(line: Segment, size: Size) -> tuple[Rect, ...]:
    """Return positions of a label on a line that is long enough to be seen beside it."""
    start, end = line
    length = hypot(end.x - start.x, end.y - start.y) or 1.0
    covered = (abs(end.x - start.x) * size.width + abs(end.y - start.y) * size.height) / length
    if length < covered + _SEEN:
        return ()
    places = (start.towards(end, share) for share in _ALONG)
    half = Point(size.width / 2, size.height / 2)
    return tuple(Rect(at.x - half.x, at.y - half.y, size.width, size.height) for at in places)


def cut_by(line: Segment, rect: Rect | None) -> list[Segment]:
    """Return what a rectangle leaves of a line, with a little air if it lies on it."""
    start, end = line
    if rect is None or not crosses(start, end, rect):
        return [line]
    length = hypot(end.x - start.x, end.y - start.y)
    across, down = abs(end.x - start.x) / length, abs(end.y - start.y) / length
    reach = min(size / 2 / share for size, share in ((rect.width, across), (rect.height, down)) if share)
    middle = hypot(rect.center.x - start.x, rect.center.y - start.y)
    first, last = ((middle + side * (reach + _AIR)) / length for side in (-1, 1))
    return [(start, start.towards(end, first)), (start.towards(end, last), end)]


def candidates_at_outline(outline: Sequence[Point], size: Size) -> list[Rect]:
    """Return positions for a surface's name: over or under its middle, then around it, higher ones first."""
    around = Rect.around(outline)
    middle = around.center.x
    rects = [
        Rect(x, y, size.width, size.height)
        for y in (around.y - size.height - 1.0, around.bottom + 1.0)
        for x in (middle - size.width / 2, around.x, around.right - size.width)
    ]
    found = [r for p in outline for r in candidates_around(Rect(p.x, p.y, 0.0, 0.0), size, 1.0)]
    return [*rects, *sorted(found, key=lambda rect: (rect.y, abs(rect.center.x - middle)))]


def place_labels(candidates: Sequence[Sequence[Rect]], area: LabelArea) -> list[Rect | None]:
    """Return the position of each label, or None where no candidate is free.

    Args:
        candidates: the possible positions of each label, best first; earlier labels have priority.
        area: the free area for labels.
    """
    free = [tuple(rect for rect in rects if area.is_free(rect)) for rects in candidates]
    placed: dict[int, Rect] = {}
    for label in range(len(free)):
        placed = _place(label, free, placed, _MAX_MOVES) or placed
    return [placed.get(label) for label in range(len(free))]


def _place(
    label: int,
    free: Sequence[Sequence[Rect]],
    placed: dict[int, Rect],
    moves: int,
    fixed: tuple[Rect, ...] = (),
) -> dict[int, Rect] | None:
    """Return all positions with this label added and at most `moves` others moved in a chain, or None.

    Moved labels keep clear of the `fixed` rectangles.
    """
    blocked = []
    for rect in free[label]:
        if any(rect.overlaps(other) for other in fixed):
            continue
        blockers = [other for other, occupied in placed.items() if occupied.overlaps(rect)]
        if not blockers:
            return placed | {label: rect}
        blocked.append((rect, blockers))
    for rect, blockers in blocked if moves else ():
        moved: dict[int, Rect] | None = {k: v for k, v in placed.items() if k not in blockers} | {label: rect}
        for other in blockers:
            if moved is not None:
                moved = _place(other, free, moved, moves - 1, (*fixed, rect))
        if moved is not None:
            return moved
    return None
