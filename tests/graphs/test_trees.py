"""Trees and chains: how they stand on a wide sheet and on a phone."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
import twelve
from scorer import faults

from infograficos.graphs.engine import place

CHAIN = twelve.graph("Coleta > Limpeza > Tokens > Treino > Ajuste fino > Avaliação > Quantização > Uso > Fim")


def on(task, sheet):
    # The branches of a tree are one comb, whatever stands on the part that each has for itself.
    branches = tuple(replace(link, words="") for link in task.links)
    return replace(task, links=branches, width=sheet[0], max_height=sheet[1])


@pytest.mark.parametrize("sheet", [twelve.WIDE, twelve.PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("name", ["tree", "decision", "mind map"])
def test_a_tree_is_drawn_without_faults(name, sheet):
    task = on(twelve.TWELVE[name], sheet)
    assert list(faults(task, place(task))) == []


def test_a_parent_stands_in_the_middle_of_two_children():
    root, left, right, *_ = (node.rect for node in place(twelve.DECISION).nodes)
    assert root.center.x == pytest.approx((left.center.x + right.center.x) / 2)
    assert left.y == right.y > root.bottom


def test_a_root_stands_between_its_branches_on_both_sides():
    task = twelve.MIND_MAP
    root, *branches = (node.rect for node in place(task).nodes[:5])
    assert [branch.x > root.right for branch in branches] == [True, True, False, False]


def test_a_chain_is_read_like_text():
    rects = [node.rect for node in place(CHAIN).nodes]
    rows = [rects[:3], rects[3:6], rects[6:]]
    assert all(a.right < b.x and a.center.y == b.center.y for row in rows for a, b in pairwise(row))
    assert all(above[0].bottom < below[0].y for above, below in pairwise(rows))


def test_a_chain_runs_straight_down_a_phone():
    placement = place(on(CHAIN, twelve.PHONE))
    assert len({node.rect.center.x for node in placement.nodes}) == 1
    assert all(len(link.points) == 2 for link in placement.links)


COUNTS = twelve.graph(
    """
    1000 pessoas > 10 doentes: 1%
    1000 pessoas > 990 sadias: 99%
    10 doentes > 9 positivos: 90%
    10 doentes > 1 negativo: 10%
    990 sadias > 99 positivos: 10%
    990 sadias > 891 negativos: 90%
    """
)
ROUTES = twelve.graph(
    """
    Clientes > Balanceador
    Balanceador > Servidor 1: 50%
    Balanceador > Servidor 2: 50%
    Balanceador > Servidor 3: sem resposta
    Servidor 2 > Banco
    Servidor 2 > Cache
    """
)


@pytest.mark.parametrize("task", [COUNTS, twelve.DECISION, ROUTES], ids=["counts", "decision", "routes"])
def test_a_worded_tree_is_a_list_on_a_phone(task):
    task = on(task, twelve.PHONE)
    placement = place(task)
    at = {node.name: placed.rect for node, placed in zip(task.nodes, placement.nodes, strict=True)}
    assert list(faults(task, placement)) == []
    for link, placed in zip(task.links, placement.links, strict=True):
        parent, child = at[link.source], at[link.target]
        assert child.y > parent.bottom
        assert len(placed.points) <= 3
        assert child.x > parent.x or len(placed.points) == 2


@pytest.mark.parametrize("sheet", [twelve.WIDE, twelve.PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("dashed", [(2,), (3,), (1, 2), (1, 3), (5,)])
def test_branches_that_look_different_share_no_line(dashed, sheet):
    task = on(ROUTES, sheet)
    links = [replace(link, look="dashed" * (index in dashed)) for index, link in enumerate(task.links)]
    task = replace(task, links=tuple(links))
    assert list(faults(task, place(task))) == []
