"""Where the engine of graphs puts nodes, links, words and groups."""

from __future__ import annotations

from dataclasses import replace

import pytest
import twelve
from scorer import faults

from infograficos.graphs.engine import place
from infograficos.graphs.model import Link, NodeBox, NoFit, Task
from infograficos.scene.geometry import Size


def box(name):
    return NodeBox(name, (Size(100, 44),))


def on(task, sheet):
    return replace(task, width=sheet[0], max_height=sheet[1])


def test_a_node_stands_below_the_one_that_leads_to_it():
    placement = place(Task((box("a"), box("b")), (Link("a", "b"),), 300, 300, flow="down"))
    above, below = (node.rect for node in placement.nodes)
    assert above.bottom < below.y
    assert [point.y for point in placement.links[0].points] == [above.bottom, below.y]


def test_too_many_nodes_do_not_fit():
    nodes = tuple(box(str(number)) for number in range(12))
    with pytest.raises(NoFit) as refusal:
        place(Task(nodes, (), 300, 100))
    assert refusal.value.overflow.width + refusal.value.overflow.height > 0


@pytest.mark.parametrize(
    ("name", "sheet"),
    [
        ("rag", twelve.WIDE),
        ("states", twelve.WIDE),
        ("states", twelve.PHONE),
        ("computation", twelve.PHONE),
    ],
)
def test_a_graph_is_drawn_without_faults(name, sheet):
    task = on(twelve.TWELVE[name], sheet)
    assert list(faults(task, place(task))) == []
