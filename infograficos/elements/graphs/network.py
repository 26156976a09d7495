"""A neural network: the units of each layer as discs, and edges between those of neighbouring layers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import hypot, inf

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.cap import CapState, cap_depth, cap_ink, edge_paint
from infograficos.elements.graphs.network_plan import NetworkPlan, lie_down, stand_up
from infograficos.elements.polyline import DOTS
from infograficos.elements.row import Column
from infograficos.elements.text import Text
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Box, Ellipse, Frame, Path, PathCommand, Placed, Stroke, polyline
from infograficos.theme import ResolvedTheme

#: The tone of a unit's face in each state.
_TONES: dict[CapState, str] = {"context": "soft", "focus": "mid", "solid": "solid"}
#: Where on an edge its weight is, from where it starts, and the dash of a negative one.
_AT, _NEGATIVE = 0.32, (10.0, 5.0)
#: The share of the width that names beside the layers have.
_ASIDE = 0.42
_Unit = tuple[int, int]


@dataclass(frozen=True, slots=True)
class UnitColumn:
    """A layer: its name, its size as it is written, and the units that are drawn.

    Args:
        units: their numbers from 1, with None where some are left out.
        words: what is on the units, perhaps nothing.
        off: the numbers of those that are switched off.
        note: how many of them there are, in words.
    """

    name: str
    number: str
    role: str
    units: tuple[int | None, ...]
    words: tuple[str, ...] = ()
    off: tuple[int, ...] = ()
    note: str = ""


@checked_dataclass
class NetworkDrawing:
    """Layers from left to right or, where their words have no room, from top to bottom.

    Args:
        columns: two or more, from the input to the output.
        links: words between neighbouring layers, perhaps none.
        focus: the column, from 0, and the unit, from 1, whose incoming edges stand out.
        weights: of these edges, which are as broad as their weight is large, and dashed below 0.
        numbers: the weights as they are written.
    """

    columns: tuple[UnitColumn, ...]
    links: tuple[str, ...] = ()
    focus: _Unit | None = None
    weights: tuple[float, ...] = ()
    numbers: tuple[str, ...] = ()

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the network in the room's width, or at least as wide as its words need."""
        look = layouter.look
        links = [layouter.layout(Text(link, "label", "muted", literal=True), Limits()) for link in self.links]
        counts = [len(column.units) for column in self.columns]
        width = max(limits.min_width, look.size("plot"))
        room, share = Size(width, layouter.height_left), width / len(counts) - look.space("small")
        # A wide sheet is too low for layers below each other.
        rooms = (inf, share) if width >= look.theme.sheet.narrow else (inf,)
        plans = (lie_down(counts, self._names(each, layouter), links, room, look) for each in rooms)
        aside = self._names(_ASIDE * width, layouter)
        plan = next(filter(None, plans), None) or stand_up(counts, aside, links, width, look)
        items = [
            *self._edges(plan, look),
            *self._inputs(plan, layouter),
            *(item for i in range(len(counts)) for item in self._units(i, plan, layouter)),
            *plan.words,
        ]
        return Frame(plan.size, tuple(items))

    def _names(self, width: float, layouter: Layouter) -> list[Frame]:
        """Return the layers' names with their sizes, no wider than they may be."""
        return [layouter.layout(self._name(column), Limits(width)) for column in self.columns]

    def _name(self, column: UnitColumn) -> Column:
        name = Text(column.name, "mark", f"{column.role}.strong", "center")
        number = Text(column.number, "label", "ink", "center", literal=True)
        note = (Text(column.note, "label", "masked.strong", "center", literal=True),) if column.note else ()
        return Column((name, number, *note), "tiny", "center")

    def _on(self, i: int) -> list[int]:
        """Return the places of a column's units that are drawn and not switched off."""
        column = self.columns[i]
        return [at for at, unit in enumerate(column.units) if unit is not None and unit not in column.off]

    def _edges(self, plan: NetworkPlan, look: ResolvedTheme) -> Iterator[Placed]:
        """Yield a path of all edges between each two layers, but those to the unit in focus."""
        pen = Stroke(look.paint("masked.line"), look.stroke("border"))
        for i in range(len(self.columns) - 1):
            commands: list[PathCommand] = []
            for end in self._on(i + 1):
                if self.focus != (i + 1, self.columns[i + 1].units[end]):
                    ends = plan.centers[i + 1][end]
                    for start in self._on(i):
                        commands += polyline(plan.centers[i][start], ends)
            if commands:
                yield Placed(ORIGIN, Path(tuple(commands), None, pen, "ornament"))

    def _inputs(self, plan: NetworkPlan, layouter: Layouter) -> Iterator[Placed]:
        """Yield the edges to the unit in focus, then the weights on them."""
        if not self.focus:
            return
        (column, unit), look = self.focus, layouter.look
        end = plan.centers[column][self.columns[column].units.index(unit)]
        paint = look.paint(f"{self.columns[column].role}.mark")
        labels = []
        for place in self._on(column - 1):
            start = plan.centers[column - 1][place]
            cut = middle = 0.0
            if self.numbers:
                words = Text(self.numbers[place], "mark", "ink", literal=True)
                label = layouter.layout(words, Limits())
                middle = _middle(start, end, label.size, plan, look)
                at = _between(start, end, middle)
                corner = Point(at.x - label.size.width / 2, at.y - label.size.height / 2)
                labels.append(Placed(corner, label))
                cut = _reach(start, end, label.size, look.space("hair"))
            spans = [(0.0, middle - cut), (middle + cut, 1.0)] if cut else [(0.0, 1.0)]
            width, is_dashed = self._breadth(place, look), bool(self.weights) and self.weights[place] < 0
            band = _band(start, end, spans, width, is_dashed)
            yield Placed(ORIGIN, Path(band, paint))
        yield from labels

    def _breadth(self, place: int, look: ResolvedTheme) -> float:
        """Return how broad an edge to the unit in focus is."""
        if not self.weights:
            return look.stroke("arrow")
        thin, broad = look.stroke("border"), look.stroke("ribbon_thin")
        largest = max(map(abs, self.weights)) or 1.0
        return thin + (broad - thin) * abs(self.weights[place]) / largest

    def _units(self, i: int, plan: NetworkPlan, layouter: Layouter) -> Iterator[Placed]:
        """Yield a layer's units, and three dots in place of those that are left out."""
        column, look = self.columns[i], layouter.look
        for place, unit in enumerate(column.units):
            center = plan.centers[i][place]
            if unit is None:
                yield from _dots(center, plan, look)
                continue
            state = self._state(i, unit)
            for disc in _disc(center, plan.diameter, column.role, state, look):
                yield Placed(ORIGIN, disc)
            if column.words:
                ink = cap_ink(column.role, state)
                words = layouter.layout(Text(column.words[place], "mark", ink, literal=True), Limits())
                yield Placed(Point(center.x - words.size.width / 2, center.y - words.size.height / 2), words)

    def _state(self, i: int, unit: int) -> CapState:
        if unit in self.columns[i].off:
            return "masked"
        if self.focus == (i, unit):
            return "solid"
        return "focus" if not self.focus or i == self.focus[0] - 1 else "context"


