"""A graph: nodes and groups where the layout engine puts them, with the edges between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from math import isfinite

from infograficos.elements.arguments import checked_dataclass, require_items
from infograficos.elements.graphs.advice import describe_misfit
from infograficos.elements.graphs.lines import BESIDE_WORDS, crossing_gaps, edge_shape
from infograficos.elements.graphs.node import GraphNode, node_frames, title_frames
from infograficos.elements.graphs.parts import GraphEdge, GraphGroup
from infograficos.elements.graphs.shapes import OUTLINES
from infograficos.elements.polyline import DASH
from infograficos.elements.text import Text
from infograficos.graphs.engine import place
from infograficos.graphs.model import (
    Flow,
    GroupBox,
    Link,
    NodeBox,
    NoFit,
    PlacedLink,
    Placement,
    Shape,
    Task,
)
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Box, Frame, Paint, Path, Placed, Stroke

#: How many layouts are kept: each figure has one for the wide sheet and one for a phone's, in any theme.
_KEPT = 64

#: Narrower than this nothing is laid out: whoever asks wants to know how narrow a graph may be.
_NARROWEST = 200.0

#: Around the words of an edge, so that what the engine keeps free is free of accents, too; in units.
_WORDS = 3.0

#: Above and below the title of a group, in units.
_RISE, _DROP = 3.0, 7.0


@checked_dataclass
class GraphDrawing:
    """Nodes, edges and groups, placed by the layout engine for the room that a sheet leaves.

    Args:
        flow: where edges lead; by default where there is room.
        shape: what kind of graph it is, if it is one of those that the engine knows.
        lanes: names of nodes that share a row, or a column where edges lead down.
        below: the name of the space that is kept free below it, for a legend.
    """

    nodes: tuple[GraphNode, ...]
    edges: tuple[GraphEdge, ...] = ()
    groups: tuple[GraphGroup, ...] = ()
    flow: Flow | None = None
    shape: Shape | None = None
    lanes: tuple[tuple[str, ...], ...] = ()
    below: str = "none"

    def __post_init__(self) -> None:
        require_items("GraphDrawing.nodes", self.nodes)

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the graph in the middle of the width."""
        if limits.max_width < _NARROWEST:
            return Frame(Size(_NARROWEST, 0.0))
        parts = _Parts(self, layouter)
        width, height = _room(limits, layouter)
        task = parts.task(width, height - layouter.look.space(self.below))
        placement = _find(task)
        best = placement.placement if isinstance(placement, NoFit) else placement
        frame = parts.draw(best, max(limits.min_width, best.size.width))
        if isinstance(placement, NoFit):
            return replace(frame, problem=describe_misfit(self.nodes, self.edges, placement))
        return frame


def _room(limits: Limits, layouter: Layouter) -> tuple[float, float]:
    """Return the width and the height that the sheet leaves to a graph."""
    sheet = layouter.look.theme.sheet
    width = limits.max_width if isfinite(limits.max_width) else sheet.width - 2 * sheet.margin
    height = min(limits.max_height, layouter.height_left)
    return width, height if isfinite(height) else layouter.look.theme.limits.tallest * width


@lru_cache(_KEPT)
def _find(task: Task) -> Placement | NoFit:
    """Lay out a graph, once for all the themes in which it is drawn."""
    try:
        return place(task)
    except NoFit as problem:
        return problem


