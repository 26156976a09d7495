"""The ways from one cell of a lattice to another, with few bends."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from infograficos.graphs.lattice import Cell, Route

#: What a bend, and half a cell's length, cost wherever a route runs; in tenths of a cell's length.
BEND, STEP = 20, 5


@lru_cache(maxsize=20_000)
def paths(source: Cell, target: Cell, width: int, height: int) -> tuple[tuple[int, int, Route], ...]:
    """Return the routes between two cells, those that cost least at least first.

    With each comes that cost and its place among all, those with the fewest bends first: of equal routes, the
    first one is taken.
    """
    across = list(_first_across(source, target, width, height))
    down = [
        (bends, tuple((x, y) for y, x in route))
        for bends, route in _first_across(source[::-1], target[::-1], height, width)
    ]
    found = sorted(across + down, key=lambda each: each[0])
    return tuple(
        sorted((BEND * bends + STEP * length(route), i, route) for i, (bends, route) in enumerate(found))
    )


def length(route: Route) -> int:
    """Return how long a route is, in halves of a cell's length."""
    return sum([abs(ax - bx) + abs(ay - by) for (ax, ay), (bx, by) in pairwise(route)])


def _first_across(source: Cell, target: Cell, width: int, height: int) -> Iterator[tuple[int, Route]]:
    """Return the routes that leave the source along its row."""
    (ax, ay), (bx, by) = source, target
    if ay == by:
        yield 0, (source, target)
    elif ax != bx:
        yield 1, (source, (bx, ay), target)
    columns = [x for x in range(width + 1) if x % 2 == 0 or min(ax, bx) < x < max(ax, bx)]
    if ay != by:
        yield from ((2, (source, (x, ay), (x, by), target)) for x in columns if x not in (ax, bx))
    rows = [y for y in range(0, height + 1, 2) if y not in (ay, by)]
    for x in beside(ax, width):
        if x != bx:
            yield from ((3, (source, (x, ay), (x, y), (bx, y), target)) for y in rows)
        for last in beside(bx, width):
            if x != last:
                yield from ((4, (source, (x, ay), (x, y), (last, y), (last, by), target)) for y in rows)


def beside(line: int, most: int) -> list[int]:
    """Return the channels on both sides of a line."""
    by = 1 if line % 2 else 2
    return [each for each in (line - by, line + by) if 0 <= each <= most]
