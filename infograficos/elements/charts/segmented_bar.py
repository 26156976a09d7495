"""A bar in segments as long as their values, for parts of a whole and bars on one scale."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite

from infograficos.elements.arguments import checked_dataclass, require_items
from infograficos.elements.cap import CapState, cap_depth, cap_ink, paint_state
from infograficos.elements.charts.axis import dodge_labels
from infograficos.elements.text import Text
from infograficos.errors import InputError
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Frame, Placed

#: The air between segments, in units.
_AIR = 2.0


@checked_dataclass
class Segment:
    """A part of a bar: how much it is, its role and its words.

    Args:
        state: as that of a `Cap`: `solid` for the one to remember.
    """

    value: float
    role: str
    label: str = ""
    state: CapState = "focus"


@checked_dataclass
class SegmentedBar:
    """Segments beside each other, each as long as its value; words that one has no room for are below it.

    Args:
        segments: from left to right.
        whole: the value whose bar fills the width, by default the sum; bars with one `whole` are to scale.
        size: the theme's size that is its thickness.
    """

    segments: tuple[Segment, ...]
    whole: float | None = None
    size: str = "stop"

    def __post_init__(self) -> None:
        require_items("SegmentedBar.segments", self.segments)
        total = sum(segment.value for segment in self.segments)
        if min(segment.value for segment in self.segments) < 0 or not total:
            raise InputError("SegmentedBar.segments: os valores devem ser ao menos 0, e um deles maior")
        if self.whole is not None and self.whole < total:
            raise InputError("SegmentedBar.whole: os segmentos somam mais que ele")

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the bar in the offered width, or four pictures wide."""
        look = layouter.look
        usual = limits.min_width or 4 * look.size("picture_width")
        width = min(limits.max_width, usual) if isfinite(limits.max_width) else usual
        scale = width / (self.whole or sum(segment.value for segment in self.segments))
        height, depth = look.size(self.size), cap_depth(look, slim=True)
        placed: list[Placed] = []
        below: list[tuple[float, Frame]] = []
        for segment, face in self._faces(scale, height):
            drawn = paint_state(face, segment.role, segment.state, look, depth)
            placed += [Placed(ORIGIN, item) for item in drawn]
            words = self._words(segment, layouter, inside=True)
            if words.size.width + 2 * look.space("tiny") <= face.width:
                y = (height - depth - words.size.height) / 2
                placed.append(Placed(Point(face.center.x - words.size.width / 2, y), words))
            else:
                below.append((face.center.x, self._words(segment, layouter, inside=False)))
        if not below:
            return Frame(Size(width, height), tuple(placed))
        widths = [words.size.width for _, words in below]
        lefts = dodge_labels([x for x, _ in below], widths, look.space("small"), width)
        y = height + look.space("tiny")
        placed += [Placed(Point(left, y), words) for left, (_, words) in zip(lefts, below, strict=True)]
        return Frame(Size(width, y + max(words.size.height for _, words in below)), tuple(placed))

    def _faces(self, scale: float, height: float) -> Iterator[tuple[Segment, Rect]]:
        """Yield the segments that are long enough to be seen, with the rectangle of each."""
        x = 0.0
        for segment in self.segments:
            length = segment.value * scale
            if length > _AIR:
                yield segment, Rect(x, 0.0, length - _AIR, height)
            x += length

    @staticmethod
    def _words(segment: Segment, layouter: Layouter, *, inside: bool) -> Frame:
        ink = cap_ink(segment.role, segment.state) if inside else f"{segment.role}.strong"
        return layouter.layout(Text(segment.label, "mark", ink, literal=True), Limits())
