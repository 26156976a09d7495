"""A short broad arrow between two neighbours."""

from __future__ import annotations

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.flow_shape import HEAD_LENGTH, HEAD_WIDTH, flow_shape, paint_flow
from infograficos.elements.shapes import Direction, lay_arrow
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits
from infograficos.scene.items import Frame, Placed, polyline


@checked_dataclass
class FlowArrow:
    """A broad arrow between two neighbours, in the colour of what it comes from, of a least length."""

    direction: Direction = "right"
    color: str = "model.mid"
    stroke: str = "ribbon"
    length: str = "link"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the arrow, as long as its room."""
        look = layouter.look
        width = look.stroke(self.stroke)
        across, least = HEAD_WIDTH * width, max(look.space(self.length), 1.5 * HEAD_LENGTH * width)
        size, start, end = lay_arrow(self.direction, least, across, limits)
        paths = paint_flow(flow_shape(polyline(start, end), width), self.color, look)
        return Frame(size, tuple(Placed(ORIGIN, path) for path in paths))
