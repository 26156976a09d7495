"""Trees as indented lists, for sheets that are narrow."""

from __future__ import annotations

from infograficos.graphs.branches import BUS, CLEAR, HEAD, Room
from infograficos.graphs.draft import Draft
from infograficos.graphs.model import PlacedLabel, Placement
from infograficos.graphs.net import Net
from infograficos.scene.geometry import Point, Rect

#: How much nearer to its parent a branch begins in a narrow list, and how much shorter its arrow is.
NEARER, SHORTER = 3.0, 6.0
#: Between the trunks of branches that do not look the same.
TRUNKS = 11.0


def indented(net: Net, room: Room) -> Placement:
    """Draw a tree as an indented list, its words on the branches."""
    draft = Draft(net)
    y = 0.0
    for root in net.roots or []:
        y = write_list(draft, root, room, Point(0.0, y), net.task.width)
    return draft.placement()


def write_list(draft: Draft, node: int, room: Room, at: Point, right: float | None = None) -> float:
    """Write down a node and, indented below it, its branches; returns where the next one begins.

    With `right`, only a node that would reach beyond it takes a narrower size than its first.
    """
    choice = room.choice if right is None else _choice(draft.net, node, room, right - at.x)
    draft.place_node(node, choice, at.x, at.y)
    rect, links = draft.nodes[node].rect, draft.net.children[node]
    if room.narrow and len(links) == 1:
        return _write_below(draft, links[0], room, right)
    y = rect.bottom + room.gap * 0.6
    labels = [label.width for link in links if (label := draft.net.labels[link])]
    words = max(labels) + 2 * CLEAR if labels else 0.0
    trunks = _trunks(draft.net, links)
    begin = at.x + BUS + 2 - NEARER * room.narrow
    indent = max(trunks, default=0) * TRUNKS + words + HEAD - SHORTER * room.narrow
    for link, trunk in zip(links, trunks, strict=True):
        y = write_list(draft, draft.net.ends[link][1], room, Point(begin + indent, y), right)
        _draw_branch(draft, link, begin + trunk * TRUNKS, begin + max(trunks) * TRUNKS)
    return y


def _choice(net: Net, node: int, room: Room, width: float) -> int:
    """Return the first size of a node that fits a width, as far as the room allows."""
    choices = range(room.choice + 1)
    return next((each for each in choices if net.size(node, each)[0].width <= width), room.choice)


def _trunks(net: Net, links: list[int]) -> list[int]:
    """Return the trunk of each branch, from the left: branches that look the same share one.

    The trunk that reaches furthest is the first, so that none crosses a branch of another.
    """
    looks = [net.task.links[link].look for link in links]
    order = list(dict.fromkeys(looks[::-1]))
    return [order.index(look) for look in looks]


def _draw_branch(draft: Draft, link: int, trunk: float, last: float) -> None:
    """Write down a branch from its trunk, with its words behind the last trunk."""
    source, target = (draft.nodes[node].rect for node in draft.net.ends[link])
    middle = target.center.y
    draft.lines[link] = (Point(trunk, source.bottom), Point(trunk, middle), Point(target.x, middle))
    if label := draft.net.labels[link]:
        top = middle - label.height / 2
        draft.labels[link] = PlacedLabel(Rect(last + CLEAR, top, label.width, label.height))


def _write_below(draft: Draft, link: int, room: Room, right: float | None) -> float:
    """Write down the only branch of a node straight below it."""
    source, child = draft.net.ends[link]
    above, label = draft.nodes[source].rect, draft.net.labels[link]
    down = above.bottom + HEAD + (label.height + CLEAR if label else 8.0)
    y = write_list(draft, child, room, Point(above.x, down), right)
    below = draft.nodes[child].rect
    if below.width > above.width:
        middle = above.x + (below.width - above.width) / 2
        draft.place_node(source, draft.nodes[source].choice, middle, above.y)
    x = above.x + below.width / 2
    draft.lines[link] = (Point(x, above.bottom), Point(x, down))
    if label:
        top = (above.bottom + down - HEAD + CLEAR) / 2 - label.height / 2
        draft.labels[link] = PlacedLabel(Rect(x - label.width / 2, top, label.width, label.height))
    return y
