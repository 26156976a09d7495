"""Coordinates: how far apart columns, rows, wires and panels have to be, and where they end up."""

from __future__ import annotations

from collections.abc import Sequence

from infograficos.graphs.axis import Axis
from infograficos.graphs.lattice import Lattice, Piece, Route, pieces
from infograficos.graphs.reservations import Reservation
from infograficos.graphs.wires import Wire
from infograficos.scene.geometry import Size
from infograficos.value_object import value_object

#: A stem with its head; a stem without; a rounded corner; what words keep free on their line.
HEAD, STEM, CORNER, WORDS = 22.0, 8.0, 9.0, 6.0
#: What a self-loop takes above or below its node.
LOOP = 30.0


@value_object
class Gaps:
    """Between nodes beside one another, between nodes above one another, and between a node and a line.

    `padding` is the share of their padding that panels get.
    """

    across: float
    down: float
    line: float
    padding: float = 1.0


@value_object
class Shell:
    """A panel around a thing, along one axis: its lines, its reach across them, its paddings."""

    group: int
    low: int
    high: int
    begin: int
    end: int
    before: float
    behind: float


@value_object
class Thing:
    """Something at a line: its reach before and behind it, what it spans across, the panels around it."""

    kind: str
    line: int
    before: float
    behind: float
    begin: int
    end: int
    shells: tuple[Shell, ...]


@value_object
class End:
    """An end of a piece: its line, its reach before and behind it, and how much of the piece it needs."""

    line: int
    before: float
    behind: float
    need: float


def _between(thing: Thing, other: Thing, shells: list[Shell], where: str) -> tuple[float, int, int]:
    """Return what the panels around a thing, but not another, add to their distance, and their reach."""
    own = {shell.group for shell in other.shells}
    alone = [shell for shell in shells if shell.group not in own]
    if not alone:
        return 0.0, thing.begin, thing.end
    total = sum(shell.before if where == "before" else shell.behind for shell in alone)
    return total, alone[0].begin, alone[0].end


