"""What the colours, hatches and lines of a figure stand for, in as many rows as it takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from infograficos.elements.charts.chart import DASHES, Dash
from infograficos.elements.charts.lying_bar import Filling, filled
from infograficos.elements.row import Row
from infograficos.elements.text import Text
from infograficos.elements.wrap import Wrap
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Drawable, Frame, Path, Placed, Step, Stroke

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: A line's sample is this many times as long as it is high, so that two dashes are seen.
_LONG = 2.0


@dataclass(frozen=True, slots=True)
class Sample:
    """A piece of what is explained: of a bar or surface by its filling, of a line by its dash.

    Args:
        role: whose colours it has.
        like: `solid`, `pale` or `hatched`.
        dash: `solid`, `dashed` or `dotted` for a line, nothing for a surface.
    """

    role: str
    like: Filling = "solid"
    dash: Dash | None = None

    def layout(self, _limits: Limits, layouter: Layouter) -> Frame:
        """Return the sample, as high as a cell of the theme."""
        look = layouter.look
        side = look.size("dot")
        size = Size(side * (_LONG if self.dash else 1.0), side)
        return Frame(size, tuple(Placed(ORIGIN, item) for item in self._drawn(size, look)))

    def _drawn(self, size: Size, look: ResolvedTheme) -> tuple[Drawable, ...]:
        if self.dash is None:
            return filled(Rect(0.0, 0.0, size.width, size.height), self.role, self.like, look)
        width, y = look.stroke("flow"), size.height / 2
        ends = (Point(width / 2, y), Point(size.width - width / 2, y))
        steps = (Step("M", ends[:1]), Step("L", ends[1:]))
        dash = tuple(length * width for length in DASHES[self.dash])
        return (Path(steps, stroke=Stroke(look.paint(f"{self.role}.strong"), width, dash)),)


@dataclass(frozen=True, slots=True)
class Meaning:
    """A sample and what it stands for."""

    name: str
    sample: Element
    role: str


def legend(meanings: tuple[Meaning, ...]) -> Element:
    """Return the samples with their names, beside each other, and on in a new row where they must be."""
    items = tuple(
        Row((each.sample, Text(each.name, "label", f"{each.role}.strong", literal=True)), "tiny")
        for each in meanings
    )
    return Wrap(items, "large", "small")
