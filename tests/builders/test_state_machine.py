"""State machines: where they start and end, and which states nothing leads to."""

from __future__ import annotations

import pytest
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.graph import Chain, Edge
from infograficos.builders.state_machine import EXAMPLES, StateMachine
from infograficos.scene.items import Box, Ellipse, Frame, Path, walk


def figure(content: StateMachine) -> Figure:
    return Figure(1, "maquina", "Uma máquina", "O que o exemplo ensina", content)


def test_transitions_are_said_by_their_events_and_then_where_it_starts_and_ends():
    content = StateMachine(
        [Edge("a", "b", "vai"), Edge("b", "b", "fica"), Edge("b", "c", "sai")], final=["c"]
    )
    assert content.describe() == (
        "Máquina com 3 estados. a → b (vai). b → b (fica) e c (sai). Começa em a. Acaba em c."
    )


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (
            lambda: StateMachine([Edge("Ligado", "b")], start="Ligdo"),
            "StateMachine: o estado “Ligdo” não existe; você quis dizer “Ligado”?",
        ),
        (
            lambda: StateMachine([Edge("a", "b")], final=["z"]),
            "StateMachine: o estado “z” não existe; os nomes válidos são: “a”, “b”",
        ),
        (
            lambda: StateMachine([Edge("a", "b"), Edge("c", "a")]),
            "StateMachine: de “a” nunca se chega ao estado “c”; falta uma transição que leve a ele",
        ),
    ],
)
def test_wrong_content_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


@pytest.mark.parametrize("width", [700, 360])
@pytest.mark.parametrize("start", ["a", "b"])
def test_a_dot_leads_to_where_it_starts(start, width):
    content = StateMachine([Chain(["a", "b", "a"])], start=start)
    frame = figure(content).draw(width=width).frame
    joins = [v.item.joins for v in walk(frame) if isinstance(v.item, Path) and v.item.stroke and v.item.joins]
    assert ("nó •", f"nó {start}") in joins
    dots = [v for v in walk(frame) if isinstance(v.item, Ellipse) and v.path[-1] == "nó •"]
    assert len(dots) == 1


def test_where_it_may_end_has_a_second_border_inside():
    content = StateMachine([Chain(["a", ["b", "c"]])], final=["b"])
    visits = walk(figure(content).draw().frame)
    rects = {v.item.name: v.rect for v in visits if isinstance(v.item, Frame) and v.item.name}
    rings = [v for v in visits if isinstance(v.item, Box) and v.item.stroke and not v.item.fill]
    assert [ring.path[-1] for ring in rings] == ["nó b"]
    assert rects["nó b"].inflate(-4).holds(rings[0].rect)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_pass_the_guidelines_strictly(name):
    report = check(Chapter(number=1, title="Teste", figures=[figure(EXAMPLES[name])]))
    assert [each.finding.message for judged in report.figures for each in judged.findings] == []
