"""A picture with rings around what to look at, each joined with a balloon that says it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Literal

from infograficos.elements.arguments import checked_dataclass, require_items
from infograficos.elements.images.framed_image import SHADE
from infograficos.elements.objects.balloon import Balloon, balloon_words
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Ellipse, Frame, Image, Path, Placed, Purpose, Stroke, polyline, walk

#: The least distance between two balloons, in units.
_GAP = 14.0


@dataclass(frozen=True, slots=True)
class Callout:
    """What to look at in a picture, and the words about it.

    Args:
        words: a few of them.
        x: the middle of its ring from the picture's left side, in times its width.
        y: the middle from the picture's upper side, in times its height.
        radius: of the ring, in times the picture's width.
    """

    words: str
    x: float
    y: float
    radius: float


@checked_dataclass
class ImageWithCallouts:
    """A picture with callouts, whose balloons are below it or at its right; the first one is solid.

    Args:
        image: what the picture is part of.
        callouts: one or more.
        side: where the balloons are.
    """

    image: Element
    callouts: tuple[Callout, ...]
    role: str = "model"
    side: Literal["below", "right"] = "below"

    def __post_init__(self) -> None:
        require_items("ImageWithCallouts.callouts", self.callouts)

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the picture, the rings on it, and the balloons in the order of what they are about."""
        picture = layouter.layout(self.image, Limits(limits.max_width))
        is_below = self.side == "below"
        width = picture.size.width
        if is_below and isfinite(limits.max_width) and self._natural(layouter) > width:
            width = max(width, limits.max_width)
        at = Point((width - picture.size.width) / 2, 0.0)
        (inner,) = [visit.rect.translate(at) for visit in walk(picture) if isinstance(visit.item, Image)]
        rings = [_ring(callout, inner) for callout in self.callouts]
        aims = [ring.center.x if is_below else ring.center.y for ring in rings]
        order = sorted(range(len(rings)), key=aims.__getitem__)
        room = width if is_below else picture.size.height
        offer = self._offer(room, limits.max_width - picture.size.width + SHADE)
        sizes = [layouter.layout(self._balloon(i, None), offer).size for i in order]
        lengths = [size.width if is_below else size.height for size in sizes]
        starts = _spread([aims[i] for i in order], lengths, room)
        far = (picture.size.height if is_below else picture.size.width) - SHADE
        items = [Placed(at, picture)]
        for i, start, size in zip(order, starts, sizes, strict=True):
            tip = Point(aims[i], far) if is_below else Point(far, aims[i])
            items += (Placed(ORIGIN, each) for each in self._marks(rings[i], tip, layouter))
            balloon = layouter.layout(
                self._balloon(i, aims[i] - start), Limits(size.width, min_width=size.width)
            )
            items.append(Placed(Point(start, far) if is_below else Point(far, start), balloon))
        depth = far + max(size.height if is_below else size.width for size in sizes)
        across = max(room, starts[-1] + lengths[-1])
        return Frame(Size(across, depth) if is_below else Size(depth, across), tuple(items))

    def _natural(self, layouter: Layouter) -> float:
        """Return the width of all balloons beside each other."""
        widths = (layouter.natural(self._balloon(i, None)).width for i in range(len(self.callouts)))
        return sum(widths) + _GAP * (len(self.callouts) - 1)

    def _offer(self, room: float, beside: float) -> Limits:
        """Return the limits of a balloon, below in a room or beside the picture."""
        count = len(self.callouts)
        return Limits((room - (count - 1) * _GAP) / count if self.side == "below" else max(0.0, beside))

    def _balloon(self, number: int, aim: float | None) -> Balloon:
        solid = number == 0
        words = balloon_words(self.callouts[number].words, self.role, "mark", solid=solid)
        tail: Literal["up", "left"] = "up" if self.side == "below" else "left"
        return Balloon(words, self.role, tail, "middle", solid, "small", "small", aim)

    def _marks(self, ring: Rect, tip: Point, layouter: Layouter) -> Iterator[Ellipse | Path]:
        """Yield a ring and the line from it to a balloon's tip, first a wider halo of them."""
        look, center = layouter.look, ring.center
        start = Point(center.x, ring.bottom) if self.side == "below" else Point(ring.right, center.y)
        passes: tuple[tuple[str, float, Purpose], ...] = (
            ("paper", look.stroke("ribbon_thin"), "ornament"),
            (f"{self.role}.strong", look.stroke("flow"), "mark"),
        )
        for color, width, purpose in passes:
            pen = Stroke(look.paint(color), width)
            yield Path(polyline(start, tip), None, pen, purpose)
            yield Ellipse(ring, None, pen, purpose)


def _ring(callout: Callout, picture: Rect) -> Rect:
    """Return a ring's bounds; one near a side stays on the picture."""
    radius = callout.radius * picture.width
    x = min(max(picture.x + callout.x * picture.width, picture.x + radius), picture.right - radius)
    y = min(max(picture.y + callout.y * picture.height, picture.y + radius), picture.bottom - radius)
    return Rect(x - radius, y - radius, 2 * radius, 2 * radius)


def _spread(aims: Sequence[float], lengths: Sequence[float], room: float) -> list[float]:
    """Return where each of several lengths starts, near its aim, apart from the others and within a room."""
    starts: list[float] = []
    edge = 0.0
    for aim, length in zip(aims, lengths, strict=True):
        starts.append(max(edge, min(aim - length / 2, room - length)))
        edge = starts[-1] + length + _GAP
    edge = max(room, lengths[0])
    for i in reversed(range(len(starts))):
        starts[i] = max(0.0, min(starts[i], edge - lengths[i]))
        edge = starts[i] - _GAP
    return starts
