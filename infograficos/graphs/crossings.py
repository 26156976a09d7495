"""Which links cross as straight lines between cells, kept up while nodes move."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from infograficos.graphs.lattice import Cell

#: The first and last column, and the first and last row, that a link reaches over.
Span = tuple[int, int, int, int]


class Crossings:
    """The crossings of links, each as the bit of its index in the masks of those that it crosses.

    Links with a common node never cross. The cells are those of the caller, who moves nodes in them and then
    says which links are to be taken in.
    """

    def __init__(
        self, ends: Sequence[tuple[int, int]], links: Sequence[int], cells: Sequence[Cell], grid: Cell
    ) -> None:
        self.ends, self.cells = ends, cells
        self.strangers = [0] * len(ends)
        for link in links:
            for other in links:
                if not set(ends[link]) & set(ends[other]):
                    self.strangers[link] |= 1 << other
        self.columns, self.rows = [0] * grid[0], [0] * grid[1]
        self.spans: list[Span] = [(0, -1, 0, -1)] * len(ends)
        self.crossed = [0] * len(ends)
        self.take(self.find(links, len(ends) ** 2) or {})

    def count(self, links: Iterable[int]) -> int:
        """Return how often some links cross others, or one another."""
        total = done = 0
        for link in links:
            total += (self.crossed[link] & ~done).bit_count()
            done |= 1 << link
        return total

    def find(self, links: Sequence[int], most: int) -> dict[int, int] | None:
        """Return what each of some links crosses where it is now; nothing if that is more than `most`."""
        mine = sum([1 << link for link in links])
        found, done = {}, 0
        for link in links:
            left, right, top, bottom = self.span(link)
            beside = above = 0
            for column in range(left, right + 1):
                beside |= self.columns[column]
            for row in range(top, bottom + 1):
                above |= self.rows[row]
            near = (beside & above | mine) & self.strangers[link] & ~done
            found[link] = self.crossing(link, near) if near else 0
            most -= found[link].bit_count()
            if most < 0:
                return None
            done |= 1 << link
        return found

    def take(self, found: dict[int, int]) -> None:
        """Take in what was found of links that stay where they are."""
        for link in found:
            self.update(link, self.span(link))
            for other in _bits(self.crossed[link]):
                self.crossed[other] &= ~(1 << link)
            self.crossed[link] = 0
        for link, crossed in found.items():
            self.crossed[link] |= crossed
            for other in _bits(crossed):
                self.crossed[other] |= 1 << link

    def span(self, link: int) -> Span:
        """Return the columns and rows that a link reaches over now."""
        source, target = self.ends[link]
        (ax, ay), (bx, by) = self.cells[source], self.cells[target]
        left, right = (ax, bx) if ax < bx else (bx, ax)
        return (left, right, ay, by) if ay < by else (left, right, by, ay)

    def update(self, link: int, span: Span) -> None:
        """Note which columns and rows a link reaches over, and no longer those of before."""
        bit = 1 << link
        for low, high, lines in ((0, 1, self.columns), (2, 3, self.rows)):
            for line in range(self.spans[link][low], self.spans[link][high] + 1):
                lines[line] &= ~bit
            for line in range(span[low], span[high] + 1):
                lines[line] |= bit
        self.spans[link] = span

    def crossing(self, link: int, others: int) -> int:
        """Return those of other links, without a common node, that a link crosses or touches."""
        cells, ends = self.cells, self.ends
        source, target = ends[link]
        (ax, ay), (bx, by) = cells[source], cells[target]
        right, down = bx - ax, by - ay
        found = 0
        while others:
            bit = others & -others
            others ^= bit
            source, target = ends[bit.bit_length() - 1]
            (cx, cy), (dx, dy) = cells[source], cells[target]
            first = right * (cy - ay) - down * (cx - ax)
            second = right * (dy - ay) - down * (dx - ax)
            if (first > 0) if second > 0 else (first < 0 and second < 0) or first == second == 0:
                continue
            third = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx)
            fourth = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx)
            if third * fourth <= 0:
                found |= bit
        return found


def _bits(mask: int) -> Iterable[int]:
    """Return the places of the bits in a mask."""
    while mask:
        bit = mask & -mask
        mask ^= bit
        yield bit.bit_length() - 1
