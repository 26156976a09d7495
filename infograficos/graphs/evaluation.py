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
GAPS = (Gaps(30.0, 34.0, 16.0), Gaps(20.0, 26.0, 13.0), Gaps(14.0, 20.0, 11.0))


@value_object
class Plan:
    """A drawing to be tried: cells of the nodes, which sizes they take, the flow that links must follow."""

    cells: tuple[Cell, ...]
    choice: int = 0
    flow: str | None = None
    words: tuple[int, ...] = ()


def evaluate(net: Net, plan: Plan) -> Placement:
    """Return the drawing of a plan, with its score."""
    lattice = Lattice(net, plan.cells)
    router = Router(lattice, plan.flow)
    routes = router.run()
    placement = None
    for gaps in GAPS:
        placement = placement or draw(lattice, routes, plan, gaps, gaps is GAPS[-1])
    if placement is None:
        raise AssertionError("the tightest gaps always give a drawing")
    return replace(placement, steps=router.steps)


def draw(lattice: Lattice, routes: Sequence[Route], plan: Plan, gaps: Gaps, anyway: bool) -> Placement | None:
    """Return the drawing of some routes, as roomy as some gaps; nothing if it is too large."""
    net = lattice.net
    taken = [net.size(node, plan.choice) for node in range(net.count)]
    found = wires(lattice, routes)
    reservations = reserve(lattice, routes, found, plan.words or (0,) * len(routes))
    spread(found)
    spacing = Spacing(
        lattice,
        routes=routes,
        wires=found,
        reservations=reservations,
        sizes=[size for size, _ in taken],
        loops=loops(lattice, routes),
        gaps=gaps,
    )
    xs = spacing.places(False, net.task.width, 70.0)
    ys = spacing.places(True, net.task.max_height, 26.0)
    draft = assemble(spacing, [choice for _, choice in taken], xs, ys)
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
