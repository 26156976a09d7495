"""Steps in a loop: what is said, what is refused, which cards the arrows join."""

from __future__ import annotations

from itertools import pairwise

import pytest
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.cycle import EXAMPLES, Cycle, Step
from infograficos.scene.geometry import Point, Rect
from infograficos.scene.items import Frame, Path, TextBlock, walk


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
    """Where the named elements stand."""
    return {v.item.name: v.rect for v in walk(frame) if isinstance(v.item, Frame) and v.item.name}


def arrows(frame: Frame) -> list[tuple[Point, Point, str]]:
    """Start, tip and colour of every arrow, in the order in which they are drawn."""
    found = [v for v in walk(frame) if isinstance(v.item, Path) and v.item.purpose == "connector"]
    return [
        (
            v.item.commands[0].points[0].translate(v.at),
            v.item.commands[-2].points[0].translate(v.at),
            v.item.stroke.paint.role,
        )
        for v in found
    ]


def touches(point: Point, rect: Rect) -> bool:
    """Whether a point lies on a border, up to the thickness of a pen."""
    dot = Rect(point.x, point.y, 0.0, 0.0)
    return rect.inflate(2).holds(dot) and not rect.inflate(-2).holds(dot)


@pytest.mark.parametrize("label", ["", "repete por 3 épocas"])
@pytest.mark.parametrize("width", [700, 360])
@pytest.mark.parametrize("count", range(3, 7))
def test_every_step_leads_to_the_next_and_the_last_back_to_the_first(count, width, label):
    drawn = figure(Cycle(steps(count), label)).draw(width=width)
    places, found = named(drawn.frame), arrows(drawn.frame)
    order = [f"passo {number}" for number in range(1, count + 1)]
    if label and width == 360:
        # On a phone the label is where the way back begins.
        order.append("rótulo")
    pairs = list(pairwise([*order, order[0]]))
    assert len(found) == len(pairs)
    for (start, tip, _), (leaves, arrives) in zip(found, pairs, strict=True):
        assert touches(start, places[leaves])
        assert touches(tip, places[arrives])
    assert [color for *_, color in found] == ["muted"] * (len(pairs) - 1) + ["model.strong"]
    assert drawn.findings == ()


@pytest.mark.parametrize("count", range(3, 7))
def test_the_label_is_in_the_middle_of_the_ring(count):
    places = named(figure(Cycle(steps(count), "de novo")).draw().frame)
    assert places["rótulo"].center.x == pytest.approx(350)
    cards = [rect for name, rect in places.items() if name.startswith("passo")]
    assert min(card.y for card in cards) < places["rótulo"].y
    assert max(card.bottom for card in cards) > places["rótulo"].bottom
    assert len({round(card.width, 3) for card in cards}) == 1


def test_on_a_phone_the_way_back_runs_to_the_left_of_all_cards():
    frame = figure(EXAMPLES["treino"]).draw(width=360).frame
    cards = [rect for name, rect in named(frame).items() if name.startswith("passo")]
    back = [v for v in walk(frame) if isinstance(v.item, Path) and v.item.purpose == "connector"][-1]
    assert back.rect.x < min(card.x for card in cards) - 20


def test_names_that_do_not_fit_large_are_all_set_smaller():
    def sizes(content):
        texts = [v.item for v in walk(figure(content).draw().frame) if isinstance(v.item, TextBlock)]
        return {text.text: text.lines[0].runs[0].run.size for text in texts}

    long = Step("Normalização", "model")
    assert sizes(Cycle([*steps(2), long]))["Passo a"] == sizes(Cycle([*steps(2), long]))["Normalização"]
    assert sizes(Cycle([*steps(2), long]))["Passo a"] < sizes(Cycle(steps(3)))["Passo a"]


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
    joined = [v.item.joins for v in walk(frame) if isinstance(v.item, Path) and "entrada" in v.item.joins]
    assert joined == [("entrada", "passo 1")]


def test_what_leads_in_is_no_step():
    assert refusal(lambda: Cycle(steps(3), entry=Step(steps(3)[0].name, "model"))).startswith(
        "Cycle: esperados nomes diferentes"
    )
