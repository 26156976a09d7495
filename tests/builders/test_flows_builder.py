"""Flows as bands: what adds up, what is refused, how wide bands are, and what is said of them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.flows import EXAMPLES, Flow, FlowNode, Flows
from infograficos.elements.charts.flow_plan import plan_flows, stagger
from infograficos.scene.items import Path, TextBlock, walk

CHAIN = [Flow("a", "b", 10), Flow("b", "c", 6)]


def figure(content: Flows) -> Figure:
    return Figure(1, "fluxos", "Fluxos", "Para onde vai", content)


def texts(content: Flows, width: float = 700) -> list[str]:
    found = walk(figure(content).draw(width=width).frame)
    return [visit.item.text for visit in found if isinstance(visit.item, TextBlock)]


def test_what_a_node_loses_is_computed_and_written():
    content = Flows(CHAIN, [FlowNode("b", loss="sobra")], unit="kg")
    assert {"10\u00a0kg", "6\u00a0kg", "4\u00a0kg", "sobra"} <= set(texts(content))
    assert content.describe() == (
        "Fluxos de a (10\u00a0kg): a → b (10\u00a0kg); b → c (6\u00a0kg). Perdas: b perde 4\u00a0kg (sobra)."
    )


def test_numbers_that_are_no_binary_fractions_add_up():
    content = Flows([Flow("a", "b", 0.3), Flow("b", "c", 0.1), Flow("b", "d", 0.2)])
    assert "Perdas" not in content.describe()


@pytest.mark.parametrize("width", [700, 360])
def test_every_node_is_named_with_what_is_in_it(width):
    content = EXAMPLES["pesos do GPT-2"]
    assert {
        "124,3\u00a0mi",
        "39,4\u00a0mi",
        "38,6\u00a0mi",
        "0,8\u00a0mi",
        "28,3\u00a0mi",
        "56,6\u00a0mi",
    } <= set(texts(content, width))


def test_bands_are_as_wide_as_their_values():
    content = Flows([Flow("a", "b", 10), Flow("a", "c", 30)])
    bands = [
        [point.y for command in visit.item.commands for point in command.points]
        for visit in walk(figure(content).draw().frame)
        if isinstance(visit.item, Path) and visit.item.fill and visit.item.fill.role.endswith(".tint")
        and len(visit.item.commands) == 5
    ]  # fmt: skip
    thin, thick = sorted(abs(ys[-1] - ys[0]) for ys in bands)
    assert thick / thin == pytest.approx(3)


def test_what_enters_a_node_lies_beside_each_other_and_so_does_what_leaves_it():
    plan = plan_flows([0, 0, 1, 2, 2], [3, 5, 8, 6, 2], [(0, 2, 3), (1, 2, 5), (2, 3, 6), (2, 4, 2)])
    plan.arrange(200, 10)
    entering = sorted((piece.arrives, piece.value) for piece in plan.pieces if piece.end == 2)
    assert entering[0][0] + entering[0][1] * plan.unit == pytest.approx(entering[1][0])
    assert sum(value for _, value in entering) == 8
    leaving = sorted(piece.leaves for piece in plan.pieces if piece.start == 2)
    assert leaving[0] == pytest.approx(plan.slots[2].start)


def test_slots_of_a_layer_keep_their_gap_and_a_band_that_passes_a_layer_has_a_slot_in_it():
    plan = plan_flows([0, 1, 2], [8, 3, 8], [(0, 1, 3), (1, 2, 3), (0, 2, 5)])
    plan.arrange(100, 10)
    assert len(plan.slots) == 4
    members = sorted(plan.layers[1], key=lambda i: plan.slots[i].start)
    for above, below in pairwise(members):
        assert plan.slots[above].start + plan.width(above) + 10 <= plan.slots[below].start + 1e-6


@pytest.mark.parametrize(
    "places", [[10, 20, 160, 300], [150, 152, 154, 156], [5, 310], [40, 100, 160, 220, 280]]
)
def test_staggered_labels_are_clear_of_each_other_and_inside_the_room(places):
    widths = [80.0] * len(places)
    tags = stagger(places, widths, 320, 8)
    assert all(tag.start >= 0 and tag.end <= 320 for tag in tags)
    for i, one in enumerate(tags):
        for other in tags[:i]:
            assert one.row != other.row or one.end <= other.start or other.end <= one.start


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (
            lambda: Flows(CHAIN),
            "Flows: “b” recebe 10 e passa 6: perde 4. Se perde mesmo, diga o quê em FlowNode(…, loss=…)",
        ),
        (
            lambda: Flows([Flow("a", "b", 1.5), Flow("b", "c", 2)]),
            "Flows: “b” recebe 1,5 e passa 2,0: ganha 0,5 do nada",
        ),
        (
            lambda: Flows([Flow("a", "b", 6), Flow("b", "c", 6)], [FlowNode("b", loss="x")]),
            "Flows: “b” passa tudo o que recebe; tire “loss”",
        ),
        (
            lambda: Flows([Flow("a", "b", 6)], [FlowNode("a", loss="x")]),
            "Flows: “a” não recebe e passa; só quem faz as duas coisas perde",
        ),
        (lambda: Flows([Flow("a", "a", 1)]), "Flows: “a” flui para si mesmo; um fluxo vai a outro nó"),
        (
            lambda: Flows([Flow("a", "b", 1), Flow("a", "b", 2)]),
            "Flows: o fluxo de “a” a “b” aparece duas vezes; some os dois",
        ),
        (
            lambda: Flows([Flow("a", "b", 1), Flow("b", "c", 1), Flow("c", "b", 1)]),
            "Flows: os fluxos dão uma volta por “b”; eles vão sempre adiante",
        ),
        (
            lambda: Flows([Flow(str(i), str(i + 1), 1) for i in range(5)]),
            "Flows: são 6 camadas de nós; até 5 cabem",
        ),
        (
            lambda: Flows([Flow("a", str(i), 1) for i in range(16)]),
            "Flows: são 17 nós, contando as perdas; até 16 se leem. Junte os menores",
        ),
        (
            lambda: Flows([Flow("rede", "b", 1)], highlight="redes"),
            "Flows: o nó “redes” não existe; você quis dizer “rede”?",
        ),
    ],
)
def test_flows_that_do_not_add_up_are_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_pass_the_guidelines_strictly(name):
    report = check(Chapter(number=1, title="Teste", figures=[figure(EXAMPLES[name])]))
    assert [each.finding.message for judged in report.figures for each in judged.findings] == []
