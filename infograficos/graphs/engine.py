"""The layout of a small directed graph: the best of several candidates, the same on every machine."""

from __future__ import annotations

from infograficos.graphs.chains import chains
from infograficos.graphs.model import (
    NodeBox,
    NoFit,
    PlacedGroup,
    PlacedLabel,
    PlacedLink,
    PlacedNode,
    Placement,
    Task,
)
from infograficos.graphs.net import Net
from infograficos.graphs.trees import trees
from infograficos.scene.geometry import Point, Rect, Size

_GAP = 28.0
_CHANNEL = 48.0


def place(task: Task) -> Placement:
    """Lay out a graph; raises `NoFit` where it is too large for the task's width or height."""
    net = Net(task)
    if net.roots is not None:
        for placement in (*chains(net), *trees(net)):
            if placement.size.width <= task.width and placement.size.height <= task.max_height:
                return placement
    rows = _rows(task)
    rects = _node_rects(task, rows)
    size = Size(max(rect.right for rect in rects), max(rect.bottom for rect in rects))
    over = Size(max(0.0, size.width - task.width), max(0.0, size.height - task.max_height))
    if over.width or over.height:
        raise NoFit(over, tuple(node.name for node in _widest_row(rows, task)))
    at = {node.name: rect for node, rect in zip(task.nodes, rects, strict=True)}
    return Placement(
        tuple(PlacedNode(rect) for rect in rects),
        tuple(_link(at[link.source], at[link.target], link.label) for link in task.links),
        tuple(_group(task, name.name, at) for name in task.groups),
        size,
    )


def _rows(task: Task) -> list[list[int]]:
    """Return the indices of the nodes by rank."""
    index = {node.name: number for number, node in enumerate(task.nodes)}
    rank = [0] * len(task.nodes)
    for _ in task.nodes:
        for link in task.links:
            source, target = index[link.source], index[link.target]
            if source < target and not link.back:
                rank[target] = max(rank[target], rank[source] + 1)
    return [[node for node in range(len(rank)) if rank[node] == row] for row in range(max(rank) + 1)]


def _widest_row(rows: list[list[int]], task: Task) -> list[NodeBox]:
    return [task.nodes[node] for node in max(rows, key=len)]


def _node_rects(task: Task, rows: list[list[int]]) -> list[Rect]:
    rects = [Rect(0, 0, 0, 0)] * len(task.nodes)
    y = 0.0
    for row in rows:
        sizes = [task.nodes[node].sizes[0] for node in row]
        x = (task.width - sum(size.width + _GAP for size in sizes) + _GAP) / 2
        for node, size in zip(row, sizes, strict=True):
            rects[node] = Rect(x, y, size.width, size.height)
            x += size.width + _GAP
        y += max(size.height for size in sizes) + _CHANNEL
    return rects


def _link(source: Rect, target: Rect, label: Size | None) -> PlacedLink:
    start, end = Point(source.center.x, source.bottom), Point(target.center.x, target.y)
    if target.y <= source.y:
        start, end = Point(source.center.x, source.y), Point(target.center.x, target.bottom)
    middle = (start.y + end.y) / 2
    points = (start, Point(start.x, middle), Point(end.x, middle), end)
    if label is None:
        return PlacedLink(points)
    x, y = (start.x + end.x) / 2, middle
    return PlacedLink(
        points, PlacedLabel(Rect(x - label.width / 2, y - label.height / 2, label.width, label.height))
    )


def _group(task: Task, name: str, at: dict[str, Rect]) -> PlacedGroup:
    group = next(each for each in task.groups if each.name == name)
    rects = [at[member] for member in group.members]
    rects += [_group(task, each.name, at).rect for each in task.groups if each.parent == name]
    inner = rects[0]
    for rect in rects[1:]:
        inner = inner.union(rect)
    around = inner.inflate(group.padding)
    if not group.titles:
        return PlacedGroup(around)
    title = group.titles[0]
    top = around.y - title.height
    return PlacedGroup(
        Rect(around.x, top, around.width, around.bottom - top),
        Rect(around.x + group.padding, top + 6, title.width, title.height),
    )
