"""Horizontal bars below each other, beside or below their names."""

from __future__ import annotations

from itertools import accumulate, chain

from infograficos.elements.charts.bar_layout import BarLayout
from infograficos.scene.geometry import Limits, Point, Size
from infograficos.scene.items import Placed


class Rows(BarLayout):
    """A row per category, as high as its words and bars; the threshold's name above the plot."""

    horizontal = True

    def divide(self, limits: Limits) -> None:
        """Divide the width among names, plot and labels, and the height into rows."""
        beside = self.chart.names_beside
        headings = [each.heading("start") for each in self.chart.categories]
        self._names = [
            self.words(each) if beside else self.fitted_words(each, limits.max_width) for each in headings
        ]
        widest = max(frame.size.width for frame in self._names)
        self.start = (widest + self.small if beside else 0.0) + self._label_room(negative=True)
        right = self._label_room(negative=False)
        offered = limits.min_width or min(limits.max_width, 4 * self.look.size("picture_width"))
        # Beside their names bars would soon be too short to compare; below them they have room.
        least = self.look.size("picture_width" if beside else "plot")
        self.length = max(offered - self.start - right, least)
        self._width = max(self.start + self.length + right, widest)
        top, threshold = self._place_threshold(self.start + self.length + right)
        self._divide_height(top)
        bottom = self.size.height
        self.outer_words = [
            Placed(Point(0.0, y + ((height - frame.size.height) / 2 if beside else 0.0)), frame)
            for y, height, frame in zip(self._tops, self._heights, self._names, strict=True)
        ] + threshold
        # Bars below their names that all start at the margin need no line there.
        self.zero_line = (top, bottom) if beside or self.low < 0 else None
        self.threshold_line = top - self.small + self.look.space("hair"), bottom

    def _label_room(self, negative: bool) -> float:
        """Return the room for the widest label at the ends of bars of one sign."""
        pairs = zip(self.values, chain.from_iterable(self.labels), strict=True)
        widths = [label.size.width + self.gap for value, label in pairs if (value < 0) == negative]
        return max(widths, default=0.0)

    def _place_threshold(self, room: float) -> tuple[float, list[Placed]]:
        """Return where the plot starts below the threshold's name, and the name in its place."""
        name = self.threshold_name(room)
        if not name or not self.chart.threshold:
            return 0.0, []
        middle = self.main(self.chart.threshold.value)
        x = max(0.0, min(middle - name.size.width / 2, room - name.size.width))
        self._width = max(self._width, x + name.size.width)
        return name.size.height + self.small, [Placed(Point(x, 0.0), name)]

    def _divide_height(self, top: float) -> None:
        beside = self.chart.names_beside
        bars = [self._bars_height(i) for i in range(len(self.labels))]
        names = [frame.size.height for frame in self._names]
        pairs = list(zip(bars, names, strict=True))
        self._heights = [max(pair) if beside else pair[0] + (pair[1] + self.small) for pair in pairs]
        between = self.small if beside else self.look.space("large")
        ends = list(accumulate((height + between for height in self._heights), initial=top))
        self._tops, self.size = ends[:-1], Size(self._width, ends[-1] - between)

    def _bars_height(self, category: int) -> float:
        gap = self.look.space("hair")
        return (self.look.size("cell") + gap) * len(self.labels[category]) - gap

    def slot(self, category: int, series: int) -> tuple[float, float]:
        """Return the top and the thickness of a bar: centred beside a name, at the foot below one."""
        height, bars = self._heights[category], self._bars_height(category)
        top = self._tops[category] + ((height - bars) / 2 if self.chart.names_beside else height - bars)
        thickness = self.look.size("cell")
        return top + (thickness + self.look.space("hair")) * series, thickness
