"""Routes on the lattice: for each link the cheapest of all lines with few bends."""

from __future__ import annotations

from itertools import pairwise

from infograficos.graphs.laid import Laid, side
from infograficos.graphs.lattice import Lattice, Piece, Route
from infograficos.graphs.paths import BEND, STEP, paths

#: What a route costs, in tenths of a cell's length, besides what it costs wherever others run.
CROSSING, TOUCH, ALONG, PORT, FOREIGN, LEAVING, BLOCKED = 30, 6, 8, 16, 40, 50, 10_000
AGAINST = 26


class Router:
    """Finds routes for all links of a lattice, in rounds: each is taken up and laid again."""

    def __init__(self, lattice: Lattice, flow: str | None = None) -> None:
        self.lattice, self.net, self.flow = lattice, lattice.net, flow
        count = len(self.net.ends)
        self.routes: list[Route] = [()] * count
        self.laid = Laid(lattice)
        self.steps = 0
        self.own = [set(self.net.paths[s]) & set(self.net.paths[t]) for s, t in self.net.ends]
        cells = lattice.cells
        columns = [twins for twins in self.net.twins if len({cells[node][0] for node in twins}) == 1]
        # Twins that stand in a column.
        self.columns = {node for twins in columns for node in twins}
        self.ends_in = [set(self.net.paths[s]) | set(self.net.paths[t]) for s, t in self.net.ends]

    def run(self, rounds: int = 2) -> list[Route]:
        """Return the routes of all links; self-loops have none."""
        order = [link for link, (s, t) in enumerate(self.net.ends) if s != t]
        order.sort(key=lambda link: (self.distance(link), link))
        for number in range(rounds):
            changed = False
            for link in order:
                changed |= self.route(link)
            if number and not changed:
                break
        return self.routes

    def distance(self, link: int) -> int:
        """Return how far apart a link's nodes are."""
        (ax, ay), (bx, by) = (self.lattice.cells[node] for node in self.net.ends[link])
        return abs(ax - bx) + abs(ay - by)

    def route(self, link: int) -> bool:
        """Lay one link again, on the first of the cheapest routes; says whether it changed."""
        old = self.routes[link]
        self.laid.lift(link, old)
        scene = Scene(self, link)
        source, target = (self.lattice.cells[node] for node in self.net.ends[link])
        best, best_cost, best_place = old, 1 << 30, -1
        for least, place, route in paths(source, target, self.lattice.width, self.lattice.height):
            if least > best_cost:
                break
            if least == best_cost and place > best_place:
                continue
            self.steps += 1
            cost = scene.cost(route, best_cost + 1)
            if (cost, place) < (best_cost, best_place):
                best, best_cost, best_place = route, cost, place
        self.routes[link] = best
        self.laid.lay(link, best)
        return best != old


