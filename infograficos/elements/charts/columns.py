"""Vertical bars beside each other, over their names or between the labels of their edges."""

from __future__ import annotations

from infograficos.elements.charts.bar_layout import BarLayout
from infograficos.elements.text import Text
from infograficos.scene.geometry import Limits, Point, Size
from infograficos.scene.items import Placed, extent

#: The share of its slot that a category's bars take; the rest separates it from its neighbours.
_BARS_SHARE = 0.62

#: The threshold's name is broken rather than take more than this share of the width.
_NAME_SHARE = 0.22


class Columns(BarLayout):
    """A slot of equal width per category; the threshold's name at the right of its line."""

    horizontal = False

    def divide(self, limits: Limits) -> None:
        """Divide the width into slots, and leave room for labels above and below the bars."""
        self._divide_width(limits)
        self._divide_height()
        self.outer_words = self._place_words()
        bottom = max(each.at.y + extent(each.item).height for each in self.outer_words)
        self.size = Size(self._left + self._width + self._right, max(bottom, self.start + self.length))
        self.zero_line = self.threshold_line = self._left, self._left + self._width

    def _divide_width(self, limits: Limits) -> None:
        categories, edges = self.chart.categories, self.chart.edges
        self._names = [self.words(Text(edge, "label", "muted", literal=True)) for edge in edges]
        offered = limits.min_width or limits.max_width
        self._threshold = self.threshold_name(offered * _NAME_SHARE)
        half = max((frame.size.width / 2 for frame in self._names), default=0.0)
        self._left = half
        self._right = max(half, self._threshold.size.width + self.gap if self._threshold else 0.0)
        room = offered - self._left - self._right
        edge = 2 * half + self.gap
        # Where not all edges have room for a label, every other one has none.
        self._every = 2 if edges and edge * len(categories) > room else 1
        least = max(*(self._min_slot(i) for i in range(len(categories))), edge / self._every)
        natural = max(least, 3 * self.look.size("bar")) * len(categories)
        self._width = max(least * len(categories), room if limits.min_width else min(natural, room))
        self._slot = self._width / len(categories)
        if not edges:
            self._names = [self.words(c.heading("center"), self._slot - self.gap) for c in categories]

    def _min_slot(self, category: int) -> float:
        """Return the least width of a slot: no label or word is broken."""
        labels = self.labels[category]
        width = (self._label_width(category, self.look.size("bar")) + self.gap) * len(labels)
        if self.chart.edges:
            return width
        name = self.layouter.narrowest(self.chart.categories[category].heading("center"))
        return max(width, name) + self.gap

    def _label_width(self, category: int, least: float = 0.0) -> float:
        return max(least, *(frame.size.width for frame in self.labels[category]))

    def _divide_height(self) -> None:
        label = max(frame.size.height for row in self.labels for frame in row) + self.gap
        self.start, self.length = label, self.look.size("chart")
        self._below = label if min(self.values) < 0 else 0.0
        if self.chart.threshold and self._threshold:
            # The name is centred on its line and may reach above the labels.
            y = self.main(self.chart.threshold.value) - self.start
            self.start = max(self.start, self._threshold.size.height / 2 - y)

    def slot(self, category: int, series: int) -> tuple[float, float]:
        """Return the left side and the width of a bar, beside the others around the middle of the slot."""
        count, edges = len(self.labels[category]), bool(self.chart.edges)
        label = self._label_width(category) + self.gap
        step = max(self._slot * (1.0 if edges else _BARS_SHARE) / count, label if count > 1 else 0.0)
        if not edges:
            step = min(step, max(2 * self.look.size("bar"), label))
        width = step - (self.gap / 2 if count > 1 or edges else 0.0)
        middle = self._left + self._slot * (category + 0.5) + step * (series - (count - 1) / 2)
        return middle - width / 2, width

    def _place_words(self) -> list[Placed]:
        """Return the names or edges in a line below the plot, and the threshold's name at its right."""
        y = self.start + self.length + self._below + self.small
        middle = 0.0 if self.chart.edges else 0.5
        words = [
            Placed(Point(self._left + self._slot * (i + middle) - frame.size.width / 2, y), frame)
            for i, frame in enumerate(self._names)
            if i % self._every == 0
        ]
        if self.chart.threshold and self._threshold:
            y = self.main(self.chart.threshold.value) - self._threshold.size.height / 2
            words.append(Placed(Point(self._left + self._width + self.gap, y), self._threshold))
        return words
