"""Nodes on a lattice, and links that run along its lines.

Odd lines are columns and rows, even lines the channels between them; a node may stand on a channel, so that a
parent is between its children. A route is the list of its corners, with the two nodes as its ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from infograficos.graphs.net import Net
from infograficos.value_object import value_object

Cell = tuple[int, int]
Route = tuple[Cell, ...]


class Lattice:
    """Where each node stands, and how far the lattice reaches."""

    def __init__(self, net: Net, cells: Sequence[Cell]) -> None:
        self.net = net
        left, top = min(x for x, _ in cells), min(y for _, y in cells)
        left -= 1 if left % 2 else 2
        top -= 1 if top % 2 else 2
        self.cells: list[Cell] = [(x - left, y - top) for x, y in cells]
        self.width = (max(x for x, _ in self.cells) // 2 + 1) * 2
        self.height = (max(y for _, y in self.cells) // 2 + 1) * 2
        self.rows, self.columns = [0] * (self.height + 1), [0] * (self.width + 1)
        for x, y in self.cells:
            self.rows[y] |= 1 << x
            self.columns[x] |= 1 << y
        self.panels = [self._span([self.cells[node] for node in members]) for members in net.members]

    @staticmethod
    def _span(cells: Sequence[Cell]) -> tuple[int, int, int, int]:
        """Return the columns and rows that some cells reach over."""
        xs, ys = [x for x, _ in cells], [y for _, y in cells]
        return (min(xs), min(ys), max(xs), max(ys)) if cells else (0, 0, -1, -1)


@value_object
class Piece:
    """A straight piece of a link: on which line, from where to where along it."""

    link: int
    number: int
    vertical: bool
    line: int
    low: int
    high: int


def pieces(link: int, route: Route) -> list[Piece]:
    """Return the straight pieces of a route."""
    found = []
    for number, ((ax, ay), (bx, by)) in enumerate(pairwise(route)):
        if ax == bx:
            found.append(Piece(link, number, True, ax, min(ay, by), max(ay, by)))
        else:
            found.append(Piece(link, number, False, ay, min(ax, bx), max(ax, bx)))
    return found
