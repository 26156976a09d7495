"""How bars of one or several series are coloured, explained and arranged where there is room for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from infograficos.content.data.stacks import Stacking
from infograficos.elements.card import Named
from infograficos.elements.charts.bar import Fill
from infograficos.elements.charts.bar_chart import BarChart
from infograficos.elements.charts.bar_data import BarDatum, BarPart, Category
from infograficos.elements.charts.legend import LegendItem, LegendKey, legend
from infograficos.elements.diagram_labels import DiagramLabels
from infograficos.elements.flow import FirstThatFits
from infograficos.elements.row import Column
from infograficos.layout import Element


@dataclass(frozen=True, slots=True)
class BarColors:
    """The roles and fills of the bars of each series.

    Args:
        series: the names of the series, or nothing for one.
        role: that of bars of one series.
        highlighted: the category or, of a stack, the series that stands out, or nothing.
        stacked: what the parts of one bar are, if the series are.
        edges: those of the bars of a histogram, which touch each other.
    """

    series: Sequence[str]
    role: str
    highlighted: str | None = None
    stacked: Stacking | None = None
    edges: Sequence[float] | None = None

    def role_of(self, series: int) -> str:
        """Return the colours of a series: a category's where there are several."""
        return f"category{series + 1}" if self.series else self.role

    def fills(self, name: str) -> tuple[Fill, ...]:
        """Return the fills of a category's bars; of several series the last one is the one to remember."""
        if self.stacked:
            return tuple(self._part_fill(name, each) for each in self.series)
        if self.series:
            others: list[Fill] = ["pale"] * (len(self.series) - 1)
            return *others, "solid" if name == self.highlighted else "mid"
        if name == self.highlighted:
            return ("solid",)
        # Wide bars that touch would be one large area.
        return ("pale" if self.edges and self.highlighted else "mid",)

    def _part_fill(self, name: str, series: str) -> Fill:
        """Return the fill of a part of a stack: pale where another category or series stands out."""
        if self.highlighted in self.series:
            return "solid" if series == self.highlighted else "pale"
        return "mid" if self.highlighted in (None, name) or not name else "pale"

    def stack(
        self, name: str, parts: Sequence[float], labels: Sequence[str], total: tuple[float, str]
    ) -> Category:
        """Return a category with one bar, which all of its series are parts of.

        Args:
            parts, labels: how much each part is, and as it is written.
            total: how much they are together, and what is written at the end of the bar, or nothing.
        """
        rows = enumerate(zip(parts, labels, self.fills(name), strict=True))
        pieces = tuple(BarPart(value, label, self.role_of(j), fill) for j, (value, label, fill) in rows)
        return Category(name, (BarDatum(*total, self.role, parts=pieces),), name == self.highlighted)

    def legend(self) -> Element:
        """Return the names of the series with what their bars look like."""
        rows = [
            (name, self.role_of(i), fill)
            for i, (name, fill) in enumerate(zip(self.series, self.fills(""), strict=True))
        ]
        return legend([LegendItem(name, LegendKey(role, fill), role) for name, role, fill in rows])


def arrange_bars(chart: BarChart, colors: BarColors, edges: tuple[str, ...] = (), *, lying: bool) -> Element:
    """Return the first arrangement of bars that fits: columns unless they are `lying`, then rows.

    Args:
        chart: the bars, lying.
        colors: how they are coloured.
        edges: the labels of a histogram's edges, or nothing.
    """
    beside = replace(chart, names_beside=True)
    has_blocks = any(category.thing for category in chart.categories)
    # Lying bars have room for the names of the series.
    stacked = replace(beside, categories=tuple(replace(c, stacked=True) for c in chart.categories))
    charts = (beside, stacked, chart) if has_blocks else (beside, chart)
    options = [_with_legend(each, colors) for each in charts]
    if colors.series and not colors.stacked:
        options.insert(0, Named("barras", replace(beside, series=tuple(colors.series))))
    if not lying and not has_blocks:
        options.insert(0, _with_legend(replace(chart, orientation="vertical", edges=edges), colors))
    return DiagramLabels(FirstThatFits(tuple(options)))


def _with_legend(chart: BarChart, colors: BarColors) -> Element:
    bars = Named("barras", chart)
    if not colors.series:
        return bars
    return Column((Named("legenda", colors.legend()), bars), "medium")
