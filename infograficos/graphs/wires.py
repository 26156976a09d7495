"""Pieces of links that share a line, and the tracks that others on that line take beside them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from infograficos.graphs.lattice import Lattice, Piece, Route, pieces

#: Between two lines beside one another, and the least between two ports of a node.
PITCH, TIGHT = 14.0, 9.0


class Wire:
    """Pieces that run on one line as one: a link's own, or those of a comb."""

    def __init__(self, found: list[Piece], lattice: Lattice) -> None:
        first = found[0]
        self.pieces, self.vertical, self.line = found, first.vertical, first.line
        self.low, self.high = min(each.low for each in found), max(each.high for each in found)
        self.links = sorted({piece.link for piece in found})
        self.offset = 0.0
        # Half the thickness: that of words which stand on the wire.
        self.half = 0.0
        nodes = (lattice.columns if self.vertical else lattice.rows)[self.line]
        # Two wires that meet at a node only are kept apart by it.
        self.begin = 2 * self.low + (nodes >> self.low & 1)
        self.end = 2 * self.high - (nodes >> self.high & 1)
        #: Where others join it, and from which side: -1 before, 1 behind.
        self.joins: list[tuple[int, int]] = []

    def meets(self, other: Wire) -> bool:
        """Say whether both claim a part of one line."""
        return self.begin <= other.end and other.begin <= self.end

    def crossings_before(self, other: Wire) -> int:
        """Return how many lines cross if this wire lies before another, in halves."""
        mine = sum(_weight(other, place) for place, direction in self.joins if direction > 0)
        return mine + sum(_weight(self, place) for place, direction in other.joins if direction < 0)


def _weight(wire: Wire, place: int) -> int:
    if place in (wire.low, wire.high):
        return 1
    return 2 if wire.low < place < wire.high else 0


def wires(lattice: Lattice, routes: Sequence[Route]) -> list[Wire]:
    """Return the wires of all routes."""
    found = [Wire(each, lattice) for each in _combs(lattice, routes)]
    _join(found, routes)
    return found


def spread(found: Sequence[Wire]) -> None:
    """Put the wires that meet on one line beside one another."""
    lines: dict[tuple[bool, int], list[Wire]] = {}
    for wire in found:
        lines.setdefault((wire.vertical, wire.line), []).append(wire)
    for each in lines.values():
        if len(each) > 1:
            _order(each)


def _combs(lattice: Lattice, routes: Sequence[Route]) -> list[list[Piece]]:
    """Return the pieces by the wire that they belong to: first what leaves a node, then what enters."""
    net = lattice.net
    own = [pieces(link, route) for link, route in enumerate(routes)]
    wire: dict[Piece, list[Piece]] = {piece: [piece] for found in own for piece in found}
    for end in (0, 1):
        taken = {piece for piece, others in wire.items() if len(others) > 1}
        for a, b in combinations(range(len(routes)), 2):
            if net.ends[a][end] != net.ends[b][end] or not net.may_share(a, b):
                continue
            step = -1 if end else 1
            for one, other, corner, match in zip(
                own[a][::step], own[b][::step], routes[a][::step][1:], routes[b][::step][1:], strict=False
            ):
                if _direction(one, routes[a], end) != _direction(other, routes[b], end):
                    break
                if one not in taken and other not in taken:
                    _merge(wire, one, other)
                if corner != match:
                    break
    return list({id(each): each for each in wire.values()}.values())


def _direction(piece: Piece, route: Route, end: int) -> tuple[bool, int, int]:
    """Return on which line a piece runs and, next to a node, on which side of it."""
    number = piece.number
    if number not in (0, len(route) - 2) or number != (len(route) - 2 if end else 0):
        return piece.vertical, piece.line, 0
    a, b = route[number], route[number + 1]
    return piece.vertical, piece.line, 1 if a < b else -1


def _merge(wire: dict[Piece, list[Piece]], one: Piece, other: Piece) -> None:
    if wire[one] is not wire[other]:
        both = wire[one] + wire[other]
        for piece in both:
            wire[piece] = both


def _join(found: list[Wire], routes: Sequence[Route]) -> None:
    """Note where a wire is joined by others, and from which side."""
    for wire in found:
        for piece in wire.pieces:
            route, number = routes[piece.link], piece.number
            for corner, away in ((number, number - 1), (number + 1, number + 2)):
                if 0 <= away < len(route):
                    (ax, ay), (bx, by) = route[corner], route[away]
                    place, by_how_much = (ay, bx - ax) if wire.vertical else (ax, by - ay)
                    wire.joins.append((place, 1 if by_how_much > 0 else -1))
        wire.joins = sorted(set(wire.joins))


def _order(found: list[Wire]) -> None:
    """Put wires of one line on tracks, so that they cross as little as possible."""
    order: list[Wire] = []
    for wire in sorted(found, key=lambda each: (each.low - each.high, each.links)):
        costs = []
        for place in range(len(order) + 1):
            before = sum(other.crossings_before(wire) for other in order[:place] if other.meets(wire))
            behind = sum(wire.crossings_before(other) for other in order[place:] if other.meets(wire))
            costs.append((before + behind, -place))
        order.insert(-min(costs)[1], wire)
    for wires_of_part in _parts(order):
        _spread(wires_of_part)


def _parts(order: list[Wire]) -> list[list[Wire]]:
    """Return the wires that meet directly or through others, each part in its order."""
    parts: list[list[Wire]] = []
    for wire in order:
        mine = [part for part in parts if any(wire.meets(other) for other in part)]
        parts = [part for part in parts if part not in mine]
        together = [each for part in mine for each in part]
        parts.append([each for each in order if each in together or each is wire])
    return parts


def _spread(part: list[Wire]) -> None:
    """Give the wires of a part their places around the line's middle."""
    places: list[float] = []
    for index, wire in enumerate(part):
        place = 0.0
        for before, other in zip(places, part[:index], strict=True):
            if other.meets(wire):
                words = wire.half + other.half
                place = max(place, before + (words + 8.0 if words else PITCH))
        places.append(place)
    middle = (places[0] + max(places)) / 2
    for wire, place in zip(part, places, strict=True):
        wire.offset = place - middle
