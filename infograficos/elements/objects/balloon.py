"""A speech balloon with a tail towards the speaker."""

from __future__ import annotations

from typing import Literal

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.polyline import closed_outline
from infograficos.elements.text import Text
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Insets, Limits, Point, Rect, Size
from infograficos.scene.items import Box, Frame, Path, Placed, Stroke

Side = Literal["left", "right", "up", "down"]
Place = Literal["start", "middle", "end"]

#: How far the tail reaches out of the balloon, half of its width there, and how far a tail that is not in the
#: middle of its side leans, in units.
TAIL = 14.0
_HALF, _LEAN = 11.0, 9.0

#: Half the width of the tail of a short side, in times the side.
_SHARE = 0.22

#: The radius of the tail's tip in units.
_TIP = 2.0


@checked_dataclass
class Balloon:
    """A balloon around a child, with a tail; the frame of its body may have a name, for connectors.

    Args:
        role: the one of who speaks.
        tail: the side that the tail is at.
        place: where along that side.
        solid: fill it with the solid tone, for the one answer of a figure, whose words are painted `paper`.
        aim: how far along the side the tail's tip is, in units, where its place does not say it well enough.
        name: the name of its body.
    """

    child: Element
    role: str = "instruction"
    tail: Side = "left"
    place: Place = "middle"
    solid: bool = False
    padding: str = "small"
    horizontal_padding: str = "medium"
    aim: float | None = None
    name: str = ""

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the balloon with the child in its middle; the frame has room for the tail."""
        look = layouter.look
        down, across = look.space(self.padding), look.space(self.horizontal_padding)
        room = self._tail_room
        outer = limits.deflate(room)
        inner = outer.deflate(Insets(down, across, down, across))
        child = layouter.layout(self.child, Limits(inner.max_width, inner.max_height, inner.min_width))
        width = max(child.size.width + 2 * across, outer.min_width)
        height = max(child.size.height + 2 * down, outer.min_height)
        at = Point((width - child.size.width) / 2, (height - child.size.height) / 2)
        items = (*self._surface(Size(width, height), layouter), Placed(at, child))
        body = Frame(Size(width, height), items, name=self.name)
        baseline = None if child.baseline is None else room.top + at.y + child.baseline
        size = Size(width + room.horizontal, height + room.vertical)
        return Frame(size, (Placed(Point(room.left, room.top), body),), baseline)

    @property
    def _is_level(self) -> bool:
        """Whether the side with the tail is a level one."""
        return self.tail in ("up", "down")

    @property
    def _tail_room(self) -> Insets:
        rooms = {
            "left": Insets(left=TAIL),
            "right": Insets(right=TAIL),
            "up": Insets(top=TAIL),
            "down": Insets(bottom=TAIL),
        }
        return rooms[self.tail]

    def _surface(self, size: Size, layouter: Layouter) -> tuple[Placed, Placed]:
        """Return the body as a surface that others lie on, and its outline with the tail."""
        look = layouter.look
        side = size.width if self._is_level else size.height
        # A small balloon is less round, so that its side has room for the tail.
        radius = min(look.radius("card"), size.height / 2, size.width / 2, side / 2 - _half(side))
        fill = look.paint(f"{self.role}.{'solid' if self.solid else 'soft'}")
        border = None if self.solid else Stroke(look.paint(f"{self.role}.line"), look.stroke("border"))
        body = Box(Rect(0.0, 0.0, size.width, size.height), fill, radius=radius)
        outline = closed_outline(self._corners(size, radius))
        return Placed(ORIGIN, body), Placed(ORIGIN, Path(outline, fill, border, "surface"))

    def _corners(self, size: Size, radius: float) -> list[tuple[Point, float]]:
        """Return the corners clockwise from the upper left one, each with its radius; the tail has three."""
        corners = [(corner, radius) for corner in Rect(0.0, 0.0, size.width, size.height).corners]
        low, high, tip = self._tail(size.width if self._is_level else size.height, radius)
        ends = {
            "up": (Point(low, 0.0), Point(tip, -TAIL), Point(high, 0.0)),
            "right": (Point(size.width, low), Point(size.width + TAIL, tip), Point(size.width, high)),
            "down": (Point(high, size.height), Point(tip, size.height + TAIL), Point(low, size.height)),
            "left": (Point(0.0, high), Point(-TAIL, tip), Point(0.0, low)),
        }
        after = ("up", "right", "down", "left").index(self.tail) + 1
        points = zip(ends[self.tail], (0.0, _TIP, 0.0), strict=True)
        return [*corners[:after], *points, *corners[after:]]

    def _tail(self, length: float, radius: float) -> tuple[float, float, float]:
        """Return where on its side the tail starts and ends, and where its tip is."""
        half = _half(length)
        least, most = radius + half, length - radius - half
        middle = {"start": least, "middle": length / 2, "end": most}[self.place]
        if self.aim is None:
            return middle - half, middle + half, middle
        lean = _LEAN if self._is_level else 0.0
        towards = min(max(length / 2 - self.aim, -lean), lean)
        middle = min(max(self.aim + towards, least), most)
        return middle - half, middle + half, min(max(self.aim, 0.0), length)


def _half(side: float) -> float:
    """Return half the width of the tail of a side, which is longer."""
    return min(_HALF, _SHARE * side)


def balloon_words(text: str, role: str, style: str = "strong", *, solid: bool = False) -> Text:
    """Return the words of a balloon: in their role's colour, or `paper` on a solid one."""
    return Text(text, style, "paper" if solid else f"{role}.strong")
