"""The geometry that all bar charts share: values along the main axis, bars along the cross axis."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from itertools import chain
from typing import ClassVar

from infograficos.elements.cap import cap_depth
from infograficos.elements.charts.bar import Fill, Growth, paint_bar
from infograficos.elements.charts.bar_data import BarChartData, BarDatum, Step
from infograficos.elements.charts.bar_parts import label_parts, place_aside, stack_parts, unfit_labels
from infograficos.elements.polyline import DASH
from infograficos.elements.text import Text
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, TOLERANCE, Limits, Point, Rect, Size
from infograficos.scene.items import Drawable, Frame, Path, PathCommand, Placed, Stroke, extent, polyline

#: An interval of an axis, from its lower to its higher coordinate.
Interval = tuple[float, float]

#: Segments of a line shorter than this would look like specks.
_SPECK = 6.0

#: Thinner pieces of a bar could not be counted.
_MAX_PIECES = 20


class BarLayout(ABC):
    """A bar chart laid out within limits; subclasses divide the room among bars and words.

    Attributes:
        start: where the main axis of the plot starts.
        length: the length of the plot along it.
        outer_words: the placed names of the categories and of the threshold.
        zero_line: the interval of the cross axis that the line at zero covers, if there is one.
        threshold_line: the interval of the line at the threshold.
        size: the size of the whole chart.
    """

    horizontal: ClassVar[bool]
    start: float
    length: float
    outer_words: list[Placed]
    zero_line: Interval | None
    threshold_line: Interval
    size: Size

    def __init__(self, chart: BarChartData, limits: Limits, layouter: Layouter) -> None:
        self.chart, self.layouter, self.look = chart, layouter, layouter.look
        self.gap, self.small = self.look.space("tiny"), self.look.space("small")
        self.alike = (chart, *chart.like)
        tops = [bar.top for each in self.alike for category in each.categories for bar in category.bars]
        marked = [*tops, *(each.threshold.value for each in self.alike if each.threshold)]
        self.low, self.high = min(0.0, *marked), max(0.0, *marked)
        if self.high == self.low:
            self.high += 1.0
        self._divide(limits, with_steps=False)
        bars = [
            (bar, self.slot(i, j)[1])
            for i, each in enumerate(chart.categories)
            for j, bar in enumerate(each.bars)
        ]
        if not all(self._has_room(bar, thickness) for bar, thickness in bars):
            self._divide(limits, with_steps=True)

    def _divide(self, limits: Limits, with_steps: bool) -> None:
        """Divide the room, with what bars gained or lost in their labels or else in their steps."""
        self.all_labels = [
            [[self.words(c.label(bar, with_steps)) for bar in c.bars] for c in each.categories]
            for each in self.alike
        ]
        self.labels = self.all_labels[0]
        self._draws_steps = not with_steps
        self.divide(limits)

    @property
    def ends(self) -> list[tuple[float, Frame]]:
        """The value of each bar with its label, also in the charts on one scale with this one."""
        bars = [bar for each in self.alike for category in each.categories for bar in category.bars]
        labels = chain.from_iterable(chain.from_iterable(self.all_labels))
        return [(bar.value, label) for bar, label in zip(bars, labels, strict=True)]

    @abstractmethod
    def divide(self, limits: Limits) -> None:
        """Divide the room among plot and words; sets all attributes."""

    @abstractmethod
    def slot(self, category: int, series: int) -> tuple[float, float]:
        """Return where a bar starts on the cross axis, and its thickness."""

    def frame(self) -> Frame:
        """Return the lines, the bars over them, and all words."""
        bars: list[Drawable] = []
        words: list[Placed] = []
        inside: list[Placed] = []
        for i, category in enumerate(self.chart.categories):
            for j, bar in enumerate(category.bars):
                rect = self._bar(bar, *self.slot(i, j))
                if bar.parts:
                    shapes, on_parts, placed = self._paint_parts(bar, rect)
                    bars += shapes
                    inside += on_parts
                    words += [
                        *placed,
                        *([self._place_label(bar, rect, self.labels[i][j])] if bar.label else []),
                    ]
                    continue
                if bar.step and self._draws_steps:
                    shapes, placed = self._paint_step(bar, bar.step, rect, self.labels[i][j])
                    bars += shapes
                    words += placed
                    continue
                words.append(self._place_label(bar, rect, self.labels[i][j]))
                # A bar of value zero is invisible.
                if min(rect.width, rect.height) > TOLERANCE:
                    for piece in self._pieces(bar, rect):
                        bars += paint_bar(piece, bar.role, bar.fill, self.look, self._growth(bar))
        words += self.outer_words
        shapes = [*self._lines(words), *bars]
        return Frame(self.size, (*(Placed(ORIGIN, shape) for shape in shapes), *words, *inside))

    def _paint_parts(self, bar: BarDatum, rect: Rect) -> tuple[list[Drawable], list[Placed], list[Placed]]:
        """Return the parts of a bar, the labels on them, and those beside parts that are too small."""
        parts = stack_parts(bar, rect, self.horizontal, self.look.stroke("rule"))
        shapes: list[Drawable] = []
        for part, face in parts:
            shapes += paint_bar(face, part.role, part.fill, self.look, self._growth(bar))
        words, aside = label_parts(parts, self.horizontal, self.layouter)
        ends = (rect.x, self.size.width) if self.horizontal else (self.start, rect.bottom)
        return shapes, words, place_aside(aside, rect, self.horizontal, ends, self.gap)

    def aside_of(self, category: int) -> Size:
        """Return the largest sides of the labels of a category's parts that have no room on them."""
        scale = self.length / (self.high - self.low)
        frames = [
            frame
            for bar in self.chart.categories[category].bars
            for frame in unfit_labels(bar, scale, self.horizontal, self.layouter)
        ]
        widths, heights = ([0.0, *(getattr(f.size, side) for f in frames)] for side in ("width", "height"))
        return Size(max(widths), max(heights))

    def _pieces(self, bar: BarDatum, rect: Rect) -> list[Rect]:
        """Return one piece for each thing that a bar of a histogram counts, where they are not too many."""
        count = int(bar.value)
        if not self.chart.edges or self.high > _MAX_PIECES or count != bar.value:
            return [rect]
        step, air = rect.height / count, self.look.stroke("rule")
        return [Rect(rect.x, rect.y + i * step, rect.width, step - air) for i in range(count)]

    def words(self, text: Element, width: float | None = None) -> Frame:
        """Lay out words in one line, or in lines of a width."""
        return self.layouter.layout(text, Limits() if width is None else Limits(width))

    def wrapped_words(self, text: Element, width: float) -> Frame:
        """Lay out words in lines of a width, or as narrow as they can be."""
        return self.words(text, max(self.layouter.narrowest(text), width))

    def threshold_name(self, width: float) -> Frame | None:
        """Return the laid out name of the threshold, if there is one."""
        if self.chart.threshold is None:
            return None
        return self.wrapped_words(Text(self.chart.threshold.name, "label", "ink", literal=True), width)

    def main(self, value: float) -> float:
        """Return the coordinate of a value on the main axis; y points down."""
        share = (value - self.low) / (self.high - self.low)
        return self.start + self.length * (share if self.horizontal else 1 - share)

    def _grows(self, bar: BarDatum) -> bool:
        """Return whether a bar's end has a higher coordinate than its start."""
        return (bar.value >= 0) == self.horizontal

    def _growth(self, bar: BarDatum) -> Growth:
        if self.horizontal:
            return "right" if bar.value >= 0 else "left"
        return "up" if bar.value >= 0 else "down"

    def _bar(self, bar: BarDatum, cross: float, thickness: float) -> Rect:
        """Return the rectangle from zero to a bar's value, at least a pen's width long."""
        zero = self.main(0.0)
        length = max(abs(self.main(bar.value) - zero), self.look.stroke("accent")) if bar.value else 0.0
        start = zero if self._grows(bar) else zero - length
        if self.horizontal:
            return Rect(start, cross, length, thickness)
        return Rect(cross, start, thickness, length)

    def _step_words(self, bar: BarDatum, step: Step) -> Frame:
        color = "masked.strong" if bar.has_lost else "paper"
        return self.words(Text(step.label, "mark", color, literal=True, tabular=True))

    def _has_room(self, bar: BarDatum, thickness: float) -> bool:
        """Return whether what a bar gained or lost can be written in its step."""
        if not bar.step:
            return True
        frames = [self._step_words(bar, bar.step)]
        lengths = [abs(self.main(bar.value) - self.main(bar.step.since))]
        if bar.has_lost:
            frames.append(self.words(bar.inside(bar.label)))
            lengths.append(abs(self.main(bar.value) - self.main(0.0)))
        if not self.horizontal and any(frame.size.width > thickness for frame in frames):
            return False
        sizes = [frame.size.width if self.horizontal else frame.size.height for frame in frames]
        return all(size + 2 * self.gap <= room for size, room in zip(sizes, lengths, strict=True))

    def _paint_step(
        self, bar: BarDatum, step: Step, rect: Rect, label: Frame
    ) -> tuple[list[Drawable], list[Placed]]:
        """Return a bar whose gain is solid, or whose loss is dotted, and its words."""
        grows, air = self._growth(bar), self.look.stroke("rule") / 2
        lower, upper = self._split(rect, step, bar, air)
        base: Fill = bar.fill if bar.has_lost else "mid"
        shapes = list(paint_bar(lower, bar.role, base, self.look, grows))
        shapes += paint_bar(upper, bar.role, "masked" if bar.has_lost else "solid", self.look, grows)
        words = self._step_words(bar, step)
        inside = Placed(self._on_face(upper, words.size), words)
        if not bar.has_lost:
            return shapes, [self._place_label(bar, rect, label), inside]
        value = self.words(bar.inside(bar.label))
        end, size = self.small if self.horizontal else self.gap, value.size
        at = self._on_face(lower, size)
        at = Point(lower.right - end - size.width, at.y) if self.horizontal else Point(at.x, lower.y + end)
        return shapes, [Placed(at, value), inside]

    def _on_face(self, rect: Rect, size: Size) -> Point:
        """Return where words stand in the middle of a bar's face, above its edge."""
        depth = cap_depth(self.look, slim=True) if self.horizontal else 0.0
        return Point(rect.center.x - size.width / 2, rect.center.y - (size.height + depth) / 2)

    def _split(self, rect: Rect, step: Step, bar: BarDatum, air: float) -> tuple[Rect, Rect]:
        """Return the bar up to its step and the step, with air between them."""
        first, last = sorted((self.main(bar.value), self.main(step.since)))
        if self.horizontal:
            left = Rect(rect.x, rect.y, first - rect.x - air, rect.height)
            return left, Rect(first + air, rect.y, last - first - air, rect.height)
        zero = self.main(0.0)
        foot = Rect(rect.x, last + air, rect.width, zero - last - air)
        return foot, Rect(rect.x, first, rect.width, last - first - air)

    def _place_label(self, bar: BarDatum, rect: Rect, label: Frame) -> Placed:
        """Place a label beyond the end of its bar."""
        width, height = label.size.width, label.size.height
        if self.horizontal:
            x = rect.right + self.gap if self._grows(bar) else rect.x - self.gap - width
            if self._is_crossed(x, width) and rect.width > width + 2 * self.small:
                # The line at the threshold goes on, and the label is on the bar.
                label = self.words(bar.inside(bar.label))
                x = rect.right - self.small - label.size.width
            return Placed(Point(x, rect.center.y - height / 2), label)
        y = rect.bottom + self.gap if self._grows(bar) else rect.y - self.gap - height
        return Placed(Point(rect.center.x - width / 2, y), label)

    def _is_crossed(self, start: float, length: float) -> bool:
        """Say whether the line at the threshold would cross words that start there on the main axis."""
        if not self.chart.threshold:
            return False
        return start - self.gap < self.main(self.chart.threshold.value) < start + length + self.gap

    def _lines(self, words: Sequence[Placed]) -> list[Drawable]:
        """Return the dashed line at the threshold and the line at zero, both clear of words."""
        width, lines = self.look.stroke("rule"), []
        if self.chart.threshold:
            pen = Stroke(self.look.paint("ink"), width, DASH)
            lines.append(self._line(self.chart.threshold.value, self.threshold_line, words, pen))
        if self.zero_line:
            lines.append(self._line(0.0, self.zero_line, words, Stroke(self.look.paint("muted"), width)))
        return [line for line in lines if line.commands]

    def _line(self, value: float, along: Interval, words: Sequence[Placed], pen: Stroke) -> Path:
        """Return the line at a value, interrupted where it would cross words."""
        main, commands = self.main(value), list[PathCommand]()
        first, last = along
        for low, high in [*self._blocked_intervals(main, words), (last, last)]:
            ends = first, min(low, last)
            if ends[1] - ends[0] >= _SPECK:
                commands += polyline(*(Point(main, x) if self.horizontal else Point(x, main) for x in ends))
            first = max(first, high)
        return Path(tuple(commands), stroke=pen, purpose="ornament")

    def _blocked_intervals(self, main: float, words: Sequence[Placed]) -> list[Interval]:
        """Return the intervals of the cross axis where words cover a coordinate of the main axis."""
        blocked = []
        for each in words:
            rect = extent(each.item).translate(each.at).inflate(self.gap)
            across, down = (rect.x, rect.right), (rect.y, rect.bottom)
            near, along = (across, down) if self.horizontal else (down, across)
            # Words that only border on the line's air do not cross it.
            if near[0] + TOLERANCE < main < near[1] - TOLERANCE:
                blocked.append(along)
        return sorted(blocked)
