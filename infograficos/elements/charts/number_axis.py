"""An axis of numbers with children at their values, for a kind of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite

from infograficos.elements.arguments import checked_dataclass, require_items
from infograficos.elements.charts.axis import Axis, dodge_labels, rounded_axis
from infograficos.elements.text import Text
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Drawable, Ellipse, Frame, Path, Placed, Stroke, extent, polyline

#: How many steps the axis has at most, and the radius of the dot at a value, in units.
_STEPS, _DOT = 5, 5.0


@checked_dataclass
class AtValue:
    """A child and the value that it is at, with the role of the dot there."""

    value: float
    child: Element
    role: str = "model"


@checked_dataclass
class NumberAxis:
    """A level axis with each child above its value, or an upright one beside them where they do not fit.

    Children near each other move apart, in the order of their values; a line leads from each to its value.

    Args:
        children: what is at which value.
        ends: values that the axis holds besides.
        name: what the numbers are.
    """

    children: tuple[AtValue, ...]
    ends: tuple[float, ...] = ()
    name: str = ""

    def __post_init__(self) -> None:
        require_items("NumberAxis.children", self.children)

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the axis with its children, as wide as offered if it is level."""
        frames = [layouter.layout(each.child, Limits()) for each in self.children]
        gap = layouter.look.space("small")
        needed = sum(frame.size.width for frame in frames) + gap * (len(frames) - 1)
        width = limits.max_width if isfinite(limits.max_width) else max(needed, limits.min_width)
        is_level = needed <= width
        if not is_level:
            beside = Limits(max(0.0, width - layouter.look.size("plot")))
            frames = [layouter.layout(each.child, beside) for each in self.children]
        return _AxisLayout(self, frames, layouter).frame(width, is_level=is_level)


class _AxisLayout:
    """Draws along a level axis; an upright one is the same with its sides exchanged."""

    def __init__(self, axis: NumberAxis, frames: Sequence[Frame], layouter: Layouter) -> None:
        self._children, self._frames, self._look = axis.children, frames, layouter.look
        values = [*(each.value for each in axis.children), *axis.ends]
        self._axis: Axis = rounded_axis(axis.name, values, _STEPS)
        self._labels = [
            layouter.layout(Text(tick.label, "label", "muted", literal=True), Limits())
            for tick in self._axis.ticks
        ]
        name = Text(axis.name, "label", "ink", literal=True)
        self._name = layouter.layout(name, Limits()) if axis.name else None
        self._gap, self._lead = self._look.space("small"), self._look.space("large")

    def frame(self, width: float, *, is_level: bool) -> Frame:
        """Return the axis with its ticks, leaders, dots and children."""
        placed = self._level(width) if is_level else self._upright()
        rects = [extent(each.item).translate(each.at) for each in placed]
        return Frame(Size(max(r.right for r in rects), max(r.bottom for r in rects)), tuple(placed))

    def _level(self, width: float) -> list[Placed]:
        start, end = (self._labels[i].size.width / 2 for i in (0, -1))
        length = width - start - end
        at = [start + length * self._axis.fraction(each.value) for each in self._children]
        lefts = dodge_labels(at, [frame.size.width for frame in self._frames], self._gap, width)
        high = max(frame.size.height for frame in self._frames)
        y = high + self._lead
        pairs = list(zip(lefts, self._frames, strict=True))
        children = [Placed(Point(x, high - frame.size.height), frame) for x, frame in pairs]
        tops = [Point(x + frame.size.width / 2, high + self._look.space("hair")) for x, frame in pairs]
        shapes = self._shapes(Point(start, y), Point(start + length, y), tops, [Point(x, y) for x in at])
        labels = []
        for tick, frame in zip(self._axis.ticks, self._labels, strict=True):
            x = start + length * self._axis.fraction(tick.value) - frame.size.width / 2
            labels.append(Placed(Point(x, y + self._gap), frame))
        below = y + 2 * self._gap + self._labels[0].size.height
        name = [Placed(Point(width - self._name.size.width, below), self._name)] if self._name else []
        return [*shapes, *children, *labels, *name]

    def _upright(self) -> list[Placed]:
        heights = [frame.size.height for frame in self._frames]
        needed = sum(heights) + self._gap * (len(heights) - 1)
        top = self._name.size.height + self._lead if self._name else self._labels[-1].size.height / 2
        length = max(needed, self._look.size("chart"))
        x = max(frame.size.width for frame in self._labels) + self._gap
        at = [top + length * (1 - self._axis.fraction(each.value)) for each in self._children]
        tops = dodge_labels([y - top for y in at], heights, self._gap, length)
        pairs = list(zip(tops, self._frames, strict=True))
        children = [Placed(Point(x + self._lead, top + y), frame) for y, frame in pairs]
        starts = [
            Point(x + self._lead - self._look.space("hair"), top + y + frame.size.height / 2)
            for y, frame in pairs
        ]
        shapes = self._shapes(Point(x, top + length), Point(x, top), starts, [Point(x, y) for y in at])
        labels = []
        for tick, frame in zip(self._axis.ticks, self._labels, strict=True):
            y = top + length * (1 - self._axis.fraction(tick.value)) - frame.size.height / 2
            labels.append(Placed(Point(x - self._gap - frame.size.width, y), frame))
        return [*shapes, *children, *labels, *([Placed(ORIGIN, self._name)] if self._name else [])]

    def _shapes(
        self, start: Point, end: Point, tops: Sequence[Point], values: Sequence[Point]
    ) -> list[Placed]:
        """Return the line of the axis, and the leaders from children to the dots at their values."""
        line = Stroke(self._look.paint("muted"), self._look.stroke("rule"))
        thin = Stroke(self._look.paint("muted"), self._look.stroke("border"))
        shapes: list[Drawable] = [Path(polyline(start, end), stroke=line, purpose="ornament")]
        shapes += [
            Path(polyline(*pair), stroke=thin, purpose="ornament") for pair in zip(tops, values, strict=True)
        ]
        for each, value in zip(self._children, values, strict=True):
            dot = Rect(value.x, value.y, 0.0, 0.0).inflate(_DOT)
            shapes.append(Ellipse(dot, self._look.paint(f"{each.role}.mark"), None, "mark"))
        return [Placed(ORIGIN, shape) for shape in shapes]
