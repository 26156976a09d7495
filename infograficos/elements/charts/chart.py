"""Lines over two axes with ticks, each line with its name at its end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from infograficos.elements.charts.axis import Axis
from infograficos.elements.text import Text
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Drawable, Ellipse, Frame, Path, Placed, Step, Stroke

Dash = Literal["solid", "dashed", "dotted"]

#: Lengths of dash and gap, in thicknesses of the round pen.
DASHES: dict[Dash, tuple[float, ...]] = {"solid": (), "dashed": (3.0, 2.4), "dotted": (0.1, 2.4)}

#: The names at the lines' ends are broken rather than take more than this share of the width.
_NAMES_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class Line:
    """A series of points, x rising, in the axes' own units.

    Args:
        name: the words at its end.
        role: whose colour it has.
        points: at least two.
        dash: `solid`, `dashed` or `dotted`.
    """

    name: str
    role: str
    points: tuple[tuple[float, float], ...]
    dash: Dash = "solid"


@dataclass(frozen=True, slots=True)
class Chart:
    """Lines on a plane as wide as it is offered, with words outside and nothing but data inside.

    Args:
        lines: what is drawn.
        x: the lower axis; its name stands after its last tick.
        y: the left axis; its name stands above it.
        marked: the line and the place in it of a point that is marked, with a thread down to the axis.
    """

    lines: tuple[Line, ...]
    x: Axis
    y: Axis
    marked: tuple[int, int] | None = None

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the plane with ticks on its left and below, and names on its right."""
        return _Drawing(self, limits, layouter).frame()


class _Drawing:
    """A chart in the room that it was given."""

    def __init__(self, chart: Chart, limits: Limits, layouter: Layouter) -> None:
        self._chart, self._layouter, self._look = chart, layouter, layouter.look
        self._gap = self._look.space("tiny")
        self._y_ticks = [self._words(tick.label, "muted") for tick in chart.y.ticks]
        self._x_ticks = [self._words(tick.label, "muted") for tick in chart.x.ticks]
        self._x_name = self._words(chart.x.name, "ink")
        self._y_name = self._words(chart.y.name, "ink")
        wide = limits.min_width or min(limits.max_width, 4 * self._look.size("picture_width"))
        self._names = [self._name(line, wide) for line in chart.lines]
        self._plane = self._plane_in(wide)

    def frame(self) -> Frame:
        """Return everything in its place; the data is painted over the axes."""
        plane = self._plane
        last = max((frame.size.height for frame in self._x_ticks), default=0.0)
        height = plane.bottom + self._look.space("small") + max(last, self._x_name.size.height)
        shapes = [*self._axes(), *self._thread(), *(self._line(line) for line in self._chart.lines)]
        items = [Placed(ORIGIN, shape) for shape in (*shapes, *self._point())]
        words = [Placed(ORIGIN, self._y_name), *self._placed_y_ticks(), *self._placed_x_ticks()]
        return Frame(Size(plane.right + self._right, height), (*items, *words, *self._placed_names()))

    def _words(self, text: str, color: str) -> Frame:
        return self._layouter.layout(Text(text, "label", color, literal=True), Limits())

    def _name(self, line: Line, wide: float) -> Frame:
        text = Text(line.name, "mark", f"{line.role}.strong", literal=True)
        room = max(wide * _NAMES_SHARE, self._layouter.narrowest(text))
        return self._layouter.layout(text, Limits(room))

    def _plane_in(self, wide: float) -> Rect:
        """Return the plane: what the words around it leave, or as wide as its own ticks need."""
        half = self._x_ticks[-1].size.width / 2 if self._x_ticks else 0.0
        widest = max(frame.size.width for frame in self._names)
        self._right = max(self._look.space("small") + widest, half + 2 * self._gap + self._x_name.size.width)
        left = max(frame.size.width for frame in self._y_ticks) + self._look.space("small")
        least = max(sum(frame.size.width + 2 * self._gap for frame in self._x_ticks), self._look.size("plot"))
        width = max(wide - left - self._right, least)
        if self._first_tick_left(width) + left < 0.0:
            left = self._x_ticks[0].size.width / 2
            width = max(wide - left - self._right, least)
        top = self._y_name.size.height + self._look.space("medium")
        return Rect(left, top, width, self._look.size("chart"))

    def _first_tick_left(self, width: float) -> float:
        """Return where the first words under a plane so wide start, from its left edge."""
        if not self._x_ticks:
            return 0.0
        at = width * self._chart.x.fraction(self._chart.x.ticks[0].value)
        return at - self._x_ticks[0].size.width / 2

    def _at(self, x: float, y: float) -> Point:
        plane = self._plane
        return Point(
            plane.x + plane.width * self._chart.x.fraction(x),
            plane.bottom - plane.height * self._chart.y.fraction(y),
        )

    def _axes(self) -> list[Drawable]:
        plane, chart = self._plane, self._chart
        thin = Stroke(self._look.paint("line"), self._look.stroke("border"))
        thick = Stroke(self._look.paint("muted"), self._look.stroke("rule"))
        heights = [self._at(chart.x.low, tick.value).y for tick in chart.y.ticks]
        rules = [_straight(Point(plane.x, y), Point(plane.right, y), thin) for y in heights]
        corner = Point(plane.x, plane.bottom)
        axis = _straight(corner, Point(plane.right, plane.bottom), thick)
        places = [self._at(tick.value, chart.y.low) for tick in chart.x.ticks]
        stubs = [_straight(at, Point(at.x, at.y + self._gap / 2), thick) for at in places]
        return [*rules, axis, *stubs]

    def _line(self, line: Line) -> Path:
        width = self._look.stroke("flow")
        dash = tuple(length * width for length in DASHES[line.dash])
        first, *others = [self._at(x, y) for x, y in line.points]
        steps = (Step("M", (first,)), *(Step("L", (point,)) for point in others))
        return Path(steps, stroke=Stroke(self._look.paint(f"{line.role}.strong"), width, dash))

    def _thread(self) -> list[Drawable]:
        if self._chart.marked is None:
            return []
        line, place = self._chart.marked
        at = self._at(*self._chart.lines[line].points[place])
        paint = self._look.paint(f"{self._chart.lines[line].role}.line")
        return [_straight(at, Point(at.x, self._plane.bottom), Stroke(paint, self._look.stroke("rule")))]

    def _point(self) -> list[Drawable]:
        if self._chart.marked is None:
            return []
        line, place = self._chart.marked
        at, across = self._at(*self._chart.lines[line].points[place]), self._look.size("point")
        rect = Rect(at.x - across / 2, at.y - across / 2, across, across)
        return [Ellipse(rect, self._look.paint(f"{self._chart.lines[line].role}.strong"), None, "mark")]

    def _placed_y_ticks(self) -> list[Placed]:
        edge = self._plane.x - self._look.space("small")
        return [
            Placed(
                Point(
                    edge - frame.size.width, self._at(self._chart.x.low, tick.value).y - frame.size.height / 2
                ),
                frame,
            )
            for tick, frame in zip(self._chart.y.ticks, self._y_ticks, strict=True)
        ]

    def _placed_x_ticks(self) -> list[Placed]:
        y = self._plane.bottom + self._look.space("small")
        ticks = [
            Placed(Point(self._at(tick.value, self._chart.y.low).x - frame.size.width / 2, y), frame)
            for tick, frame in zip(self._chart.x.ticks, self._x_ticks, strict=True)
        ]
        edge = self._plane.right + self._right - self._x_name.size.width
        return [*ticks, Placed(Point(edge, y), self._x_name)]

    def _placed_names(self) -> list[Placed]:
        x = self._plane.right + self._look.space("small")
        ends = [self._at(*line.points[-1]).y for line in self._chart.lines]
        heights = [frame.size.height for frame in self._names]
        tops = spread(ends, heights, self._look.space("small"), self._plane.bottom)
        return [Placed(Point(x, top), frame) for top, frame in zip(tops, self._names, strict=True)]