class Scene:
    """What a link meets: nodes, and the other links as they run now."""

    def __init__(self, router: Router, link: int) -> None:
        self.router, self.link, self.net = router, link, router.net
        self.lattice = router.lattice
        self.lying, self.sides = router.laid.lying, router.laid.sides
        self.crossed = router.laid.crossed()
        self.wide = router.laid.wide

    def cost(self, route: Route, most: int) -> int:
        """Return what a route costs; what costs more than `most` is not counted to the end."""
        total = (len(route) - 2) * BEND + self.port_cost(route) + self.flow_cost(route)
        last = len(route) - 2
        for number, ((ax, ay), (bx, by)) in enumerate(pairwise(route)):
            vertical = ax == bx
            line, a, b = (ax, ay, by) if vertical else (ay, ax, bx)
            low, high = (a, b) if a < b else (b, a)
            inside = (1 << high) - (2 << low) if high > low else 0
            closed = (2 << high) - (1 << low)
            nodes = (self.lattice.columns if vertical else self.lattice.rows)[line]
            met = closed
            if number == 0:
                met &= ~(1 << a)
            if number == last:
                met &= ~(1 << b)
            if nodes & met:
                return BLOCKED + total
            total += STEP * (high - low)
            total += CROSSING * (self.crossed[vertical] >> line * self.wide & inside).bit_count()
            if line in self.lying[vertical]:
                total += self.along_cost(Piece(self.link, number, vertical, line, low, high), route)
            if total >= most:
                return total
        return total + self.panel_cost(route)

    def flow_cost(self, route: Route) -> int:
        """Return what leaving or entering across the flow costs a link that follows it."""
        flow = self.router.flow
        if flow is None or self.net.back[self.link]:
            return 0
        if flow == "comb":
            return self.comb_cost(route)
        axis = 1 if flow == "down" else 0
        leaves = route[1][axis] - route[0][axis]
        enters = route[-1][axis] - route[-2][axis]
        return AGAINST * ((leaves <= 0) + (enters <= 0))

    def comb_cost(self, route: Route) -> int:
        """Return what it costs not to enter a column of twins from the left, or to leave it otherwise."""
        source, target = self.net.ends[self.link]
        total = 0
        if target in self.router.columns and route[-1][0] <= route[-2][0]:
            total += AGAINST
        if source in self.router.columns and route[1][0] <= route[0][0]:
            total += AGAINST
        return total

    def port_cost(self, route: Route) -> int:
        """Return what it costs that other links use the same sides of the nodes."""
        source, target = self.net.ends[self.link]
        total = 0
        for other, leaving in self.sides.get(side(source, route[0], route[1]), ()):
            total += 0 if leaving and self.may_share(other) else PORT
        for other, leaving in self.sides.get(side(target, route[-1], route[-2]), ()):
            total += 0 if not leaving and self.may_share(other) else PORT
        return total

    def may_share(self, other: int) -> bool:
        """Say whether a link may run on one line with another that has the same source or target."""
        return self.net.may_share(self.link, other)

    def along_cost(self, piece: Piece, route: Route) -> int:
        """Return what running beside others on one line costs."""
        total = 0
        for other in self.lying[piece.vertical][piece.line]:
            overlap = min(piece.high, other.high) - max(piece.low, other.low)
            if overlap < 0 or (overlap == 0 and self.at_node(piece, other)):
                continue
            if not self.shares(piece, other, route):
                total += ALONG + 2 * overlap if overlap else TOUCH
        return total

    def at_node(self, piece: Piece, other: Piece) -> bool:
        """Say whether two pieces meet at a node only, which keeps them apart."""
        place = max(piece.low, other.low)
        nodes = (self.lattice.columns if piece.vertical else self.lattice.rows)[piece.line]
        return bool(nodes >> place & 1)

    def shares(self, piece: Piece, other: Piece, route: Route) -> bool:
        """Say whether two pieces on one line belong to one comb."""
        mine, theirs = self.net.ends[self.link], self.net.ends[other.link]
        if not self.may_share(other.link):
            return False
        if mine[0] == theirs[0] and piece.number == other.number:
            return route[1 : piece.number + 1] == self.router.routes[other.link][1 : piece.number + 1]
        if mine[1] == theirs[1]:
            from_end = len(route) - 2 - piece.number
            last = len(self.router.routes[other.link]) - 2 - other.number
            reverse = route[::-1][1 : from_end + 1]
            return from_end == last and reverse == self.router.routes[other.link][::-1][1 : from_end + 1]
        return False

    def panel_cost(self, route: Route) -> int:
        """Return what entering foreign panels and leaving the own ones costs."""
        total = 0
        for group, (left, top, right, bottom) in enumerate(self.lattice.panels):
            if group in self.router.own[self.link]:
                inside = all(left - 1 <= x <= right + 1 and top - 1 <= y <= bottom + 1 for x, y in route)
                total += 0 if inside else LEAVING
            elif group not in self.router.ends_in[self.link]:
                total += FOREIGN * sum(
                    max(min(ax, bx), left) <= min(max(ax, bx), right)
                    and max(min(ay, by), top) <= min(max(ay, by), bottom)
                    for (ax, ay), (bx, by) in pairwise(route)
                )
        return total
