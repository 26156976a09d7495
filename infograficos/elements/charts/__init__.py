"""Values as lengths and lines: axes, bars, curves, and what their colours stand for."""

from typing import TYPE_CHECKING

from infograficos.on_demand import on_demand

if TYPE_CHECKING:
    from infograficos.elements.charts import (
        axis,
        bar_chart,
        bars,
        chart,
        curve,
        histogram,
        lying_bar,
        lying_bars,
        meanings,
        rankings,
        standing_bars,
        widths,
    )
else:  # a type checker knows the modules above, and should refuse all other names
    __getattr__ = on_demand(__name__)
