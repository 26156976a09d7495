"""Vertical bars beside each other, and horizontal ones below each other, with their names."""

from __future__ import annotations

from itertools import accumulate

from infograficos.elements.cap import cap_depth
from infograficos.elements.charts.bar_layout import BarLayout
from infograficos.elements.text import Text
from infograficos.scene.geometry import TOLERANCE, Limits, Point, Size
from infograficos.scene.items import Frame, Placed, extent

#: The share of a slot for its bars; the rest separates categories.
_BARS_SHARE = 0.62

#: From this many bars a category on, they are closer.
_CLOSE = 3

#: The largest share of the width for the threshold's name; a longer one wraps.
_NAME_SHARE = 0.22


class Columns(BarLayout):
    """A slot of equal width per category; the threshold's name at the right of its line."""

    horizontal = False

    def divide(self, limits: Limits) -> None:
        """Divide the width into slots, and leave room for labels above and below the bars."""
        self.length = self.look.size("chart")
        self._divide_parts()
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
        # If not all edge labels fit, leave out every other one.
        self._every = 2 if edges and edge * len(categories) > room else 1
        least = max(*(self._min_slot(i) for i in range(len(categories))), edge / self._every)
        natural = max(least, 3 * self.look.size("bar")) * len(categories)
        self._width = max(least * len(categories), room if limits.min_width else min(natural, room))
        self._slot = self._width / len(categories)
        if not edges:
            self._names = [self.words(c.heading("center"), self._slot - self.gap) for c in categories]

    def _min_slot(self, category: int) -> float:
        """Return the minimum width of a slot, at which no label or word breaks."""
        labels = self.labels[category]
        width = (self._label_width(category, self.look.size("bar")) + self._air) * len(labels)
        width += 2 * self._aside[category]
        if self.chart.edges:
            return width
        name = self.layouter.narrowest(self.chart.categories[category].heading("center"))
        return max(width, name) + self.gap

    @property
    def _air(self) -> float:
        """The room between the labels of a category's bars: three are closer than two."""
        return self.gap if max(map(len, self.labels)) < _CLOSE else self.gap / 2

    def _label_width(self, category: int, least: float = 0.0) -> float:
        return max(least, self._on_parts[category], *(frame.size.width for frame in self.labels[category]))

    def _divide_parts(self) -> None:
        """Find the width of what is written on the parts of bars, and the room for it at their sides."""
        self._on_parts, self._aside = [], []
        for i, category in enumerate(self.chart.categories):
            parts = [part.words(inside=True) for bar in category.bars for part in bar.parts]
            self._on_parts.append(
                max((self.words(each).size.width + self.gap for each in parts), default=0.0)
            )
            width = self.aside_of(i).width
            self._aside.append(width + 2 * self.gap if width else 0.0)

    def _divide_height(self) -> None:
        label = max(frame.size.height for _, frame in self.ends) + self.gap
        self.start = label
        self._below = label if min(value for value, _ in self.ends) < 0 else 0.0
        if self.chart.threshold and self._threshold:
            # The name is centred on its line and may reach above the labels.
            y = self.main(self.chart.threshold.value) - self.start
            self.start = max(self.start, self._threshold.size.height / 2 - y)

    def slot(self, category: int, series: int) -> tuple[float, float]:
        """Return the left side and the width of a bar, beside the others around the middle of the slot."""
        count, edges = len(self.labels[category]), bool(self.chart.edges)
        label = self._label_width(category) + self._air
        step = max(self._slot * (1.0 if edges else _BARS_SHARE) / count, label if count > 1 else 0.0)
        if not edges:
            step = min(step, max(2 * self.look.size("bar"), label), self._slot - 2 * self._aside[category])
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


