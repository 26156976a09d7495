"""A chapter: its figures in order, found by number or name."""

from __future__ import annotations

import pytest
from refusals import refusal

from infograficos.builders.pipeline import Pipeline, Stage
from infograficos.chapter import Chapter
from infograficos.chapter_07 import chapter
from infograficos.figure import Figure

CONTENT = Pipeline([Stage("um", "chat", "model")])


def figure(number: int, name: str) -> Figure:
    return Figure(number, name, "Título", "Manchete", CONTENT)


def test_chapter_seven_has_the_titles_files_and_sections_of_its_author():
    assert chapter.number == 7
    assert [(each.title, f"{each.full_name}.png", each.section) for each in chapter.figures] == [
        (
            "Instruction Tuning: Visão Geral",
            "01-instruction-tuning-visao-geral.png",
            "Do Modelo Base ao Assistente Conversacional",
        ),
        (
            "Estrutura de dados para instruções",
            "02-formato-dados-instrucao.png",
            "Estrutura de Dados para Instruction Tuning",
        ),
        ("Mascaramento da Loss", "03-mascaramento-loss-resposta.png", "Mascaramento da Loss"),
        ("Pipeline de SFT", "04-pipeline-sft.png", "Pipeline de Supervised Fine-Tuning (SFT)"),
        ("Avaliação de respostas", "05-avaliacao-respostas.png", "Avaliando Modelos Conversacionais"),
    ]
    assert [stage.name for stage in chapter.find("4").content.stages] == [
        "Dataset de Instruções",
        "Tokenização Estruturada",
        "Reutilização de Pesos",
        "Treino Supervisionado",
        "Modelo Alinhado",
    ]


@pytest.mark.parametrize(
    "selector", ["3", "03", "mascaramento-loss-resposta", "03-mascaramento-loss-resposta"]
)
def test_a_figure_is_found_by_number_name_or_both(selector):
    assert chapter.find(selector) is chapter.figures[2]


@pytest.mark.parametrize(
    ("selector", "message"),
    [
        (
            "mascaramento",
            "a figura “mascaramento” não existe; você quis dizer “03-mascaramento-loss-resposta”?",
        ),
        ("4-pipeline", "a figura “4-pipeline” não existe; você quis dizer “04-pipeline-sft”?"),
    ],
)
def test_an_unknown_figure_is_refused_with_the_nearest(selector, message):
    assert refusal(lambda: chapter.find(selector)) == message


def test_where_no_name_is_near_all_are_named():
    message = refusal(lambda: chapter.find("9"))
    assert message.startswith(
        "a figura “9” não existe; os nomes válidos são: “01-instruction-tuning-visao-geral”, "
    )
    assert message.count("“") == 6


def test_a_selection_keeps_the_chapters_order_and_names_none_twice():
    assert [figure.number for figure in chapter.select(["5", "1", "05"])] == [1, 5]


def test_an_empty_selection_is_the_whole_chapter():
    assert chapter.select([]) == chapter.figures


def test_one_wrong_name_in_a_selection_refuses_all_of_it():
    assert "“99”" in refusal(lambda: chapter.select(["1", "99"]))


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ((-1, "t", [figure(1, "a")]), "Chapter.number: esperado um número maior ou igual a 0, veio -1"),
        ((1, "t", []), "Chapter.figures: esperada uma lista de ao menos 1 item, veio uma lista vazia"),
        (
            (1, "t", [figure(1, "a"), figure(1, "b")]),
            "Chapter: o número de figura “1” aparece mais de uma vez",
        ),
        (
            (1, "t", [figure(1, "a"), figure(2, "a")]),
            "Chapter: o nome de figura “a” aparece mais de uma vez",
        ),
        (
            (1, " ", [figure(1, "a")]),
            "Chapter.title: esperado um texto com ao menos uma letra, veio um texto vazio",
        ),
    ],
)
def test_wrong_chapters_are_refused_word_for_word(given, message):
    assert refusal(lambda: Chapter(*given)) == message


def test_the_introduction_is_chapter_zero():
    assert Chapter(0, "Introdução", [figure(1, "a")]).number == 0


@pytest.mark.parametrize(
    ("selector", "message"),
    [
        ("2", "“2” pode ser mais de uma figura; escreva “01-2” ou “02”"),
        ("02-b", "“02-b” pode ser mais de uma figura; escreva “02” ou “03-02-b”"),
    ],
)
def test_a_selector_that_means_two_figures_is_refused_with_what_works(selector, message):
    named = Chapter(1, "Título", [figure(1, "2"), figure(2, "b"), figure(3, "02-b")])
    assert refusal(lambda: named.find(selector)) == message
    assert [named.find(each).number for each in ("01-2", "02", "03-02-b", "1", 3, " 3 ")] == [
        1,
        2,
        3,
        1,
        3,
        3,
    ]


def test_digits_alone_are_never_a_name():
    message = "a figura “2” não existe; os nomes válidos são: “01-2”"
    assert refusal(lambda: Chapter(1, "Título", [figure(1, "2")]).find("2")) == message


@pytest.mark.parametrize("selector", ["1-3", "1,3", "1..3", "1 a 3", "1 3"])
def test_a_range_is_refused_with_how_to_name_several(selector):
    assert refusal(lambda: chapter.find(selector)) == (
        f"“{selector}” não é uma figura; escreva cada uma por si, com espaços, como “1 2 3”"
    )
