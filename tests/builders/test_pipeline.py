"""Stages in order: what is said, what is refused, how they are numbered and joined."""

from __future__ import annotations

from itertools import pairwise

import pytest
from refusals import refusal
from samples import drawing

from infograficos import Chapter, check
from infograficos.builders.pipeline import EXAMPLES, Back, Pipeline, Stage
from infograficos.chapter_07 import pipeline
from infograficos.content.data.picture_values import PICTURES
from infograficos.elements.connectors.edge import named_rects
from infograficos.figure import Figure
from infograficos.scene.geometry import Rect
from infograficos.scene.items import TITLE_BLOCK, Box, Ellipse, Frame, Path, TextBlock, walk


def test_the_chapters_pipeline_is_described_word_for_word():
    assert pipeline.content.describe() == (
        "5 etapas, em ordem: Dataset de Instruções → Tokenização Estruturada → Reutilização de Pesos → "
        "Treino Supervisionado → Modelo Alinhado, que diz “Paris.”."
    )


def test_the_example_is_described_word_for_word():
    assert EXAMPLES["avaliar"].describe() == (
        "3 etapas, em ordem: Perguntas → Respostas, que diz “Lima.” → Nota."
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


def discs(frame: Frame) -> list[Rect]:
    """The numbered discs, in their order."""
    rects = named_rects(frame)
    return [rects[f"etapa {n}"] for n in range(1, 11) if f"etapa {n}" in rects]


def ways(frame: Frame) -> list[tuple[str, ...]]:
    """What the pieces of the path join, without their arrowhead."""
    paths = [v.item for v in walk(frame) if isinstance(v.item, Path) and v.item.joins]
    return list(dict.fromkeys(path.joins for path in paths))


@pytest.mark.parametrize("width", [700, 360])
def test_the_numbers_lead_from_left_to_right_or_down_along_one_path(width):
    frame = drawing(pipeline.full_name, width=width).frame
    found = discs(frame)
    assert len(found) == 5
    for a, b in pairwise(found):
        assert b.y > a.bottom or (width == 700 and b.x > a.right)
    assert ways(frame) == [(f"etapa {n}", f"etapa {n + 1}") for n in range(1, 5)]


@pytest.mark.parametrize("width", [700, 360])
def test_only_the_goal_is_solid(width):
    frame = drawing(pipeline.full_name, width=width).frame
    visits = [v for v in walk(frame) if v.path[:1] != (TITLE_BLOCK,)]
    shapes = [v.item for v in visits if isinstance(v.item, Box | Ellipse | Path)]
    fills = {shape.fill.role for shape in shapes if shape.fill}
    assert {role for role in fills if role.endswith(".solid")} == {"response.solid"}


def test_the_tuned_model_of_the_chapter_says_its_answer():
    words = [v.item.text for v in walk(drawing(pipeline.full_name).frame) if isinstance(v.item, TextBlock)]
    assert [word for word in words if word in ("França?", "Paris.")] == ["França?", "Paris.", "Paris."]
    assert [word for word in words if word in ("Paris", ".")] == ["Paris", "."]


@pytest.mark.parametrize("width", [700, 360])
def test_a_model_that_answers_at_the_end_is_large_and_below_all_other_stages(width):
    frame = drawing(pipeline.full_name, width=width).frame
    rects = named_rects(frame)
    stations = [rects[f"parada {n}"] for n in range(1, 6)]
    assert stations[4].y > max(each.bottom for each in stations[:4])
    assert stations[4].width > max(each.width for each in stations[:4])
    sizes = {v.item.text: v.rect.height for v in walk(frame) if isinstance(v.item, TextBlock)}
    assert sizes["Paris."] > 1.5 * sizes["França?"]


def test_an_answer_of_a_model_that_is_not_the_goal_is_small():
    tuned = Stage("Modelo", "tuned", "model", ["Lima."])
    looped = Pipeline([*[Stage("Etapa", "curve", "model")] * 6, tuned], Back(7, 1))
    for content in (EXAMPLES["avaliar"], looped):
        assert content.body().goal is None


@pytest.mark.parametrize("name", list(PICTURES)[::4])
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


def stages(*names: str) -> Figure:
    content = Pipeline([Stage(f"Etapa {name}", name, "model") for name in names])
    return Figure(1, "a", "t", "Uma manchete comprida o bastante", content)


def test_an_icon_is_on_a_key_cap_above_its_disc():
    frame = stages("brain", "eye").draw().frame
    caps = [v.rect for v in walk(frame) if isinstance(v.item, Box) and v.item.fill.role == "model.mid"]
    assert len(caps) == 2
    for cap, disc in zip(caps, discs(frame), strict=True):
        assert cap.center.x == pytest.approx(disc.center.x)
        assert cap.bottom < disc.y


def test_an_icon_is_the_same_by_its_portuguese_name():
    assert Stage("a", "Banco de dados", "model") == Stage("a", "database", "model")


@pytest.mark.parametrize("role", ["instruction", "input", "model", "alert"])
@pytest.mark.parametrize("name", ["tokens", "curve", "chat", "brain", ""])
def test_any_sign_goes_with_any_role_anywhere(role, name):
    stages = [Stage("começo", name, "response"), Stage("fim", name, role)]
    figure = Figure(1, "a", "t", "Uma manchete comprida o bastante", Pipeline(stages))
    report = check(Chapter(number=1, title="Teste", figures=[figure]))
    assert [each.finding.message for judged in report.figures for each in judged.findings] == []


def digits(frame: Frame) -> list[str]:
    return [v.item.text for v in walk(frame) if isinstance(v.item, TextBlock) and v.item.text.isdigit()]


@pytest.mark.parametrize("name", PICTURES)
def test_no_picture_shows_words_that_the_author_did_not_give(name):
    content = Pipeline([Stage("Notas", name, "model")])
    frame = Figure(1, "a", "t", "h", content).draw().frame
    (station,) = [v for v in walk(frame) if isinstance(v.item, Frame) and v.item.name == "parada 1"]
    shown = [v.item.text for v in walk(station.item) if isinstance(v.item, TextBlock)]
    assert shown == ["1", "Notas"]


def test_an_evaluation_says_how_many_of_its_tests_are_passed():
    content = Pipeline([Stage("Nota", "evaluation", "model", [1, 0, 1, 1])])
    frame = Figure(1, "a", "t", "h", content).draw().frame
    assert "3/4" in [v.item.text for v in walk(frame) if isinstance(v.item, TextBlock)]


def test_a_stage_may_have_no_picture():
    with_picture, without = (stages(name).draw().frame for name in ("curve", ""))
    assert discs(without)[0].y < discs(with_picture)[0].y


@pytest.mark.parametrize("count", range(1, 11))
@pytest.mark.parametrize("width", [700, 360])
def test_any_number_of_stages_fits_under_a_heading(count, width):
    stages = [Stage(f"Etapa curta {number}", "raio", "model") for number in range(1, count + 1)]
    figure = Figure(1, "a", "t", "Uma frase de teste", Pipeline(stages), "Um subtítulo curto.")
    assert [f.message for f in figure.draw(width=width).findings if f.severity == "error"] == []


def test_many_stages_go_on_in_a_second_row_from_the_left():
    found = discs(stages(*["brain"] * 9).draw().frame)
    assert len({disc.center.y for disc in found[:5]}) == 1
    assert all(disc.y > found[0].bottom for disc in found[5:])
    assert found[5].x < found[6].x < found[7].x


def test_eleven_stages_are_refused_before_anything_is_laid_out():
    message = "Pipeline.stages: esperada uma lista de no máximo 10 itens, veio uma lista com 11 itens"
    assert refusal(lambda: Pipeline([Stage("a", "chat", "model")] * 11)) == message


@pytest.mark.parametrize("way", [(2, 1), (3, 1), (8, 5), (8, 2), (6, 3), (3, 3)])
@pytest.mark.parametrize("width", [700, 360])
def test_a_way_back_leads_to_the_earlier_stage(way, width):
    stages = [Stage(f"Etapa {number}", "raio", "model") for number in range(1, 9)]
    content = Pipeline(stages, Back(*way, "se a nota for baixa"))
    drawn = Figure(1, "a", "t", "Uma frase de teste", content).draw(width=width)
    assert [finding.message for finding in drawn.findings] == []
    words = " ".join(v.item.text for v in walk(drawn.frame) if isinstance(v.item, TextBlock))
    assert "se a nota for baixa" in words
    joined = [tuple(int(name.split()[-1]) for name in joins) for joins in ways(drawn.frame)]
    back = [each for each in joined if each[-1] <= each[0]]
    assert back == [tuple(dict.fromkeys(way))]
    assert ("↩" in words) == (width == 360)
    assert content.describe().endswith(f" Volta da etapa {way[0]} à etapa {way[1]}, se a nota for baixa.")


@pytest.mark.parametrize("way", [(8, 1), (7, 2), (5, 4), (8, 4)])
def test_a_way_back_over_rows_meets_nothing_before_it_points_at_its_end(way):
    stages = [Stage(f"Etapa {number}", "raio", "model") for number in range(1, 9)]
    frame = Figure(1, "a", "t", "Uma frase", Pipeline(stages, Back(*way, "erro"))).draw().frame
    end = f"parada {way[1]}"
    lines = [v for v in walk(frame) if isinstance(v.item, Path) and v.item.joins[-1:] == (end,)]
    points = [p.translate(v.at) for v in lines for command in v.item.commands for p in command.points]
    stations = {name: rect for name, rect in named_rects(frame).items() if name.startswith("parada")}
    assert len(stations) == 8
    others = [rect for name, rect in stations.items() if name != f"parada {way[0]}"]
    assert not [point for point in points for rect in others if rect.contains(point)]
    target = stations[end]
    assert min(abs(p.x - target.center.x) + abs(p.y - target.y + 2) for p in points) < 2


def test_where_there_is_no_height_for_a_way_over_rows_a_note_says_where_it_leads():
    stages = [
        Stage(f"Uma etapa bem comprida {number}", "evaluation", "model", [1, 0]) for number in range(1, 9)
    ]
    content = Pipeline(stages, Back(6, 3, "erro"))
    figure = Figure(
        1, "a", "t", "Uma frase de teste comprida, em duas linhas de título", content, "Um subtítulo."
    )
    frame = figure.draw().frame
    words = " ".join(v.item.text for v in walk(frame) if isinstance(v.item, TextBlock))
    assert "↩ 3: erro" in words
    assert [joins for joins in ways(frame) if joins[-1] < joins[0]] == []


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (
            lambda: Stage("a", "brain", "model", [1]),
            "Stage: só um quadro mostra valores, e não um ícone; tire os valores dele",
        ),
        (lambda: Stage("a", "curve", "model", [1]), "Stage: quadro “curve”: dê de 2 a 200 valores; veio 1"),
        (
            lambda: Stage("a", "curve", "model", [1, -1]),
            "Stage: quadro “curve”: esperado um número maior ou igual a 0, veio -1.0",
        ),
        (
            lambda: Stage("a", "tokens", "model", ["uma palavra comprida"]),
            'Stage: quadro “tokens”: esperado um texto de no máximo 12 letras, veio "uma palavra comprida"',
        ),
        (
            lambda: Stage("a", "cloud", "model", [1]),
            "Stage: quadro “cloud”: este quadro não mostra valores; tire-os",
        ),
    ],
)
def test_values_that_a_picture_cannot_show_are_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


@pytest.mark.parametrize(
    ("back", "message"),
    [
        (Back(3, 1), "Pipeline: a volta sai da etapa 3, e só há 2 etapas"),
        (Back(1, 2), "Pipeline: a volta vai da etapa 1 à 2, que vem depois; dê em “end” uma etapa anterior"),
    ],
)
def test_a_way_back_between_other_stages_is_refused(back, message):
    assert refusal(lambda: Pipeline([Stage("a", "chat", "model")] * 2, back)) == message


def test_a_share_is_written_in_the_language_of_the_figure():
    figure = Figure(1, "a", "t", "h", Pipeline([Stage("só", "split", "model", [80, 10, 10])]))
    drawn = {code: figure.svg(language=code, text="live") for code in ("pt-BR", "en")}
    assert ">80\u00a0%<" in drawn["pt-BR"]
    assert ">80%<" in drawn["en"]
