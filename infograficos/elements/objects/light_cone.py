"""A soft light that falls from an object on a panel, which shows what is inside."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.card import Card
from infograficos.elements.objects.model import OPENED_PLATE
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, TOLERANCE, Limits, Point, Rect, Size
from infograficos.scene.items import Drawable, Frame, Path, Placed, extent, polyline, walk

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: Beside each other, the share of the width that the object gets at most, and the panel at least.
_SHARE, _LEAST = 0.4, 0.5


@checked_dataclass
class LightCone:
    """A panel in the light that comes from an object, such as the opened plate of a `Model`.

    The panel is beside the object, or below it where there is no room.

    Args:
        source: the object; the light begins at the right of its opened plate, else of itself.
        panel: what lies on the panel.
        gap: the name of the space between the object and the panel.
        padding: that of the space inside the panel.
    """

    source: Element
    panel: Element
    role: str = "model"
    gap: str = "link"
    padding: str = "medium"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the object, the light and the panel, side by side or below each other."""
        gap = layouter.look.space(self.gap)
        source = self._beside(limits, layouter)
        card = Card(self.panel, f"{self.role}.soft", None, self.padding)
        left = source.size.width + gap
        beside = Limits(limits.max_width - left, limits.max_height, max(0.0, limits.min_width - left))
        least = max(layouter.narrowest(card), _LEAST * limits.max_width if limits.max_width < inf else 0.0)
        if least <= beside.max_width + TOLERANCE:
            panel = layouter.layout(card, beside)
            height = max(source.size.height, panel.size.height)
            at = Point(0.0, (height - source.size.height) / 2), Point(left, (height - panel.size.height) / 2)
            whole = Size(left + panel.size.width, height)
        else:
            source = layouter.layout(self.source, limits.loosen())
            panel = layouter.layout(card, Limits(limits.max_width, min_width=limits.min_width))
            width, below = max(source.size.width, panel.size.width), source.size.height + gap
            at = Point((width - source.size.width) / 2, 0.0), Point((width - panel.size.width) / 2, below)
            whole = Size(width, below + panel.size.height)
        light = self._light(_mouth(source, at[0]), extent(panel).translate(at[1]), layouter.look)
        return Frame(whole, (Placed(ORIGIN, light), Placed(at[0], source), Placed(at[1], panel)))

    def _beside(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the object beside the panel, which gets most of the room."""
        room = max(layouter.narrowest(self.source), _SHARE * limits.max_width)
        return layouter.layout(self.source, Limits(room, limits.max_height))

    def _light(self, mouth: Point, panel: Rect, look: ResolvedTheme) -> Drawable:
        """Return what the light covers; on its side the panel then has no round corners."""
        radius = min(look.radius("card"), panel.width / 2, panel.height / 2)
        if panel.x > mouth.x:
            a, b, c, d = Rect(panel.x, panel.y, radius, panel.height).corners
            return self._paint(look, mouth, a, b, c, d)
        d, a, b, c = Rect(panel.x, panel.y, panel.width, radius).corners
        # It opens below the object, so that words beside that lie on one ground.
        low = Point(mouth.x, panel.y - look.space(self.gap))
        return self._paint(look, mouth, low, a, b, c, d)

    def _paint(self, look: ResolvedTheme, *corners: Point) -> Drawable:
        soft = look.paint(f"{self.role}.soft")
        return Path(polyline(*corners, closed=True), soft, None, "ornament")


def _mouth(source: Frame, at: Point) -> Point:
    """Return where the light begins: the middle of the right side of the opened plate, or of the object."""
    found = Rect(at.x, at.y, source.size.width, source.size.height)
    for visit in walk(source, at):
        if isinstance(visit.item, Frame) and visit.item.name == OPENED_PLATE:
            found = visit.rect
    return Point(found.right, found.center.y)
