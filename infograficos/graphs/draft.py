"""A placement in the making, anywhere on the plane."""

from __future__ import annotations

from infograficos.graphs.model import PlacedGroup, PlacedLabel, PlacedLink, PlacedNode, Placement
from infograficos.graphs.net import Net
from infograficos.scene.geometry import Point, Rect, Size


class Draft:
    """Where nodes, lines, words and groups are so far, by the task's indices."""

    def __init__(self, net: Net) -> None:
        self.net = net
        self.nodes: list[PlacedNode] = [PlacedNode(Rect(0.0, 0.0, 0.0, 0.0))] * net.count
        self.lines: list[tuple[Point, ...]] = [()] * len(net.ends)
        self.labels: list[PlacedLabel | None] = [None] * len(net.ends)
        self.groups: list[PlacedGroup] = []

    def place_node(self, node: int, choice: int, x: float, y: float) -> None:
        """Put a node with its upper left corner at a point."""
        size, taken = self.net.size(node, choice)
        self.nodes[node] = PlacedNode(Rect(x, y, size.width, size.height), taken)

    def extent(self) -> Rect:
        """Return the bounding box of all."""
        rects = [placed.rect for placed in self.nodes] + [placed.rect for placed in self.groups]
        rects += [placed.rect for placed in self.labels if placed]
        rects += [Rect.around(points) for points in self.lines if points]
        corners = [rect.corners for rect in rects]
        return Rect.around([each[0] for each in corners] + [each[2] for each in corners])

    def placement(self) -> Placement:
        """Return the drawing with its upper left corner at (0, 0)."""
        box = self.extent()
        by = Point(-box.x, -box.y)
        links = [
            PlacedLink(
                tuple(point.translate(by) for point in points),
                label and PlacedLabel(label.rect.translate(by), label.side),
            )
            for points, label in zip(self.lines, self.labels, strict=True)
        ]
        groups = [
            PlacedGroup(each.rect.translate(by), each.title and each.title.translate(by), each.choice)
            for each in self.groups
        ]
        nodes = [PlacedNode(each.rect.translate(by), each.choice) for each in self.nodes]
        return Placement(tuple(nodes), tuple(links), tuple(groups), Size(box.width, box.height))