def _disc(
    center: Point, diameter: float, role: str, state: CapState, look: ResolvedTheme
) -> Sequence[Ellipse | Box]:
    """Return a unit: a round cap, or a dotted ring for one that is switched off."""
    whole = Rect(center.x - diameter / 2, center.y - diameter / 2, diameter, diameter)
    if state == "masked":
        pen = Stroke(look.paint("masked.mark"), look.stroke("border"), DOTS)
        ring = whole.inflate(-pen.width / 2)
        return (Box(ring, look.paint("masked.soft"), pen, ring.width / 2),)
    tone, depth, border = _TONES[state], cap_depth(look, slim=True), look.stroke("border")
    low = Rect(whole.x, whole.y + depth / 2, diameter, diameter)
    face = Rect(whole.x, whole.y - depth / 2, diameter, diameter).inflate(-border)
    edge = edge_paint(look, role, tone)
    high = Ellipse(face.inflate(border), edge, None, "ornament")
    return Ellipse(low, edge, None, "ornament"), high, Ellipse(face, look.paint(f"{role}.{tone}"))


def _dots(center: Point, plan: NetworkPlan, look: ResolvedTheme) -> Iterator[Placed]:
    """Yield three dots along the layer."""
    side = look.space("hair")
    step = plan.pitch / 4
    for nth in (-1, 0, 1):
        x, y = center.x + nth * step * plan.is_upright, center.y + nth * step * (not plan.is_upright)
        dot = Rect(x - side / 2, y - side / 2, side, side)
        yield Placed(ORIGIN, Ellipse(dot, look.paint("muted"), None, "mark"))


def _reach(start: Point, end: Point, size: Size, room: float) -> float:
    """Return how far from its middle a label covers a line, in shares of the line."""
    across, down = abs(end.x - start.x), abs(end.y - start.y)
    ways = (size.width / 2 + room, across), (size.height / 2 + room, down)
    return min(length / way if way else inf for length, way in ways)


def _middle(start: Point, end: Point, size: Size, plan: NetworkPlan, look: ResolvedTheme) -> float:
    """Return where on an edge its weight is, as a share of its length, clear of the unit that it leaves."""
    half, way = (size.height, end.y - start.y) if plan.is_upright else (size.width, end.x - start.x)
    return max(_AT, (plan.diameter / 2 + half / 2 + look.space("tiny")) / way)


def _between(start: Point, end: Point, share: float) -> Point:
    return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)


def _band(
    start: Point, end: Point, spans: Sequence[tuple[float, float]], width: float, is_dashed: bool
) -> tuple[PathCommand, ...]:
    """Return the surface of a broad line along some shares of its length, in dashes if so."""
    length = hypot(end.x - start.x, end.y - start.y)
    aside = Point((start.y - end.y) * width / 2 / length, (end.x - start.x) * width / 2 / length)
    commands: list[PathCommand] = []
    for first, last in (
        each for span in spans for each in (_dashes(*span, length) if is_dashed else (span,))
    ):
        one, two = _between(start, end, first), _between(start, end, last)
        sides = [(one, 1), (two, 1), (two, -1), (one, -1)]
        corners = (Point(at.x + sign * aside.x, at.y + sign * aside.y) for at, sign in sides)
        commands += polyline(*corners, closed=True)
    return tuple(commands)


def _dashes(first: float, last: float, length: float) -> Iterator[tuple[float, float]]:
    """Yield the dashes, in shares of a line, between two places on it."""
    dash, gap = (part / length for part in _NEGATIVE)
    while first < last:
        yield first, min(last, first + dash)
        first += dash + gap
