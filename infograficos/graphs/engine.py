"""The layout of a small directed graph: the best of several drawings, the same on every machine.

Trees and chains have forms of their own; any other graph is put on a lattice (`search`). Steps are counted,
never seconds, so that the same task gives the same drawing everywhere.
"""

from __future__ import annotations

from infograficos.graphs.chains import chains
from infograficos.graphs.model import NoFit, Placement, Task
from infograficos.graphs.net import Net
from infograficos.graphs.scoring import FAULT
from infograficos.graphs.search import Search
from infograficos.graphs.trees import trees
from infograficos.scene.geometry import TOLERANCE, Size


def place(task: Task) -> Placement:
    """Lay out a graph of at least one node; raises `NoFit` where it is too large for its sheet."""
    net = Net(task)
    if net.roots is not None:
        for found in (chains(net), trees(net)):
            for placement in found:
                if not any(_overflow(task, placement)):
                    return placement
    placement = Search(net).run()
    if placement.score >= FAULT:
        raise _refusal(net, placement)
    return placement


def _overflow(task: Task, placement: Placement) -> tuple[float, float]:
    """Return by how much a drawing is too wide and too high."""
    width, height = placement.size.width - task.width, placement.size.height - task.max_height
    return (width if width > TOLERANCE else 0.0), (height if height > TOLERANCE else 0.0)


def _refusal(net: Net, placement: Placement) -> NoFit:
    """Return what to say of a graph whose best drawing is too large or has words without a place."""
    task = net.task
    width, height = _overflow(task, placement)
    rects = [placed.rect for placed in placement.nodes]
    names: list[str] = []
    if width:
        rows = [[n for n, r in enumerate(rects) if r.y <= y <= r.bottom] for y in (r.center.y for r in rects)]
        row = max(rows, key=lambda nodes: sum(rects[n].width for n in nodes))
        names += [task.nodes[n].name for n in sorted(row, key=lambda n: -rects[n].width)]
    if height:
        columns = [
            [n for n, r in enumerate(rects) if r.x <= x <= r.right] for x in (r.center.x for r in rects)
        ]
        column = max(columns, key=lambda nodes: sum(rects[n].height for n in nodes))
        names += [task.nodes[n].name for n in sorted(column, key=lambda n: -rects[n].height)]
    links = tuple(
        link
        for link, placed in enumerate(placement.links)
        if task.links[link].label is not None and placed.label is None
    )
    return NoFit(placement, Size(width, height), tuple(dict.fromkeys(names)), links)
