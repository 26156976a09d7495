"""The plane of a chart with its two axes: rules, ticks and their labels, and the axes' names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from infograficos.elements.charts.axis import Axis, Tick
from infograficos.elements.charts.power_label import PowerLabel
from infograficos.elements.text import Text
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Drawable, Frame, Path, Placed, Stroke, extent, polyline

#: The largest shares of the width for the names at the lines' ends, the second for one that cannot wrap in
#: the first, and for the name of the lower axis; longer ones wrap.
NAMES_SHARES, _AXIS_SHARES = (0.3, 0.45), (0.5,)

#: The height of a wide plane and of a narrow one, in times the theme's chart, and how wide that is at most.
_WIDE, _HIGH, _NARROW = 1.2, 1.4, 300.0


class AxesLayout:
    """A plane laid out within limits, with all words of its axes outside it.

    Attributes:
        plane: where the data are, once `plane_in` was asked for it.
        right: how far the chart reaches at the right of the plane.
    """

    plane: Rect
    right: float
    #: The least width of the plane, as a size of the theme.
    least: ClassVar[str] = "plot"
    #: Whether a narrow plane is no higher than a wide one, as where others are below it.
    is_flat: bool = False

    def __init__(self, x: Axis, y: Axis, limits: Limits, layouter: Layouter) -> None:
        self.x, self.y, self.layouter, self.look = x, y, layouter, layouter.look
        self.gap, self.small = self.look.space("tiny"), self.look.space("small")
        self.y_ticks = [self.label(tick) for tick in y.ticks]
        self.x_ticks = [self.label(tick) for tick in x.ticks]
        self.width = limits.min_width or min(limits.max_width, 4 * self.look.size("picture_width"))
        self.y_name = self.fit(Text(y.name, "label", "ink", literal=True), (1.0,))
        self.x_name = self.fit(Text(x.name, "label", "ink", literal=True), _AXIS_SHARES)

    def words(self, text: str, color: str, style: str = "label") -> Frame:
        """Lay out a text in one line."""
        return self.layouter.layout(Text(text, style, color, literal=True), Limits())

    def label(self, tick: Tick) -> Frame:
        """Lay out what a tick says."""
        words: Element = Text(tick.label, "label", "muted", literal=True)
        if tick.power:
            words = PowerLabel(tick.label, tick.power)
        return self.layouter.layout(words, Limits())

    def fit(self, text: Text, shares: tuple[float, ...]) -> Frame:
        """Return a name in one of its shares of the width or, if it cannot be broken to fit, at its least."""
        offered = (self.layouter.layout(text, Limits(self.width * share)) for share in shares)
        fitting = next((frame for frame in offered if frame.offered is None), None)
        return fitting or self.layouter.layout(text, Limits(self.layouter.narrowest(text)))

    def right_room(self, widest: float) -> float:
        """Return the room at the right of the plane, given the widest name there."""
        half = self.x_ticks[-1].size.width / 2 if self.x_ticks else 0.0
        return max(self.small + widest, half + 2 * self.gap + self.x_name.size.width)

    def plane_in(self, names: Sequence[Frame]) -> Rect:
        """Return the plane: the room left by the words around it, or the width that its ticks need."""
        self.right = self.right_room(max((frame.size.width for frame in names), default=0.0))
        left = max((frame.size.width for frame in self.y_ticks), default=0.0) + self.small
        labels = sum(frame.size.width + 2 * self.gap for frame in self.x_ticks)
        least = max(labels, self.look.size(self.least))
        inner = max(self.width - left - self.right, least)
        for tick, frame in zip(self.x.ticks[:1], self.x_ticks, strict=False):
            # The label of the first tick may reach beyond the plane's left edge.
            if inner * self.x.fraction(tick.value) - frame.size.width / 2 + left < 0.0:
                left = frame.size.width / 2
                inner = max(self.width - left - self.right, least)
        height = self.look.size("chart") * (_HIGH if inner < _NARROW and not self.is_flat else _WIDE)
        return Rect(left, self._top(height), inner, height)

    def _top(self, height: float) -> float:
        """Return where a plane of a height starts: below the left axis' name and its highest label."""
        usual, top = self.words("0", "muted"), self.y_name.size.height + self.look.space("medium")
        reaches = (
            _middle(frame, usual) - height * (1 - self.y.fraction(tick.value))
            for tick, frame in zip(self.y.ticks, self.y_ticks, strict=True)
        )
        return max(top, self.y_name.size.height + self.gap + max(reaches, default=0.0))

    def at(self, x: float, y: float) -> Point:
        """Return where a point of the data is on the sheet."""
        plane = self.plane
        return Point(
            plane.x + plane.width * self.x.fraction(x),
            plane.bottom - plane.height * self.y.fraction(y),
        )

    def axes(self) -> list[Drawable]:
        """Return the rules at the ticks of the left axis, and the lower axis with its ticks."""
        plane = self.plane
        thin = Stroke(self.look.paint("line"), self.look.stroke("border"))
        thick = Stroke(self.look.paint("muted"), self.look.stroke("rule"))
        heights = [self.at(self.x.low, tick.value).y for tick in self.y.ticks]
        rules = [rule(Point(a, y), Point(b, y), thin) for y in heights for a, b in self.rule_pieces(y)]
        axis = rule(Point(plane.x, plane.bottom), Point(plane.right, plane.bottom), thick)
        positions = [self.at(tick.value, self.y.low) for tick in self.x.ticks]
        return [*rules, axis, *(rule(at, Point(at.x, at.y + self.gap / 2), thick) for at in positions)]

    def rule_pieces(self, y: float) -> list[tuple[float, float]]:  # noqa: ARG002 - others cut it
        """Return where the rule at a height starts and ends, and goes on where it is cut."""
        return [(self.plane.x, self.plane.right)]

    def place_ticks(self, marked: Sequence[Placed] = ()) -> list[Placed]:
        """Return the labels of the ticks, those below beside what is marked there, and the lower name."""
        edge, y = self.plane.x - self.small, self.plane.bottom + self.small
        placed, below = [], list(marked)
        for tick, frame in zip(self.y.ticks, self.y_ticks, strict=True):
            top = self.at(self.x.low, tick.value).y - _middle(frame, self.words("0", "muted"))
            placed.append(Placed(Point(edge - frame.size.width, top), frame))
        taken = [extent(each.item).translate(each.at).inflate(self.small) for each in below]
        for tick, frame in zip(self.x.ticks, self.x_ticks, strict=True):
            x = self.at(tick.value, self.y.low).x - frame.size.width / 2
            if not any(map(Rect(x, y, frame.size.width, frame.size.height).overlaps, taken)):
                below.append(Placed(Point(x, y), frame))
        placed += sorted(below, key=lambda each: each.at.x)
        return [*placed, Placed(self.x_name_at(y), self.x_name)]

    def x_name_at(self, y: float) -> Point:
        """Return where the name of the lower axis is: after its last tick, whose label is at a height."""
        return Point(self.plane.right + self.right - self.x_name.size.width, y)

    def bottom(self) -> float:
        """Return where the words below the plane end."""
        last = max(frame.size.height for frame in (*self.x_ticks, self.x_name))
        return self.plane.bottom + self.small + last

    def framed(self, shapes: Sequence[Drawable], words: Sequence[Placed]) -> Frame:
        """Return shapes, and words over them, in the size of the chart."""
        size = Size(self.plane.right + self.right, self.bottom())
        return Frame(size, (*(Placed(ORIGIN, shape) for shape in shapes), *words))


def rule(start: Point, end: Point, pen: Stroke) -> Path:
    """Return a straight line that could be left out."""
    return Path(polyline(start, end), stroke=pen, purpose="ornament")


def _middle(label: Frame, usual: Frame) -> float:
    """Return how far the middle of a label's digits is below its top, where an exponent may rise."""
    if label.baseline is None or label.size.height <= usual.size.height:
        return label.size.height / 2
    return label.baseline - usual.size.height / 2
