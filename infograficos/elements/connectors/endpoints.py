"""The named elements that connectors join, and what is in their way."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from infograficos.errors import InputError, unknown_name_message
from infograficos.scene.geometry import ORIGIN, Point, Rect
from infograficos.scene.items import Box, Ellipse, Frame, Path, Visit, walk


def find_named(name: str, visits: Sequence[Visit]) -> Visit:
    """Return the one element of a name, or raise `InputError`."""
    found = [visit for visit in visits if isinstance(visit.item, Frame) and visit.item.name == name]
    if not found:
        named = dict.fromkeys(v.item.name for v in visits if isinstance(v.item, Frame) and v.item.name)
        raise InputError(f"seta: {unknown_name_message('o elemento', name, named)}")
    if len(found) > 1:
        raise InputError(f"seta: há mais de um elemento chamado “{name}”; dê um nome diferente a cada um")
    return found[0]


def named_rects(frame: Frame, at: Point = ORIGIN) -> dict[str, Rect]:
    """Return the rectangle of each named frame inside a frame placed at a point."""
    return {v.item.name: v.rect for v in walk(frame, at) if isinstance(v.item, Frame) and v.item.name}


def spread(widths: Sequence[float], room: float, gaps: Sequence[float] = ()) -> list[float]:
    """Return the centers of widths side by side, around 0 and pressed together to fit the room."""
    total = sum(widths) + sum(gaps)
    edge, pressed, centers = -total / 2, min(1.0, room / total) if total else 1.0, []
    for width, gap in zip_longest(widths, gaps, fillvalue=0.0):
        centers.append((edge + width / 2) * pressed)
        edge += width + gap
    return centers


def find_obstacles(ends: Sequence[Visit], visits: Sequence[Visit]) -> list[Rect]:
    """Return visible things that neither contain an end of the connector nor are inside one."""
    found = []
    for visit in visits:
        if isinstance(visit.item, Frame | Path):
            continue
        rect = visit.rect
        if not any(rect.holds(end.rect) or end.rect.holds(rect) for end in ends):
            found.append(rect)
    return found


def are_enclosed(ends: Sequence[Visit], visits: Sequence[Visit]) -> bool:
    """Say whether a visible surface contains all ends of a connector and is larger than each."""
    surfaces = (visit.rect for visit in visits if isinstance(visit.item, Box | Ellipse))
    return any(all(rect.holds(end.rect) and not end.rect.holds(rect) for end in ends) for rect in surfaces)


def border_point(visit: Visit, outer: Point, aside: Point = ORIGIN) -> Point:
    """Return where a line from an element's center, moved `aside`, to an outer point crosses its border."""
    low, high = visit.rect.center.moved(aside), outer
    shape = _outline(visit)
    for _ in range(40):
        middle = Point((low.x + high.x) / 2, (low.y + high.y) / 2)
        low, high = (middle, high) if _is_inside(middle, visit.rect, shape) else (low, middle)
    return low


def _outline(visit: Visit) -> tuple[float, float]:
    """Return the horizontal and vertical corner radii of an element's surface."""
    rect = visit.rect
    if isinstance(visit.item, Frame):
        for inner in walk(visit.item, visit.at):
            if isinstance(inner.item, Ellipse) and inner.rect.grown(1.0).holds(rect):
                return rect.width / 2, rect.height / 2
            if isinstance(inner.item, Box) and inner.rect.grown(1.0).holds(rect):
                return inner.item.radius, inner.item.radius
    return 0.0, 0.0


def _is_inside(point: Point, rect: Rect, radii: tuple[float, float]) -> bool:
    across = max(rect.x + radii[0] - point.x, point.x - rect.right + radii[0])
    down = max(rect.y + radii[1] - point.y, point.y - rect.bottom + radii[1])
    if across <= 0 or down <= 0:
        return across <= radii[0] and down <= radii[1]
    if not all(radii):
        return False
    return (across / radii[0]) ** 2 + (down / radii[1]) ** 2 <= 1.0
