"""A balance: two things that hang from a beam, and the number by which they are alike or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import isfinite

from infograficos.content.validation_messages import expected_message
from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.card import Card
from infograficos.elements.objects.beam import FOOT_HEIGHT, FOOT_WIDTH, PIVOT, beam, foot, post, strings
from infograficos.elements.row import Column
from infograficos.elements.text import Text
from infograficos.errors import InputError
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Size
from infograficos.scene.items import Drawable, Frame, Placed

#: How far one pan hangs below the other where the beam is at its steepest, in units.
_STEEPEST = 48.0

#: The length of a pan's strings, and how far they are tied from its middle in times its width.
_DROP, _TIE = 40.0, 0.36

#: How much of the post is seen between what it carries and its foot, in units.
_POST = 20.0


@checked_dataclass
class Balance:
    """Two pans on a beam, whose post carries what was measured.

    The measure is between the pans or, where their words need more room, above them. Pans of one
    weight are always at one height.

    Args:
        left: what lies in the left pan, such as a card.
        right: what lies in the right one.
        measure: the measured values, such as “8,1 ≈ 8,0”.
        caption: what they measure.
        tilt: from −1, where the left pan is down, to 1; 0 is level.
        apart: what is weighed is below a balance with empty pans, for words too long beside each other.
    """

    left: Element
    right: Element
    measure: str
    caption: str = ""
    tilt: float = 0.0
    apart: bool = False

    def __post_init__(self) -> None:
        if not -1.0 <= self.tilt <= 1.0:
            raise InputError(f"Balance.tilt: {expected_message('um número de −1 a 1', self.tilt)}")

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the lowest pose in which no word is broken."""
        if self.apart:
            return self._lie_below(limits, layouter)
        frames = self._stand(limits, layouter), self._hang(limits, layouter)
        whole = [frame for frame in frames if not (frame.overflowing or frame.splits_words)]
        return min(whole, key=lambda frame: frame.size.height, default=frames[-1])

    def _stand(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return a balance with its measure between the pans."""
        look, dial = layouter.look, layouter.layout(self._dial(), Limits())
        gap = dial.size.width + 2 * look.space("small")
        natural = gap + 2 * max(layouter.natural(pan).width for pan in (self.left, self.right))
        width = _fill(natural, limits)
        pans = self._pans((width - gap) / 2, (width - gap) / 2, layouter)
        pivot = Point(width / 2, PIVOT + self._swing)
        knobs = self._knobs((width - pans[0].size.width) / 2, pivot)
        tops = [knob.y + _DROP for knob in knobs]
        top = pivot.y + PIVOT + look.space("small")
        bottom = max(max(tops) + pans[0].size.height, top + dial.size.height + _POST) + FOOT_HEIGHT
        items = [
            post(width / 2, pivot.y + PIVOT / 2, top, look),
            post(width / 2, top + dial.size.height + look.space("tiny"), bottom - FOOT_HEIGHT / 2, look),
            foot(width / 2, bottom, look),
        ]
        for knob, pan, y in zip(knobs, pans, tops, strict=True):
            reach = _TIE * pan.size.width
            items += strings(knob, [Point(knob.x - reach, y), Point(knob.x + reach, y)], look)
        items += beam(knobs, pivot, look)
        lefts = (0.0, width - pans[1].size.width)
        hung = [Placed(Point(x, y), pan) for x, y, pan in zip(lefts, tops, pans, strict=True)]
        at = Point((width - dial.size.width) / 2, top)
        return _frame(Size(width, bottom), items, [*hung, Placed(at, dial)])

    def _hang(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return a balance with its measure on top, and the pans close beside each other."""
        look, dial = layouter.look, layouter.layout(self._dial(is_above=True), Limits())
        least = [layouter.narrowest(pan) for pan in (self.left, self.right)]
        # Without room for a post between the pans the balance hangs from its measure.
        stands = sum(least) + look.space("small") <= limits.max_width
        gap = look.space("small" if stands else "tiny")
        width = max(_fill(gap + sum(least), limits), dial.size.width)
        room = width - gap
        # Only a pan whose words need more than half has more.
        first = min(max(room / 2, least[0]), room - least[1]) if sum(least) <= room else room / 2
        pans = self._pans(first, room - first, layouter)
        pivot = Point(first + gap / 2, dial.size.height + look.space("tiny") + PIVOT + self._swing)
        # The arms are equally long.
        knobs = self._knobs(min(first, room - first) / 2 + gap / 2, pivot)
        tops = [knob.y + _DROP for knob in knobs]
        bottom = max(tops) + pans[0].size.height + stands * (look.space("tiny") + FOOT_HEIGHT)
        items = [post(pivot.x, dial.size.height, pivot.y - PIVOT / 2, look)]
        if stands:
            items += [post(pivot.x, pivot.y + PIVOT / 2, bottom - FOOT_HEIGHT / 2, look)]
            items += [foot(pivot.x, bottom, look)]
        lefts = (0.0, first + gap)
        for knob, pan, x, top in zip(knobs, pans, lefts, tops, strict=True):
            middle, reach = x + pan.size.width / 2, _TIE * pan.size.width
            items += strings(knob, [Point(middle - reach, top), Point(middle + reach, top)], look)
        items += beam(knobs, pivot, look)
        hung = [Placed(Point(*at), pan) for *at, pan in zip(lefts, tops, pans, strict=True)]
        at = Point(min(max(pivot.x - dial.size.width / 2, 0.0), width - dial.size.width), 0.0)
        return _frame(Size(width, bottom), items, [Placed(at, dial), *hung])

    def _lie_below(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return a balance with empty pans, and below it what is weighed, one below the other."""
        look, dial = layouter.look, layouter.layout(self._dial(is_above=True), Limits())
        natural = max(layouter.natural(pan).width for pan in (self.left, self.right))
        width = max(_fill(natural, limits), dial.size.width)
        weighed = Column((self.left, self.right), "tiny")
        below = layouter.layout(weighed, Limits(width, min_width=width))
        pivot = Point(width / 2, dial.size.height + look.space("tiny") + PIVOT + self._swing)
        knobs = self._knobs(width / 4, pivot)
        bottom = max(knob.y for knob in knobs) + _DROP + FOOT_HEIGHT
        items = [post(width / 2, dial.size.height, pivot.y - PIVOT / 2, look)]
        for knob in knobs:
            ties = [Point(knob.x + side * _TIE * FOOT_WIDTH, knob.y + _DROP) for side in (-1, 1)]
            items += [*strings(knob, ties, look), foot(knob.x, knob.y + _DROP + FOOT_HEIGHT, look)]
        items += beam(knobs, pivot, look)
        at = Point((width - dial.size.width) / 2, 0.0), Point(0.0, bottom + look.space("small"))
        placed = [Placed(point, frame) for point, frame in zip(at, (dial, below), strict=True)]
        return _frame(Size(width, at[1].y + below.size.height), items, placed)

    @property
    def _swing(self) -> float:
        return abs(self.tilt) * _STEEPEST / 2

    def _knobs(self, reach: float, pivot: Point) -> tuple[Point, Point]:
        """Return where the pans hang, each at a distance from the pivot along the sheet."""
        down = self.tilt * _STEEPEST / 2
        return Point(pivot.x - reach, pivot.y - down), Point(pivot.x + reach, pivot.y + down)

    def _pans(self, left: float, right: float, layouter: Layouter) -> list[Frame]:
        """Return both pans in their widths, and of one height."""
        pans, offers = (self.left, self.right), [Limits(width, min_width=width) for width in (left, right)]
        height = max(frame.size.height for frame in map(layouter.layout, pans, offers))
        return list(map(layouter.layout, pans, (replace(offer, min_height=height) for offer in offers)))

    def _dial(self, is_above: bool = False) -> Element:
        words = Text(self.measure, "heading", "ink", "center")
        pill: Element = Card(words, "surface", "muted", "small", "medium", "pill")
        if not self.caption:
            return pill
        caption = Text(self.caption, "label", "muted", "center")
        return Column((caption, pill) if is_above else (pill, caption), "small", "center")


def _fill(natural: float, limits: Limits) -> float:
    """Return a natural width within limits, or the width that is to be filled."""
    return min(max(natural, limits.min_width), limits.max_width) if isfinite(limits.max_width) else natural


def _frame(size: Size, behind: Sequence[Drawable], frames: Sequence[Placed]) -> Frame:
    return Frame(size, (*(Placed(ORIGIN, item) for item in behind), *frames))
