"""What the layout of a graph is asked and what it answers.

    task = Task(
        nodes=(NodeBox("question", (Size(118, 44),)), NodeBox("answer", (Size(160, 44), Size(104, 70)))),
        links=(Link("question", "answer", label=Size(40, 24)),),
        groups=(GroupBox("panel", members=("answer",), titles=(Size(60, 24),)),),
        width=628,
        max_height=364,
    )
    placement = place(task)  # infograficos.graphs.engine; raises NoFit

All lengths are sheet units, and all sizes are the caller's: the engine knows no text. A node or a title may
come in several sizes, the widest first (one line, two lines…); `PlacedNode.choice` says which one was taken.
Everything in a `Placement` stands in the order of the task, and all coordinates begin at (0, 0).

- A link's `points` are the corners of an orthogonal line from the border of its source to the border of its
  target (the tip of the arrow); whoever draws it rounds the corners. Links from one node, or into one node,
  may run on one line for a while, as the branches of a comb do, if they look the same, have arrowheads and
  carry the same words or none; in a tree, words stand on what each branch has for itself.
- The words of a link never touch a node, a line, a title or other words. `side` says where they are:
  "on" their own line, which is interrupted by them, else "left", "right", "above" or "below" it.
- A group's `rect` holds its title, its members and the groups in it, and no other node.
"""

from __future__ import annotations

from typing import Literal

from infograficos.scene.geometry import Point, Rect, Size
from infograficos.value_object import value_object

Flow = Literal["down", "right"]
Shape = Literal["mind map"]
Side = Literal["on", "left", "right", "above", "below"]


@value_object
class NodeBox:
    """A node: its possible sizes, the widest first.

    `flat_across` is the share of its upper and lower side on which links may end, around the middle, and
    `flat_down` that of its left and right side: 1 for a rectangle, 0 for a diamond or a circle.
    """

    name: str
    sizes: tuple[Size, ...]
    flat_across: float = 1.0
    flat_down: float = 1.0


@value_object
class Link:
    """An arrow, or a line, from a node to another or to itself.

    `back` says that it runs against the flow; None lets the engine find out. `words` are only compared with
    those of others, as `look` is, which says how the line is drawn; without a head it is no arrow.
    """

    source: str
    target: str
    label: Size | None = None
    two_way: bool = False
    back: bool | None = None
    words: str = ""
    look: str = ""
    head: bool = True


@value_object
class GroupBox:
    """A panel around at least one node, or around groups whose parent it is; it may have a title."""

    name: str
    members: tuple[str, ...] = ()
    parent: str | None = None
    titles: tuple[Size, ...] = ()
    padding: float = 12.0


@value_object
class Task:
    """A graph to be laid out within a width and a height.

    `flow` and `shape` say what the author wants; without them the engine decides. Each of `lanes` names
    nodes that should share one row (or one column, if the graph flows down), in order.
    """

    nodes: tuple[NodeBox, ...]
    links: tuple[Link, ...]
    width: float
    max_height: float
    groups: tuple[GroupBox, ...] = ()
    flow: Flow | None = None
    shape: Shape | None = None
    lanes: tuple[tuple[str, ...], ...] = ()


@value_object
class PlacedNode:
    """Where a node is, and which of its sizes it has."""

    rect: Rect
    choice: int = 0


@value_object
class PlacedLabel:
    """Where the words of a link are, and on which side of their line."""

    rect: Rect
    side: Side = "on"


@value_object
class PlacedLink:
    """The corners of a link from border to border, and its words."""

    points: tuple[Point, ...]
    label: PlacedLabel | None = None


@value_object
class PlacedGroup:
    """Where a group is, where its title is, and which of its titles it has."""

    rect: Rect
    title: Rect | None = None
    choice: int = 0


@value_object
class Placement:
    """A graph laid out: all in the order of the task."""

    nodes: tuple[PlacedNode, ...]
    links: tuple[PlacedLink, ...]
    groups: tuple[PlacedGroup, ...]
    size: Size
    score: float = 0.0
    steps: int = 0


class NoFit(Exception):  # noqa: N818
    """The graph is too large for the sheet: by how much at least, and what costs most.

    `placement` is the best drawing there is, `overflow` what it lacks in width and in height, `nodes` the
    names of the nodes that, with shorter words or cut, would help most, and `links` the indices of the links
    whose words do not fit.
    """

    def __init__(
        self, placement: Placement, overflow: Size, nodes: tuple[str, ...] = (), links: tuple[int, ...] = ()
    ) -> None:
        super().__init__(placement, overflow, nodes, links)
        self.placement = placement
        self.overflow = overflow
        self.nodes = nodes
        self.links = links
