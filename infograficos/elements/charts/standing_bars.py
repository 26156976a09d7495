"""Bars that stand on a line at zero, with their values at their ends and their names below."""

from __future__ import annotations

from dataclasses import dataclass

from infograficos.elements.charts.bar_chart import (
    Bar,
    Category,
    Threshold,
    drawn_bars,
    drawn_lines,
    laid_labels,
    laid_words,
    placed_bars,
    scale_of,
)
from infograficos.elements.text import Text
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Frame, Placed

#: The share of its place that a category's bars take; what is left parts it from its neighbours.
_FILLED = 0.62

#: The cut's name is broken rather than take more than this share of the width.
_NAME_SHARE = 0.22


@dataclass(frozen=True, slots=True)
class StandingBars:
    """Categories beside each other, each with its bars.

    Args:
        categories: what is compared.
        cut: a dashed line at a value, with its name at its right end.
        edges: the words at the edges of the bars instead of below them, one more than there are bars.
    """

    categories: tuple[Category, ...]
    cut: Threshold | None = None
    edges: tuple[str, ...] = ()

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the bars, as high as a chart of the theme, with the words around them."""
        return _Drawing(self, limits, layouter).frame()


class _Drawing:
    """Standing bars in the room that they were given."""

    def __init__(self, bars: StandingBars, limits: Limits, layouter: Layouter) -> None:
        self._bars, self._layouter, self._look = bars, layouter, layouter.look
        self._gap = self._look.space("tiny")
        self._labels = laid_labels(bars.categories, layouter)
        self._scale = scale_of(bars.categories, bars.cut)
        self._lay_out_width(limits)
        self._lay_out_height()

    def frame(self) -> Frame:
        """Return the lines behind the bars, then the bars, then all words."""
        words = [*self._placed_labels(), *self._placed_names(), *self._placed_cut()]
        zero = (Point(self._left, self._y(0.0)), Point(self._left + self._width, self._y(0.0)))
        cut = None
        if self._bars.cut:
            y = self._y(self._bars.cut.value)
            cut = (Point(self._left, y), Point(self._left + self._width, y))
        shapes = [*drawn_lines(zero, cut, words, self._look), *drawn_bars(self._placed_bars(), self._look)]
        placed = (*(Placed(ORIGIN, shape) for shape in shapes), *words)
        right = self._left + self._width + self._right
        bottom = max(each.at.y + each.item.size.height for each in words if isinstance(each.item, Frame))
        return Frame(Size(right, max(bottom, self._top + self._height)), placed)

    def _lay_out_width(self, limits: Limits) -> None:
        """Share the width among the categories and the cut's name at their right."""
        categories, edges = self._bars.categories, self._bars.edges
        headings = [Text(edge, "label", "muted", literal=True) for edge in edges]
        self._names = [laid_words(heading, self._layouter) for heading in headings]
        half = max((frame.size.width / 2 for frame in self._names), default=0.0)
        wanted = limits.min_width or limits.max_width
        self._lay_out_cut(wanted)
        self._left = half
        self._right = max(half, self._cut_name.size.width + self._gap if self._cut_name else 0.0)
        bars = max(self._least(i) for i in range(len(categories)))
        room = wanted - self._left - self._right
        edge = 2 * half + self._gap
        # Where not all edges can be named, every other one is.
        self._every = 2 if edges and edge * len(categories) > room else 1
        least = max(bars, edge / self._every)
        natural = max(least, 3 * self._look.size("bar")) * len(categories)
        self._width = max(least * len(categories), min(natural, room) if not limits.min_width else room)
        self._slot = self._width / len(categories)
        if not edges:
            room = self._slot - self._gap
            self._names = [laid_words(each.heading(), self._layouter, room) for each in categories]

    def _lay_out_cut(self, wanted: float) -> None:
        self._cut_name: Frame | None = None
        if self._bars.cut:
            words = Text(self._bars.cut.name, "label", "ink", literal=True)
            least = self._layouter.narrowest(words)
            self._cut_name = laid_words(words, self._layouter, max(least, wanted * _NAME_SHARE))

    def _least(self, place: int) -> float:
        """Return how narrow the place of a category may be: its words are not broken within one."""
        across = max(*(frame.size.width for frame in self._labels[place]), self._look.size("bar"))
        labels = (across + self._gap) * len(self._labels[place])
        if self._bars.edges:
            return labels
        return max(labels, self._layouter.narrowest(self._bars.categories[place].heading())) + self._gap

    def _lay_out_height(self) -> None:
        """Leave room for labels above the highest bar and below the lowest."""
        label = max(frame.size.height for row in self._labels for frame in row)
        values = [amount.value for each in self._bars.categories for amount in each.amounts]
        self._below = label + self._gap if min(values) < 0 else 0.0
        self._top = label + self._gap
        self._height = self._look.size("chart")
        if self._bars.cut and self._cut_name:
            # The cut's name stands beside its line and may reach above the bars.
            y = self._height * (1 - self._scale.fraction(self._bars.cut.value))
            self._top = max(self._top, self._cut_name.size.height / 2 - y)

    def _y(self, value: float) -> float:
        return self._top + self._height * (1 - self._scale.fraction(value))

    def _bar(self, place: int, series: int) -> Rect:
        """Return a bar's rectangle: from zero to its value, no lower than a pen is thick."""
        count = len(self._labels[place])
        share = 1.0 if self._bars.edges else _FILLED
        label = max(frame.size.width for frame in self._labels[place])
        step = max(self._slot * share / count, label + self._gap if count > 1 else 0.0)
        if not self._bars.edges:
            step = min(step, max(2 * self._look.size("bar"), label + self._gap))
        across = step - (self._gap / 2 if count > 1 or self._bars.edges else 0.0)
        middle = self._left + self._slot * (place + 0.5) + step * (series - (count - 1) / 2)
        amount = self._bars.categories[place].amounts[series]
        ends = sorted((self._y(0.0), self._y(amount.value)))
        length = max(ends[1] - ends[0], self._look.stroke("accent")) if amount.value else 0.0
        top = ends[1] - length if amount.value > 0 else ends[0]
        return Rect(middle - across / 2, top, across, length)

    def _placed_bars(self) -> list[Bar]:
        return placed_bars(self._bars.categories, self._labels, self._bar)

    def _placed_labels(self) -> list[Placed]:
        placed = []
        for bar in self._placed_bars():
            above = bar.rect.y - self._gap - bar.label.size.height
            y = above if bar.amount.value >= 0 else bar.rect.bottom + self._gap
            placed.append(Placed(Point(bar.rect.center.x - bar.label.size.width / 2, y), bar.label))
        return placed

    def _placed_names(self) -> list[Placed]:
        y = self._top + self._height + self._below + self._look.space("small")
        shift = 0.0 if self._bars.edges else 0.5
        return [
            Placed(Point(self._left + self._slot * (i + shift) - frame.size.width / 2, y), frame)
            for i, frame in enumerate(self._names)
            if i % self._every == 0
        ]

    def _placed_cut(self) -> list[Placed]:
        if self._cut_name is None or self._bars.cut is None:
            return []
        y = self._y(self._bars.cut.value) - self._cut_name.size.height / 2
        return [Placed(Point(self._left + self._width + self._gap, y), self._cut_name)]
