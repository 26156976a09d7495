"""Nodes in layers with bands between them, all as wide as their values: a Sankey diagram."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from infograficos.elements.arguments import checked_dataclass, require_items
from infograficos.elements.cap import cap_depth, paint_state
from infograficos.elements.charts.bar import Orientation
from infograficos.elements.charts.flow_labels import (
    AIR,
    FlowBand,
    FlowLabel,
    FlowNode,
    label_on_block,
    label_on_paper,
)
from infograficos.elements.charts.flow_plan import FlowPiece, FlowSlot, Tag, plan_flows, stagger
from infograficos.elements.text import Text
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Drawable, Frame, Path, PathCommand, Placed, Stroke, polyline

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: The least distance between two layers, by how they follow each other, and the least side of a cap.
_BEND, _CAP = {"horizontal": 52.0, "vertical": 46.0}, 12.0

#: The least thickness of all blocks of a layer together, when it follows the one at its left, in units.
_THICK = 130.0

#: How far an end of a band is from the block that it comes from, in units.
_SEAM = 1.0


@checked_dataclass
class FlowBands:
    """Nodes as blocks in layers, to the right or downwards, and bands of what flows between them.

    Args:
        nodes: with their layers; those of one layer keep near to what they receive from.
        bands: from nodes of earlier layers to those of later ones.
        orientation: `horizontal` flows to the right, `vertical` downwards.
    """

    nodes: tuple[FlowNode, ...]
    bands: tuple[FlowBand, ...]
    orientation: Orientation = "horizontal"

    def __post_init__(self) -> None:
        require_items("FlowBands.bands", self.bands)

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the diagram as wide as offered, and as high as its labels need."""
        return _FlowLayout(self, limits, layouter).frame()