class Rows(BarLayout):
    """A row per category, as high as its words and bars; the threshold's name above the plot."""

    horizontal = True

    def divide(self, limits: Limits) -> None:
        """Divide the width among names, plot and labels, and the height into rows."""
        beside = self.chart.names_beside
        headings = [each.heading("start") for each in self.chart.categories]
        self._names = [
            self.words(each) if beside else self.wrapped_words(each, limits.max_width) for each in headings
        ]
        others = [c.heading("start") for each in self.chart.like for c in each.categories] if beside else []
        widest = max(frame.size.width for frame in (*self._names, *map(self.words, others)))
        self.start = (widest + self.small if beside else 0.0) + self._label_room()
        offered = limits.min_width or min(limits.max_width, 4 * self.look.size("picture_width"))
        # Bars beside long names would be too short to compare.
        least = self.look.size("picture_width" if beside else "plot")
        first = self.chart.categories[0].bars
        series = [self.words(bar.inside(name)) for bar, name in zip(first, self.chart.series, strict=False)]
        needed = [
            (frame.size.width + 2 * self.small) * (self.high - self.low) / (abs(bar.value) or TOLERANCE)
            for bar, frame in zip(first, series, strict=False)
        ]
        self.length = max(self._free_length(offered - self.start), least, *needed)
        self._width = max(self.start + self._reach(), widest)
        top, threshold = self._place_threshold(self._width)
        self._divide_height(top)
        bottom = self.size.height
        self.outer_words = [
            Placed(Point(0.0, y + ((height - below - frame.size.height) / 2 if beside else 0.0)), frame)
            for y, height, below, frame in zip(
                self._tops, self._heights, self._below_bars, self._names, strict=True
            )
        ] + threshold
        self.outer_words += [Placed(self._inside(j, frame), frame) for j, frame in enumerate(series)]
        # Bars below their names that all start at the margin need no line there.
        self.zero_line = (top, bottom) if beside or self.low < 0 else None
        self.threshold_line = top - self.small + self.look.space("hair"), bottom

    def _inside(self, series: int, words: Frame) -> Point:
        """Return where words stand at the start of a bar of the first category, in the middle of its face."""
        top, thickness = self.slot(0, series)
        face = thickness - cap_depth(self.look, slim=True)
        return Point(self.main(0.0) + self.small, top + (face - words.size.height) / 2)

    def _free_length(self, room: float) -> float:
        """Return the longest plot in which every bar to the right has room for its label."""
        return min([room, *((room - width) / share for share, width in self._ends if share)])

    def _reach(self) -> float:
        """Return how far the plot, or a label of a bar in it, reaches."""
        return max([self.length, *(self.length * share + width for share, width in self._ends)])

    @property
    def _ends(self) -> list[tuple[float, float]]:
        """The share of the plot where each bar to the right ends, and the room for its label."""
        whole = self.high - self.low
        ends = self.ends
        return [((v - self.low) / whole, label.size.width + self.gap) for v, label in ends if v >= 0]

    def _label_room(self) -> float:
        """Return the room for the widest label at the ends of bars to the left."""
        widths = [label.size.width + self.gap for value, label in self.ends if value < 0]
        return max(widths, default=0.0)

    def _place_threshold(self, room: float) -> tuple[float, list[Placed]]:
        """Return where the plot starts below the threshold's name, and the placed name."""
        name = self.threshold_name(room)
        if not name or not self.chart.threshold:
            return 0.0, []
        middle = self.main(self.chart.threshold.value)
        x = max(0.0, min(middle - name.size.width / 2, room - name.size.width))
        self._width = max(self._width, x + name.size.width)
        return name.size.height + self.small, [Placed(Point(x, 0.0), name)]

    def _divide_height(self, top: float) -> None:
        beside, hair = self.chart.names_beside, self.look.space("hair")
        aside = [self.aside_of(i).height for i in range(len(self.labels))]
        #: The room below the bars of each category for what is written below their parts.
        self._below_bars = [height + hair if height else 0.0 for height in aside]
        bars = [self._bars_height(i) + below for i, below in enumerate(self._below_bars)]
        names = [frame.size.height for frame in self._names]
        pairs = list(zip(bars, names, strict=True))
        self._heights = [max(pair) if beside else pair[0] + (pair[1] + self.small) for pair in pairs]
        between = self.small if beside else self.look.space("large")
        ends = list(accumulate((height + between for height in self._heights), initial=top))
        self._tops, self.size = ends[:-1], Size(self._width, ends[-1] - between)

    def _bars_height(self, category: int) -> float:
        gap = self.look.space("hair")
        return (self._thickness + gap) * len(self.labels[category]) - gap

    @property
    def _thickness(self) -> float:
        has_parts = any(bar.parts for each in self.chart.categories for bar in each.bars)
        return self.look.size("bar" if has_parts else "cell") + cap_depth(self.look, slim=True)

    def slot(self, category: int, series: int) -> tuple[float, float]:
        """Return the top and the thickness of a bar: centred beside a name, at the foot below one."""
        height, bars = self._heights[category], self._bars_height(category) + self._below_bars[category]
        top = self._tops[category] + ((height - bars) / 2 if self.chart.names_beside else height - bars)
        return top + (self._thickness + self.look.space("hair")) * series, self._thickness
