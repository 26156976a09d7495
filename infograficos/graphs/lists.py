"""Trees as indented lists, for sheets that are narrow."""

from __future__ import annotations

from infograficos.graphs.branches import BUS, CLEAR, HEAD, Room
from infograficos.graphs.draft import Draft
from infograficos.graphs.model import PlacedLabel, Placement
from infograficos.graphs.net import Net
from infograficos.scene.geometry import Point, Rect


def indented(net: Net, room: Room) -> Placement:
    """Draw a tree as an indented list, its words on the branches."""
    draft = Draft(net)
    y = 0.0
    for root in net.roots or []:
        y = write_list(draft, root, room, Point(0.0, y))
    return draft.placement()


def write_list(draft: Draft, node: int, room: Room, at: Point) -> float:
    """Write down a node and, indented below it, its branches; returns where the next one begins."""
    net = draft.net
    draft.place_node(node, room.choice, at.x, at.y)
    rect = draft.nodes[node].rect
    y = rect.bottom + room.gap * 0.6
    labels = [label.width for link in net.children[node] if (label := net.labels[link])]
    indent = BUS + (max(labels) + 2 * CLEAR if labels else 0.0) + HEAD
    trunk = at.x + BUS + 2
    for link in net.children[node]:
        child = net.ends[link][1]
        below = write_list(draft, child, room, Point(trunk + indent - BUS, y))
        own, label = draft.nodes[child].rect, net.labels[link]
        middle = own.center.y
        draft.lines[link] = (Point(trunk, rect.bottom), Point(trunk, middle), Point(own.x, middle))
        if label:
            left = trunk + CLEAR
            draft.labels[link] = PlacedLabel(Rect(left, middle - label.height / 2, label.width, label.height))
        y = below
    return y
