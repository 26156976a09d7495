"""Connectors of one smooth curve or one slanted line, where no obstacle is in the way."""

from __future__ import annotations

from collections.abc import Sequence

from infograficos.elements.connectors.endpoints import border_point
from infograficos.elements.connectors.orthogonal import Side, outward_point
from infograficos.elements.polyline import ROUND, distance
from infograficos.scene.flattening import Segment, crosses, flattened
from infograficos.scene.geometry import ORIGIN, Point, Rect
from infograficos.scene.items import Path, Step, Visit

#: The clearance of a curve, and the least length of its handles, in units.
_CLEARANCE = 5.0
_LEAST_PULL = 24.0

#: The longest handles of a curve that comes back to the same side.
_MOST_PULL = 64.0

#: Factors for these handles, to pass around an obstacle.
_SWINGS = (1.0, 1.4, 1.9, 2.5)


def curved_steps(
    first: Point, last: Point, sides: tuple[Side, Side], ends: tuple[Rect, Rect], obstacles: Sequence[Rect]
) -> tuple[Step, ...] | None:
    """Return a curve at right angles to both borders, or nothing if an obstacle is in its way."""
    for swing in _SWINGS if sides[0] == sides[1] else (1.0,):
        controls = _control_points(first, last, sides, swing)
        steps = (Step("M", (first,)), Step("C", (*controls, last)))
        if is_clear(flattened(Path(steps), ORIGIN), ends, obstacles):
            return steps
    return None


def straight_between(
    start: Visit, end: Visit, obstacles: Sequence[Rect], shift: float = 0.0
) -> tuple[Point, Point] | None:
    """Return the ends of a line between two centers, shifted to its side; nothing if it is blocked."""
    a, b = border_point(start, end.rect.center), border_point(end, start.rect.center)
    length = distance(a, b)
    aside = Point((a.y - b.y) / length * shift, (b.x - a.x) / length * shift) if length else ORIGIN
    if shift:
        a = border_point(start, end.rect.center.moved(aside), aside)
        b = border_point(end, start.rect.center.moved(aside), aside)
    free = length > 0 and is_clear([(a, b)], (start.rect, end.rect), obstacles)
    return (a, b) if free else None


def _control_points(first: Point, last: Point, sides: tuple[Side, Side], swing: float) -> tuple[Point, Point]:
    across, down = abs(last.x - first.x), abs(last.y - first.y)
    if sides[0] == sides[1]:
        reach = min(max(1.5 * _LEAST_PULL, 0.3 * (across + down)), _MOST_PULL) * swing
        return outward_point(first, sides[0], reach), outward_point(last, sides[1], reach)
    are_horizontal = [side in ("left", "right") for side in sides]
    reaches = [max(_LEAST_PULL, ROUND * (across if horizontal else down)) for horizontal in are_horizontal]
    return outward_point(first, sides[0], reaches[0]), outward_point(last, sides[1], reaches[1])


def is_clear(segments: Sequence[Segment], ends: tuple[Rect, Rect], obstacles: Sequence[Rect]) -> bool:
    """Say whether segments pass neither through their ends nor too near an obstacle."""
    blocks = [*(rect.grown(_CLEARANCE) for rect in obstacles), *(rect.grown(-1.0) for rect in ends)]
    return not any(crosses(a, b, rect) for a, b in segments for rect in blocks)
