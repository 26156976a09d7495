"""Where the engine of graphs puts nodes, links, words and groups."""

from __future__ import annotations

import pytest

from infograficos import Figure
from infograficos.builders import Edge, StateMachine
from infograficos.graphs.engine import place
from infograficos.graphs.model import Link, NodeBox, NoFit, Task
from infograficos.scene.geometry import Size
from infograficos.scene.items import TextBlock, walk


def box(name):
    return NodeBox(name, (Size(100, 44),))


def test_a_node_stands_below_the_one_that_leads_to_it():
    placement = place(Task((box("a"), box("b")), (Link("a", "b"),), 300, 300, flow="down"))
    above, below = (node.rect for node in placement.nodes)
    assert above.bottom < below.y
    assert [point.y for point in placement.links[0].points] == [above.bottom, below.y]


def test_too_many_nodes_do_not_fit():
    nodes = tuple(box(str(number)) for number in range(6))
    with pytest.raises(NoFit) as refusal:
        place(Task(nodes, (), 300, 100))
    assert refusal.value.overflow.width + refusal.value.overflow.height > 0


def test_what_is_refused_names_what_to_cut():
    nodes = (box("a"), NodeBox("the widest", (Size(400, 44),)), box("b"))
    links = (Link("a", "the widest"), Link("a", "b"), Link("b", "a"))
    with pytest.raises(NoFit) as refusal:
        place(Task(nodes, links, 320, 300))
    assert refusal.value.nodes[0] == "the widest"
    assert (refusal.value.overflow.width, refusal.value.overflow.height) == (pytest.approx(80), 0)


def test_a_loop_begins_and_ends_at_its_node():
    placement = place(Task((box("a"), box("b")), (Link("a", "b"), Link("a", "a"), Link("b", "a")), 400, 300))
    node, loop = placement.nodes[0].rect, placement.links[1].points
    assert loop[0].y == loop[-1].y
    assert loop[0].y in (node.y, node.bottom)
    assert all(not node.inflate(-1).contains(point) for point in loop)


def test_opposite_links_run_beside_one_another():
    placement = place(Task((box("a"), box("b")), (Link("a", "b"), Link("b", "a")), 400, 300))
    there, back = (link.points for link in placement.links)
    assert set(there) & set(back) == set()


def test_parts_without_a_link_stand_apart():
    names = "abcdef"
    links = tuple(Link(*pair) for pair in ("ab", "bc", "ca", "de", "ef", "fd"))
    placement = place(Task(tuple(map(box, names)), links, 628, 364))
    rects = [placed.rect for placed in placement.nodes]
    assert not any(a.overlaps(b) for index, a in enumerate(rects) for b in rects[:index])


def test_a_small_machine_with_words_on_every_edge_is_not_refused():
    words = ("líder sumiu", "empate", "maioria", "há outro líder", "mandato maior")
    follower, candidate, leader = "Seguidor", "Candidato", "Líder"
    pairs = [
        (follower, candidate),
        (candidate, candidate),
        (candidate, leader),
        (candidate, follower),
        (leader, follower),
    ]
    edges = [Edge(*pair, word) for pair, word in zip(pairs, words, strict=True)]
    sheet = Figure(1, "raft", "Os papéis do Raft", "Quem tem a maioria lidera", StateMachine(edges)).draw(
        width=360
    )
    written = " ".join(v.item.text for v in walk(sheet.frame) if isinstance(v.item, TextBlock))
    assert all(word in written for word in words)
