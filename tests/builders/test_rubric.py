"""Answers, criteria and a metric: what is said, what is refused, which answer is the better one."""

from __future__ import annotations

from operator import le

import pytest
from blocks import caps
from refusals import refusal
from samples import drawing

from infograficos.builders.rubric import EXAMPLES, Answer, Rubric
from infograficos.chapter_07 import evaluation
from infograficos.figure import Figure
from infograficos.scene.items import Box, Frame, walk, words


def answer(name: str = "a", scores: tuple[int, ...] = (1,), metric: float = 1.0) -> Answer:
    return Answer(name, "texto", list(scores), metric)


def test_the_chapters_rubric_is_described_word_for_word():
    assert evaluation.content.describe() == (
        "Notas de 0 a 5. Resposta A (“Campo vetorial conservativo.”): segue instruções 1, coerente 5, útil 1"
        "; resposta B (“A Terra puxa as coisas.”): segue instruções 5, coerente 5, útil 5. "
        "Perplexidade: 8,1 e 8,0."
    )


def test_the_example_is_described_word_for_word():
    assert EXAMPLES["resumo"].describe() == (
        "Notas de 0 a 5. Modelo 1 (“Remédio perigoso.”): fiel 0, clara 5; modelo 2 (“Remédio seguro.”): "
        "fiel 5, clara 5. ROUGE-L: 0,50 e 0,50."
    )


def test_the_better_answer_of_the_example_wins_although_the_metric_is_the_same():
    first, second = EXAMPLES["resumo"].answers
    assert all(map(le, first.scores, second.scores))
    assert first.metric == second.metric


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (
            lambda: Rubric("r", ["c", "d"], (answer("A", (1, 2, 3)), answer("B", (1, 2)))),
            "Rubric: “A” tem 3 notas para 2 critérios",
        ),
        (
            lambda: Rubric("r", ["c"], (answer("A"), answer("B", (6,)))),
            "Rubric: “B” tem nota 6; a maior é 5",
        ),
        (
            lambda: Rubric("r", ["c"], (answer(), answer()), highest=8),
            "Rubric.highest: esperado um número menor ou igual a 7, veio 8",
        ),
        (
            lambda: Rubric("r", ["c"], (answer(), answer()), places=9),
            "Rubric.places: esperado um número menor ou igual a 4, veio 9",
        ),
        (
            lambda: Rubric("r", ["c"], (answer(), answer()), hightest=5),
            "Rubric.hightest não existe; você quis dizer “highest”?",
        ),
        (lambda: answer(metric=float("nan")), "Answer.metric: esperado um número finito, veio NaN"),
        (lambda: answer(scores=(-1,)), "Answer.scores[0]: esperado um número maior ou igual a 0, veio -1"),
        (
            lambda: Answer("a", "t", [1.5], 1.0),
            "Answer.scores[0]: esperado um número inteiro, veio 1.5",
        ),
        (
            lambda: Rubric(" ", ["c"], (answer(), answer())),
            "Rubric.request: esperado um texto com ao menos uma letra, veio um texto vazio",
        ),
    ],
)
def test_wrong_content_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


@pytest.mark.parametrize(
    ("first", "second", "sign"),
    [
        (8.1, 8.0, "≈"),
        (8.0, 8.1, "≈"),
        (0.41, 0.62, "<"),
        (9.0, 8.0, ">"),
        (1.0, 1.0, "="),
        (0.0, 0.0, "="),
        (100.0, 95.0, "≈"),
        (100.0, 94.9, ">"),
        (-2.0, -1.0, "<"),
    ],
)
def test_metrics_that_differ_by_less_than_a_twentieth_are_alike(first, second, sign):
    rubric = Rubric("r", ["c"], (answer(metric=first), answer("b", metric=second)))
    assert rubric.relation == sign
    assert sign in words(Figure(1, "a", "t", "h", rubric).draw().frame).split()


@pytest.mark.parametrize(("scores", "best"), [(((5, 5), (5, 4)), "A"), (((4, 1), (2, 5)), "B")])
def test_the_answer_with_the_highest_scores_is_the_best(scores, best):
    rubric = Rubric("r", ["c", "d"], (answer("A", scores[0]), answer("B", scores[1])))
    assert rubric.best.name == best


@pytest.mark.parametrize("width", [700, 360])
def test_every_score_is_drawn_as_so_many_caps(width):
    found = [cap.item.fill.role for cap in caps(drawing(evaluation.full_name, width=width).frame)]
    assert found.count("masked.body") == 1 + 5 + 1
    assert found.count("response.body") == 5 + 5 + 5


@pytest.mark.parametrize("width", [700, 360])
def test_only_the_name_of_the_better_answer_is_solid(width):
    frame = drawing(evaluation.full_name, width=width).frame
    surfaces = [
        visit.item.fill.role for visit in walk(frame) if isinstance(visit.item, Box) and visit.item.fill
    ]
    assert [role for role in surfaces if role.endswith(".solid") and role != "model.solid"] == [
        "response.solid"
    ]


@pytest.mark.parametrize(
    ("first", "second", "tilt"),
    [
        (8.1, 8.0, 0.0),
        (8.0, 10.0, 0.4),
        (10.0, 8.0, -0.4),
        (1.0, 2.0, 1.0),
        (9.0, 1.0, -1.0),
        (-1.0, 2.0, 1.0),
    ],
)
def test_the_balance_leans_to_the_higher_metric_by_the_relative_difference(first, second, tilt):
    content = Rubric("r", ["c"], (answer(metric=first), answer("b", metric=second)))
    assert content.tilt == pytest.approx(tilt)
    frame = Figure(1, "a", "t", "h", content).draw().frame
    pans = [v.rect for v in walk(frame) if isinstance(v.item, Frame) and v.item.name in ("a", "b")]
    assert (pans[1].y > pans[0].y, pans[1].y < pans[0].y) == (tilt > 0, tilt < 0)


def test_two_even_answers_are_both_the_best():
    content = Rubric("r", ["x"], (answer("a", (3,)), answer("b", (3,))))
    faces = {cap.item.fill.role for cap in caps(Figure(1, "a", "t", "h", content).draw().frame)}
    assert faces == {"response.soft", "response.body"}


def test_eight_criteria_are_refused():
    message = "Rubric.criteria: esperada uma lista de no máximo 7 itens, veio uma lista com 8 itens"
    even = (answer("a", (1,) * 8), answer("b", (1,) * 8))
    assert refusal(lambda: Rubric("r", list("abcdefgh"), even)) == message
