"""The ways to draw a tree: below or beside its root, around it, or as an indented list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from infograficos.graphs.branches import Room, branches
from infograficos.graphs.lists import indented
from infograficos.graphs.mind_maps import mind_map
from infograficos.graphs.model import Placement
from infograficos.graphs.net import Net

#: The roomiest first.
ROOMS = (
    Room(0, 30.0, 48.0),
    Room(0, 22.0, 40.0),
    Room(0, 16.0, 34.0),
    Room(1, 22.0, 40.0),
    Room(1, 16.0, 34.0),
    Room(2, 16.0, 34.0),
    Room(2, 12.0, 30.0),
)

#: The same for lists, which first indent less and then break the words of nodes.
LIST_ROOMS = (
    Room(0, 30.0, 48.0),
    Room(0, 22.0, 40.0),
    Room(0, 16.0, 34.0),
    Room(0, 22.0, 40.0, narrow=True),
    Room(0, 16.0, 34.0, narrow=True),
    Room(2, 22.0, 40.0),
    Room(2, 16.0, 34.0, narrow=True),
    Room(2, 12.0, 30.0, narrow=True),
)


def trees(net: Net) -> Iterator[Placement]:
    """Return each way to draw a tree, as roomy as the sheet allows."""
    for draw, rooms in _ways(net):
        for room in rooms:
            placement = draw(room)
            if placement.size.width <= net.task.width and placement.size.height <= net.task.max_height:
                break
        yield placement


def _ways(net: Net) -> list[tuple[Callable[[Room], Placement], Sequence[Room]]]:
    """Return how the tree may be drawn, and how roomy: the wished way first."""
    if net.task.shape == "mind map" and net.roots and len(net.roots) == 1:
        ways = [partial(mind_map, net, flow) for flow in ("right", "down")]
    else:
        flows = [net.task.flow] if net.task.flow else ["down", "right"]
        ways = [partial(branches, net, flow) for flow in flows]
    return [*((way, ROOMS) for way in ways), (partial(indented, net), LIST_ROOMS)]
