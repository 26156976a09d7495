"""Which plans are tried for a graph that is no tree, and how the best ones are polished."""

from __future__ import annotations

from collections.abc import Iterator

from infograficos.graphs.annealing import Annealing, Grid
from infograficos.graphs.evaluation import Plan, evaluate
from infograficos.graphs.lattice import Cell
from infograficos.graphs.layers import layers
from infograficos.graphs.model import Placement
from infograficos.graphs.net import Net

#: A drawing with this score or less has nothing that an eye would mind.
GOOD = 60.0


def search(net: Net) -> Placement:
    """Return the best drawing that a fixed number of steps finds."""
    tried: dict[Plan, Placement] = {}
    for plan in plans(net):
        if plan not in tried:
            tried[plan] = evaluate(net, plan)
    best = sorted(tried, key=lambda plan: tried[plan].score)[:2]
    for plan in best:
        polish(net, plan, tried, budget(net))
    return min(tried.values(), key=lambda placement: placement.score)


def budget(net: Net) -> int:
    """Return how many drawings polishing may try."""
    return 30 if net.count <= 12 else 40


def plans(net: Net) -> Iterator[Plan]:
    """Return the plans to be tried: layers, and what annealing finds on the sheet's grid."""
    flows: list[str] = [net.task.flow] if net.task.flow else ["down", "right"]
    for flow in flows:
        cells = layers(net, flow)
        for follow in (flow, None):
            yield Plan(cells, 0, follow)
    for choice in (0, 1):
        for grid in grids(net, choice, flows):
            for seed in (1, 2):
                _, cells = Annealing(net, grid, choice, seed).run(120 * net.count)
                yield Plan(cells, choice)
                yield Plan(cells, choice, grid.flow)


def grids(net: Net, choice: int, flows: list[str]) -> list[Grid]:
    """Return the grids that the sheet may hold."""
    widths = sorted(net.size(node, choice)[0].width for node in range(net.count))
    columns, used = 0, -26.0
    for width in widths:
        used += width + 26.0
        columns += used <= net.task.width
    height = sum(net.size(node, choice)[0].height for node in range(net.count)) / net.count
    rows = int((net.task.max_height + 34.0) / (height + 34.0))
    rows = max(rows, -(-net.count // max(1, columns)))
    return [Grid(max(1, columns), rows, flow) for flow in flows]


def polish(net: Net, plan: Plan, tried: dict[Plan, Placement], steps: int) -> None:
    """Try small changes of a plan, each from the best so far, until none helps or the steps are used up."""
    best = plan
    improved = True
    while improved:
        improved = False
        for cells in neighbours(best.cells):
            changed = Plan(cells, best.choice, best.flow, best.words)
            if changed in tried:
                continue
            if steps == 0:
                return
            steps -= 1
            tried[changed] = evaluate(net, changed)
            if tried[changed].score < tried[best].score - 0.5:
                best, improved = changed, True
                break


def neighbours(cells: tuple[Cell, ...]) -> Iterator[tuple[Cell, ...]]:
    """Return the cells with one node moved by half a cell or a cell, or with two near nodes exchanged."""
    for node, (x, y) in enumerate(cells):
        for right, down in ((1, 0), (-1, 0), (0, 1), (0, -1), (2, 0), (-2, 0), (0, 2), (0, -2)):
            moved = (*cells[:node], (x + right, y + down), *cells[node + 1 :])
            if _apart(moved, node):
                yield moved
        for other in range(node):
            a, b = cells[other]
            if abs(a - x) + abs(b - y) <= 3:
                swapped = list(cells)
                swapped[node], swapped[other] = cells[other], cells[node]
                yield tuple(swapped)


def _apart(cells: tuple[Cell, ...], node: int) -> bool:
    """Say whether a node keeps off all others."""
    x, y = cells[node]
    return all(index == node or abs(x - a) >= 2 or abs(y - b) >= 2 for index, (a, b) in enumerate(cells))
