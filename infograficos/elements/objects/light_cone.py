"""A soft light that falls from an object on a panel, which shows what is inside."""

from __future__ import annotations

from collections.abc import Iterator

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.objects.model import OPENED_PLATE
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, TOLERANCE, Insets, Limits, Point, Rect, Size
from infograficos.scene.items import Box, Drawable, Frame, Path, Placed, polyline, walk


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
        look = layouter.look
        pad, gap = look.space(self.padding), look.space(self.gap)
        insets = Insets(pad, pad, pad, pad)
        source = layouter.layout(self.source, limits.loosen())
        left = source.size.width + gap
        beside = Limits(limits.max_width - left, limits.max_height, limits.min_width - left).deflate(insets)
        if layouter.narrowest(self.panel) <= beside.max_width + TOLERANCE:
            content = layouter.layout(self.panel, beside)
            return self._arrange(source, content, Point(left, 0.0), insets, layouter)
        content = layouter.layout(self.panel, limits.deflate(insets))
        return self._arrange(source, content, Point(0.0, source.size.height + gap), insets, layouter)

    def _arrange(self, source: Frame, content: Frame, at: Point, insets: Insets, layouter: Layouter) -> Frame:
        """Center the object and the panel on each other, the panel `at` beside the object or below it."""
        width, height = content.size.width + insets.horizontal, content.size.height + insets.vertical
        whole = Size(max(source.size.width, at.x + width), max(source.size.height, at.y + height))
        if at.x:
            panel = Rect(at.x, (whole.height - height) / 2, width, height)
            corner = Point(0.0, (whole.height - source.size.height) / 2)
        else:
            panel = Rect((whole.width - width) / 2, at.y, width, height)
            corner = Point((whole.width - source.size.width) / 2, 0.0)
        light = self._paint_light(_mouth(source, corner), panel, bool(at.x), layouter)
        inside = Placed(Point(panel.x + insets.left, panel.y + insets.top), content)
        return Frame(whole, (*(Placed(ORIGIN, item) for item in light), Placed(corner, source), inside))

    def _paint_light(self, mouth: Point, panel: Rect, beside: bool, layouter: Layouter) -> Iterator[Drawable]:
        soft = layouter.look.paint(f"{self.role}.soft")
        radius = min(layouter.look.radius("card"), panel.width / 2, panel.height / 2)
        # On the side of the light the panel has no round corners.
        if beside:
            lit = Rect(panel.x, panel.y, radius, panel.height)
            ends = (lit.corners[0], lit.corners[1], lit.corners[2], lit.corners[3])
        else:
            lit = Rect(panel.x, panel.y, panel.width, radius)
            ends = (lit.corners[1], lit.corners[2], lit.corners[3], lit.corners[0])
        yield Path(polyline(mouth, *ends, closed=True), soft, None, "ornament")
        yield Box(panel, soft, radius=radius)


def _mouth(source: Frame, at: Point) -> Point:
    """Return where the light begins: the middle of the right side of the opened plate, or of the object."""
    found = Rect(at.x, at.y, source.size.width, source.size.height)
    for visit in walk(source, at):
        if isinstance(visit.item, Frame) and visit.item.name == OPENED_PLATE:
            found = visit.rect
    return Point(found.right, found.center.y)
