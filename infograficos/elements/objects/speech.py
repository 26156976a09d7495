"""A speaker with a speech balloon."""

from __future__ import annotations

from dataclasses import replace

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.flow import Align, offset
from infograficos.elements.objects.balloon import Balloon, Side
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import TOLERANCE, Limits, Point, Size
from infograficos.scene.items import Frame, Placed

#: The share of the width that a balloon beside its speaker has at least, if its words need more than that.
_LEAST = 0.55


@checked_dataclass
class Speech:
    """A speaker, and a balloon whose tail aims at the speaker's middle.

    Where the words would have too little room beside the speaker, as on a phone, the balloon is above.

    Args:
        who: the speaker, such as a `Person` or a model.
        balloon: what is said; its tail is put where the speaker is.
        side: the side of the balloon that the speaker is at.
        align: where the speaker is along that side.
        grow: let the balloon take all the width.
    """

    who: Element
    balloon: Balloon
    side: Side = "left"
    align: Align = "center"
    grow: bool = False

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return both, side by side or one above the other."""
        who, gap = layouter.layout(self.who, Limits()), layouter.look.space("hair")
        if self.side in ("up", "down"):
            return self._stack(who, gap, self.align, limits, layouter)
        room = limits.max_width - who.size.width - gap
        balloon = replace(self.balloon, tail=self.side)
        natural = layouter.natural(balloon).width
        needed = min(natural, _LEAST * limits.max_width)
        # With room for the balloon in its natural width, its min-content width is not needed.
        if room < natural and room < max(needed, layouter.narrowest(balloon)) - TOLERANCE:
            return self._stack(who, gap, "start" if self.side == "left" else "end", limits, layouter)
        least = max(0.0, limits.min_width - who.size.width - gap)
        offer = Limits(room, min_width=least if self.grow else 0.0)
        body = layouter.layout(balloon, offer).size
        height = max(who.size.height, body.height)
        at, top = offset(self.align, height - who.size.height), offset(self.align, height - body.height)
        spoken = self._lay_out_balloon(balloon, body, at + who.size.height / 2 - top, layouter)
        # Without the width that is offered, both keep to the speaker's side.
        free = max(0.0, least - body.width)
        xs = (0.0, who.size.width + gap) if self.side == "left" else (free + body.width + gap, free)
        items = (Placed(Point(xs[0], at), who), Placed(Point(xs[1], top), spoken))
        return Frame(Size(who.size.width + gap + body.width + free, height), items)

    def _stack(self, who: Frame, gap: float, align: Align, limits: Limits, layouter: Layouter) -> Frame:
        """Return the balloon above the speaker, or below where the speaker's side is `up`."""
        balloon = replace(self.balloon, tail="up" if self.side == "up" else "down")
        offer = Limits(limits.max_width, min_width=limits.min_width if self.grow else 0.0)
        body = layouter.layout(balloon, offer).size
        width = max(who.size.width, body.width, limits.min_width)
        at, left = offset(align, width - who.size.width), offset(align, width - body.width)
        spoken = self._lay_out_balloon(balloon, body, at + who.size.width / 2 - left, layouter)
        ys = (0.0, who.size.height + gap) if self.side == "up" else (body.height + gap, 0.0)
        items = (Placed(Point(at, ys[0]), who), Placed(Point(left, ys[1]), spoken))
        return Frame(Size(width, who.size.height + gap + body.height), items)

    def _lay_out_balloon(self, balloon: Balloon, size: Size, aim: float, layouter: Layouter) -> Frame:
        return layouter.layout(replace(balloon, aim=aim), Limits(size.width, min_width=size.width))
