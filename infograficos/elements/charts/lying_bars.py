"""Bars that lie from a line at zero, with their values at their ends, beside or below their names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate

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
from infograficos.elements.flow import Align
from infograficos.elements.text import Text
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Drawable, Frame, Placed


@dataclass(frozen=True, slots=True)
class LyingBars:
    """Categories below each other, each with its bars.

    Args:
        categories: what is compared.
        cut: a dashed line at a value, with its name above it.
        beside: let the names stand at the left of the bars, and not above them.
    """

    categories: tuple[Category, ...]
    cut: Threshold | None = None
    beside: bool = False

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the bars as wide as the offer, with their words."""
        return _Drawing(self, limits, layouter).frame()


class _Drawing:
    """Lying bars in the room that they were given."""

    def __init__(self, bars: LyingBars, limits: Limits, layouter: Layouter) -> None:
        self._bars, self._layouter, self._look = bars, layouter, layouter.look
        self._gap = self._look.space("tiny")
        self._labels = laid_labels(bars.categories, layouter)
        self._scale = scale_of(bars.categories, bars.cut)
        self._lay_out_width(limits)
        self._lay_out_height()

    def frame(self) -> Frame:
        """Return the lines behind the bars, then the bars, then all words."""
        words = [*self._placed_labels(), *self._placed_names(), *self._placed_cut()]
        shapes = [*self._lines(words), *drawn_bars(self._placed_bars(), self._look)]
        placed = (*(Placed(ORIGIN, shape) for shape in shapes), *words)
        return Frame(Size(self._wide, self._bottom), placed)

    def _lay_out_width(self, limits: Limits) -> None:
        """Leave the plot what the names at its left and the values at its ends do not take."""
        room = limits.max_width if not self._bars.beside else None
        aligned: Align = "start"
        headings = [replace(each.heading(), align=aligned) for each in self._bars.categories]
        names = [max(room, self._layouter.narrowest(h)) if room is not None else None for h in headings]
        self._names = [
            laid_words(heading, self._layouter, width) for heading, width in zip(headings, names, strict=True)
        ]
        widest = max(frame.size.width for frame in self._names)
        before = widest + self._look.space("small") if self._bars.beside else 0.0
        self._left = before + self._reserved(below_zero=True)
        right = self._reserved(below_zero=False)
        wanted = limits.min_width or min(limits.max_width, 4 * self._look.size("picture_width"))
        # Beside their names bars would soon be too short to compare; above them they have room.
        least = self._look.size("picture_width" if self._bars.beside else "plot")
        self._width = max(wanted - self._left - right, least)
        self._lay_out_cut()
        self._wide = max(self._left + self._width + right, widest, self._cut_end)

    def _reserved(self, below_zero: bool) -> float:
        """Return the room for the widest value at the end of bars that grow to one side."""
        widths = [
            frame.size.width + self._gap
            for category, row in zip(self._bars.categories, self._labels, strict=True)
            for amount, frame in zip(category.amounts, row, strict=True)
            if (amount.value < 0) == below_zero
        ]
        return max(widths, default=0.0)

    def _lay_out_cut(self) -> None:
        self._cut_name: Frame | None = None
        self._cut_at = self._cut_end = 0.0
        if self._bars.cut:
            room = self._left + self._width + self._reserved(below_zero=False)
            words = Text(self._bars.cut.name, "label", "ink", literal=True)
            name = laid_words(words, self._layouter, max(self._layouter.narrowest(words), room))
            middle = self._x(self._bars.cut.value)
            self._cut_name = name
            self._cut_at = max(0.0, min(middle - name.size.width / 2, room - name.size.width))
            self._cut_end = self._cut_at + name.size.width

    def _lay_out_height(self) -> None:
        """Set each category below the last one, its bars near to each other."""
        thickness, gap = self._look.size("cell"), self._look.space("hair")
        heights = []
        for name, row in zip(self._names, self._labels, strict=True):
            bars = (thickness + gap) * len(row) - gap
            above = 0.0 if self._bars.beside else name.size.height + self._look.space("small")
            heights.append(max(bars, name.size.height) if self._bars.beside else bars + above)
        first = self._cut_name.size.height + self._look.space("small") if self._cut_name else 0.0
        between = self._look.space("small" if self._bars.beside else "large")
        ends = list(accumulate((height + between for height in heights), initial=first))
        self._tops, self._heights = ends[:-1], heights
        self._first, self._bottom = first, ends[-1] - between

    def _x(self, value: float) -> float:
        return self._left + self._width * self._scale.fraction(value)

    def _bar(self, place: int, series: int) -> Rect:
        """Return a bar's rectangle: from zero to its value, no shorter than a pen is thick."""
        thickness, gap = self._look.size("cell"), self._look.space("hair")
        count = len(self._labels[place])
        bars = (thickness + gap) * count - gap
        if self._bars.beside:
            start = self._tops[place] + (self._heights[place] - bars) / 2
        else:
            start = self._tops[place] + self._heights[place] - bars
        value = self._bars.categories[place].amounts[series].value
        ends = sorted((self._x(0.0), self._x(value)))
        length = max(ends[1] - ends[0], self._look.stroke("accent")) if value else 0.0
        x = ends[1] - length if value < 0 else ends[0]
        return Rect(x, start + (thickness + gap) * series, length, thickness)

    def _placed_bars(self) -> list[Bar]:
        return placed_bars(self._bars.categories, self._labels, self._bar)

    def _lines(self, words: list[Placed]) -> list[Drawable]:
        top, bottom = self._first, self._bottom
        zero, cut = None, None
        if self._bars.beside or self._scale.low < 0:
            # Below their names, bars that all start at the margin need no line to start from.
            zero = (Point(self._x(0.0), top), Point(self._x(0.0), bottom))
        if self._bars.cut:
            x, gap = self._x(self._bars.cut.value), self._look.space("hair")
            cut = (Point(x, top - self._look.space("small") + gap), Point(x, bottom))
        return drawn_lines(zero, cut, words, self._look)

    def _placed_labels(self) -> list[Placed]:
        placed = []
        for bar in self._placed_bars():
            size, after = bar.label.size, bar.rect.right + self._gap
            x = after if bar.amount.value >= 0 else bar.rect.x - self._gap - size.width
            placed.append(Placed(Point(x, bar.rect.center.y - size.height / 2), bar.label))
        return placed

    def _placed_names(self) -> list[Placed]:
        beside = self._bars.beside
        return [
            Placed(Point(0.0, top + ((height - frame.size.height) / 2 if beside else 0.0)), frame)
            for top, height, frame in zip(self._tops, self._heights, self._names, strict=True)
        ]

    def _placed_cut(self) -> list[Placed]:
        return [Placed(Point(self._cut_at, 0.0), self._cut_name)] if self._cut_name else []
