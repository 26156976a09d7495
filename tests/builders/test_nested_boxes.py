"""Boxes in boxes: each lies in the one that it is said to be in, and arrows need no other kind."""

from __future__ import annotations

import pytest
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.graph import Edge, Node, NodeGroup
from infograficos.builders.nested_boxes import EXAMPLES, NestedBoxes
from infograficos.scene.geometry import Rect
from infograficos.scene.items import Frame, Path, walk

BOXES = [NodeGroup("Fora", ["a", NodeGroup("Dentro", ["b", "c"])]), NodeGroup("Ao lado", ["d"])]


def figure(content: NestedBoxes) -> Figure:
    return Figure(1, "caixas", "Caixas", "O que o exemplo ensina", content)


def places(frame: Frame) -> dict[str, Rect]:
    return {v.item.name: v.rect for v in walk(frame) if isinstance(v.item, Frame) and v.item.name}


def test_what_is_in_each_box_is_said_and_arrows_first():
    assert NestedBoxes(BOXES, [Edge("d", "b", "lê")]).describe() == (
        "Caixas, com 4 partes dentro. d → b (lê). Fora: a e Dentro. Ao lado: d. Dentro: b e c."
    )


@pytest.mark.parametrize("edges", [[], [Edge("a", "b"), Edge("b", "c"), Edge("c", "d")]])
@pytest.mark.parametrize("width", [700, 360])
def test_each_part_lies_in_its_box_and_in_no_other(width, edges):
    rects = places(figure(NestedBoxes(BOXES, edges)).draw(width=width).frame)
    holders = {
        part: {
            box for box in ("Fora", "Dentro", "Ao lado") if rects[f"grupo {box}"].holds(rects[f"nó {part}"])
        }
        for part in "abcd"
    }
    assert holders == {"a": {"Fora"}, "b": {"Fora", "Dentro"}, "c": {"Fora", "Dentro"}, "d": {"Ao lado"}}
    assert rects["grupo Fora"].holds(rects["grupo Dentro"])


def test_arrows_are_drawn_where_they_are_given():
    frame = figure(NestedBoxes(BOXES, [Edge("d", "b")])).draw().frame
    joins = {v.item.joins for v in walk(frame) if isinstance(v.item, Path) and v.item.joins}
    assert joins == {("nó d", "nó b")}


def test_boxes_appear_from_the_outermost_inwards():
    content = NestedBoxes([NodeGroup("Fora", ["a", NodeGroup("Dentro", ["b"])])])
    counts = [
        len([v for v in walk(step.frame) if not isinstance(v.item, Frame)])
        for step in figure(content).steps()
    ]
    assert len(counts) == 2
    assert counts[0] < counts[1]


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (
            lambda: NestedBoxes([]),
            "NestedBoxes.boxes: esperada uma lista de ao menos 1 item, veio uma lista vazia",
        ),
        (
            lambda: NestedBoxes([NodeGroup("A", ["x", NodeGroup("B", ["x"])])]),
            "NestedBoxes: o nó “x” está em dois grupos, “A” e “B”",
        ),
        (
            lambda: NestedBoxes([NodeGroup("A", ["Servidor"])], nodes=[Node("Servidr")]),
            "NestedBoxes: “Servidr” e “Servidor” são quase o mesmo nome; "
            "se são dois nós, declare os dois em “nodes”",
        ),
    ],
)
def test_wrong_content_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_pass_the_guidelines_strictly(name):
    report = check(Chapter(number=1, title="Teste", figures=[figure(EXAMPLES[name])]))
    assert [each.finding.message for judged in report.figures for each in judged.findings] == []
