"""Which piece of a link its words should stand on."""

from __future__ import annotations

from collections.abc import Sequence

from infograficos.graphs.lattice import Lattice, Piece, Route, pieces
from infograficos.graphs.wires import Wire
from infograficos.scene.geometry import Size
from infograficos.value_object import value_object


@value_object
class Reservation:
    """The words of a link, on a part of a piece that is the link's own."""

    link: int
    piece: Piece
    wire: int
    low: int
    high: int
    size: Size


def reserve(
    lattice: Lattice, routes: Sequence[Route], found: Sequence[Wire], preference: Sequence[int]
) -> list[Reservation]:
    """Return where words should stand; each link takes its best part, or the next one if so preferred."""
    wire_of = {piece: index for index, wire in enumerate(found) for piece in wire.pieces}
    reservations = []
    upright = lattice.net.task.max_height > lattice.net.task.width
    for link, label in enumerate(lattice.net.labels):
        if label is None or not routes[link]:
            continue
        options = []
        for piece in pieces(link, routes[link]):
            low, high = _own_part(piece, found[wire_of[piece]])
            worth = high - low + (1.5 if piece.vertical == upright else 0.0)
            if high > low:
                options.append(
                    (-worth, piece.number, Reservation(link, piece, wire_of[piece], low, high, label))
                )
        options.sort(key=lambda option: option[:2])
        if options:
            reservations.append(options[preference[link] % len(options)][2])
    for each in reservations:
        if not each.piece.vertical and each.piece.line % 2 == 0:
            found[each.wire].half = max(found[each.wire].half, each.size.height / 2)
    return reservations


def _own_part(piece: Piece, wire: Wire) -> tuple[int, int]:
    """Return the longest part of a piece on which no other link runs."""
    free = [(piece.low, piece.high)]
    for other in wire.pieces:
        if other.link != piece.link:
            free = [
                part
                for low, high in free
                for part in ((low, min(high, other.low)), (max(low, other.high), high))
                if part[1] > part[0]
            ]
    return max(free, key=lambda part: part[1] - part[0], default=(0, 0))
