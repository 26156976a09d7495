"""Nodes in layers along the flow, each layer in an order with few crossings."""

from __future__ import annotations

from infograficos.graphs.lattice import Cell
from infograficos.graphs.net import Net

#: Between neighbours in a layer that are to fit beside one another.
GAP = 26.0


def layers(net: Net, flow: str, most: int = 99) -> tuple[Cell, ...]:
    """Return a cell for each node: its rank along the flow, its place in the rank across.

    A rank with more nodes than `most` takes several rows.
    """
    ranks = ranked(net)
    rows = [[node for node in range(net.count) if ranks[node] == rank] for rank in range(max(ranks) + 1)]
    order = [part for row in _exchange(net, rows) for part in _fold(row, most)]
    widest = max(map(len, order))
    cells: list[Cell] = [(0, 0)] * net.count
    for rank, row in enumerate(order):
        for place, node in enumerate(row):
            across, along = 1 + widest - len(row) + 2 * place, 2 * rank + 1
            cells[node] = (across, along) if flow == "down" else (along, across)
    return tuple(cells)


def stacked(net: Net, choice: int) -> tuple[Cell, ...]:
    """Return cells in layers from above to below; a layer that is too wide for the sheet is a column."""
    order: list[list[int]] = []
    ranks = ranked(net)
    for rank in range(max(ranks) + 1):
        row = [node for node in range(net.count) if ranks[node] == rank]
        widths = [net.size(node, choice)[0].width for node in row]
        order += [row] if sum(widths) + GAP * (len(row) - 1) <= net.task.width else [[node] for node in row]
    widest = max(map(len, order))
    cells: list[Cell] = [(0, 0)] * net.count
    for index, row in enumerate(order):
        for place, node in enumerate(row):
            cells[node] = 1 + widest - len(row) + 2 * place, 2 * index + 1
    return tuple(cells)


def _fold(row: list[int], most: int) -> list[list[int]]:
    """Return a rank as rows of about the same length."""
    count = -(-len(row) // most)
    length = -(-len(row) // count)
    return [row[start : start + length] for start in range(0, len(row), length)]


def ranked(net: Net) -> list[int]:
    """Return the rank of each node, with sources next to what they lead to."""
    ranks = list(net.ranks)
    for node in range(net.count):
        targets = [ranks[net.ends[link][1]] for link in net.children[node]]
        if targets and not any(t == node and not net.back[link] for link, (_, t) in enumerate(net.ends)):
            ranks[node] = max(0, min(targets) - 1)
    return ranks


def _exchange(net: Net, rows: list[list[int]]) -> list[list[int]]:
    """Return the rows ordered by the middle of the neighbours, down and up a few times."""
    place = {node: index - (len(row) - 1) / 2 for row in rows for index, node in enumerate(row)}
    best, fewest = [list(row) for row in rows], _crossings(net, rows)
    for number in range(6):
        for row in rows if number % 2 == 0 else rows[::-1]:
            end = 1 if number % 2 == 0 else 0
            keys = {}
            for node in row:
                near = [place[ends[1 - end]] for ends in net.ends if ends[end] == node]
                keys[node] = sum(near) / len(near) if near else place[node]
            row.sort(key=lambda node: (keys[node], node))
            for index, node in enumerate(row):
                place[node] = index - (len(row) - 1) / 2
        count = _crossings(net, rows)
        if count < fewest:
            best, fewest = [list(row) for row in rows], count
    return best


def _crossings(net: Net, rows: list[list[int]]) -> int:
    at = {node: (rank, index) for rank, row in enumerate(rows) for index, node in enumerate(row)}
    lines = [sorted((at[s], at[t])) for s, t in net.ends]
    return sum(
        a[0][0] == b[0][0] and a[1][0] == b[1][0] and (a[0][1] - b[0][1]) * (a[1][1] - b[1][1]) < 0
        for index, a in enumerate(lines)
        for b in lines[:index]
    )
