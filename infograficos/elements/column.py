"""Elements in a column, and stacked on top of each other."""

from __future__ import annotations

from dataclasses import replace

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.flow import Align, Grow, Justify, item_positions, offset
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import Limits, Point, Size
from infograficos.scene.items import Frame, Placed


@checked_dataclass
class Column:
    """Children from top to bottom; one in `Grow` takes free height, which else `justify` distributes."""

    children: tuple[Element, ...]
    gap: str = "small"
    align: Align = "stretch"
    justify: Justify = "start"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the column, as wide as its widest child."""
        # A fixed width makes the children's natural widths irrelevant.
        settled = self.align == "stretch" and limits.min_width == limits.max_width
        loose = Limits(limits.max_width, min_width=limits.max_width if settled else 0.0)
        naturals = [layouter.layout(child, loose).size.width for child in self.children]
        width = max([*naturals, limits.min_width])
        least = min(width, limits.max_width) if self.align == "stretch" else 0.0
        offer = Limits(limits.max_width, min_width=least)
        frames = [layouter.layout(child, offer) for child in self.children]
        gap = layouter.look.space(self.gap)
        gaps = gap * (len(frames) - 1)
        free = limits.min_height - gaps - sum(frame.size.height for frame in frames)
        if free > 0:
            frames = self._grown(frames, offer, free, layouter)
        heights = [frame.size.height for frame in frames]
        height = max(sum(heights) + gaps, limits.min_height)
        ys = item_positions(heights, gap, height - sum(heights) - gaps, self.justify)
        items = [
            Placed(Point(offset(self.align, width - frame.size.width), y), frame)
            for frame, y in zip(frames, ys, strict=True)
        ]
        first = next((p.at.y + f.baseline for p, f in zip(items, frames, strict=True) if f.baseline), None)
        return Frame(Size(width, height), tuple(items), first)

    def _grown(self, frames: list[Frame], offer: Limits, free: float, layouter: Layouter) -> list[Frame]:
        total = sum(child.share for child in self.children if isinstance(child, Grow))
        return [
            layouter.layout(child, replace(offer, min_height=frame.size.height + free * child.share / total))
            if isinstance(child, Grow)
            else frame
            for child, frame in zip(self.children, frames, strict=True)
        ]


@checked_dataclass
class Stack:
    """Children on top of each other, the first at the back."""

    children: tuple[Element, ...]
    align: Align = "center"
    justify: Align = "center"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return a frame as large as the largest child."""
        frames = [layouter.layout(child, limits) for child in self.children]
        width = max([frame.size.width for frame in frames] + [limits.min_width])
        height = max([frame.size.height for frame in frames] + [limits.min_height])
        items = tuple(
            Placed(
                Point(
                    offset(self.justify, width - frame.size.width),
                    offset(self.align, height - frame.size.height),
                ),
                frame,
            )
            for frame in frames
        )
        return Frame(Size(width, height), items)
