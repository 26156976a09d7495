"""Steps in a loop: what is said, what is refused, which cards the arrows join."""

from __future__ import annotations

from itertools import pairwise
from math import atan2, hypot, pi

import pytest
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.cycle import EXAMPLES, Cycle, Step
from infograficos.scene.geometry import Rect
from infograficos.scene.items import Ellipse, Frame, Path, TextBlock, walk


def figure(content: Cycle) -> Figure:
    return Figure(1, "ciclo", "Um ciclo", "O que o exemplo ensina", content)


def steps(count: int) -> list[Step]:
    roles = ("input", "model", "response")
    return [Step(f"Passo {'abcdefg'[i]}", roles[i % 3], "em resumo") for i in range(count)]


def test_the_examples_are_described_word_for_word():
    assert EXAMPLES["treino"].describe() == (
        "Ciclo de 5 passos: Lote (tokens e alvos) → Forward (calcula logits) → Loss (mede o erro) → "
        "Backward (gradientes) → Passo (novos pesos) → de volta a Lote. Repete por 3 épocas. "
        "Antes, uma só vez: Pesos do modelo base."
    )
    assert EXAMPLES["geração"].describe() == (
        "Ciclo de 4 passos: Contexto (tokens até aqui) → Modelo (logits) → Sorteio (um token) → "
        "Junta (ao contexto) → de volta a Contexto. Repete até o token de fim."
    )


def test_without_details_and_label_only_the_names_are_said():
    bare = Cycle([Step(name, "model") for name in "abc"])
    assert bare.describe() == "Ciclo de 3 passos: a → b → c → de volta a a."


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (
            lambda: Cycle(steps(2)),
            "Cycle.steps: esperada uma lista de ao menos 3 itens, veio uma lista com 2 itens",
        ),
        (
            lambda: Cycle(steps(7)),
            "Cycle.steps: esperada uma lista de no máximo 6 itens, veio uma lista com 7 itens",
        ),
        (lambda: Cycle([]), "Cycle.steps: esperada uma lista de ao menos 3 itens, veio uma lista vazia"),
        (lambda: Cycle("abc"), 'Cycle.steps: esperada uma lista, veio "abc"'),
        (lambda: Cycle([*steps(2), "c"]), 'Cycle.steps[2]: esperado um objeto Step, veio "c"'),
        (
            lambda: Cycle([*steps(2), Step("passo A", "model")]),
            "Cycle: esperados nomes diferentes; “passo A” aparece duas vezes",
        ),
        (lambda: Cycle(steps(3), 3), "Cycle.label: esperado um texto, veio 3"),
        (
            lambda: Cycle(steps(3), "x" * 41),
            "Cycle.label: esperado um texto de no máximo 40 caracteres, veio um de 41",
        ),
        (
            lambda: Step("", "model"),
            "Step.name: esperado um texto com ao menos uma letra, veio um texto vazio",
        ),
        (
            lambda: Step("x" * 41, "model"),
            "Step.name: esperado um texto de no máximo 40 caracteres, veio um de 41",
        ),
        (lambda: Step("a"), "Step.role: falta este valor"),
    ],
)
def test_wrong_content_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


def test_a_role_that_the_theme_lacks_is_refused_when_it_is_drawn():
    wrong = figure(Cycle([*steps(2), Step("c", "modl")]))
    assert refusal(wrong.svg).startswith("01-ciclo: o papel “modl” não existe; você quis dizer “model”")


def named(frame: Frame) -> dict[str, Rect]:
    """Where the named elements are."""
    return {v.item.name: v.rect for v in walk(frame) if isinstance(v.item, Frame) and v.item.name}


def ways(frame: Frame) -> list[tuple[str, ...]]:
    """What the pieces of road join, in their order, without the arrowhead of the last one."""
    paths = [v.item for v in walk(frame) if isinstance(v.item, Path) and v.item.joins]
    return list(dict.fromkeys(path.joins for path in paths))


