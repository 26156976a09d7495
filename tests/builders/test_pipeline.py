"""Stages in order: what is said, what is refused, how they are numbered and joined."""

from __future__ import annotations

from itertools import pairwise

import pytest
from refusals import refusal
from samples import drawing

from infograficos.builders.pipeline import EXAMPLES, Pipeline, Stage
from infograficos.chapter_07 import pipeline
from infograficos.elements.pictures import PICTURE_NAMES
from infograficos.figure import Figure
from infograficos.scene import Frame, Path, walk


def test_the_chapters_pipeline_is_described_word_for_word():
    assert pipeline.content.describe() == (
        "5 etapas, em ordem: Dataset de instruções → Tokenização estruturada → Reutilização de pesos → "
        "Treino supervisionado → Modelo alinhado."
    )


def test_the_example_is_described_word_for_word():
    assert EXAMPLES["avaliar"].describe() == (
        "3 etapas, em ordem: Perguntas de teste → Respostas do modelo → Notas dos avaliadores."
    )


def test_one_stage_is_one():
    assert Pipeline([Stage("só", "chat", "model")]).describe() == "1 etapa, em ordem: só."


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (
            lambda: Pipeline([]),
            "Pipeline.stages: esperada uma lista de ao menos 1 item, veio uma lista vazia",
        ),
        (
            lambda: Pipeline(stage=[]),
            "Pipeline.stages: falta este valor\nPipeline.stage não existe; você quis dizer “stages”?",
        ),
        (
            lambda: Stage("a", "chatt", "model"),
            'Stage.picture: esperado "pairs", "tokens", "weights", "curve" ou "chat", veio "chatt"',
        ),
        (
            lambda: Stage("", "chat", "model"),
            "Stage.name: esperado um texto com ao menos uma letra, veio um texto vazio",
        ),
        (lambda: Stage("a", "chat"), "Stage.role: falta este valor"),
    ],
)
def test_wrong_content_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


def test_a_role_that_the_theme_lacks_is_refused_when_it_is_drawn():
    figure = Figure(1, "a", "t", "h", Pipeline([Stage("a", "chat", "modl")]))
    assert refusal(figure.svg).startswith(
        "01-a: a cor “modl.strong” não existe; você quis dizer “model.strong”"
    )


def ends(frame: Frame) -> list[tuple[float, float, float, float]]:
    """Start and tip of the arrows between stages, from top to bottom."""
    arrows = [visit for visit in walk(frame) if isinstance(visit.item, Path)]
    found = []
    for visit in arrows:
        if visit.item.purpose == "connector":
            start, tip = visit.item.steps[0].points[0], visit.item.steps[-2].points[0]
            found.append((visit.at.x + start.x, visit.at.y + start.y, visit.at.x + tip.x, visit.at.y + tip.y))
    return found


@pytest.mark.parametrize("width", [700, 360])
def test_numbers_stand_below_each_other_joined_by_straight_arrows(width):
    frame = drawing(pipeline.full_name, width=width).frame
    discs = [
        visit.rect
        for visit in walk(frame)
        if isinstance(visit.item, Frame) and visit.item.name.startswith("etapa")
    ]
    assert len(discs) == 5
    assert len({disc.center.x for disc in discs}) == 1
    arrows = ends(frame)
    assert len(arrows) == 4
    for (upper, lower), (x, y, tip_x, tip_y) in zip(pairwise(discs), arrows, strict=True):
        assert x == tip_x == pytest.approx(upper.center.x)
        assert y == pytest.approx(upper.bottom)
        assert lower.y - 2 < tip_y < lower.y


@pytest.mark.parametrize("name", PICTURE_NAMES)
def test_every_picture_can_be_drawn_on_both_papers(name):
    figure = Figure(
        1,
        "a",
        "t",
        "Uma manchete comprida o bastante",
        Pipeline([Stage("etapa", name, "model"), Stage("fim", name, "response")]),
    )
    for variant in ("light", "dark"):
        assert figure.draw(variant=variant).findings == ()
