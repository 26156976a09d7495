"""Where flow bands are: nodes in layers, each as wide as its value, and bands between them that add up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from infograficos.elements.charts.axis import dodge_labels


@dataclass(slots=True)
class FlowSlot:
    """The place of a node or, where a band passes a layer without one, of that band.

    Args:
        layer: from 0 on.
        value: how much is in it.
        node: the number of the node, or None.
        before, after: the room for its label across the flow, before and after it.
        start: where it begins across the flow.
    """

    layer: int
    value: float
    node: int | None
    before: float = 0.0
    after: float = 0.0
    start: float = 0.0


@dataclass(slots=True)
class FlowPiece:
    """The piece of a band between two neighbouring layers.

    Args:
        start, end: the numbers of its slots.
        leaves, arrives: where it begins across the flow, at its start and at its end.
    """

    band: int
    start: int
    end: int
    value: float
    leaves: float = 0.0
    arrives: float = 0.0


@dataclass(slots=True)
class FlowPlan:
    """Slots and pieces; `arrange` says where they are.

    Args:
        unit: how wide a value of 1 is.
        room: how wide the layers are at most.
        gap: what is between two slots of a layer.
    """

    slots: list[FlowSlot]
    pieces: list[FlowPiece]
    unit: float = 0.0
    room: float = 0.0
    gap: float = 0.0
    layers: list[list[int]] = field(default_factory=list)

    def arrange(self, room: float, gap: float) -> None:
        """Place all slots across the flow, each near what flows to it, and the bands at their sides."""
        self.room, self.gap = room, gap
        self.unit = self.fit_unit(room, gap)
        for layer, members in enumerate(self.layers):
            self._place(members, is_first=layer == 0)
            for i in members:
                self._share(i, "leaves")
        # Where all slots have their places, no two bands of one need to cross.
        for i in range(len(self.slots)):
            self._share(i, "leaves", ordered=True)
            self._share(i, "arrives", ordered=True)

    def fit_unit(self, room: float, gap: float) -> float:
        """Return how wide a value of 1 may be so that all layers have room."""
        rooms = [room - self.taken(members, gap) for members in self.layers]
        values = [sum(self.slots[i].value for i in members) for members in self.layers]
        return min(free / value for free, value in zip(rooms, values, strict=True))

    def taken(self, members: Sequence[int], gap: float) -> float:
        """Return the room that the labels beside slots of a layer, and their gaps, take."""
        labels = sum(self.slots[i].before + self.slots[i].after for i in members)
        return labels + gap * (len(members) - 1)

    def width(self, i: int) -> float:
        """Return how wide a slot's node is across the flow."""
        return self.slots[i].value * self.unit

    def _place(self, members: Sequence[int], *, is_first: bool) -> None:
        slots = [self.slots[i] for i in members]
        sizes = [slot.before + slot.value * self.unit + slot.after for slot in slots]
        if is_first:
            at = (self.room - sum(sizes) - self.gap * (len(sizes) - 1)) / 2
            starts = []
            for size in sizes:
                starts.append(at)
                at += size + self.gap
        else:
            centers = [
                self._source(i) + (slot.after - slot.before) / 2
                for i, slot in zip(members, slots, strict=True)
            ]
            starts = dodge_labels(centers, sizes, self.gap, self.room)
        for slot, start in zip(slots, starts, strict=True):
            slot.start = start + slot.before

    def _source(self, i: int) -> float:
        """Return the middle of what flows to a slot, where it comes from."""
        pieces = [piece for piece in self.pieces if piece.end == i]
        middles = [(piece.leaves + piece.value * self.unit / 2) * piece.value for piece in pieces]
        return sum(middles) / sum(piece.value for piece in pieces)

    def _share(self, i: int, side: str, *, ordered: bool = False) -> None:
        """Put the pieces at one side of a slot beside each other, in the order of their other ends."""
        here = [p for p in self.pieces if (p.start if side == "leaves" else p.end) == i]
        if ordered:
            here.sort(key=lambda p: self.slots[p.end if side == "leaves" else p.start].start)
        at = self.slots[i].start
        for piece in here:
            setattr(piece, side, at)
            at += piece.value * self.unit


def plan_flows(
    layers: Sequence[int], values: Sequence[float], bands: Sequence[tuple[int, int, float]]
) -> FlowPlan:
    """Return the slots of nodes and of bands that pass layers, and all pieces of the bands.

    Args:
        layers, values: the layer of each node, and how much is in it.
        bands: the start, the end and the value of each band.
    """
    slots = [FlowSlot(layer, value, i) for i, (layer, value) in enumerate(zip(layers, values, strict=True))]
    pieces = []
    for number, (start, end, value) in enumerate(bands):
        last = start
        for layer in range(layers[start] + 1, layers[end]):
            slots.append(FlowSlot(layer, value, None))
            pieces.append(FlowPiece(number, last, len(slots) - 1, value))
            last = len(slots) - 1
        pieces.append(FlowPiece(number, last, end, value))
    order = sorted(range(len(slots)), key=lambda i: slots[i].layer)
    groups = [list(group) for _, group in groupby(order, key=lambda i: slots[i].layer)]
    return FlowPlan(slots, pieces, layers=groups)


@dataclass(frozen=True, slots=True)
class Tag:
    """A label that leads to a place: where it starts, how wide it is, and its row."""

    start: float
    width: float
    row: int

    @property
    def end(self) -> float:
        """Where it ends."""
        return self.start + self.width


def stagger(places: Sequence[float], widths: Sequence[float], room: float, gap: float) -> list[Tag]:
    """Return labels in as few rows as their leaders allow, which cross none of them if they can.

    Those in the middle are in the first row, and the others lower; they begin or end at what they belong to.

    Args:
        places: what each label belongs to, from left to right.
        widths: of the labels.
        room: how far they reach at most.
        gap: what is between two labels.
    """
    tags: dict[int, Tag] = {}
    for i in sorted(range(len(places)), key=lambda i: abs(places[i] - room / 2)):
        at, width = places[i], widths[i]
        others = [place for j, place in enumerate(places) if j not in tags and j != i]
        starts = [at - width / 2, *(each + gap for each in others), *(each - gap - width for each in others)]
        starts += [at - gap, at - width + gap]
        starts = [min(max(0.0, start), room - width) for start in starts if start <= at <= start + width]
        last = max((tag.row for tag in tags.values()), default=-1) + 1
        options = [Tag(start, width, row) for row in range(last + 1) for start in starts]
        free = [tag for tag in options if _is_free(tags, places, tag, at, gap)]
        # Leaders of those that are still to come pass at its sides.
        clear = (tag for tag in free if not any(tag.start - gap / 2 < x < tag.end + gap / 2 for x in others))
        tags[i] = next(clear, free[0] if free else Tag(starts[-1], width, last))
    return [tags[i] for i in range(len(places))]


def _is_free(tags: Mapping[int, Tag], places: Sequence[float], new: Tag, at: float, gap: float) -> bool:
    """Say whether a new label, and the leader to it, are clear of the others and of their leaders."""
    for i, tag in tags.items():
        if tag.row == new.row and tag.start < new.end + gap and new.start < tag.end + gap:
            return False
        if tag.row < new.row and tag.start - gap / 2 < at < tag.end + gap / 2:
            return False
        if tag.row > new.row and new.start - gap / 2 < places[i] < new.end + gap / 2:
            return False
    return True