class _FlowLayout:
    """Lays out along the flow and across it; downwards is as to the right, with the sides exchanged."""

    def __init__(self, chart: FlowBands, limits: Limits, layouter: Layouter) -> None:
        self.chart, self.layouter, self.look = chart, layouter, layouter.look
        self.across = chart.orientation == "vertical"
        self.width = limits.min_width or min(limits.max_width, layouter.look.theme.sheet.width)
        self.gap = self.look.space("small")
        nodes, bands = chart.nodes, chart.bands
        self.plan = plan_flows(
            [node.layer for node in nodes],
            [node.value for node in nodes],
            [(band.start, band.end, band.value) for band in bands],
        )
        self.last = len(self.plan.layers) - 1
        self.labels: list[FlowLabel | None] = [None] * len(nodes)
        self.room = self.width if self.across else self.look.size("plane") * 1.2
        self._choose_labels()
        self.plan.arrange(self.room, self.gap)
        self.lengths = [self._length(layer) for layer in range(self.last + 1)]
        self.tags = self._stagger()
        self._place_layers()

    # Where labels are.

    def _choose_labels(self) -> None:
        """Choose which labels are on their blocks, which shrink where others need room beside them."""
        beside: set[int] = set()
        while True:
            for i in beside:
                self._leave_room(i)
            if not self.across:
                self.room = max(self.room, self._least_room())
            unit = self.plan.fit_unit(self.room, self.gap)
            self.labels = [
                self._on_block(i, unit) if i not in beside else None for i in range(len(self.labels))
            ]
            new = {i for i, label in enumerate(self.labels) if label is None} - beside
            if not new:
                break
            beside |= new
        for i in beside:
            self.labels[i] = self._on_paper(i)

    def _least_room(self) -> float:
        return max(self.plan.taken(members, self.gap) for members in self.plan.layers) + _THICK

    def _zone(self) -> float:
        """Return the longest block along a flow to the right."""
        layers = self.last + 1
        return (self.width - _BEND["horizontal"] * self.last) / layers

    def _on_block(self, i: int, unit: float) -> FlowLabel | None:
        node, thick = self.chart.nodes[i], self.chart.nodes[i].value * unit
        if self.across:
            return label_on_block(node, (thick, 1e6), "center", self.layouter)
        return label_on_block(node, (self._zone(), thick), "start", self.layouter)

    def _on_paper(self, i: int) -> FlowLabel:
        node = self.chart.nodes[i]
        if not self.across:
            return label_on_paper(node, self._zone(), "start", self.layouter)
        share = 3 if node.layer < self.last else len(self.plan.layers[self.last])
        return label_on_paper(node, self.width / share, "start", self.layouter)

    def _leave_room(self, i: int) -> None:
        """Leave room before a slot for its label, but for those that hang below the last layer."""
        slot, size = self.plan.slots[i], self._on_paper(i).frame.size
        if not self.across:
            slot.before = size.height + self.look.space("hair")
        elif slot.layer < self.last:
            slot.after = size.width + self.look.space("tiny")

    def _length(self, layer: int) -> float:
        """Return how long the blocks of a layer are along the flow."""
        least = self.look.size("icon")
        nodes = [node for i in self.plan.layers[layer] if (node := self.plan.slots[i].node) is not None]
        labels = [label for node in nodes if (label := self.labels[node])]
        sizes = [(label.frame.size, label.on_block) for label in labels]
        if self.across:
            depth = cap_depth(self.look, slim=True)
            inside = [size.height + 2 * AIR + depth for size, on_block in sizes if on_block]
            beside = [size.height for size, on_block in sizes if not on_block and layer < self.last]
            return max([least, *inside, *beside])
        return max([least, *(size.width + 2 * AIR * on_block for size, on_block in sizes)])

    def _stagger(self) -> dict[int, Tag]:
        """Return the places of labels below the last layer, by their nodes."""
        hanging = [i for i, label in enumerate(self.labels) if self._hangs(i, label)]
        hanging.sort(key=lambda i: self.plan.slots[i].start)
        places = [self.plan.slots[i].start + self.plan.width(i) / 2 for i in hanging]
        widths = [label.frame.size.width for i in hanging if (label := self.labels[i])]
        tags = stagger(places, widths, self.width, self.look.space("tiny"))
        return dict(zip(hanging, tags, strict=True))

    def _hangs(self, i: int, label: FlowLabel | None) -> bool:
        return (
            self.across
            and self.chart.nodes[i].layer == self.last
            and label is not None
            and not label.on_block
        )

    def _place_layers(self) -> None:
        """Place the layers along the flow, and find how far they reach."""
        if self.across:
            bend = _BEND["vertical"]
        else:
            free = self.width - sum(self.lengths)
            bend = max(_BEND["horizontal"], free / max(1, self.last))
        self.starts, at = [], 0.0
        for length in self.lengths:
            self.starts.append(at)
            at += length + bend
        self.reach = at - bend

    # What is drawn.

    def frame(self) -> Frame:
        """Return a frame with one part a layer: the bands to it, then its blocks with their labels."""
        rows = [tag.row for tag in self.tags.values()]
        line = max((label.frame.size.height for i in self.tags if (label := self.labels[i])), default=0.0)
        self.line = line + self.look.space("small")
        size = Size(self.reach, self.room)
        if self.across:
            size = Size(self.width, self.reach + (max(rows) + 1) * self.line if rows else self.reach)
        parts = (Frame(size, tuple(self._layer(layer)), part=layer + 1) for layer in range(self.last + 1))
        frame = Frame(size, tuple(Placed(ORIGIN, part) for part in parts))
        is_thin = self.plan.unit * max(node.value for node in self.chart.nodes) < self.look.size("icon")
        return frame.copy_with(offered=Size(self.width, 0.0)) if is_thin else frame

    def _layer(self, layer: int) -> Iterator[Placed]:
        pieces = [piece for piece in self.plan.pieces if self.plan.slots[piece.end].layer == layer]
        for piece in pieces:
            yield from (Placed(ORIGIN, item) for item in self._band(piece))
        for i in self.plan.layers[layer]:
            slot = self.plan.slots[i]
            if slot.node is None:
                yield Placed(ORIGIN, self._passing(i, slot))
            else:
                yield from self._block(slot, self.chart.nodes[slot.node], self.labels[slot.node])
        for piece in pieces:
            yield from self._number(piece)

    def _point(self, along: float, across: float) -> Point:
        return Point(across, along) if self.across else Point(along, across)

    def _rect(self, slot: FlowSlot) -> Rect:
        """Return the block of a slot."""
        along, length = self.starts[slot.layer], self.lengths[slot.layer]
        thick = slot.value * self.plan.unit
        if self.across:
            return Rect(slot.start, along, thick, length)
        return Rect(along, slot.start, length, thick)

    def _band(self, piece: FlowPiece) -> Iterator[Drawable]:
        """Yield the piece of a band between two layers, bent smoothly."""
        band, thick = self.chart.bands[piece.band], piece.value * self.plan.unit
        first = self.plan.slots[piece.start].layer
        low = self.starts[first] + self.lengths[first] + _SEAM
        high = self.starts[first + 1] - _SEAM
        middle = (low + high) / 2
        a, b = piece.leaves, piece.arrives
        there = [(low, a), (middle, a), (middle, b), (high, b)]
        back = [(along, across + thick) for along, across in there[::-1]]
        points = [self._point(*each) for each in (*there, *back)]
        commands = (
            PathCommand("M", tuple(points[:1])),
            PathCommand("C", tuple(points[1:4])),
            PathCommand("L", tuple(points[4:5])),
            PathCommand("C", tuple(points[5:])),
            PathCommand("Z"),
        )
        yield Path(commands, self.look.paint(f"{band.role}.tint"), None, "ornament")

    def _passing(self, i: int, slot: FlowSlot) -> Path:
        """Return a band where it passes a layer without a node."""
        band = self.chart.bands[next(piece.band for piece in self.plan.pieces if piece.end == i)]
        corners = self._rect(slot).corners
        return Path(polyline(*corners, closed=True), self.look.paint(f"{band.role}.tint"), None, "ornament")

    def _block(self, slot: FlowSlot, node: FlowNode, label: FlowLabel | None) -> Iterator[Placed]:
        rect = self._rect(slot)
        yield from (Placed(ORIGIN, item) for item in _paint_block(rect, node, self.look))
        if label is None or slot.node is None:
            return
        size = label.frame.size
        if label.on_block:
            depth = cap_depth(self.look, slim=True)
            x = rect.center.x - size.width / 2 if self.across else rect.x + AIR
            yield Placed(Point(x, rect.center.y - (size.height + depth) / 2), label.frame)
        elif not self.across:
            yield Placed(Point(rect.x, rect.y - self.look.space("hair") - size.height), label.frame)
        elif slot.node in self.tags:
            yield from self._tag(rect, self.tags[slot.node], label.frame)
        else:
            at = Point(rect.right + self.look.space("tiny"), rect.center.y - size.height / 2)
            yield Placed(at, label.frame)

    def _tag(self, rect: Rect, tag: Tag, label: Frame) -> Iterator[Placed]:
        """Yield a label below its block, with a line to it."""
        top = rect.bottom + self.look.space("tiny") + tag.row * self.line
        pen = Stroke(self.look.paint("muted"), self.look.stroke("border"))
        start, end = Point(rect.center.x, rect.bottom + 2.0), Point(rect.center.x, top - 2.0)
        if tag.row:
            yield Placed(ORIGIN, Path(polyline(start, end), stroke=pen, purpose="ornament"))
        yield Placed(Point(tag.start, top), label)

    def _number(self, piece: FlowPiece) -> Iterator[Placed]:
        """Yield what is written on the middle of a band that is thick enough."""
        band, thick = self.chart.bands[piece.band], piece.value * self.plan.unit
        if not band.label or piece.end >= len(self.chart.nodes):
            return
        frame = self.layouter.layout(Text(band.label, "label", f"{band.role}.strong", tabular=True), Limits())
        first = self.plan.slots[piece.start].layer
        low, high = self.starts[first] + self.lengths[first], self.starts[first + 1]
        # A band is steepest in its middle, where it leaves less room.
        steep = 1.5 * abs(piece.arrives - piece.leaves) / (high - low)
        long, high_text = (
            (frame.size.height, frame.size.width) if self.across else (frame.size.width, frame.size.height)
        )
        if thick < high_text + AIR + steep * long or high - low < long + AIR:
            return
        middle = self._point((low + high) / 2, (piece.leaves + piece.arrives + thick) / 2)
        yield Placed(Point(middle.x - frame.size.width / 2, middle.y - frame.size.height / 2), frame)


def _paint_block(rect: Rect, node: FlowNode, look: ResolvedTheme) -> tuple[Drawable, ...]:
    """Return a node as a key cap or, where it is too thin for one, as a bar."""
    if min(rect.width, rect.height) >= _CAP:
        depth = 0.0 if node.state == "masked" else cap_depth(look, slim=True)
        return paint_state(rect, node.role, node.state, look, depth)
    tone = node.role if node.state != "masked" else "masked"
    return (Path(polyline(*rect.corners, closed=True), look.paint(f"{tone}.mark"), None, "mark"),)
