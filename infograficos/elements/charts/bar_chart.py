"""Charts of bars from a line at zero: categories with one or more values, horizontal or vertical."""

from __future__ import annotations

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.charts.bar_arrangements import Columns, Rows
from infograficos.elements.charts.bar_data import BarChartData
from infograficos.elements.charts.bar_layout import BarLayout
from infograficos.layout import Layouter
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Frame


@checked_dataclass
class BarChart(BarChartData):
    """Categories with their bars, the value at each bar's end."""

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Lay out vertical bars as high as a chart of the theme, horizontal ones as wide as the offer."""
        arrange: type[BarLayout] = Rows if self.orientation == "horizontal" else Columns
        return arrange(self, limits, layouter).frame()
