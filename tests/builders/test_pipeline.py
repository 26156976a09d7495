"""Stages in order: what is said, what is refused, how they are numbered and joined."""

from __future__ import annotations

from itertools import pairwise

import pytest
from refusals import refusal
from samples import drawing

from infograficos import Chapter, check
from infograficos.audit.rules.contrast import contrast
from infograficos.builders.pipeline import EXAMPLES, Pipeline, Stage
from infograficos.chapter_07 import pipeline
from infograficos.content.checks import PICTOGRAM_NAMES
from infograficos.figure import Figure
from infograficos.scene.geometry import Rect
from infograficos.scene.items import Box, Frame, Path, TextBlock, walk


def test_the_chapters_pipeline_is_described_word_for_word():
    assert pipeline.content.describe() == (
        "5 etapas, em ordem: Dataset de Instruções → Tokenização Estruturada → Reutilização de Pesos → "
        "Treino Supervisionado → Modelo Alinhado."
    )


def test_the_example_is_described_word_for_word():
    assert EXAMPLES["avaliar"].describe() == (
        "3 etapas, em ordem: Perguntas de teste → Respostas do modelo → Notas dos avaliadores."
    )


def test_the_example_with_icons_is_described_word_for_word():
    assert EXAMPLES["rag"].describe() == (
        "4 etapas, em ordem: Pergunta da pessoa → Busca de trechos → Prompt com os trechos → "
        "Resposta com fontes."
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
            "Stage.picture: a imagem ou o ícone “chatt” não existe; você quis dizer “chat”?",
        ),
        (
            lambda: Stage("a", "banco de dado", "model"),
            "Stage.picture: a imagem ou o ícone “banco de dado” não existe; "
            "você quis dizer “banco-de-dados”?",
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
            start, tip = visit.item.commands[0].points[0], visit.item.commands[-2].points[0]
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


@pytest.mark.parametrize("name", PICTOGRAM_NAMES)
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


ICONS = ("database", "user", "table")


def tiles(frame: Frame) -> list[Rect]:
    """The squares behind icons, from top to bottom."""
    boxes = [v for v in walk(frame) if isinstance(v.item, Box) and v.item.purpose == "ornament"]
    return [box.rect for box in boxes if box.rect.width == box.rect.height == 42]


def icons(*names: str) -> Figure:
    stages = [Stage(f"Etapa {name}", name, "model") for name in names]
    return Figure(1, "a", "t", "Uma manchete comprida o bastante", Pipeline(stages))


def test_icons_stand_below_each_other_at_the_right():
    found = tiles(icons(*ICONS).draw().frame)
    assert len(found) == 3
    assert {tile.right for tile in found} == {664 - 20}


def test_on_a_phone_an_icon_stays_beside_words_in_lines():
    figure = Figure(
        1, "a", "t", "Uma manchete", Pipeline([Stage("Um nome que não cabe em linha", "eye", "model")])
    )
    frame = figure.draw(width=360).frame
    (tile,) = tiles(frame)
    (words,) = [v.rect for v in walk(frame) if isinstance(v.item, TextBlock) and "cabe" in v.item.text]
    assert words.right < tile.x
    assert words.height > 25


def test_an_icon_is_the_same_by_its_portuguese_name():
    assert Stage("a", "Banco de dados", "model") == Stage("a", "database", "model")


@pytest.mark.parametrize("role", ["instruction", "input", "model", "alert"])
@pytest.mark.parametrize("name", [*PICTOGRAM_NAMES, "brain"])
def test_any_sign_goes_with_any_role_anywhere(role, name):
    stages = [Stage("começo", name, "response"), Stage("fim", name, role)]
    figure = Figure(1, "a", "t", "Uma manchete comprida o bastante", Pipeline(stages))
    report = check(Chapter(number=1, title="Teste", figures=[figure]))
    assert [each.finding.message for judged in report.figures for each in judged.findings] == []


def test_the_weights_stand_out_from_their_own_soft_tone():
    def palest(role: str) -> tuple[str, str]:
        figure = Figure(1, "a", "t", "h", Pipeline([Stage("a", "weights", role)]))
        cells = [v.item for v in walk(figure.draw().frame) if isinstance(v.item, Box) and v.rect.height == 19]
        return max(cell.fill.value for cell in cells), "#f1edff"

    assert palest("response") == ("#f1edff", "#f1edff")
    shown, ground = palest("model")
    assert contrast(shown, ground) > 1.15
