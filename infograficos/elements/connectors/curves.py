"""Connectors that are one smooth curve or one slanted line, where nothing stands in their way."""

from __future__ import annotations

from collections.abc import Sequence

from infograficos.elements.connectors.endpoints import border_point
from infograficos.elements.connectors.orthogonal import Side, outward_point
from infograficos.elements.connectors.polyline import ROUND, distance
from infograficos.scene.flattening import Segment, crosses, flattened
from infograficos.scene.geometry import ORIGIN, Point, Rect
from infograficos.scene.items import Path, Step, Visit

#: How far a curve keeps from what it passes, and how far it goes straight out at least, in units.
_AIR = 5.0
_LEAST_PULL = 24.0

#: How far one that comes back swings out if nothing is in its way.
_MOST_PULL = 64.0

#: How much further a curve that comes back may swing out to pass over something.
_SWINGS = (1.0, 1.4, 1.9, 2.5)


def curved_steps(
    first: Point, last: Point, sides: tuple[Side, Side], ends: tuple[Rect, Rect], obstacles: Sequence[Rect]
) -> tuple[Step, ...] | None:
    """Return a curve that leaves and arrives at right angles, or nothing if something is in its way."""
    for swing in _SWINGS if sides[0] == sides[1] else (1.0,):
        pulls = _pulls(first, last, sides, swing)
        steps = (Step("M", (first,)), Step("C", (*pulls, last)))
        if is_clear(flattened(Path(steps), ORIGIN), ends, obstacles):
            return steps
    return None


def straight_between(
    start: Visit, end: Visit, obstacles: Sequence[Rect], shift: float = 0.0
) -> tuple[Point, Point] | None:
    """Return where a straight line between two middles leaves their borders, or nothing if it is not free.

    Args:
        start: where it begins.
        end: where it arrives.
        obstacles: what it must not cross.
        shift: how far to its side it makes room for another one.
    """
    a, b = border_point(start, end.rect.center), border_point(end, start.rect.center)
    long = distance(a, b)
    aside = Point(0.0, 0.0) if not long else Point((a.y - b.y) / long * shift, (b.x - a.x) / long * shift)
    if shift:
        a = border_point(start, end.rect.center.moved(aside), aside)
        b = border_point(end, start.rect.center.moved(aside), aside)
    free = long > 0 and is_clear([(a, b)], (start.rect, end.rect), obstacles)
    return (a, b) if free else None


def _pulls(first: Point, last: Point, sides: tuple[Side, Side], swing: float) -> tuple[Point, Point]:
    across, down = abs(last.x - first.x), abs(last.y - first.y)
    if sides[0] == sides[1]:
        reach = min(max(1.5 * _LEAST_PULL, 0.3 * (across + down)), _MOST_PULL) * swing
        return outward_point(first, sides[0], reach), outward_point(last, sides[1], reach)
    lies = [side in ("left", "right") for side in sides]
    reaches = [max(_LEAST_PULL, ROUND * (across if lying else down)) for lying in lies]
    return outward_point(first, sides[0], reaches[0]), outward_point(last, sides[1], reaches[1])


def is_clear(segments: Sequence[Segment], ends: tuple[Rect, Rect], obstacles: Sequence[Rect]) -> bool:
    """Say whether pieces of a line pass neither through their ends nor too near to anything else."""
    blocks = [*(rect.grown(_AIR) for rect in obstacles), *(rect.grown(-1.0) for rect in ends)]
    return not any(crosses(a, b, rect) for a, b in segments for rect in blocks)
