"""The data of a bar chart: categories, each with its bars, and a threshold."""

from __future__ import annotations

from dataclasses import dataclass

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.charts.bar import Fill, Orientation
from infograficos.elements.flow import Align
from infograficos.elements.text import Text


@checked_dataclass
class BarDatum:
    """The value of a bar, the label at its end, and its style."""

    value: float
    label: str
    role: str
    fill: Fill = "solid"

    def inside(self, text: str) -> Text:
        """Return words for inside the bar, in a colour that is read on its face."""
        ink = {"solid": "paper", "mid": "ink"}.get(self.fill, f"{self.role}.strong")
        return Text(text, "mark", ink, literal=True)


@dataclass(frozen=True, slots=True)
class Category:
    """A name and its bars, one per series; a `strong` category has strong words."""

    name: str
    bars: tuple[BarDatum, ...]
    strong: bool = False

    def heading(self, align: Align) -> Text:
        """Return the name as an element."""
        return Text(self.name, self._style, "ink", align, literal=True)

    def label(self, bar: BarDatum) -> Text:
        """Return a bar's label as an element."""
        return Text(bar.label, self._style, f"{bar.role}.strong", literal=True, tabular=True)

    @property
    def _style(self) -> str:
        return "mark" if self.strong else "label"


@dataclass(frozen=True, slots=True)
class Threshold:
    """A value marked by a dashed line, and the line's name."""

    value: float
    name: str


@checked_dataclass
class BarChartData:
    """Categories with their bars, the value at each bar's end.

    Args:
        threshold: a dashed line across the bars, with its name at its end.
        names_beside: put the names of horizontal bars at their left instead of above them.
        series: the names of the series, inside the first category's horizontal bars.
        edges: labels for the edges of vertical bars instead of their names, one more than there are bars.
    """

    categories: tuple[Category, ...]
    threshold: Threshold | None = None
    orientation: Orientation = "vertical"
    names_beside: bool = False
    series: tuple[str, ...] = ()
    edges: tuple[str, ...] = ()
