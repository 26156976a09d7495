"""Stages in order: what is said, what is refused, how they are numbered and joined."""

from __future__ import annotations

from itertools import pairwise

import pytest
from refusals import refusal
from samples import drawing

from infograficos import Chapter, check
from infograficos.builders.pipeline import EXAMPLES, Back, Pipeline, Stage
from infograficos.chapter_07 import pipeline
from infograficos.content.checks import PICTURES
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
    assert EXAMPLES["RAG"].describe() == (
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
    assert refusal(figure.svg).startswith("01-a: o papel “modl” não existe; você quis dizer “model”")


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


@pytest.mark.parametrize("name", PICTURES)
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


def test_words_in_lines_keep_off_the_border_of_their_card():
    frame = drawing("example-pipeline-rag", width=360).frame
    visits = list(walk(frame))
    cards = [v.rect for v in visits if isinstance(v.item, Frame) and v.item.name.startswith("cartão")]
    texts = [v.rect for v in visits if isinstance(v.item, TextBlock) and len(v.item.lines) == 2]
    inside = [(card, text) for card in cards for text in texts if card.holds(text)]
    assert len(inside) == 4
    assert min(min(text.y - card.y, card.bottom - text.bottom) for card, text in inside) > 11


def test_an_icon_is_the_same_by_its_portuguese_name():
    assert Stage("a", "Banco de dados", "model") == Stage("a", "database", "model")


@pytest.mark.parametrize("role", ["instruction", "input", "model", "alert"])
@pytest.mark.parametrize("name", [*PICTURES, "brain", ""])
def test_any_sign_goes_with_any_role_anywhere(role, name):
    stages = [Stage("começo", name, "response"), Stage("fim", name, role)]
    figure = Figure(1, "a", "t", "Uma manchete comprida o bastante", Pipeline(stages))
    report = check(Chapter(number=1, title="Teste", figures=[figure]))
    assert [each.finding.message for judged in report.figures for each in judged.findings] == []


def digits(frame: Frame) -> list[str]:
    return [v.item.text for v in walk(frame) if isinstance(v.item, TextBlock) and v.item.text.isdigit()]


@pytest.mark.parametrize("name", PICTURES)
def test_no_picture_shows_numbers_or_a_curve_that_the_author_did_not_give(name):
    frame = Figure(1, "a", "t", "h", Pipeline([Stage("Notas", name, "model")])).draw().frame
    assert digits(frame) == ["1"]
    (tile,) = tiles(frame)
    marks = [v for v in walk(frame) if isinstance(v.item, Path) and tile.inflate(1).holds(v.rect)]
    assert len(marks) == 1


def test_a_stage_may_have_no_picture():
    assert tiles(icons("").draw().frame) == []


@pytest.mark.parametrize("count", range(1, 11))
@pytest.mark.parametrize("width", [700, 360])
def test_any_number_of_stages_fits_under_a_heading(count, width):
    stages = [Stage(f"Etapa curta {number}", "raio", "model") for number in range(1, count + 1)]
    figure = Figure(1, "a", "t", "Uma frase de teste", Pipeline(stages), "Um subtítulo curto.")
    assert [f.message for f in figure.draw(width=width).findings if f.severity == "error"] == []


def test_many_stages_go_on_in_a_second_column():
    frame = icons(*["brain"] * 7).draw().frame
    discs = [v.rect for v in walk(frame) if isinstance(v.item, Frame) and v.item.name.startswith("etapa")]
    assert [disc.x for disc in discs[1:4]] == [discs[0].x] * 3
    assert [disc.x for disc in discs[5:]] == [discs[4].x] * 2
    assert discs[4].x > discs[0].right + 200
    assert discs[4].y == discs[0].y
    joined = [v.item.joins for v in walk(frame) if isinstance(v.item, Path) and v.item.joins]
    assert joined[3] == ("cartão 4", "etapa 5")


def test_eleven_stages_are_refused_before_anything_is_laid_out():
    message = "Pipeline.stages: esperada uma lista de no máximo 10 itens, veio uma lista com 11 itens"
    assert refusal(lambda: Pipeline([Stage("a", "chat", "model")] * 11)) == message


@pytest.mark.parametrize("width", [700, 360])
@pytest.mark.parametrize("way", [(2, 1), (3, 1), (8, 5), (8, 2), (6, 3), (3, 3)])
def test_a_way_back_leads_to_the_earlier_stage(way, width):
    stages = [Stage(f"Etapa {number}", "raio", "model") for number in range(1, 9)]
    content = Pipeline(stages, Back(*way, "se a nota for baixa"))
    drawn = Figure(1, "a", "t", "Uma frase de teste", content).draw(width=width)
    assert [finding.message for finding in drawn.findings] == []
    (back,) = [
        v
        for v in walk(drawn.frame)
        if isinstance(v.item, Path) and v.item.joins and v.item.stroke.width == 3.5
    ]
    assert tuple(int(name.split()[-1]) for name in back.item.joins) == tuple(dict.fromkeys(way))
    assert "↩ se a nota for baixa" in " ".join(
        v.item.text for v in walk(drawn.frame) if isinstance(v.item, TextBlock)
    )
    assert content.describe().endswith(f" Volta da etapa {way[0]} à etapa {way[1]}, se a nota for baixa.")


@pytest.mark.parametrize(
    ("back", "message"),
    [
        (Back(3, 1), "Pipeline: a volta sai da etapa 3, e só há 2 etapas"),
        (Back(1, 2), "Pipeline: a volta vai da etapa 1 à 2, que vem depois; dê em “end” uma etapa anterior"),
    ],
)
def test_a_way_back_between_other_stages_is_refused(back, message):
    assert refusal(lambda: Pipeline([Stage("a", "chat", "model")] * 2, back)) == message
