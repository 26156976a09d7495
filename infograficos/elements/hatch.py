"""Hatching of a rounded rectangle."""

from __future__ import annotations

from math import hypot, sqrt

from infograficos.scene.geometry import Point, Rect
from infograficos.scene.items import Step

_SPACING = 12.0


def hatch_lines(rect: Rect, radius: float, spacing: float = _SPACING) -> tuple[Step, ...]:
    """Return lines that rise at 45° and end on the border of a rounded rectangle; lengths in units."""
    steps: list[Step] = []
    total = rect.width + rect.height
    count = int(total // spacing)
    first = (total - (count - 1) * spacing) / 2 if count else total
    for i in range(count):
        ends = _chord(rect, radius, first + i * spacing)
        if ends and hypot(ends[1].x - ends[0].x, ends[1].y - ends[0].y) > spacing / 2:
            steps += [Step("M", (ends[0],)), Step("L", (ends[1],))]
    return tuple(steps)


def _chord(rect: Rect, radius: float, along: float) -> tuple[Point, Point] | None:
    """Return where the line x + y = `along` (from the upper left corner) enters and leaves the shape."""
    low = max(0.0, along - rect.height)
    high = min(rect.width, along)
    inner = radius * (1 - 1 / sqrt(2))
    if high - low <= 0 or along < 2 * inner or along > rect.width + rect.height - 2 * inner:
        return None
    start = _pulled(rect, radius, low, along)
    end = _pulled(rect, radius, high, along)
    return Point(rect.x + start, rect.y + along - start), Point(rect.x + end, rect.y + along - end)


def _pulled(rect: Rect, radius: float, x: float, along: float) -> float:
    """Move an end of a chord from the square corner to the round one."""
    y = along - x
    center_x = min(max(x, radius), rect.width - radius)
    center_y = min(max(y, radius), rect.height - radius)
    if hypot(x - center_x, y - center_y) <= radius:
        return x
    # On the line (x, along - x): |point - center| = radius, a quadratic in x.
    middle = (center_x + along - center_y) / 2
    half = sqrt(max(0.0, radius * radius / 2 - ((center_x - along + center_y) / 2) ** 2))
    return middle - half if abs(middle - half - x) < abs(middle + half - x) else middle + half
