"""Trees around a root in the middle, with branches on both sides."""

from __future__ import annotations

from infograficos.graphs.branches import BUS, CLEAR, HEAD, Branches, Room, subtree
from infograficos.graphs.draft import Draft
from infograficos.graphs.lists import write_list
from infograficos.graphs.model import PlacedLabel, PlacedNode, Placement
from infograficos.graphs.net import Net
from infograficos.scene.geometry import Point, Rect


def mind_map(net: Net, flow: str, room: Room) -> Placement:
    """Draw a tree around its root: the first branches to its right, the others to its left.

    Where the flow is "down", what is below a branch stands under it as an indented list.
    """
    root = (net.roots or [0])[0]
    links = net.children[root]
    weights = [sum(not net.children[n] for n in subtree(net, net.ends[link][1])) for link in links]
    cut = min(range(len(links) + 1), key=lambda k: (abs(sum(weights[:k]) - sum(weights[k:])), -k))
    draft = Draft(net)
    for part, mirror in ((links[:cut], False), (links[cut:], True)):
        if part and flow == "down":
            _side_list(draft, part, room, mirror)
        elif part:
            _side_tree(draft, part, room, mirror)
    return draft.placement()


def _side_tree(draft: Draft, links: list[int], room: Room, mirror: bool) -> None:
    """Write down the branches on one side of the root, which stands in the middle."""
    net = draft.net
    root = net.ends[links[0]][0]
    tree = Branches(net, "right", room)
    tree.grow(links, root, 0, None)
    tree.shift(root, -tree.across[root])
    nodes = [root, *(each for link in links for each in subtree(net, net.ends[link][1]))]
    back = tree.node_extents(root)[0] / 2
    starts = tree.levels(nodes, net.task.width / 2 + back)
    tree.draw(draft, nodes, [start - back for start in starts], mirror)


def _side_list(draft: Draft, links: list[int], room: Room, mirror: bool) -> None:
    """Write down the branches on one side of the root, each with a list below it."""
    net = draft.net
    root = net.ends[links[0]][0]
    size, _ = net.size(root, room.choice)
    draft.place_node(root, room.choice, -size.width / 2, -size.height / 2)
    words = max((label.width + 2 * CLEAR + 10 for link in links if (label := net.labels[link])), default=0.0)
    left, y = size.width / 2 + max(room.channel, BUS + HEAD + words), 0.0
    tight = Room(room.choice, min(room.gap, 16.0), room.channel)
    below = [each for link in links for each in subtree(net, net.ends[link][1])]
    for link in links:
        y = write_list(draft, net.ends[link][1], tight, Point(left, y)) + room.gap / 2
    up = (y - room.gap / 2 - tight.gap * 0.6) / 2
    for node in below:
        rect = draft.nodes[node].rect.translate(Point(0.0, -up))
        draft.nodes[node] = PlacedNode(rect, draft.nodes[node].choice)
    for link in (each for node in below for each in net.children[node]):
        _move(draft, link, -up)
    _draw_side(draft, links, size.width / 2, size.width / 2 + BUS)
    if mirror:
        _mirror(draft, below, links)


def _move(draft: Draft, link: int, by: float) -> None:
    """Move a link down."""
    draft.lines[link] = tuple(point.translate(Point(0.0, by)) for point in draft.lines[link])
    if label := draft.labels[link]:
        draft.labels[link] = PlacedLabel(label.rect.translate(Point(0.0, by)), label.side)


def _draw_side(draft: Draft, links: list[int], start: float, bus: float) -> None:
    """Write down the branches from the root's side."""
    for link in links:
        rect, label = draft.nodes[draft.net.ends[link][1]].rect, draft.net.labels[link]
        y = rect.center.y
        line = [Point(start, 0.0), Point(bus, 0.0), Point(bus, y), Point(rect.x, y)]
        draft.lines[link] = tuple(line if y else [line[0], line[-1]])
        if label:
            x = (bus + rect.x - HEAD - label.width) / 2
            draft.labels[link] = PlacedLabel(Rect(x, y - label.height / 2, label.width, label.height))


def _mirror(draft: Draft, nodes: list[int], links: list[int]) -> None:
    """Turn nodes and the links to them from right to left."""
    for node in nodes:
        rect = draft.nodes[node].rect
        draft.nodes[node] = PlacedNode(
            Rect(-rect.right, rect.y, rect.width, rect.height), draft.nodes[node].choice
        )
    for link in [*links, *(each for node in nodes for each in draft.net.children[node])]:
        draft.lines[link] = tuple(Point(-point.x, point.y) for point in draft.lines[link])
        if label := draft.labels[link]:
            rect = label.rect
            draft.labels[link] = PlacedLabel(Rect(-rect.right, rect.y, rect.width, rect.height), label.side)
