"""Trees: what is no tree is refused, colours go on to children, lines have no heads."""

from __future__ import annotations

import pytest
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.graph import Chain, Edge, Node
from infograficos.builders.tree import EXAMPLES, Tree
from infograficos.scene.items import Box, Path, walk


def figure(content: Tree) -> Figure:
    return Figure(1, "arvore", "Uma árvore", "O que o exemplo ensina", content)


def test_a_tree_is_said_level_by_level_and_then_the_marked_path():
    assert EXAMPLES["DOM"].describe() == (
        "Árvore com 7 nós. html — head e body. head — title. body — h1 e p. p — a. "
        "Caminho marcado: html → body → p → a."
    )


@pytest.mark.parametrize(
    ("edges", "message"),
    [
        ([Edge("a", "a")], "em uma árvore não há laços; “a” leva a si mesmo"),
        (
            [Chain(["a", "b", "c", "a"])],
            "em uma árvore não há ciclos; há este: a → b → c → a",
        ),
        (
            [Chain(["r", "a"]), Chain(["b", "c", "b"])],
            "em uma árvore não há ciclos; há este: b → c → b",
        ),
        (
            [Chain(["a", ["b", "c"], "d"])],
            "em uma árvore cada nó tem um só pai; “d” tem dois, “b” e “c”",
        ),
        (
            [Edge("a", "b"), Edge("c", "d")],
            "em uma árvore há uma só raiz; nada leva a “a” nem a “c”",
        ),
    ],
)
def test_what_is_no_tree_is_refused_word_for_word(edges, message):
    assert refusal(lambda: Tree(edges)) == f"Tree: {message}"


def test_every_role_goes_on_to_children_until_one_has_its_own():
    content = Tree([Chain(["a", ["b", "c"]]), Edge("b", "d")], nodes=[Node("a", "input"), Node("b", "alert")])
    roles = {
        visit.path[-1]: visit.item.fill.role.partition(".")[0]
        for visit in walk(figure(content).draw().frame)
        if isinstance(visit.item, Box) and visit.item.fill and visit.path and visit.path[-1].startswith("nó")
    }
    assert roles == {"nó a": "input", "nó b": "alert", "nó c": "input", "nó d": "alert"}


@pytest.mark.parametrize("directed", [True, False])
def test_lines_have_heads_only_where_they_are_asked_for(directed):
    frame = figure(Tree([Chain(["a", ["b", "c"]])], directed=directed)).draw().frame
    items = [visit.item for visit in walk(frame) if isinstance(visit.item, Path)]
    assert len([item for item in items if item.purpose == "connector" and item.fill]) == 2 * directed


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_pass_the_guidelines_strictly(name):
    report = check(Chapter(number=1, title="Teste", figures=[figure(EXAMPLES[name])]))
    assert [each.finding.message for judged in report.figures for each in judged.findings] == []
