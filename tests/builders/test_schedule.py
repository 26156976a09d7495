"""Tasks on an axis of time: when they start, what is refused, and where bars and words are."""

from __future__ import annotations

import pytest
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders import VerticalLine
from infograficos.builders.schedule import EXAMPLES, Schedule, Task
from infograficos.scene.items import Box, TextBlock, walk


def figure(content: Schedule) -> Figure:
    return Figure(1, "tarefas", "Tarefas", "O que espera por quê", content)


def texts(content: Schedule, width: float = 700) -> list[str]:
    found = walk(figure(content).draw(width=width).frame)
    return [visit.item.text for visit in found if isinstance(visit.item, TextBlock)]


def bars(content: Schedule, role: str, width: float = 700):
    """The rectangles of the faces of bars in the middle tone of a role, from left to right."""
    visits = walk(figure(content).draw(width=width).frame)
    found = [
        visit.rect
        for visit in visits
        if isinstance(visit.item, Box) and visit.item.fill and visit.item.fill.role == f"{role}.mid"
    ]
    return sorted(found, key=lambda rect: (rect.x, rect.y))


def test_a_task_without_a_start_begins_when_the_last_of_those_before_it_ends():
    content = Schedule([Task("a", 0, 2), Task("b", 0, 5), Task("c", duration=1, after=["a", "b"])])
    assert content.describe() == "De 0 a 6. A (0–2); b (0–5); c (5–6, depois de a e b)."


def test_bars_are_as_long_as_their_tasks_and_begin_where_these_do():
    content = Schedule([Task("a", 0, 2), Task("b", 2, 6, role="response")], unit="h")
    (first,), (second,) = bars(content, "model"), bars(content, "response")
    # Two units of air and a border at both sides are in no face.
    assert (second.width + 5) / (first.width + 5) == pytest.approx(3)
    assert second.x - first.right == pytest.approx(5)


def test_tasks_of_a_lane_share_its_row_and_those_of_one_name_its_colour():
    content = Schedule([Task("P1", 0, 2, "CPU"), Task("P2", 2, 2, "CPU"), Task("P1", 4, 2, "CPU")])
    first, third = bars(content, "category1")
    (second,) = bars(content, "category2")
    assert first.y == second.y == third.y
    assert texts(content).count("CPU") == 1


def test_what_a_lane_says_in_numbers_the_legend_names():
    content = Schedule([Task("ida", 0, 1, "GPU", detail="1"), Task("volta", 1, 2, "GPU", detail="2")])
    assert {"1", "2", "ida", "volta"} <= set(texts(content))


def test_a_gap_is_named_and_its_share_of_the_time_is_said():
    content = Schedule([Task("x", 0, 3, "A"), Task("y", 3, 1, "A"), Task("z", 0, 2, "B")], idle="parada")
    assert "parada" in texts(content)
    assert content.describe().endswith("Parada: 25\u00a0% do tempo.")


def test_labels_are_beside_their_rows_and_long_ones_above_them_on_a_phone():
    content = Schedule([Task("ler o arquivo inteiro", 0, 2), Task("treinar", 2, 2)])
    for width, is_above in ((700, False), (360, True)):
        visits = walk(figure(content).draw(width=width).frame)
        label = next(
            v.rect for v in visits if isinstance(v.item, TextBlock) and v.item.text == "ler o arquivo inteiro"
        )
        assert (label.bottom < bars(content, "model", width)[0].y) == is_above


def test_periods_stand_in_place_of_numbers():
    content = Schedule([Task("a", 0, 1), Task("b", 1, 1)], periods=["jan", "fev", "mar"])
    assert [text for text in texts(content) if text in ("jan", "fev", "mar")] == ["jan", "fev", "mar"]


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (
            lambda: Schedule([Task("coleta"), Task("treino", after=["coletas"])]),
            "Schedule: a tarefa “coletas” não existe; você quis dizer “coleta”?",
        ),
        (
            lambda: Schedule([Task("a", after=["b"]), Task("b", after=["a"])]),
            "Schedule: as tarefas esperam umas pelas outras: a → b → a",
        ),
        (
            lambda: Schedule([Task("a", 0, 3), Task("b", 2, 1, after=["a"])]),
            "Schedule: “b” começa em 2, antes de “a” acabar, em 3",
        ),
        (
            lambda: Schedule([Task("P1", 0, 3, "CPU"), Task("P2", 2, 2, "CPU")]),
            "Schedule: na fila “CPU”, “P1” e “P2” se sobrepõem em 2",
        ),
        (lambda: Task("a", 0, 0), "Task: a tarefa “a” deve durar mais que 0; veio 0"),
        (lambda: Schedule([Task("a"), Task("a", 1)]), "Schedule: duas filas têm o nome “a”"),
        (
            lambda: Schedule([Task("a", group="G"), Task("b")]),
            "Schedule: dê um grupo a todas as tarefas, ou a nenhuma; falta o de “b”",
        ),
        (
            lambda: Schedule([Task("x", 0, 1, "A", group="G"), Task("y", 1, 1, "A", group="H")]),
            "Schedule: a fila “A” está em dois grupos",
        ),
        (
            lambda: Schedule([Task(f"t{i}") for i in range(13)]),
            "Schedule: são 13 filas, e um cronograma mostra até 12; divida-o em dois",
        ),
        (
            lambda: Schedule([Task("a", 0, 3)], periods=["jan", "fev"]),
            "Schedule: o tempo vai de 0 a 3, e periods tem nomes para o de 0 a 2",
        ),
        (
            lambda: Schedule([Task("teste")], highlight="testes"),
            "Schedule: a tarefa “testes” não existe; você quis dizer “teste”?",
        ),
    ],
)
def test_a_schedule_that_cannot_be_kept_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


def test_a_mark_is_said_with_its_time():
    content = Schedule([Task("a", 0, 4)], unit="dias", marks=[VerticalLine(1, "hoje")])
    assert content.describe() == "De 0 a 4\u00a0dias. A (0–4). Hoje: 1\u00a0dias."


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_pass_the_guidelines_strictly(name):
    report = check(Chapter(number=1, title="Teste", figures=[figure(EXAMPLES[name])]))
    assert [each.finding.message for judged in report.figures for each in judged.findings] == []
