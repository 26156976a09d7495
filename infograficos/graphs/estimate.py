"""How much room nodes in cells of a grid need at least, before any link is laid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from infograficos.graphs.lattice import Cell
from infograficos.graphs.net import Net

#: Between nodes without and with a link, between rows, and what words add to a link along and across.
GAP, LINKED, DOWN, WORDS_ACROSS, WORDS_DOWN = 24, 34, 28, 42, 26
#: Between a panel and what is beside it.
BESIDE = 20


class Estimate:
    """The least size of a graph by the cells of its nodes."""

    def __init__(self, net: Net, columns: int, rows: int, choice: int) -> None:
        self.net, self.columns, self.rows = net, columns, rows
        sizes = [net.size(node, choice)[0] for node in range(net.count)]
        self.halves = [int(size.width) // 2 + 1 for size in sizes]
        self.heights = [int(size.height) for size in sizes]
        self.room, self.sky = int(net.task.width), int(net.task.max_height)
        self.pads = [int(group.padding) for group in net.task.groups]
        self.heads = [self.head(group, choice) for group in range(len(self.pads))]
        self.boxes: list[tuple[int, int, int, int]] = []
        self.links = [link for link, (s, t) in enumerate(net.ends) if s != t]
        self.worded = [link for link in self.links if net.labels[link]]
        self.leads = [
            half + sum(self.pads[group] for group in path)
            for half, path in zip(self.halves, net.paths, strict=True)
        ]
        self.between = [[self.apart(a, b) for b in range(net.count)] for a in range(net.count)]

    def excess(self, cells: Sequence[Cell], taken: Mapping[Cell, int]) -> int:
        """Return by how much the nodes are too wide and too high together."""
        if self.pads:
            self.boxes = [self.box(members, cells) for members in self.net.members]
        width = self.panelled_width(cells, taken) if self.pads else self.width(cells, taken)
        return max(0, width - self.room) + max(0, self.height(cells) - self.sky)

    def apart(self, one: int, other: int) -> int:
        """Return how far apart the middles of two nodes are if they are neighbours in a row."""
        gap = GAP
        for link in self.links:
            if set(self.net.ends[link]) == {one, other}:
                label = self.net.labels[link]
                gap = max(gap, WORDS_ACROSS + int(label.width) if label else LINKED)
        alone = set(self.net.paths[one]) ^ set(self.net.paths[other])
        return self.halves[one] + self.halves[other] + gap + sum(self.pads[group] for group in alone)

    def head(self, group: int, choice: int) -> int:
        """Return what a panel takes above its members."""
        title = self.net.title(group, choice)
        return int(self.pads[group] * 0.5 + title.height + 8) if title else self.pads[group]

    @staticmethod
    def box(members: list[int], cells: Sequence[Cell]) -> tuple[int, int, int, int]:
        """Return the columns and rows that a panel reaches over."""
        xs, ys = [cells[node][0] for node in members], [cells[node][1] for node in members]
        return min(xs), min(ys), max(xs), max(ys)

    def width(self, cells: Sequence[Cell], taken: Mapping[Cell, int]) -> int:
        """Return the least width of the columns, each as far from the one before as its rows demand."""
        places = [0] * self.columns
        last = [-1] * self.rows
        for column in range(self.columns):
            place = 0
            for row in range(self.rows):
                node = taken.get((column, row))
                if node is not None:
                    before = last[row]
                    if before < 0:
                        place = max(place, self.leads[node])
                    else:
                        place = max(place, places[cells[before][0]] + self.between[before][node])
                    last[row] = node
            places[column] = place
        return max([places[cells[node][0]] + self.leads[node] for node in last if node >= 0])

    def panelled_width(self, cells: Sequence[Cell], taken: Mapping[Cell, int]) -> int:
        """Return the least width where panels keep their whole height free of others."""
        places = [0] * self.columns
        last = [-1] * self.rows
        front = [-GAP] * self.rows
        reach = [0] * len(self.pads)
        for column in range(self.columns):
            nodes = [node for row in range(self.rows) if (node := taken.get((column, row))) is not None]
            place = max([self.start(node, column, cells, front) for node in nodes], default=0)
            for node in nodes:
                before = last[cells[node][1]]
                if before >= 0:
                    place = max(place, places[cells[before][0]] + self.between[before][node])
            places[column] = place
            for node in nodes:
                last[cells[node][1]] = node
                self.close(node, cells[node], place, front, reach)
        return max(front)

    def start(self, node: int, column: int, cells: Sequence[Cell], front: list[int]) -> int:
        """Return where the middle of a node may be at least, with the panels that begin in its column."""
        pads, top, bottom = 0, cells[node][1], cells[node][1]
        for group in self.net.paths[node]:
            box = self.boxes[group]
            if box[0] == column:
                if not pads:
                    top, bottom = box[1], box[3]
                pads += self.pads[group]
        return max(front[top : bottom + 1]) + (BESIDE if pads else GAP) + pads + self.halves[node]

    def close(self, node: int, cell: Cell, place: int, front: list[int], reach: list[int]) -> None:
        """Note how far a node reaches to the right, and the panels that end in its column."""
        column, row = cell
        right = place + self.halves[node]
        front[row] = max(front[row], right)
        for group in reversed(self.net.paths[node]):
            box = self.boxes[group]
            reach[group] = right = max(reach[group], right)
            if box[2] == column:
                right += self.pads[group]
                for each in range(box[1], box[3] + 1):
                    front[each] = max(front[each], right)

    def height(self, cells: Sequence[Cell]) -> int:
        """Return the least height of the rows, with the panels that begin or end there."""
        heights, above, below, gaps = ([0] * self.rows for _ in range(4))
        if self.pads:
            for node, path in enumerate(self.net.paths):
                row, head, foot = cells[node][1], 0, 0
                for group in path:
                    box = self.boxes[group]
                    head += self.heads[group] if box[1] == row else 0
                    foot += self.pads[group] if box[3] == row else 0
                above[row], below[row] = max(above[row], head), max(below[row], foot)
        for (_, row), height in zip(cells, self.heights, strict=True):
            heights[row] = max(heights[row], height)
        for link in self.worded:
            (ax, ay), (bx, by) = (cells[node] for node in self.net.ends[link])
            if ax == bx and abs(ay - by) == 1:
                gaps[max(ay, by)] = WORDS_DOWN
        return sum([high + DOWN for high in heights if high]) - DOWN + sum(above) + sum(below) + sum(gaps)