@pytest.mark.parametrize("label", ["", "repete por 3 épocas"])
@pytest.mark.parametrize("width", [700, 360])
@pytest.mark.parametrize("count", range(3, 7))
def test_every_step_leads_to_the_next_and_the_last_back_to_the_first(count, width, label):
    drawn = figure(Cycle(steps(count), label, picture="weights")).draw(width=width)
    order = [f"passo {number}" for number in (*range(1, count + 1), 1)]
    assert ways(drawn.frame) == list(pairwise(order))
    assert drawn.findings == ()


@pytest.mark.parametrize("count", range(3, 7))
def test_the_numbers_go_around_clockwise_at_one_distance_from_the_middle(count):
    places = named(figure(Cycle(steps(count))).draw().frame)
    centers = [places[f"passo {number}"].center for number in range(1, count + 1)]
    x, y = (sum(getattr(center, axis) for center in centers) / count for axis in "xy")
    assert len({round(hypot(center.x - x, center.y - y), 3) for center in centers}) == 1
    turns = [atan2(center.y - y, center.x - x) for center in centers]
    assert all((b - a) % (2 * pi) == pytest.approx(2 * pi / count) for a, b in pairwise(turns))
    assert centers[0].y == pytest.approx(min(center.y for center in centers))


def test_on_a_phone_the_numbers_go_down_and_the_way_back_is_at_the_left():
    frame = figure(EXAMPLES["treino"]).draw(width=360).frame
    discs = [rect for name, rect in named(frame).items() if name.startswith("passo")]
    assert all(b.y > a.bottom for a, b in pairwise(discs))
    back = [v for v in walk(frame) if isinstance(v.item, Path) and v.item.joins == ("passo 5", "passo 1")]
    left = min(visit.rect.x for visit in back)
    inside = [v.rect for v in walk(frame) if isinstance(v.item, TextBlock) and v.item.text.endswith("épocas")]
    assert all(left < words.x and words.right < discs[0].x for words in inside)
    assert inside


@pytest.mark.parametrize(("highlight", "number"), [("", 3), ("passo A", 1)])
def test_the_highlighted_step_alone_is_solid(highlight, number):
    frame = figure(Cycle(steps(3), highlight=highlight)).draw().frame
    solid = [
        v.path[-1]
        for v in walk(frame)
        if isinstance(v.item, Ellipse) and v.item.fill and v.item.fill.role.endswith(".solid")
    ]
    assert solid == [f"passo {number}"]


def test_an_unknown_highlight_and_values_of_an_icon_are_refused():
    message = "Cycle: o passo em destaque “Passo D” não existe; você quis dizer “Passo "
    assert refusal(lambda: Cycle(steps(3), highlight="Passo D")).startswith(message)
    icon = refusal(lambda: Cycle(steps(3), picture="brain", values=[1]))
    assert icon.startswith("Cycle: só um quadro mostra")


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_pass_the_guidelines_strictly(name):
    report = check(Chapter(number=1, title="Teste", figures=[figure(EXAMPLES[name])]))
    assert [each.finding.message for judged in report.figures for each in judged.findings] == []


@pytest.mark.parametrize("width", [700, 360])
@pytest.mark.parametrize("count", range(3, 7))
def test_what_leads_in_is_above_the_first_step_and_joined_with_it_alone(count, width):
    frame = figure(Cycle(steps(count), "repete", Step("Pesos ao acaso", "model"))).draw(width=width).frame
    places = {v.item.name: v.rect for v in walk(frame) if isinstance(v.item, Frame) and v.item.name}
    assert places["entrada"].bottom < places["passo 1"].y
    assert [pair for pair in ways(frame) if "entrada" in pair] == [("entrada", "passo 1")]


def test_what_leads_in_is_no_step():
    assert refusal(lambda: Cycle(steps(3), entry=Step(steps(3)[0].name, "model"))).startswith(
        "Cycle: esperados nomes diferentes"
    )
