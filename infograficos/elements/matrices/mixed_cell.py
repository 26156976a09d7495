"""A key cap with a sum, whose face is in the colours of what it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import TYPE_CHECKING

from infograficos.elements.arguments import checked_dataclass, require_items
from infograficos.elements.cap import cap_depth, cap_radius, lay_out_on_cap, paint_state
from infograficos.elements.polyline import round_corners
from infograficos.elements.text import Text
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect
from infograficos.scene.items import Drawable, Frame, Path, PathCommand, Placed

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme


@checked_dataclass
class MixedCell:
    """A large number on a cap, each part of which is as wide as what it adds to the number.

    Args:
        number: as it is written.
        parts: the colour role of each part, and what it adds, above 0.
    """

    number: str
    parts: tuple[tuple[str, float], ...]

    def __post_init__(self) -> None:
        require_items("MixedCell.parts", self.parts)

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Lay out the number on a cap of at least the minimum size."""
        depth, room = cap_depth(layouter.look), layouter.look.space("tiny")
        frame, rect = self._on_cap("heading", limits, layouter)
        widths = [each.item.size.width for each in frame.items if isinstance(each.item, Frame)]
        if max(widths, default=0.0) + 2 * room > self._widest(rect).width:
            frame, rect = self._on_cap("mark", limits, layouter)
        surface = (Placed(ORIGIN, item) for item in self._paint(rect, depth, layouter.look))
        aside = self._widest(rect).center.x - rect.center.x
        words = (Placed(each.at.translate(Point(aside, 0.0)), each.item) for each in frame.items)
        return Frame(frame.size, (*surface, *words), frame.baseline)

    def _on_cap(self, style: str, limits: Limits, layouter: Layouter) -> tuple[Frame, Rect]:
        """Return the number on a cap, and the cap."""
        number = Text(self.number, style, "ink", "center", literal=True)
        return lay_out_on_cap(number, limits, layouter, ("small", "tiny"), cap_depth(layouter.look))

    def _widest(self, rect: Rect) -> Rect:
        """Return the widest part of a cap, where no border of another part crosses the number."""
        sizes = [added for _, added in self.parts]
        widest = sizes.index(max(sizes))
        scale = rect.width / sum(sizes)
        return Rect(rect.x + scale * sum(sizes[:widest]), rect.y, scale * sizes[widest], rect.height)

    def _paint(self, rect: Rect, depth: float, look: ResolvedTheme) -> Iterator[Drawable]:
        """Yield the whole cap in the first colour, then from the left what lies over it in the others."""
        (first, _), *others = self.parts
        yield from paint_state(rect, first, "focus", look, depth)
        whole, radius, border = (
            sum(added for _, added in self.parts),
            cap_radius(rect, look),
            look.stroke("border"),
        )
        for before, (role, _) in zip(accumulate(added for _, added in self.parts), others, strict=False):
            left = rect.x + rect.width * before / whole
            part = Rect(left, rect.y, rect.right - left, rect.height)
            face = Rect(left, rect.y + border, part.width - border, rect.height - border - depth)
            yield Path(_round_right(part, radius), look.paint(f"{role}.deep"), None, "ornament")
            yield Path(_round_right(face, radius - border), look.paint(f"{role}.mid"), None, "surface")


def _round_right(rect: Rect, radius: float) -> tuple[PathCommand, ...]:
    """Return the outline of a rectangle with round corners at its right."""
    top, bottom = Point(rect.x, rect.y), Point(rect.right, rect.bottom)
    corners = [top, Point(bottom.x, top.y), bottom, Point(top.x, bottom.y)]
    return (*round_corners(corners, radius, (1.0, 1.0)), PathCommand("Z"))
