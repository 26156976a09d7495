"""Boxes in boxes: what is in each, side by side where there is room, else below each other."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from infograficos.elements.card import Card, named_fragment
from infograficos.elements.diagram_labels import DiagramLabels
from infograficos.elements.flow import FirstThatFits, Grow, WideOnly
from infograficos.elements.graphs.net import net_node
from infograficos.elements.row import Column, Row
from infograficos.elements.text import Text
from infograficos.elements.wrap import Wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from infograficos.content.graph_net import Net, NetGroup
    from infograficos.layout import Element


def nested_boxes(net: Net) -> Element:
    """Return the groups of a graph without edges as boxes, which appear from the outermost inwards."""
    steps = count(1)
    boxes = tuple(_box(net, group, 0, steps) for group in net.outer)
    loose = [name for name in net.names if not any(name in group.nodes for group, _ in net.groups)]
    parts = (*boxes, Wrap(tuple(net_node(net, name) for name in loose), "small")) if loose else boxes
    return DiagramLabels(_beside(parts))


def _box(net: Net, group: NetGroup, depth: int, steps: Iterator[int]) -> Element:
    """Return a box with its title, its parts and the boxes in it."""
    role, step = net.roles[group.name], next(steps)
    parts: list[Element] = [Text(group.name, "mark", f"{role}.strong")]
    inside: list[Element] = []
    if group.nodes:
        nodes = (named_fragment(step, f"nó {name}", net_node(net, name)) for name in group.nodes)
        inside.append(Wrap(tuple(nodes), "small"))
    inside += [_box(net, each, depth + 1, steps) for each in group.groups]
    parts.append(_beside(tuple(inside)))
    # Boxes lie on each other: one in its colour, the next on paper.
    fill = "surface" if depth % 2 else f"{role}.soft"
    card = Card(Column(tuple(parts), "small"), fill, None, "small")
    return named_fragment(step, f"grupo {group.name}", card)


def _beside(parts: tuple[Element, ...]) -> Element:
    """Return parts side by side, as high as each other, or below each other on a phone."""
    below = Column(parts, "small")
    if len(parts) == 1:
        return below
    return FirstThatFits((WideOnly(Row(tuple(map(Grow, parts)), "small", "stretch")), below))
