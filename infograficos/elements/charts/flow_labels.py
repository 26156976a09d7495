"""Nodes and the bands between them, and their labels: on the blocks where they fit, else beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from infograficos.elements.cap import CapState, cap_depth, cap_ink
from infograficos.elements.flow import Align
from infograficos.elements.row import Column, Row
from infograficos.elements.text import Text
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Frame

#: The air at the sides of a label on its block, and above and below it, in units.
AIR, _HIGH = 8.0, 6.0


@dataclass(frozen=True, slots=True)
class FlowNode:
    """A node: its name and how much is in it, as a number and written, its layer, role and state."""

    name: str
    number: str
    value: float
    layer: int
    role: str
    state: CapState = "focus"

    def labels(self, room: float, align: Align, *, on_block: bool) -> Iterator[Element]:
        """Yield the name and the number in a line, then below each other, then with the name wrapped.

        Args:
            room: how wide the wrapped name is.
            on_block: whether they are read on the node's block, else on paper.
        """
        ink = cap_ink(self.role, self.state) if on_block else f"{self.role}.strong"
        name = Text(self.name, "mark", ink, align)
        number = Text(self.number, "label", ink, align, tabular=True)
        yield Row((name, number), "tiny", "baseline")
        yield Column((name, number), "tiny", align)
        yield Column((_Narrow(name, room), number), "tiny", align)


@dataclass(frozen=True, slots=True)
class FlowBand:
    """A band between two nodes by their numbers: how much flows, as a number and written, and its colour.

    Args:
        label: what is written on it, or nothing.
    """

    start: int
    end: int
    value: float
    role: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class _Narrow:
    """A child no wider than a room."""

    child: Element
    room: float

    def layout(self, _limits: Limits, layouter: Layouter) -> Frame:
        return layouter.layout(self.child, Limits(self.room))


@dataclass(frozen=True, slots=True)
class FlowLabel:
    """A laid out label, and whether it is on its block."""

    frame: Frame
    on_block: bool


def label_on_block(
    node: FlowNode, room: tuple[float, float], align: Align, layouter: Layouter
) -> FlowLabel | None:
    """Return the label that fits a block of a width and a height, or nothing."""
    width, height = room[0] - 2 * AIR, room[1] - 2 * _HIGH - cap_depth(layouter.look, slim=True)
    elements = list(node.labels(max(0.0, width), align, on_block=True))
    # Below each other they are read at a glance, if the block is high enough.
    for element in (elements[1], elements[0], elements[2]):
        frame = layouter.layout(element, Limits())
        if frame.size.width <= width and frame.size.height <= height and _is_whole(frame):
            return FlowLabel(frame, on_block=True)
    return None


def label_on_paper(node: FlowNode, width: float, align: Align, layouter: Layouter) -> FlowLabel:
    """Return a label in one line if that is no wider than a width, else in several."""
    frames = [layouter.layout(each, Limits()) for each in node.labels(width, align, on_block=False)]
    fitting = next((frame for frame in frames if frame.size.width <= width and _is_whole(frame)), None)
    return FlowLabel(fitting or min(frames, key=lambda frame: frame.size.width), on_block=False)


def _is_whole(frame: Frame) -> bool:
    return not (frame.overflowing or frame.splits_words)
