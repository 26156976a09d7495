"""Decision trees: what leads on is a decision, what does not is an answer."""

from __future__ import annotations

import pytest
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.decision_tree import EXAMPLES, DecisionTree
from infograficos.builders.graph import Edge, Node
from infograficos.scene.items import Box, Path, walk

EDGES = [Edge("x < 3", "A", "sim"), Edge("x < 3", "B", "não")]


def figure(content: DecisionTree) -> Figure:
    return Figure(1, "decisao", "Uma decisão", "O que o exemplo ensina", content)


def fills(content: DecisionTree) -> dict[str, tuple[type, str]]:
    """The shape and the role of each node's face."""
    return {
        visit.path[-1]: (type(visit.item), visit.item.fill.role.partition(".")[0])
        for visit in walk(figure(content).draw().frame)
        if isinstance(visit.item, Box | Path)
        and visit.item.fill
        and visit.item.purpose == "surface"
        and visit.path
        and visit.path[-1].startswith("nó")
    }


def test_an_answer_is_said_with_the_words_that_lead_to_it_and_its_detail():
    assert EXAMPLES["íris"].describe() == (
        "Árvore de decisão com 5 nós. Pétala até 2,45 cm? → Setosa (sim; 50 de 50) e "
        "Largura até 1,75 cm? (não). Largura até 1,75 cm? → Versicolor (sim; 49 de 54) e "
        "Virginica (não; 45 de 46)."
    )


def test_what_leads_on_is_a_decision_without_a_question_mark_and_a_leaf_is_a_box_of_its_role():
    assert fills(DecisionTree(EDGES, leaf_role="alert")) == {
        "nó x < 3": (Path, "model"), "nó A": (Box, "alert"), "nó B": (Box, "alert"),
    }  # fmt: skip


def test_what_an_author_says_of_a_node_holds():
    content = DecisionTree(EDGES, nodes=[Node("x < 3", shape="box"), Node("B", "input")])
    assert fills(content) == {
        "nó x < 3": (Box, "model"), "nó A": (Box, "response"), "nó B": (Box, "input"),
    }  # fmt: skip


def test_two_ways_to_one_answer_are_refused():
    said = refusal(lambda: DecisionTree([*EDGES, Edge("B", "A")]))
    assert said == "DecisionTree: em uma árvore cada nó tem um só pai; “A” tem dois, “x < 3” e “B”"


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_pass_the_guidelines_strictly(name):
    report = check(Chapter(number=1, title="Teste", figures=[figure(EXAMPLES[name])]))
    assert [each.finding.message for judged in report.figures for each in judged.findings] == []