class _Parts:
    """The parts of a graph as they are drawn, in every size that the engine may choose from."""

    def __init__(self, graph: GraphDrawing, layouter: Layouter) -> None:
        self._graph = graph
        self._look = layouter.look
        self._nodes = [node_frames(node, layouter) for node in graph.nodes]
        self._words = [
            layouter.layout(Text(edge.words, "mark", self._ink(edge), "center"), Limits())
            if edge.words
            else None
            for edge in graph.edges
        ]
        self._titles = [
            title_frames(Text(group.name, "mark", f"{group.role}.strong"), layouter) for group in graph.groups
        ]
        self._steps = {node.name: node.step for node in graph.nodes}

    def task(self, width: float, height: float) -> Task:
        """Return what the engine is asked."""
        graph = self._graph
        return Task(
            tuple(map(_node_box, graph.nodes, self._nodes)),
            tuple(map(_link, graph.edges, self._words)),
            width,
            height,
            tuple(
                GroupBox(group.name, group.members, group.parent, tuple(map(_title_size, titles)))
                for group, titles in zip(graph.groups, self._titles, strict=True)
            ),
            graph.flow,
            graph.shape,
            graph.lanes,
        )

    def draw(self, placement: Placement, width: float) -> Frame:
        """Return the frame: groups, then edges, then nodes and words."""
        at = Point((width - placement.size.width) / 2, 0.0)
        items = [*self._panels(placement), *self._lines(placement)]
        for node, frames, placed in zip(self._graph.nodes, self._nodes, placement.nodes, strict=True):
            frame = frames[placed.choice].copy_with(name=f"nó {node.name}", part=node.step)
            items.append(Placed(Point(placed.rect.x, placed.rect.y), frame))
        items += self._labels(placement)
        moved = tuple(Placed(each.at.translate(at), each.item) for each in items)
        return Frame(Size(width, placement.size.height), moved)

    def _panels(self, placement: Placement) -> list[Placed]:
        """Return the panels of the groups, the outer ones first."""
        depths = _depths(self._graph.groups)
        found: list[tuple[int, Placed]] = []
        for index, (group, placed) in enumerate(zip(self._graph.groups, placement.groups, strict=True)):
            rect = Rect(0.0, 0.0, placed.rect.width, placed.rect.height)
            # Panels lie on each other: one in its colour, the next on paper.
            fill = "surface" if depths[group.name] % 2 else f"{group.role}.soft"
            radius = min(self._look.radius("card"), rect.height / 2)
            panel = Box(rect, self._look.paint(fill), None, radius, "ornament")
            items = [Placed(ORIGIN, panel)]
            if placed.title:
                title = self._titles[index][placed.choice]
                at = Point(placed.title.x - placed.rect.x, placed.title.y - placed.rect.y + _RISE)
                items.append(Placed(at, title))
            step = min(map(self._steps.__getitem__, self._all_members(group.name)), default=1)
            frame = Frame(
                Size(rect.width, rect.height), tuple(items), None, f"grupo {group.name}", None, step
            )
            found.append((depths[group.name], Placed(Point(placed.rect.x, placed.rect.y), frame)))
        return [placed for _, placed in sorted(found, key=lambda each: each[0])]

    def _all_members(self, name: str) -> list[str]:
        """Return the nodes in a group and in those within it."""
        groups = self._graph.groups
        inner = [
            member for group in groups if group.parent == name for member in self._all_members(group.name)
        ]
        return [*(member for group in groups if group.name == name for member in group.members), *inner]

    def _lines(self, placement: Placement) -> list[Placed]:
        """Return the lines, what is switched off or beside the path first, so that others lie on it."""
        edges = self._graph.edges
        order = sorted(range(len(edges)), key=lambda i: (_layer(edges[i]), i))
        routes = [placement.links[i].points for i in order]
        widths = [self._look.stroke(edges[i].stroke) for i in order]
        lines: list[Path] = []
        # Of several heads at one place, the last is seen.
        heads: dict[Point, Path] = {}
        for i, route, width, gaps in zip(order, routes, widths, crossing_gaps(routes, widths), strict=True):
            edge = edges[i]
            holes = [*gaps, *_gap(placement.links[i])]
            shape = edge_shape(route, width, edge.heads, holes)
            color, joins = self._paint(edge), (f"nó {edge.source}", f"nó {edge.target}")
            pen = Stroke(color, width, DASH if edge.dashed else (), "butt" if holes else "round")
            lines.append(Path(shape.line, None, pen, "connector", joins))
            tips = (tip for tip, is_head in zip((route[0], route[-1]), edge.heads, strict=True) if is_head)
            painted = (Path(head, color, None, "connector", joins) for head in shape.heads)
            heads |= dict(zip(tips, painted, strict=True))
        return [Placed(ORIGIN, path) for path in (*lines, *heads.values())]

    def _labels(self, placement: Placement) -> list[Placed]:
        found = []
        for edge, frame, link in zip(self._graph.edges, self._words, placement.links, strict=True):
            if frame and link.label:
                rect = link.label.rect
                at = Point(rect.x + (rect.width - frame.size.width) / 2, rect.y + _WORDS)
                joins = f"nó {edge.source}", f"nó {edge.target}"
                found.append(Placed(at, Frame(frame.size, frame.items, frame.baseline, joins=joins)))
        return found

    def _paint(self, edge: GraphEdge) -> Paint:
        return self._look.paint("muted" if edge.state == "aside" else f"{edge.role}.mark")

    def _ink(self, edge: GraphEdge) -> str:
        return "muted" if edge.state == "aside" else f"{edge.role}.strong"


def _layer(edge: GraphEdge) -> int:
    return 2 if edge.state == "marked" else 0 if edge.state == "aside" or edge.role == "masked" else 1


def _node_box(node: GraphNode, frames: Sequence[Frame]) -> NodeBox:
    across, down = OUTLINES[node.shape].flat(frames[0].size)
    return NodeBox(node.name, tuple(frame.size for frame in frames), across, down)


def _link(edge: GraphEdge, words: Frame | None) -> Link:
    label = Size(words.size.width + 2 * _WORDS, words.size.height + 2 * _WORDS) if words else None
    look = f"{edge.role} {'dashed' if edge.dashed else 'solid'} {edge.weight}"
    two_way, head = edge.heads
    return Link(edge.source, edge.target, label, two_way, words=edge.words, look=look, head=head)


def _title_size(frame: Frame) -> Size:
    """Return the size of a title with what its accents and descenders reach out."""
    return Size(frame.size.width, frame.size.height + _RISE + _DROP)


def _gap(link: PlacedLink) -> list[Rect]:
    """Return where a link's own words interrupt its line."""
    if not link.label or link.label.side != "on":
        return []
    rect = link.label.rect
    return [rect.inflate(BESIDE_WORDS - _WORDS)]


def _depths(groups: Sequence[GraphGroup]) -> Mapping[str, int]:
    """Return how many groups are around each group."""
    parents = {group.name: group.parent for group in groups}

    def depth(name: str) -> int:
        parent = parents[name]
        return 0 if parent is None else 1 + depth(parent)

    return {name: depth(name) for name in parents}