def spread(centers: list[float], heights: list[float], gap: float, bottom: float) -> list[float]:
    """Return the tops of labels that are near their centres, not above 0, and never touch.

    Args:
        centers: where the middle of each label should be.
        heights: how high each is.
        gap: the least space between two.
        bottom: what none reaches below.
    """
    order = sorted(range(len(centers)), key=lambda i: centers[i])
    groups: list[list[int]] = []
    for i in order:
        groups.append([i])
        while len(groups) > 1 and _top(groups[-1], centers, heights, gap) < gap + _end(
            groups[-2], centers, heights, gap
        ):
            last = groups.pop()
            groups[-1] += last
    # From the lowest up, so that what the bottom pushes up pushes its neighbours, too.
    starts, limit = [], bottom
    for group in reversed(groups):
        length = _length(group, heights, gap)
        starts.append(min(_top(group, centers, heights, gap), limit - length))
        limit = starts[-1] - gap
    tops, free = [0.0] * len(centers), 0.0
    for group, start in zip(groups, reversed(starts), strict=True):
        y = max(start, free)
        for i in group:
            tops[i] = y
            y += heights[i] + gap
        free = y
    return tops


def _length(group: list[int], heights: list[float], gap: float) -> float:
    return sum(heights[i] for i in group) + gap * (len(group) - 1)


def _top(group: list[int], centers: list[float], heights: list[float], gap: float) -> float:
    """Return where a group starts whose middle is the middle of its centres."""
    return sum(centers[i] for i in group) / len(group) - _length(group, heights, gap) / 2


def _end(group: list[int], centers: list[float], heights: list[float], gap: float) -> float:
    return _top(group, centers, heights, gap) + _length(group, heights, gap)


def _straight(start: Point, end: Point, pen: Stroke) -> Path:
    return Path((Step("M", (start,)), Step("L", (end,))), stroke=pen, purpose="ornament")
