"""Legends: the meaning of colours, fills and dashes, wrapped into rows."""

from __future__ import annotations

from collections.abc import Sequence

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.charts.bar import Fill, paint_bar
from infograficos.elements.charts.line_data import Dash, line_pen
from infograficos.elements.row import Row
from infograficos.elements.text import Text
from infograficos.elements.wrap import Wrap
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Drawable, Frame, Path, Placed, polyline

#: A line's key is this many times as wide as it is high, so that it shows two dashes.
_LINE_RATIO = 2.0


@checked_dataclass
class LegendKey:
    """A sample of a bar or surface by its fill, or of a line by its dash."""

    role: str
    fill: Fill = "solid"
    dash: Dash | None = None

    def layout(self, _limits: Limits, layouter: Layouter) -> Frame:
        """Lay out the key, as high as a dot of the theme."""
        look = layouter.look
        side = look.size("dot")
        if self.dash is None:
            size = Size(side, side)
            items: Sequence[Drawable] = paint_bar(Rect(0.0, 0.0, side, side), self.role, self.fill, look)
        else:
            size, pen = Size(side * _LINE_RATIO, side), line_pen(self.role, self.dash, look)
            ends = Point(pen.width / 2, side / 2), Point(size.width - pen.width / 2, side / 2)
            items = [Path(polyline(*ends), stroke=pen)]
        return Frame(size, tuple(Placed(ORIGIN, item) for item in items))


@checked_dataclass
class LegendItem:
    """A key, the words that explain it, and the role of their colour."""

    words: str
    key: Element
    role: str


def legend(items: Sequence[LegendItem]) -> Element:
    """Return the keys with their words in a row, wrapped to more rows where it is too long."""
    rows = [
        Row((each.key, Text(each.words, "label", f"{each.role}.strong", literal=True)), "tiny")
        for each in items
    ]
    return Wrap(tuple(rows), "large", "small")
