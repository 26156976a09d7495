"""The links that are laid on a lattice, by what another one would meet."""

from __future__ import annotations

from functools import cache

from infograficos.graphs.lattice import Cell, Lattice, Piece, Route, pieces


class Laid:
    """Links that come and go: which lines they cross, which ones they lie on, which sides they use.

    What crosses all rows is one mask, and so is what crosses all columns: row after row, each with a bit for
    every column, `wide` bits in all.
    """

    def __init__(self, lattice: Lattice) -> None:
        self.lattice = lattice
        self.wide = max(lattice.width, lattice.height) + 1
        self.crossing: dict[int, tuple[int, int]] = {}
        # For each line, the pieces that lie on it: on rows, then on columns.
        self.lying: tuple[dict[int, list[Piece]], dict[int, list[Piece]]] = ({}, {})
        self.sides: dict[tuple[int, int, int], list[tuple[int, bool]]] = {}

    def crossed(self) -> tuple[int, int]:
        """Return where all links cross rows, and where they cross columns."""
        rows = columns = 0
        for row, column in self.crossing.values():
            rows |= row
            columns |= column
        return rows, columns

    def lay(self, link: int, route: Route) -> None:
        """Take in a link."""
        crossing = [0, 0]
        for piece in pieces(link, route):
            self.lying[piece.vertical].setdefault(piece.line, []).append(piece)
            places = repeated(piece.high - piece.low - 1, self.wide)
            crossing[not piece.vertical] |= places << (piece.low + 1) * self.wide + piece.line
        self.crossing[link] = crossing[0], crossing[1]
        first, last = self.ends(link, route)
        self.sides.setdefault(first, []).append((link, True))
        self.sides.setdefault(last, []).append((link, False))

    def lift(self, link: int, route: Route) -> None:
        """Take out a link, if it has a route."""
        if route:
            del self.crossing[link]
            for piece in pieces(link, route):
                self.lying[piece.vertical][piece.line].remove(piece)
            first, last = self.ends(link, route)
            self.sides[first].remove((link, True))
            self.sides[last].remove((link, False))

    def ends(self, link: int, route: Route) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
        """Return the sides of the nodes where a link leaves and enters."""
        source, target = self.lattice.net.ends[link]
        return side(source, route[0], route[1]), side(target, route[-1], route[-2])


@cache
def repeated(count: int, wide: int) -> int:
    """Return a mask with the first bit of so many lines, each so many bits wide."""
    return sum(1 << line * wide for line in range(count))


def side(node: int, at: Cell, towards: Cell) -> tuple[int, int, int]:
    """Return a node with the direction in which a route leaves it."""
    x, y = towards[0] - at[0], towards[1] - at[1]
    return node, (x > 0) - (x < 0), (y > 0) - (y < 0)
