"""A connector as rules see it: its line in segments, apart from its arrowheads."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import hypot
from typing import NamedTuple

from infograficos.audit.part_names import translate_part
from infograficos.language.messages import message
from infograficos.scene.flattening import Segment, flatten
from infograficos.scene.geometry import TOLERANCE, Point, Rect
from infograficos.scene.items import Path, PathCommand, Visit

#: How long the sides of an arrowhead are at most, in stroke widths.
_HEAD_LENGTH = 5.0


class Arrowhead(NamedTuple):
    """An open arrowhead: the ends of its two sides, and its tip."""

    left: Point
    tip: Point
    right: Point

    @property
    def foot(self) -> Point:
        """The point on its axis from which it opens."""
        return self.left.towards(self.right, 0.5)

    @property
    def rect(self) -> Rect:
        """The rectangle around it."""
        return Rect.around(self)


@dataclass(frozen=True)
class AuditedConnector:
    """A stroked connector, and the visit of it."""

    visit: Visit
    item: Path

    @property
    def names(self) -> str:
        """The names of the first two frames that it joins, as a message says them."""
        names = list(map(translate_part, self.item.joins))
        return (
            message("{start} para {end}", start=names[0], end=names[1]) if len(names) > 1 else "".join(names)
        )

    @cached_property
    def segments(self) -> list[Segment]:
        """Its line and arrowheads in straight segments on the sheet."""
        return flatten(self.item, self.visit.at)

    @cached_property
    def heads(self) -> tuple[Arrowhead, ...]:
        """Its arrowheads."""
        return tuple(head for part in self._parts if (head := self._head(part)))

    @cached_property
    def line(self) -> list[Segment]:
        """Its line in straight segments on the sheet, without arrowheads."""
        lines = (part for part in self._parts if not self._head(part))
        return flatten(Path(tuple(command for part in lines for command in part)), self.visit.at)

    @cached_property
    def ends(self) -> list[Point]:
        """Where each part of its line starts and ends."""
        lines = [part for part in self._parts if not self._head(part)]
        return [part[end].points[-1].translate(self.visit.at) for part in lines for end in (0, -1)]

    @cached_property
    def _parts(self) -> list[list[PathCommand]]:
        parts: list[list[PathCommand]] = []
        for command in self.item.commands:
            if command.verb == "M":
                parts.append([])
            parts[-1].append(command)
        return parts

    def _head(self, part: list[PathCommand]) -> Arrowhead | None:
        """Return the arrowhead that a part of the path is: two short lines of one length."""
        if [command.verb for command in part] != ["M", "L", "L"]:
            return None
        head = Arrowhead(*(command.points[0].translate(self.visit.at) for command in part))
        first, second = distance(head.left, head.tip), distance(head.tip, head.right)
        most = _HEAD_LENGTH * self.item.stroke.width if self.item.stroke else 0.0
        return head if first < most and abs(first - second) < 5 * TOLERANCE else None


def distance(a: Point, b: Point) -> float:
    """Return the distance between two points, in units."""
    return hypot(a.x - b.x, a.y - b.y)
