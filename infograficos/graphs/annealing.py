"""Cells for nodes by annealing: random moves on a grid, by a cost that needs no routes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from infograficos.graphs.chance import Chance
from infograficos.graphs.crossings import Crossings
from infograficos.graphs.estimate import Estimate
from infograficos.graphs.lattice import Cell
from infograficos.graphs.net import Net
from infograficos.value_object import value_object

#: In tenths of a cell's length.
LENGTH, BENT, BLOCKED, CROSSING, AGAINST = 10, 7, 20, 18, 24
LEFTWARDS, HEAT = 4, 45
STRANGER, OVERLAP, SPREAD, TWIN, OFF, LATE = 200, 200, 2, 20, 4, 12

#: From a node to the cells where its neighbours like to be.
STEPS = ((1, 0), (0, 1), (-1, 0), (0, -1), (1, 1), (-1, 1))


@value_object
class Grid:
    """How many columns and rows nodes may take, and how links should run over them."""

    columns: int
    rows: int
    flow: str


class Annealing:
    """Nodes on a grid, and what their places cost."""

    def __init__(self, net: Net, grid: Grid, choice: int, seed: int) -> None:
        self.net, self.grid, self.chance = net, grid, Chance(seed)
        self.links = [link for link, (s, t) in enumerate(net.ends) if s != t]
        self.at: list[list[int]] = [[] for _ in range(net.count)]
        for link in self.links:
            for node in net.ends[link]:
                self.at[node].append(link)
        self.strangers = [
            [other for other in self.links if not set(net.ends[link]) & set(net.ends[other])]
            for link in range(len(net.ends))
        ]
        self.estimate = Estimate(net, grid.columns, grid.rows, choice)
        order = sorted(range(net.count), key=lambda node: (net.ranks[node], net.paths[node], node))
        places = [(index % grid.columns, index // grid.columns) for index in range(net.count)]
        if grid.flow == "right":
            places = [(index // grid.rows, index % grid.rows) for index in range(net.count)]
        cells = [(0, 0)] * net.count
        for node, cell in zip(order, places, strict=True):
            cells[node] = cell
        self.put(cells)

    def put(self, cells: Sequence[Cell]) -> None:
        """Put all nodes into cells."""
        self.cells = list(cells)
        self.taken = {cell: node for node, cell in enumerate(self.cells)}

    def run(self, steps: int) -> tuple[int, tuple[Cell, ...]]:
        """Return the cheapest cells that were found, as a lattice counts them, with their cost."""
        whole = self.whole_cost()
        cost = self.cost(list(range(self.net.count))) + whole
        best, best_cells = cost, list(self.cells)
        crossings = Crossings(self.net.ends, self.links, self.cells, (self.grid.columns, self.grid.rows))
        for step in range(steps):
            limit = HEAT * (steps - step) // steps
            node = self.chance.below(self.net.count)
            cell = self.draw_cell(node)
            old = self.cells[node]
            if cell == old:
                continue
            other = self.taken.get(cell)
            mine = self.links_at([node] if other is None else [node, other])
            before = sum([self.link_cost(link) for link in mine]) + CROSSING * crossings.count(mine) + whole
            self.move(node, cell, other)
            change = sum([self.link_cost(link) for link in mine]) - before
            if change <= limit:
                found = crossings.find(mine, (limit - change) // CROSSING)
                if found is not None:
                    now = self.whole_cost()
                    change += CROSSING * sum([crossed.bit_count() for crossed in found.values()]) + now
                    if change <= limit:
                        cost, whole = cost + change, now
                        crossings.take(found)
                        if cost < best:
                            best, best_cells = cost, list(self.cells)
                        continue
            self.move(node, old, other)
        return best, compact(best_cells)

    def draw_cell(self, node: int) -> Cell:
        """Return a cell by chance, half of the time one next to a neighbour of the node."""
        if self.at[node] and self.chance.below(2):
            ends = self.net.ends[self.at[node][self.chance.below(len(self.at[node]))]]
            x, y = self.cells[ends[0] if ends[1] == node else ends[1]]
            right, down = STEPS[self.chance.below(len(STEPS))]
            if 0 <= x + right < self.grid.columns and 0 <= y + down < self.grid.rows:
                return x + right, y + down
        return self.chance.below(self.grid.columns), self.chance.below(self.grid.rows)

    def move(self, node: int, cell: Cell, other: int | None) -> None:
        """Move a node to a cell, and who was there to the node's."""
        old = self.cells[node]
        self.cells[node] = cell
        self.taken[cell] = node
        if other is None:
            del self.taken[old]
        else:
            self.cells[other] = old
            self.taken[old] = other

    def links_at(self, nodes: list[int]) -> list[int]:
        """Return the links of some nodes, each once."""
        if len(nodes) == 1:
            return self.at[nodes[0]]
        return list(dict.fromkeys([link for node in nodes for link in self.at[node]]))

    def cost(self, moved: list[int]) -> int:
        """Return the cost of the links of some nodes, with their crossings."""
        total, done = 0, set()
        for link in self.links_at(moved):
            total += self.link_cost(link)
            done.add(link)
            for other in self.strangers[link]:
                if other not in done and self.cross(link, other):
                    total += CROSSING
        return total

    def whole_cost(self) -> int:
        """Return the cost of all that concerns more than some links: room, panels, families."""
        return self.room_cost() + self.panel_cost() + self.family_cost() + self.late_cost()

    def late_cost(self) -> int:
        """Return what others above the first node cost, on a wide sheet if others are left of it too."""
        x, y = self.cells[0]
        down = y - min([row for _, row in self.cells])
        return LATE * (down if self.net.upright else min(down, x - min([column for column, _ in self.cells])))

    def link_cost(self, link: int) -> int:
        """Return what one link costs: its length, a bend, what is in its way, the wrong direction."""
        source, target = self.net.ends[link]
        (ax, ay), (bx, by) = self.cells[source], self.cells[target]
        right, down = bx - ax, by - ay
        total = LENGTH * (abs(right) + abs(down))
        if right and down:
            total += BENT
        elif abs(right) + abs(down) > 1:
            step = ((right > 0) - (right < 0), (down > 0) - (down < 0))
            cells = ((ax + step[0] * k, ay + step[1] * k) for k in range(1, abs(right) + abs(down)))
            total += BLOCKED * sum([cell in self.taken for cell in cells])
        if self.net.back[link]:
            return total
        along, across = (right, down) if self.grid.flow == "right" else (down, right)
        if along < 0:
            return total + AGAINST - LENGTH * along
        if along == 0:
            total += AGAINST if across < 0 else 3
        elif right < 0:
            total += LEFTWARDS
        return total

    def cross(self, one: int, other: int) -> bool:
        """Say whether two links without a common node cross or touch as straight lines."""
        (s, t), (u, v) = self.net.ends[one], self.net.ends[other]
        cells = self.cells
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = cells[s], cells[t], cells[u], cells[v]
        if (ax < cx and ax < dx and bx < cx and bx < dx) or (ax > cx and ax > dx and bx > cx and bx > dx):
            return False
        if (ay < cy and ay < dy and by < cy and by < dy) or (ay > cy and ay > dy and by > cy and by > dy):
            return False
        right, down = bx - ax, by - ay
        first = right * (cy - ay) - down * (cx - ax)
        second = right * (dy - ay) - down * (dx - ax)
        if first * second > 0:
            return False
        right, down = dx - cx, dy - cy
        third = right * (ay - cy) - down * (ax - cx)
        fourth = right * (by - cy) - down * (bx - cx)
        return third * fourth <= 0 and (first or second or third or fourth) != 0

    def room_cost(self) -> int:
        """Return what too much width and too much height cost."""
        return self.estimate.excess(self.cells, self.taken) // 2

    def panel_cost(self) -> int:
        """Return what strangers in panels, panels on panels and loose panels cost."""
        total, boxes = 0, self.estimate.boxes
        for group, (left, top, right, bottom) in enumerate(boxes):
            inside = 0
            for x, y in self.cells:
                inside += left <= x <= right and top <= y <= bottom
            total += STRANGER * (inside - len(self.net.members[group]))
            total += SPREAD * ((right - left + 1) * (bottom - top + 1) - len(self.net.members[group]))
            for other in range(group):
                a, b, c, d = boxes[other]
                if (
                    a <= right
                    and left <= c
                    and b <= bottom
                    and top <= d
                    and not self.net.nested(group, other)
                ):
                    total += OVERLAP
        return total

    def family_cost(self) -> int:
        """Return what twins out of line or order cost, and parents off the middle of their children."""
        total = 0
        for twins in self.net.twins:
            xs, ys = [self.cells[node][0] for node in twins], [self.cells[node][1] for node in twins]
            across, down = max(ys) - min(ys), max(xs) - min(xs)
            total += TWIN * min(across, down)
            line = xs if across <= down else ys
            total += TWIN * sum(a > b for a, b in pairwise(line))
            total += (
                TWIN // 2 * max(0, max(line) - min(line) + 1 - len(twins)) if min(across, down) == 0 else 0
            )
        for lane in self.net.lanes:
            ys = [self.cells[node][1] for node in lane]
            xs = [self.cells[node][0] for node in lane]
            others, line = (ys, xs) if not self.net.upright else (xs, ys)
            total += 3 * TWIN * (max(others) - min(others))
            total += 2 * TWIN * sum(a >= b for a, b in pairwise(line))
        for node, children in self.net.families:
            x, y = self.cells[node]
            xs, ys = [self.cells[each][0] for each in children], [self.cells[each][1] for each in children]
            total += OFF * min(abs(2 * x - min(xs) - max(xs)), abs(2 * y - min(ys) - max(ys))) // 2
        return total


def compact(cells: list[Cell]) -> tuple[Cell, ...]:
    """Return grid cells as lattice cells, without empty columns and rows."""
    columns = {column: 2 * index + 1 for index, column in enumerate(sorted({x for x, _ in cells}))}
    rows = {row: 2 * index + 1 for index, row in enumerate(sorted({y for _, y in cells}))}
    return tuple((columns[x], rows[y]) for x, y in cells)
