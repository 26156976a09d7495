"""Mind maps: the subject is solid and in the middle, and each branch has a colour of its own."""

from __future__ import annotations

import pytest
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.graph import Chain, Edge, Node
from infograficos.builders.mind_map import EXAMPLES, MindMap
from infograficos.scene.items import Box, Frame, walk


def figure(content: MindMap) -> Figure:
    return Figure(1, "mapa", "Um mapa", "O que o exemplo ensina", content)


def faces(content: MindMap) -> dict[str, str]:
    """The colour of each node's face."""
    return {
        visit.path[-1]: visit.item.fill.role
        for visit in walk(figure(content).draw().frame)
        if isinstance(visit.item, Box) and visit.item.fill and visit.item.purpose == "surface" and visit.path
        if visit.path[-1].startswith("nó")
    }


def test_a_map_is_said_from_the_subject_outwards():
    assert EXAMPLES["overfitting"].describe() == (
        "Mapa mental com 10 nós. Overfitting — Dados, Modelo e Treino. Dados — Mais exemplos e Aumento. "
        "Modelo — Menos pesos e Dropout. Treino — Early stopping e Weight decay."
    )


def test_branches_have_colours_of_their_own_which_go_on_and_the_subject_is_solid():
    content = MindMap([Chain(["LLM", ["a", "b"]]), Edge("a", "c")], nodes=[Node("b", "alert")])
    assert faces(content) == {
        "nó LLM": "model.solid", "nó a": "category1.tint", "nó b": "alert.tint", "nó c": "category1.tint",
    }  # fmt: skip


def test_a_seventh_branch_begins_the_colours_again():
    content = MindMap([Chain(["x", list("abcdefg")])])
    assert faces(content)["nó g"] == faces(content)["nó a"] == "category1.tint"


def test_branches_are_on_both_sides_of_the_subject():
    frame = figure(EXAMPLES["banco de dados"]).draw().frame
    rects = {v.item.name: v.rect for v in walk(frame) if isinstance(v.item, Frame) and v.item.name}
    subject = rects["nó Consulta lenta"]
    branches = [rects[f"nó {name}"] for name in ("Índices", "Consulta", "Esquema", "Servidor")]
    assert any(rect.right < subject.x for rect in branches)
    assert any(rect.x > subject.right for rect in branches)


def test_a_branch_that_leads_back_is_refused():
    said = refusal(lambda: MindMap([Chain(["a", "b", "a"])]))
    assert said == "MindMap: em uma árvore não há ciclos; há este: a → b → a"


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_pass_the_guidelines_strictly(name):
    report = check(Chapter(number=1, title="Teste", figures=[figure(EXAMPLES[name])]))
    assert [each.finding.message for judged in report.figures for each in judged.findings] == []
