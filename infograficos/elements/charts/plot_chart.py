"""Points, lines, bands and regions over two axes, linear or logarithmic, each with its name beside it."""

from __future__ import annotations

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.charts.plot_data import PlotData
from infograficos.elements.charts.plot_layout import PlotLayout
from infograficos.layout import Layouter
from infograficos.scene.geometry import TOLERANCE, Limits
from infograficos.scene.items import Frame


@checked_dataclass
class PlotChart(PlotData):
    """A plot with the words of its axes outside the plane."""

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Lay out the plane as wide as offered, names of lines that reach its right side beside it."""
        layout = PlotLayout(self, self.x, limits, layouter)
        for axis in self.narrower:
            if layout.plane.right + layout.right <= limits.max_width + TOLERANCE:
                break
            layout = PlotLayout(self, axis, limits, layouter)
        return layout.frame()
