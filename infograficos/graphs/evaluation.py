"""From cells to a drawing with its score: routes, tracks, distances, words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from infograficos.graphs.assembly import assemble
from infograficos.graphs.lattice import Cell, Lattice, Route
from infograficos.graphs.model import Placement
from infograficos.graphs.net import Net
from infograficos.graphs.reservations import reserve
from infograficos.graphs.routing import Router
from infograficos.graphs.scoring import FAULT, score
from infograficos.graphs.spacing import Gaps, Spacing
from infograficos.graphs.wires import spread, wires
from infograficos.graphs.words import place_words
from infograficos.value_object import value_object

#: How roomy a drawing may be; the first that fits is taken.
GAPS = (
    Gaps(30.0, 34.0, 16.0),
    Gaps(20.0, 26.0, 13.0),
    Gaps(14.0, 20.0, 11.0),
    Gaps(12.0, 15.0, 10.0, padding=0.67),
)


@value_object
class Plan:
    """A drawing to be tried: cells of the nodes, which sizes they take, the flow that links must follow.

    In the flow "comb" they enter twins in a column from the left, and leave them to the right.
    """

    cells: tuple[Cell, ...]
    choice: int = 0
    flow: str | None = None
    words: tuple[int, ...] = ()


class Evaluation:
    """A plan with its routes, of which drawings can be made, more or less roomy."""

    def __init__(self, net: Net, plan: Plan) -> None:
        self.net, self.plan = net, plan
        self.lattice = Lattice(net, plan.cells)
        self.router = Router(self.lattice, plan.flow)
        self.routes = self.router.run()
        self.wires = wires(self.lattice, self.routes)
        words = plan.words or (0,) * len(self.routes)
        self.reservations = reserve(self.lattice, self.routes, self.wires, words)
        spread(self.wires)
        self.taken = [net.size(node, plan.choice) for node in range(net.count)]
        self.loops = loops(self.lattice, self.routes)

    def best(self, first: int = 0) -> tuple[int, Placement]:
        """Return the roomiest drawing that fits, with the index of its gaps; else the tightest one."""
        for index in range(first, len(GAPS)):
            placement = self.draw(GAPS[index], index == len(GAPS) - 1)
            if placement is not None:
                break
        else:
            raise AssertionError("the tightest gaps always give a drawing")
        return index, replace(placement, steps=self.router.steps)

    def draw(self, gaps: Gaps, anyway: bool) -> Placement | None:
        """Return the drawing as roomy as some gaps; nothing if it is too large."""
        net = self.net
        spacing = Spacing(
            self.lattice,
            routes=self.routes,
            wires=self.wires,
            reservations=self.reservations,
            sizes=[size for size, _ in self.taken],
            loops=self.loops,
            gaps=gaps,
            choice=self.plan.choice,
        )
        xs = spacing.places(False, net.task.width, 70.0)
        ys = spacing.places(True, net.task.max_height, 26.0)
        draft = assemble(spacing, [choice for _, choice in self.taken], xs, ys)
        box = draft.extent()
        if not anyway and (box.width > net.task.width or box.height > net.task.max_height):
            return None
        cost, homeless = place_words(draft)
        placement = draft.placement()
        return replace(placement, score=score(net, placement) + cost + FAULT * len(homeless))


def loops(lattice: Lattice, routes: Sequence[Route]) -> dict[int, int]:
    """Return on which side of its node each self-loop is: above (-1) or below (1), or 2 beside a line."""
    found = {}
    for link, (source, target) in enumerate(lattice.net.ends):
        if source == target:
            used = {-1: 0, 1: 0}
            for other, ends in enumerate(lattice.net.ends):
                for node, here, there in ((ends[0], 0, 1), (ends[1], -1, -2)):
                    if node == source and other != link and routes[other]:
                        by = routes[other][there][1] - routes[other][here][1]
                        if by:
                            used[1 if by > 0 else -1] += 1
            place = min((-1, 1), key=lambda where: (used[where], where))
            found[source] = 2 * place if used[place] else place
    return found
