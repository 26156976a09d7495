"""Children from top to bottom that are as far apart as their times, with pauses between them."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate, pairwise

from infograficos.elements.arguments import checked_dataclass
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import Limits, Point, Size
from infograficos.scene.items import Frame, Placed


@checked_dataclass
class TimedColumn:
    """A column whose children's middles are apart in proportion to the times between them.

    Args:
        children: two or more.
        waits: the time from each child to the next.
        pauses: what fills the room between each child and the next, or None.
    """

    children: tuple[Element, ...]
    waits: tuple[float, ...]
    pauses: tuple[Element | None, ...]
    gap: str = "tiny"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the column, as low as its closest children allow."""
        gap, offer = layouter.look.space(self.gap), replace(limits, min_height=0.0)
        frames = [layouter.layout(child, offer) for child in self.children]
        width, heights = max(frame.size.width for frame in frames), [frame.size.height for frame in frames]
        needed = [(upper + lower) / 2 + gap for upper, lower in pairwise(heights)]
        scale = max(length / wait for length, wait in zip(needed, self.waits, strict=True))
        middles = accumulate((scale * wait for wait in self.waits), initial=heights[0] / 2)
        tops = [middle - height / 2 for middle, height in zip(middles, heights, strict=True)]
        items = [Placed(Point(0.0, top), frame) for top, frame in zip(tops, frames, strict=True)]
        for number, pause in enumerate(self.pauses):
            if pause:
                top = tops[number] + heights[number] + gap
                room = Limits(width, min_width=width, min_height=tops[number + 1] - gap - top)
                items.append(Placed(Point(0.0, top), layouter.layout(pause, room)))
        return Frame(Size(width, tops[-1] + heights[-1]), tuple(items))
