"""A picture with rings around what to look at, each joined with a lens that shows it large."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import acos, atan2, cos, hypot, isfinite, sin
from typing import Literal

from infograficos.elements.arguments import checked_dataclass, require_items
from infograficos.elements.flow import FirstThatFits, NoWrap
from infograficos.elements.images.curve_lens import CurveLens
from infograficos.elements.images.framed_image import SHADE
from infograficos.elements.images.map_png import encode_png
from infograficos.elements.objects.balloon import Balloon, balloon_words
from infograficos.elements.row import Column, Row
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Ellipse, Frame, Image, Path, Placed, Purpose, Stroke, polyline, walk

#: The least distance between two lenses, in units.
_GAP = 14.0


@dataclass(frozen=True, slots=True)
class Callout:
    """What to look at in a picture, and the words about it.

    Args:
        words: a few of them.
        x: the middle of its ring from the picture's left side, in times its width.
        y: the middle from the picture's upper side, in times its height.
        radius: of the ring, in times the picture's width.
        curve: what its lens draws as a curve instead of the pixels, or nothing.
    """

    words: str
    x: float
    y: float
    radius: float
    curve: tuple[float, ...] = ()


@checked_dataclass
class Lens:
    """A disc of a picture, enlarged in a ring.

    Args:
        data: the picture's bytes.
        spot: the disc, in times the picture's width and height.
        side: how wide the lens is, in units.
    """

    data: bytes
    spot: tuple[float, float, float]
    side: float
    role: str

    def layout(self, _limits: Limits, layouter: Layouter) -> Frame:
        """Return the lens."""
        ring = Rect(0.0, 0.0, self.side, self.side)
        pen = Stroke(layouter.look.paint(f"{self.role}.strong"), layouter.look.stroke("accent"))
        back = Ellipse(ring, layouter.look.paint("surface"))
        image = Image(ring, _disc_png(self.data, *self.spot), "image/png", "")
        items = (back, image, Ellipse(ring, None, pen, "mark"))
        return Frame(Size(self.side, self.side), tuple(Placed(ORIGIN, item) for item in items))


@checked_dataclass
class ImageWithCallouts:
    """A picture with callouts, whose lenses are below it or at its right; the words of the first are solid.

    Args:
        image: what the picture is part of.
        callouts: one or more.
        side: where the lenses are.
    """

    image: Element
    callouts: tuple[Callout, ...]
    role: str = "model"
    side: Literal["below", "right"] = "below"

    def __post_init__(self) -> None:
        require_items("ImageWithCallouts.callouts", self.callouts)

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the picture, the rings on it, and the lenses in the order of what they show."""
        picture, gap = layouter.layout(self.image, Limits(limits.max_width)), layouter.look.space("small")
        is_below = self.side == "below"
        width = max(picture.size.width, limits.max_width if is_below and isfinite(limits.max_width) else 0.0)
        at = Point((width - picture.size.width) / 2, 0.0)
        ((found, inner),) = [
            (v.item, v.rect.translate(at)) for v in walk(picture) if isinstance(v.item, Image)
        ]
        rings = [_ring(callout, inner) for callout in self.callouts]
        aims = [ring.center.x if is_below else ring.center.y for ring in rings]
        order = sorted(range(len(rings)), key=aims.__getitem__)
        room = width if is_below else picture.size.height
        far = (picture.size.height if is_below else picture.size.width) - SHADE + gap
        share = (room - (len(rings) - 1) * _GAP) / len(rings)
        side = min(share, layouter.look.size("lens"))
        blocks = [self._block(i, self._lens(i, found.data, _spot(rings[i], inner), side)) for i in order]
        offer = Limits(share if is_below else max(0.0, limits.max_width - far))
        frames = [layouter.layout(block, offer) for block in blocks]
        sizes = [frame.size for frame in frames]
        lengths = [size.width if is_below else size.height for size in sizes]
        starts = _spread([aims[i] for i in order], lengths, room)
        if is_below:
            # All of it is in the middle of the sheet.
            aside = (room - starts[0] - starts[-1] - lengths[-1]) / 2
            starts = [start + aside for start in starts]
        items = [Placed(at, picture)]
        for i, start, frame in zip(order, starts, frames, strict=True):
            block = Point(start, far) if is_below else Point(far, start)
            lens = next(v.rect for v in walk(frame, block) if isinstance(v.item, Ellipse))
            items += (Placed(ORIGIN, each) for each in self._marks(rings[i], lens, layouter))
            items.append(Placed(block, frame))
        depth = far + max(size.height if is_below else size.width for size in sizes)
        across = max(room, starts[-1] + lengths[-1])
        return Frame(Size(across, depth) if is_below else Size(depth, across), tuple(items))

    def _lens(self, number: int, data: bytes, spot: tuple[float, float, float], side: float) -> Element:
        curve = self.callouts[number].curve
        return CurveLens(curve, side, self.role) if curve else Lens(data, spot, side, self.role)

    def _block(self, number: int, lens: Element) -> Element:
        """Return a lens with its words in a balloon."""
        solid = number == 0
        words = balloon_words(self.callouts[number].words, self.role, "mark", solid=solid)
        left, up = (
            Balloon(words, self.role, tail, "middle", solid, "tiny", "small") for tail in ("left", "up")
        )
        beside, below = Row((lens, NoWrap(left)), "none"), Column((lens, up), "none", "center")
        return FirstThatFits((beside, below)) if self.side == "below" else Row((lens, left), "none")

    def _marks(self, ring: Rect, lens: Rect, layouter: Layouter) -> Iterator[Ellipse | Path]:
        """Yield a ring and the lines from its sides to those of its lens, first a wider halo of them."""
        look = layouter.look
        passes: tuple[tuple[str, float, Purpose], ...] = (
            ("paper", look.stroke("ribbon_thin"), "ornament"),
            (f"{self.role}.strong", look.stroke("flow"), "mark"),
        )
        for color, width, purpose in passes:
            pen = Stroke(look.paint(color), width)
            for line in _tangents(ring, lens):
                yield Path(polyline(*line), None, pen, purpose)
            yield Ellipse(ring, None, pen, purpose)


@lru_cache(maxsize=16)
def _disc_png(data: bytes, x: float, y: float, radius: float) -> bytes:
    # Pillow takes time to import.
    from infograficos.content.data.image_decoding import crop_disc  # noqa: PLC0415

    return encode_png(*crop_disc(data, x, y, radius))


def _spot(ring: Rect, picture: Rect) -> tuple[float, float, float]:
    """Return where a ring is in times the sides of its picture, and its radius in times the width."""
    x, y = ring.center.x - picture.x, ring.center.y - picture.y
    return x / picture.width, y / picture.height, ring.width / 2 / picture.width


def _tangents(ring: Rect, lens: Rect) -> Iterator[tuple[Point, Point]]:
    """Yield the two lines that touch both circles at the same side."""
    start, end = ring.center, lens.center
    apart = end.x - start.x, end.y - start.y
    middle = atan2(apart[1], apart[0])
    lean = acos((ring.width - lens.width) / 2 / max(hypot(*apart), abs(ring.width - lens.width) / 2))
    for angle in (middle - lean, middle + lean):
        yield _at_angle(ring, angle), _at_angle(lens, angle)


def _at_angle(circle: Rect, angle: float) -> Point:
    center, radius = circle.center, circle.width / 2
    return Point(center.x + radius * cos(angle), center.y + radius * sin(angle))


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
