"""Lays out a schedule: the rows, the words on and beside their bars, the axis, the marks and the arrows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Protocol

from infograficos.elements.cap import cap_depth, cap_ink, paint_state
from infograficos.elements.charts.axis import dodge_labels
from infograficos.elements.charts.legend import LegendItem, LegendKey, legend
from infograficos.elements.polyline import DASH
from infograficos.elements.schedules.arrows import paint_route, route
from infograficos.elements.schedules.parts import (
    ScheduleArrow,
    ScheduleMark,
    ScheduleRow,
    ScheduleSegment,
    ScheduleTime,
)
from infograficos.elements.schedules.time_axis import fit_labels
from infograficos.elements.schedules.words import BarWords, place_words
from infograficos.elements.text import Text
from infograficos.layout import Layouter
from infograficos.scene.flattening import Segment
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Drawable, Frame, Path, Placed, Stroke, extent, polyline
from infograficos.text.markup import plain_text

#: The largest shares of the width for the labels beside the rows: on a wide sheet, on a narrow one, and there
#: where arrows would meet labels above the rows.
_LABELS, _NARROW_LABELS, _BESIDE_ARROWS = 0.32, 0.26, 0.36

#: Up to so many rows are high, and apart.
_FEW = 6

#: The air between bars that follow each other, and around a word that cuts a rule, in units.
_AIR, _CUT = 2.0, 4.0


class ScheduleData(Protocol):
    """What is laid out."""

    @property
    def rows(self) -> tuple[ScheduleRow, ...]: ...  # noqa: D102
    @property
    def time(self) -> ScheduleTime: ...  # noqa: D102
    @property
    def marks(self) -> tuple[ScheduleMark, ...]: ...  # noqa: D102
    @property
    def arrows(self) -> tuple[ScheduleArrow, ...]: ...  # noqa: D102
    @property
    def idle(self) -> str: ...  # noqa: D102


class ScheduleLayout:
    """A schedule laid out in a width."""

    def __init__(self, chart: ScheduleData, width: float, layouter: Layouter) -> None:
        self._chart, self._width, self._layouter, self._look = chart, width, layouter, layouter.look
        self._tiny, self._small = self._look.space("tiny"), self._look.space("small")
        is_tight = len(chart.rows) > _FEW
        self._thick = self._look.size("icon" if is_tight else "bar")
        self._gap = self._tiny if is_tight else self._small
        self._names = [row.label for row in chart.rows]
        self._arrange()
        if homeless := [
            i for i, row in enumerate(chart.rows) if not row.is_lane and i in self._words.homeless
        ]:
            for i in homeless:
                self._names[i] += f": {chart.rows[i].segments[0].words}"
            self._arrange()

    def _arrange(self) -> None:
        """Lay out the labels, the bars, and what is said on them."""
        labels = [self._label(i) for i in range(len(self._names))]
        widest = max(self._layouter.natural(label).width for label in labels)
        is_narrow = self._width < self._look.theme.sheet.narrow
        narrow = _BESIDE_ARROWS if self._chart.arrows else _NARROW_LABELS
        share = self._width * (narrow if is_narrow else _LABELS)
        self._is_beside = widest <= share or not is_narrow or bool(self._chart.arrows)
        # A long word is not broken.
        share = max(share, *map(self._layouter.narrowest, labels))
        column = min(widest, share) if self._is_beside else self._width
        self._labels = [self._layouter.layout(label, Limits(column)) for label in labels]
        column = max(frame.size.width for frame in self._labels) if self._is_beside else 0.0
        self._left = column + self._small if self._is_beside else 0.0
        self._right = self._width
        axis = fit_labels(self._chart.time, self._width - self._left, self._layouter)
        low = min(self._x(value) - frame.size.width / 2 for value, frame in axis.labels)
        self._left += max(0.0, -low)
        high = max(self._x(value) + frame.size.width / 2 for value, frame in axis.labels)
        # All of the plane is narrower by as much as the last label reaches beyond it.
        self._right -= max(0.0, high - self._width)
        self._axis = fit_labels(self._chart.time, self._right - self._left, self._layouter)
        self._lay_out_rows()
        self._routes = [self._route(arrow) for arrow in self._chart.arrows]
        self._words = self._place_words()

    def _label(self, i: int) -> Text:
        row = self._chart.rows[i]
        color = "ink" if row.is_lane else f"{row.segments[0].role}.strong"
        return Text(self._names[i], "label", color)

    def _x(self, value: float) -> float:
        time = self._chart.time
        return self._left + (value - time.low) / (time.high - time.low) * (self._right - self._left)

    def _lay_out_rows(self) -> None:
        """Find where each row's heading, label and bars are."""
        self._marks = self._place_marks()
        y = max((extent(each.item).height for each in self._marks), default=0.0)
        y += self._tiny if self._marks else 0.0
        self._top, self._tops = y, list[float]()
        self._headings: dict[int, tuple[float, Frame]] = {}
        self._bars: list[list[Rect]] = []
        for i, (row, label) in enumerate(zip(self._chart.rows, self._labels, strict=True)):
            if row.heading:
                words = self._layouter.layout(Text(row.heading, "mark", "muted"), Limits(self._width))
                y += self._tiny if i else 0.0
                self._headings[i] = y, words
                y += words.size.height + self._small
            self._tops.append(y)
            high = max(self._thick, label.size.height) if self._is_beside else self._thick
            y += 0.0 if self._is_beside else label.size.height + self._tiny
            bar_y = y + (high - self._thick) / 2
            self._bars.append([self._bar(segment, bar_y) for segment in row.segments])
            y += high + self._gap
        self._bottom = y - self._gap + self._tiny

    def _bar(self, segment: ScheduleSegment, y: float) -> Rect:
        x = self._x(segment.start)
        return Rect(x, y, max(self._x(segment.end) - x - _AIR, _AIR), self._thick)

    def _place_marks(self) -> list[Placed]:
        frames = [
            self._layouter.layout(Text(mark.name, "mark", "ink"), Limits(self._width))
            for mark in self._chart.marks
        ]
        middles, widths = [self._x(m.at) for m in self._chart.marks], [f.size.width for f in frames]
        lefts = dodge_labels(middles, widths, self._small, self._width)
        return [Placed(Point(x, 0.0), frame) for x, frame in zip(lefts, frames, strict=True)]

    def _route(self, arrow: ScheduleArrow) -> tuple[Point, ...]:
        (i, place), (j, other) = arrow.start, arrow.end
        return route(self._bars[i][place], self._bars[j][other], place < len(self._bars[i]) - 1)

    def _place_words(self) -> BarWords:
        lines: list[Segment] = [pair for points in self._routes for pair in pairwise(points)]
        area = Rect(self._left, 0.0, self._width - self._left, self._bottom)
        return place_words(self._chart.rows, self._bars, lines, area, self._layouter)

    def frame(self) -> Frame:
        """Place the rules, the arrows over them, the rows, each in its step, and the marks over all."""
        words = [extent(each.item).translate(each.at) for each in self._written()]
        size = Size(self._width, self._bottom)
        parts = [Placed(ORIGIN, rule) for rule in self._rules(words)]
        for arrow, points in zip(self._chart.arrows, self._routes, strict=True):
            step = max(arrow.start[0], arrow.end[0]) + 1
            drawn = Placed(ORIGIN, paint_route(points, self._look))
            parts.append(Placed(ORIGIN, Frame(size, (drawn,), part=step)))
        parts += [
            Placed(ORIGIN, Frame(size, tuple(self._row(i)), part=i + 1)) for i in range(len(self._bars))
        ]
        if self._marks:
            drawn_marks = [*(Placed(ORIGIN, line) for line in self._mark_lines(words)), *self._marks]
            parts.append(Placed(ORIGIN, Frame(size, tuple(drawn_marks), part=len(self._bars) + 1)))
        parts += self._axis_words()
        return Frame(
            Size(self._width, max(extent(p.item).translate(p.at).bottom for p in parts)), tuple(parts)
        )

    def _written(self) -> Iterator[Placed]:
        """Yield all words among the rows."""
        for i in range(len(self._bars)):
            yield from self._row_names(i)
            yield from self._words.rows[i]

    def _row_names(self, i: int) -> Iterator[Placed]:
        """Yield the heading above a row, if it has one, and its label."""
        label, left = self._labels[i], 0.0 if self._chart.rows[i].is_lane else self._bars[i][0].x
        if i in self._headings:
            y, words = self._headings[i]
            yield Placed(Point(0.0, y), words)
        if self._is_beside:
            middle = self._bars[i][0].y + (self._thick - cap_depth(self._look, slim=True)) / 2
            yield Placed(Point(0.0, middle - label.size.height / 2), label)
        else:
            yield Placed(Point(min(left, self._width - label.size.width), self._tops[i]), label)

    def _row(self, i: int) -> Iterator[Placed]:
        row, depth = self._chart.rows[i], cap_depth(self._look, slim=True)
        yield from self._row_names(i)
        yield from self._idle(i)
        for segment, rect in zip(row.segments, self._bars[i], strict=True):
            for item in paint_state(rect, segment.role, segment.state, self._look, depth):
                yield Placed(ORIGIN, item)
        yield from self._words.rows[i]

    def _idle(self, i: int) -> Iterator[Placed]:
        """Yield the gaps of a row, and what they are called in the widest one."""
        if not self._chart.idle:
            return
        bars = sorted(self._bars[i], key=lambda rect: rect.x)
        ends = [self._left, *(rect.right + _AIR for rect in bars)]
        starts = [*(rect.x for rect in bars), self._right]
        gaps = [Rect(a, bars[0].y, b - a - _AIR, self._thick) for a, b in zip(ends, starts, strict=True)]
        gaps = [gap for gap in gaps if gap.width > 2 * _AIR]
        depth = cap_depth(self._look, slim=True)
        for gap in gaps:
            for item in paint_state(gap, "masked", "masked", self._look, depth):
                yield Placed(ORIGIN, item)
        words = Text(self._chart.idle, "label", cap_ink("masked", "masked"))
        name, widest = self._layouter.layout(words, Limits()), max(gaps, key=lambda g: g.width, default=None)
        if widest and name.size.width + 2 * self._tiny <= widest.width:
            middle = widest.y + (self._thick - depth) / 2
            yield Placed(Point(widest.center.x - name.size.width / 2, middle - name.size.height / 2), name)

    def _rules(self, words: list[Rect]) -> Iterator[Drawable]:
        """Yield the rules of the axis, cut where there are words, and its line."""
        thin = Stroke(self._look.paint("line"), self._look.stroke("border"))
        for value in self._axis.rules:
            yield from self._upright(self._x(value), self._top, thin, words)
        thick = Stroke(self._look.paint("muted"), self._look.stroke("rule"))
        ends = Point(self._left, self._bottom), Point(self._right, self._bottom)
        yield Path(polyline(*ends), stroke=thick, purpose="ornament")

    def _mark_lines(self, words: list[Rect]) -> Iterator[Drawable]:
        pen = Stroke(self._look.paint("ink"), self._look.stroke("rule"), DASH)
        for mark in self._chart.marks:
            yield from self._upright(self._x(mark.at), self._top - self._tiny / 2, pen, words)

    def _upright(self, x: float, top: float, pen: Stroke, words: list[Rect]) -> Iterator[Drawable]:
        """Yield the pieces of an upright line that lie on no words."""
        cut = [rect.inflate(_CUT) for rect in words]
        blocks = sorted((rect.y, rect.bottom) for rect in cut if rect.x < x < rect.right)
        y = top
        for start, end in [*blocks, (self._bottom, self._bottom)]:
            if start - y > _CUT:
                yield Path(polyline(Point(x, y), Point(x, start)), stroke=pen, purpose="ornament")
            y = max(y, end)

    def _axis_words(self) -> Iterator[Placed]:
        """Yield the labels of the axis, its unit, and the legend."""
        time, y = self._chart.time, self._bottom + self._tiny
        placed = self._axis.place(time, self._left, self._right - self._left, y)
        yield from placed
        low = max((extent(each.item).translate(each.at).bottom for each in placed), default=y)
        if time.unit:
            unit = self._layouter.layout(Text(time.unit, "label", "muted"), Limits(self._width))
            free = min(each.at.x for each in placed) - self._tiny
            if unit.size.width <= free and self._is_beside:
                yield Placed(Point(0.0, y), unit)
            else:
                yield Placed(Point(self._width - unit.size.width, low + self._small), unit)
                low += self._small + unit.size.height
        if self._words.legend:
            items = [
                LegendItem(plain_text(name), LegendKey(role, "mid"), role)
                for name, role in self._words.legend
            ]
            drawn = self._layouter.layout(legend(items), Limits(self._width))
            yield Placed(Point(0.0, low + self._look.space("medium")), drawn)
