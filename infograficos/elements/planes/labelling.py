"""Places for labels around what they name: on nothing else, crossed by nothing, and never on each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

from infograficos.scene.geometry import Point, Rect, Size

#: How many labels are moved, each for the next one, before a label that finds no place is given up.
_PATIENCE = 3

#: Where along a line its label may stand, the best place first.
_ALONG = (0.5, 0.4, 0.6, 0.3, 0.7)

Segment = tuple[Point, Point]


@dataclass(frozen=True, slots=True)
class Ground:
    """Where labels may stand: inside the bounds, off the obstacles, and off the lines."""

    bounds: Rect
    obstacles: tuple[Rect, ...] = ()
    lines: tuple[Segment, ...] = ()

    def free(self, rect: Rect) -> bool:
        """Say whether a label could stand there."""
        return (
            self.bounds.holds(rect)
            and not any(rect.overlaps(obstacle) for obstacle in self.obstacles)
            and not any(cuts(start, end, rect) for start, end in self.lines)
        )


def around(anchor: Rect, size: Size, gap: float = 0.0) -> tuple[Rect, ...]:
    """Return the places of a label around what it names, the best first.

    These are beside it, over and under its middle, at its corners, and over and under its edges.
    """
    left, right = anchor.x - gap - size.width, anchor.right + gap
    top, bottom = anchor.y - gap - size.height, anchor.bottom + gap
    middle_x, middle_y = anchor.center.x - size.width / 2, anchor.center.y - size.height / 2
    corners = [(right, middle_y), (left, middle_y), (middle_x, top), (middle_x, bottom)]
    corners += [(x, y) for x in (right - gap, left + gap) for y in (top + gap, bottom - gap)]
    edges = (anchor.x, anchor.right - size.width)
    corners += [(x, y) for y in (top, bottom) for x in edges]
    return tuple(Rect(x, y, size.width, size.height) for x, y in corners)


def beside(line: Segment, size: Size, gap: float) -> tuple[Rect, ...]:
    """Return places of a label on either side of a line, nearest to its middle first."""
    (start, end), found = line, []
    length = hypot(end.x - start.x, end.y - start.y) or 1.0
    normal = Point((end.y - start.y) / length, (start.x - end.x) / length)
    # The label's own reach towards the line: the support of a rectangle along the normal.
    away = gap + abs(normal.x) * size.width / 2 + abs(normal.y) * size.height / 2
    for share in _ALONG:
        on = Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
        for side in (away, -away):
            x, y = on.x + normal.x * side - size.width / 2, on.y + normal.y * side - size.height / 2
            found.append(Rect(x, y, size.width, size.height))
    return tuple(found)


def placed_labels(wanted: Sequence[Sequence[Rect]], ground: Ground) -> list[Rect | None]:
    """Return a place for each label, or nothing for those that find none.

    Args:
        wanted: the places that each label would take, the best first; earlier labels matter more.
        ground: where they may stand.
    """
    choices = [tuple(rect for rect in rects if ground.free(rect)) for rects in wanted]
    taken: dict[int, Rect] = {}
    for label in range(len(choices)):
        taken = _settled(label, choices, taken, _PATIENCE) or taken
    return [taken.get(label) for label in range(len(wanted))]


def _settled(
    label: int,
    choices: Sequence[Sequence[Rect]],
    taken: dict[int, Rect],
    patience: int,
    kept: tuple[Rect, ...] = (),
) -> dict[int, Rect] | None:
    """Return the places taken once a label has one too, others moved for it where that is needed.

    `kept` are the places for which the others are moved: they may not be taken back.
    """
    blocked = []
    for rect in choices[label]:
        if any(rect.overlaps(place) for place in kept):
            continue
        blockers = [other for other, place in taken.items() if place.overlaps(rect)]
        if not blockers:
            return taken | {label: rect}
        blocked.append((rect, blockers))
    for rect, blockers in blocked if patience else ():
        moved: dict[int, Rect] | None = {k: v for k, v in taken.items() if k not in blockers} | {label: rect}
        for other in blockers:
            if moved is not None:
                moved = _settled(other, choices, moved, patience - 1, (*kept, rect))
        if moved is not None:
            return moved
    return None


def cuts(start: Point, end: Point, rect: Rect) -> bool:
    """Say whether a straight line passes through a rectangle.

    Source: Liang and Barsky, “A New Concept and Method for Line Clipping”, 1984.
    """
    first, last = 0.0, 1.0
    across, down = end.x - start.x, end.y - start.y
    sides = (
        (-across, start.x - rect.x),
        (across, rect.right - start.x),
        (-down, start.y - rect.y),
        (down, rect.bottom - start.y),
    )
    for towards, room in sides:
        if towards == 0.0:
            if room < 0.0:
                return False
        elif towards < 0.0:
            first = max(first, room / towards)
        else:
            last = min(last, room / towards)
    return first < last
