"""Small changes of a plan: one node moved, or two near nodes exchanged."""

from __future__ import annotations

from collections.abc import Iterator

from infograficos.graphs.annealing import Annealing, Grid
from infograficos.graphs.lattice import Cell
from infograficos.graphs.net import Net

#: By how much a node is moved: half a cell or a whole one.
STEPS = ((1, 0), (-1, 0), (0, 1), (0, -1), (2, 0), (-2, 0), (0, 2), (0, -2))


def neighbours(net: Net, cells: tuple[Cell, ...], flow: str, choice: int) -> list[tuple[Cell, ...]]:
    """Return cells with one node moved, or with two near ones exchanged: the likeliest first."""
    grid = Grid(max(x for x, _ in cells) + 2, max(y for _, y in cells) + 2, flow)
    costs = Annealing(net, grid, choice, 0)
    found = []
    for moved, changed in _changes(cells):
        costs.put(cells)
        before = costs.cost(moved)
        costs.put(changed)
        found.append((costs.cost(moved) - before + costs.family_cost() + costs.late_cost(), changed))
    found.sort(key=lambda each: each[0])
    return [changed for _, changed in found]


def _changes(cells: tuple[Cell, ...]) -> Iterator[tuple[list[int], tuple[Cell, ...]]]:
    """Return which nodes are moved, with all cells."""
    for node, (x, y) in enumerate(cells):
        for right, down in STEPS:
            changed = (*cells[:node], (x + right, y + down), *cells[node + 1 :])
            if _is_apart(changed, node):
                yield [node], changed
        for other in range(node):
            a, b = cells[other]
            if abs(a - x) + abs(b - y) <= 3:
                swapped = list(cells)
                swapped[node], swapped[other] = cells[other], cells[node]
                yield [node, other], tuple(swapped)


def _is_apart(cells: tuple[Cell, ...], node: int) -> bool:
    """Say whether a node keeps off all others."""
    x, y = cells[node]
    return all(index == node or abs(x - a) >= 2 or abs(y - b) >= 2 for index, (a, b) in enumerate(cells))
