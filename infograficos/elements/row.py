"""Elements in a row."""

from __future__ import annotations

from math import isfinite

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.flex import FlexItem, cap_widths, has_text, resolve_flex
from infograficos.elements.flow import Align, Grow, Justify, item_positions, offset
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import TOLERANCE, Limits, Point, Size
from infograficos.scene.items import Frame, Placed


@checked_dataclass
class Row:
    """Children from left to right; one in `Grow` takes free room, which else `justify` distributes."""

    children: tuple[Element, ...]
    gap: str = "small"
    align: Align = "center"
    justify: Justify = "start"
    equal: bool = False

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the row, its children at natural widths or shrunk to fit."""
        gap = layouter.look.space(self.gap)
        gaps = gap * (len(self.children) - 1)
        widths = self._widths(limits, gaps, layouter)
        if sum(widths) + gaps > limits.max_width + TOLERANCE:
            widths = cap_widths(
                limits.max_width - gaps, widths, [has_text(c, layouter) for c in self.children]
            )
        frames = [
            layouter.layout(child, Limits(width, limits.max_height, width if _fills(child, self) else 0.0))
            for child, width in zip(self.children, widths, strict=True)
        ]
        height = max([frame.size.height for frame in frames] + [limits.min_height])
        if self.align == "stretch":
            frames = [
                layouter.layout(child, Limits(width, limits.max_height, width, height))
                for child, width in zip(self.children, widths, strict=True)
            ]
        # A child that overflows pushes its neighbours aside, so that nothing is covered.
        widths = [max(width, frame.size.width) for width, frame in zip(widths, frames, strict=True)]
        width = max(sum(widths) + gaps, limits.min_width)
        xs = item_positions(widths, gap, width - sum(widths) - gaps, self.justify)
        return self._placed(frames, xs, Size(width, height))

    def _widths(self, limits: Limits, gaps: float, layouter: Layouter) -> list[float]:
        naturals = [layouter.natural(child).width for child in self.children]
        if self.equal and naturals:
            naturals = [max(naturals)] * len(naturals)
        # If no child grows, the rest stays free.
        least = max(limits.min_width - gaps, sum(naturals))
        room = limits.max_width - gaps if isfinite(limits.max_width) else least
        # If everyone gets its natural width, min-content widths are not needed.
        generous = room >= sum(naturals) and not self.equal
        items = [
            self._flex_item(child, natural, 0.0 if generous else min(natural, layouter.narrowest(child)))
            for child, natural in zip(self.children, naturals, strict=True)
        ]
        return resolve_flex(room, items)

    def _flex_item(self, child: Element, natural: float, least: float) -> FlexItem:
        if self.equal:
            return FlexItem(0.0, least, 1.0)
        return FlexItem(natural, least, child.share if isinstance(child, Grow) else 0.0)

    def _placed(self, frames: list[Frame], xs: list[float], size: Size) -> Frame:
        baseline = max((frame.baseline or 0.0 for frame in frames), default=0.0)
        items = []
        for frame, x in zip(frames, xs, strict=True):
            if self.align == "baseline" and frame.baseline is not None:
                y = baseline - frame.baseline
            else:
                y = offset(self.align, size.height - frame.size.height)
            items.append(Placed(Point(x, y), frame))
        lowest = max(
            [item.at.y + f.size.height for item, f in zip(items, frames, strict=True)] + [size.height]
        )
        first = next((p.at.y + f.baseline for p, f in zip(items, frames, strict=True) if f.baseline), None)
        return Frame(Size(size.width, lowest), tuple(items), first)


def _fills(child: Element, row: Row) -> bool:
    return row.equal or isinstance(child, Grow)
