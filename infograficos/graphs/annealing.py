"""Cells for nodes by annealing: random moves on a grid, by a cost that needs no routes."""

from __future__ import annotations

from itertools import pairwise

from infograficos.graphs.chance import Chance
from infograficos.graphs.lattice import Cell
from infograficos.graphs.net import Net
from infograficos.value_object import value_object

#: In tenths of a cell's length.
LENGTH, BENT, BLOCKED, CROSSING, AGAINST = 10, 7, 20, 18, 24
STRANGER, OVERLAP, SPREAD, TWIN, OFF = 80, 80, 2, 20, 4


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
        self.sizes = [net.size(node, choice)[0] for node in range(net.count)]
        self.links = [link for link, (s, t) in enumerate(net.ends) if s != t]
        self.at: list[list[int]] = [[] for _ in range(net.count)]
        for link in self.links:
            for node in net.ends[link]:
                self.at[node].append(link)
        order = sorted(range(net.count), key=lambda node: (net.ranks[node], net.paths[node], node))
        places = [(index % grid.columns, index // grid.columns) for index in range(net.count)]
        if grid.flow == "right":
            places = [(index // grid.rows, index % grid.rows) for index in range(net.count)]
        self.cells = [(0, 0)] * net.count
        for node, cell in zip(order, places, strict=True):
            self.cells[node] = cell
        self.taken = {cell: node for node, cell in enumerate(self.cells)}

    def run(self, steps: int) -> tuple[int, tuple[Cell, ...]]:
        """Return the cheapest cells that were found, as a lattice counts them, with their cost."""
        everything = list(range(self.net.count))
        cost = self.cost(everything)
        best, best_cells = cost, list(self.cells)
        for step in range(steps):
            limit = 45 * (steps - step) // steps
            node = self.chance.below(self.net.count)
            cell = (self.chance.below(self.grid.columns), self.chance.below(self.grid.rows))
            if cell == self.cells[node]:
                continue
            other = self.taken.get(cell)
            moved = [node] if other is None else [node, other]
            before = self.cost(moved)
            old = self.cells[node]
            self.move(node, cell, other)
            change = self.cost(moved) - before
            if change > limit:
                self.move(node, old, other)
                continue
            cost += change
            if cost < best:
                best, best_cells = cost, list(self.cells)
        return best, compact(best_cells)

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

    def cost(self, moved: list[int]) -> int:
        """Return the cost of what some nodes take part in, and of all that concerns the whole."""
        mine = {link for node in moved for link in self.at[node]}
        total = 0
        for link in mine:
            total += self.link_cost(link)
            for other in self.links:
                if (other not in mine or other > link) and self.cross(link, other):
                    total += CROSSING
        return total + self.room_cost() + self.panel_cost() + self.family_cost()

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
            total += BLOCKED * sum(cell in self.taken for cell in cells)
        if self.net.back[link]:
            return total
        along, across = (right, down) if self.grid.flow == "right" else (down, right)
        if along < 0:
            return total + AGAINST - LENGTH * along
        if along == 0:
            total += AGAINST if across < 0 else 3
        return total

    def cross(self, one: int, other: int) -> bool:
        """Say whether two links cross as straight lines; links with a common node do not."""
        (s, t), (u, v) = self.net.ends[one], self.net.ends[other]
        if s in (u, v) or t in (u, v):
            return False
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = self.cells[s], self.cells[t], self.cells[u], self.cells[v]
        first = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
        second = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax)
        if first * second > 0:
            return False
        third = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx)
        fourth = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx)
        return third * fourth <= 0 and (first or second or third or fourth) != 0

    def room_cost(self) -> int:
        """Return what rows that are too wide and rows that are too many cost."""
        widths = [0] * self.grid.rows
        heights = [0] * self.grid.rows
        for (_, row), size in zip(self.cells, self.sizes, strict=True):
            widths[row] += int(size.width) + 26
            heights[row] = max(heights[row], int(size.height))
        for link in self.links:
            if label := self.net.labels[link]:
                (ax, ay), (bx, by) = (self.cells[node] for node in self.net.ends[link])
                if ay == by and abs(ax - bx) == 1:
                    widths[ay] += int(label.width) + 16
        room = int(self.net.task.width) + 26
        total = sum((width - room) // 3 for width in widths if width > room)
        height = sum(high + 34 for high in heights if high) - 34
        return total + max(0, height - int(self.net.task.max_height)) // 2

    def panel_cost(self) -> int:
        """Return what strangers in panels, panels on panels and loose panels cost."""
        total, boxes = 0, []
        for members in self.net.members:
            xs, ys = [self.cells[node][0] for node in members], [self.cells[node][1] for node in members]
            boxes.append((min(xs), min(ys), max(xs), max(ys)))
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
