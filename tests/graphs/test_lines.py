"""What may run on one line: only links that say the same."""

from __future__ import annotations

from dataclasses import replace

import pytest
import twelve
from scorer import along, faults, runs

from infograficos.graphs.engine import place

WEIGHTS = twelve.graph(
    """
    A° > B°: 4
    A° > C°: 2
    C° > B°: 1
    B° > D°: 5
    C° > D°: 8
    C° > E°: 10
    D° > E°: 3
    D° > F°: 7
    E° > F°: 2
    """
)
BALANCER = twelve.graph(
    """
    Clientes > Balanceador
    Balanceador > Servidor 1: 50%
    Balanceador > Servidor 2: 50%
    Balanceador > Servidor 3: sem resposta
    Servidor 1 > Banco
    Servidor 2 > Banco
    Servidor 3 > Banco
    """
)
MACHINE = twelve.graph(
    """
    Seguidor > Candidato: líder sumiu
    Candidato > Candidato: empate
    Candidato > Líder: maioria
    Candidato > Seguidor: outro líder
    Líder > Seguidor: mandato maior
    """
)


def without_heads(task):
    return replace(task, links=tuple(replace(link, head=False) for link in task.links))


def last_dashed(task):
    """Each node's last link is drawn otherwise than its others."""
    last = {link.source: index for index, link in enumerate(task.links)}
    looks = ["dashed" if index in last.values() else "" for index in range(len(task.links))]
    pairs = zip(task.links, looks, strict=True)
    return replace(task, links=tuple(replace(link, look=look) for link, look in pairs))


TASKS = {
    "undirected": without_heads(WEIGHTS),
    "weights": WEIGHTS,
    "dashed": last_dashed(BALANCER),
    "machine": MACHINE,
    "experts": last_dashed(twelve.MOE),
}


@pytest.mark.parametrize("sheet", [twelve.WIDE, twelve.PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("name", TASKS)
def test_links_that_say_different_things_share_no_line(name, sheet):
    task = replace(TASKS[name], width=sheet[0], max_height=sheet[1])
    assert list(faults(task, place(task))) == []


@pytest.mark.parametrize("sheet", [twelve.WIDE, twelve.PHONE], ids=["wide", "phone"])
def test_lines_without_arrowheads_share_nothing(sheet):
    task = replace(TASKS["undirected"], width=sheet[0], max_height=sheet[1])
    lines = [runs(link) for link in place(task).links]
    assert not any(
        along(one, other)
        for index, line in enumerate(lines)
        for before in lines[:index]
        for one in line
        for other in before
    )


@pytest.mark.parametrize("sheet", [twelve.WIDE, twelve.PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("name", ["S", "Ativa", "Um estado longo"])
def test_a_state_of_any_width_may_lead_to_itself(name, sheet):
    words = twelve.graph(f"• > {name}\n{name} > {name}: de novo\n{name} > Fim: acaba\nFim > {name}: volta")
    task = replace(words, nodes=tuple(map(as_pill, words.nodes)), width=sheet[0], max_height=sheet[1])
    assert list(faults(task, place(task))) == []


def as_pill(node):
    """A node whose ends are half circles, so that only the middle of its sides is flat."""
    width, height = node.sizes[0].width, node.sizes[0].height
    return replace(node, sizes=node.sizes[:1], flat_across=max(0.0, 1 - height / width), flat_down=0.4)