class Spacing:
    """The distances that a lattice with wires and words demands, along both axes."""

    def __init__(
        self,
        lattice: Lattice,
        *,
        routes: Sequence[Route],
        wires: Sequence[Wire],
        reservations: Sequence[Reservation],
        sizes: Sequence[Size],
        loops: dict[int, int],
        gaps: Gaps,
        choice: int,
    ) -> None:
        self.lattice, self.net, self.routes, self.wires = lattice, lattice.net, routes, wires
        self.reservations, self.sizes, self.loops = reservations, sizes, loops
        self.gaps, self.choice = gaps, choice
        self.words = {each.link: each for each in reservations}
        self.wire_of = {piece: wire for wire in wires for piece in wire.pieces}
        self.paths = [self._path(wire) for wire in wires]
        self.panels = self._panels()
        self.title_room = [self.room_for_title(group) for group in range(len(self.panels))]

    def _path(self, wire: Wire) -> tuple[int, ...]:
        """Return the panels that hold both ends of all links of a wire."""
        ends = [self.net.paths[node] for link in wire.links for node in self.net.ends[link]]
        return tuple(group for group in ends[0] if all(group in path for path in ends))

    def _panels(self) -> list[tuple[int, int, int, int]]:
        """Return the lines that each panel reaches over, with the wires inside."""
        found = [list(panel) for panel in self.lattice.panels]
        for wire, path in zip(self.wires, self.paths, strict=True):
            xs, ys = ((wire.line, wire.line), (wire.low, wire.high))
            if not wire.vertical:
                xs, ys = ys, xs
            for group in path:
                box = found[group]
                found[group] = [
                    min(box[0], xs[0]),
                    min(box[1], ys[0]),
                    max(box[2], xs[1]),
                    max(box[3], ys[1]),
                ]
        return [(a, b, c, d) for a, b, c, d in found]

    def room_for_title(self, group: int) -> float:
        """Return how much wider than its first column a panel has to be for its title, on the left."""
        title = self.net.title(group, self.choice)
        if title is None:
            return 0.0
        left, top, right, _ = self.panels[group]
        halves = [
            self.sizes[node].width / 2
            for node in self.net.members[group]
            if self.lattice.cells[node][0] == left
        ]
        half = max(halves, default=0.0)
        room = 0.0
        for wire in self.wires:
            if wire.vertical and wire.low < top <= wire.high and wire.line == left:
                room = max(room, title.width + 15.0 - half - wire.offset)
        if left == right:
            room = max(room, title.width - 2 * half)
        return room

    def padding(self, group: int) -> float:
        """Return how far a panel reaches beyond what is in it."""
        return self.net.task.groups[group].padding * self.gaps.padding

    def shells(self, path: tuple[int, ...], vertical: bool) -> tuple[Shell, ...]:
        """Return the panels of a path along the x axis, or the y axis if vertical."""
        found = []
        for group in path:
            left, top, right, bottom = self.panels[group]
            pad = self.padding(group)
            title = self.net.title(group, self.choice)
            if vertical:
                head = pad * 0.5 + title.height + 8.0 if title else pad
                found.append(Shell(group, top, bottom, 2 * left - 1, 2 * right + 1, head, pad))
            else:
                before = self.title_room[group]
                found.append(Shell(group, left, right, 2 * top - 1, 2 * bottom + 1, pad + before, pad))
        return tuple(found)

    def things(self, vertical: bool) -> list[Thing]:
        """Return all that has a place on the x axis, or on the y axis if vertical."""
        found = []
        for node, cell in enumerate(self.lattice.cells):
            size = self.sizes[node]
            half = (size.height if vertical else size.width) / 2
            line, place = (cell[1], cell[0]) if vertical else cell
            wide = 1 if place % 2 else 3
            loop = self.loops.get(node, 0) if vertical else 0
            before, behind = half + LOOP * (loop < 0), half + LOOP * (loop > 0)
            shells = self.shells(self.net.paths[node], vertical)
            found.append(Thing("node", line, before, behind, 2 * place - wide, 2 * place + wide, shells))
        for wire, path in zip(self.wires, self.paths, strict=True):
            if wire.vertical != vertical:
                half, by = wire.half, wire.offset
                span = (2 * wire.low - 1, 2 * wire.high + 1)
                shells = self.shells(path, vertical)
                found.append(Thing("wire", wire.line, half - by, half + by, *span, shells))
        for each in self.reservations:
            if not vertical and each.piece.vertical:
                half, by = each.size.width / 2, self.wires[each.wire].offset
                low, high = each.low, each.high
                if high - low > 3:
                    middle = (low + high) // 4 * 2
                    low = high = middle if low < middle < high else middle + 2
                shells = self.shells(self.paths[each.wire], vertical)
                found.append(Thing("words", each.piece.line, half - by, half + by, 2 * low, 2 * high, shells))
        return found

    def places(self, vertical: bool, room: float, most: float) -> list[float]:
        """Return the places of all lines along an axis, with at most so much added between two."""
        things = self.things(vertical)
        middles = [cell[vertical] for cell in self.lattice.cells if cell[vertical] % 2 == 0]
        first, last = min(thing.line for thing in things), max(thing.line for thing in things)
        before = [
            thing.before + sum(shell.before for shell in thing.shells)
            for thing in things
            if thing.line == first
        ]
        behind = [
            thing.behind + sum(shell.behind for shell in thing.shells)
            for thing in things
            if thing.line == last
        ]
        return self.axis(things, vertical).solve(middles, room - max(before) - max(behind), most)

    def axis(self, things: list[Thing], vertical: bool) -> Axis:
        """Return the distances along the x axis, or along the y axis if vertical."""
        axis = Axis((self.lattice.height if vertical else self.lattice.width) + 1)
        things = sorted(things, key=lambda thing: thing.line)
        for index, a in enumerate(things):
            for b in things[index + 1 :]:
                if a.line != b.line:
                    self._separate(axis, a, b, vertical)
        for link, route in enumerate(self.routes):
            if route:
                self._stretch(axis, link, vertical)
        return axis

    def _separate(self, axis: Axis, a: Thing, b: Thing, vertical: bool) -> None:
        """Demand that two things keep a distance, where nothing else does."""
        extra, low, high = _between(b, a, [each for each in b.shells if a.line < each.low], "before")
        more, begin, end = _between(a, b, [each for each in a.shells if b.line > each.high], "behind")
        nodes = (a.kind == "node") + (b.kind == "node")
        always = vertical and nodes and (b.line - a.line > 1 or (a.line % 2 or a.kind != "node"))
        if not always and (begin >= high or low >= end):
            return
        if nodes == 2:
            gap = self.gaps.down if vertical else self.gaps.across
        elif "words" in (a.kind, b.kind):
            gap = 8.0
        else:
            gap = self.gaps.line
        axis.keep_apart(a.line, b.line, a.behind + b.before + gap + extra + more)

    def _stretch(self, axis: Axis, link: int, vertical: bool) -> None:
        """Demand that the pieces of a link along an axis are long enough for corners, head and words."""
        found = pieces(link, self.routes[link])
        words = self.words.get(link)
        for number, piece in enumerate(found):
            if piece.vertical != vertical:
                continue
            start = self._end(link, number, found[number - 1] if number else None, vertical)
            end = self._end(
                link, number + 1, found[number + 1] if number + 1 < len(found) else None, vertical
            )
            need = start.need + end.need
            if words and words.piece.number == number:
                need += (words.size.height if vertical else words.size.width) + 2 * WORDS
            first, second = (start, end) if start.line < end.line else (end, start)
            axis.keep_apart(first.line, second.line, first.behind + second.before + need)

    def _end(self, link: int, corner: int, turn: Piece | None, vertical: bool) -> End:
        """Return an end of a piece: at a node, or where it turns into another piece."""
        x, y = self.routes[link][corner]
        line = y if vertical else x
        if turn is not None:
            offset = self.wire_of[turn].offset
            return End(line, -offset, offset, CORNER)
        node = self.net.ends[link][1 if corner else 0]
        half = (self.sizes[node].height if vertical else self.sizes[node].width) / 2
        head = corner or self.net.task.links[link].two_way
        return End(line, half, half, HEAD if head else STEM)
