"""In what order a graph is read: from its first node on, twins in line, as the author names them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
import twelve
from scorer import faults

from infograficos.graphs.engine import place

SHEETS = pytest.mark.parametrize("sheet", [twelve.WIDE, twelve.PHONE], ids=["wide", "phone"])

SHUFFLE = twelve.graph(
    """
    a b > Map 1
    b a b > Map 2
    Map 1 > Reduce a: 1
    Map 1 > Reduce b: 1
    Map 2 > Reduce a: 1
    Map 2 > Reduce b: 1, 1
    Reduce a > a: 2
    Reduce b > b: 3
    """.replace("a: 2", "a 2").replace("b: 3", "b 3")
)
QUEUE = twelve.graph(
    """
    Produtor > Partição 0 > Leitor A
    Produtor > Partição 1 > Leitor A
    Produtor > Partição 2 > Leitor B
    """,
    twelve.group("Tópico", "Partição 0, Partição 1, Partição 2"),
    twelve.group("Grupo", "Leitor A, Leitor B"),
)
PODS = twelve.graph(
    """
    Usuário > Ingress: HTTPS
    Ingress > Service
    Service > Pod 1
    Service > Pod 2
    Service > Pod 3
    Deployment > Pod 1
    Deployment > Pod 2
    Deployment > Pod 3
    """
)
BREAKER = twelve.graph(
    """
    •° > Fechado
    Fechado > Aberto: 5 falhas
    Fechado > Fechado: sucesso
    Aberto > Aberto: recusa
    Aberto > Meio aberto: após 30 s
    Meio aberto > Aberto: falha
    Meio aberto > Fechado: sucesso
    """
)


def drawn(task, sheet):
    task = replace(task, width=sheet[0], max_height=sheet[1])
    placement = place(task)
    assert list(faults(task, placement)) == []
    return {node.name: placed.rect for node, placed in zip(task.nodes, placement.nodes, strict=True)}


def assert_in_line(rects):
    """In one row from left to right, or in one column from above to below."""
    row = all(abs(a.center.y - b.center.y) < 1 and a.right < b.x for a, b in pairwise(rects))
    column = all(abs(a.center.x - b.center.x) < 1 and a.bottom < b.y for a, b in pairwise(rects))
    assert row or column


@SHEETS
@pytest.mark.parametrize(
    "pair", [("a b", "b a b"), ("Map 1", "Map 2"), ("Reduce a", "Reduce b"), ("a 2", "b 3")]
)
def test_layers_of_equals_are_rows_or_columns_in_order(pair, sheet):
    at = drawn(SHUFFLE, sheet)
    assert_in_line([at[name] for name in pair])


@SHEETS
def test_what_is_in_one_group_with_one_source_is_in_line(sheet):
    at = drawn(QUEUE, sheet)
    assert_in_line([at[f"Partição {number}"] for number in range(3)])


@SHEETS
@pytest.mark.parametrize("task", [BREAKER, SHUFFLE, QUEUE, twelve.CI, twelve.RAG])
def test_the_first_node_is_where_reading_begins(task, sheet):
    rects = list(drawn(task, sheet).values())
    down, right = (rects[0].y - min(r.y for r in rects), rects[0].x - min(r.x for r in rects))
    assert down < 30 or (sheet is twelve.WIDE and right < 30)


@SHEETS
def test_nobody_stands_between_twins(sheet):
    at = drawn(PODS, sheet)
    pods = [at[f"Pod {number}"] for number in range(1, 4)]
    row = pods[0].center.y == pods[1].center.y
    between = [
        rect
        for name, rect in at.items()
        if not name.startswith("Pod")
        and (
            rect.y < pods[0].center.y < rect.bottom and pods[0].x < rect.x < pods[2].x
            if row
            else rect.x < pods[0].center.x < rect.right and pods[0].y < rect.y < pods[2].y
        )
    ]
    assert between == []
