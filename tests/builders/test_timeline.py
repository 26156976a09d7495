"""Moments on a line: what is said, what is refused, where the dots stand."""

from __future__ import annotations

from itertools import pairwise

import pytest
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.timeline import EXAMPLES, Moment, Timeline
from infograficos.scene.geometry import Rect
from infograficos.scene.items import Box, Ellipse, Frame, walk

A, B = Moment("2017", "a"), Moment("2018", "b")


def figure(content: Timeline) -> Figure:
    return Figure(1, "linha", "Uma linha", "O que o exemplo ensina", content)


def timeline(count: int) -> Timeline:
    moments = [Moment(f"{2017 + i}", f"Item {'abcdefghi'[i]}", "em resumo") for i in range(count)]
    return Timeline(moments, "Item b")


def test_the_examples_are_described_word_for_word():
    assert EXAMPLES["modelos"].describe() == (
        "Linha do tempo: 2017, Transformer (sem recorrência); 2018, GPT (pré-treino em texto); "
        "2020, GPT-3 (175 bilhões de pesos); 2022, ChatGPT (segue instruções). Em destaque: ChatGPT."
    )
    assert EXAMPLES["fases"].describe() == (
        "Linha do tempo: Fase 1, Pré-treino (prevê o próximo token); Fase 2, SFT (imita boas respostas); "
        "Fase 3, RLHF (segue preferências). Em destaque: SFT."
    )


def test_without_details_only_dates_and_names_are_said():
    assert Timeline([A, B], "b").describe() == "Linha do tempo: 2017, a; 2018, b. Em destaque: b."


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (
            lambda: Timeline([A], "a"),
            "Timeline.moments: esperada uma lista de ao menos 2 itens, veio uma lista com 1 item",
        ),
        (
            lambda: timeline(9),
            "Timeline.moments: esperada uma lista de no máximo 8 itens, veio uma lista com 9 itens",
        ),
        (
            lambda: Timeline([], "a"),
            "Timeline.moments: esperada uma lista de ao menos 2 itens, veio uma lista vazia",
        ),
        (lambda: Timeline("ab", "a"), 'Timeline.moments: esperada uma lista, veio "ab"'),
        (lambda: Timeline([A, "b"], "a"), 'Timeline.moments[1]: esperado um objeto Moment, veio "b"'),
        (
            lambda: Timeline([A, Moment("2018", "A ")], "a"),
            "Timeline: esperados nomes diferentes; “a” aparece duas vezes",
        ),
        (
            lambda: Timeline([A, B], "c"),
            "Timeline: o destaque “c” não é um dos momentos: “a”, “b”",
        ),
        (
            lambda: Timeline([B, A], "a"),
            "Timeline: “2018” vem antes de “2017”; dê primeiro o que aconteceu primeiro",
        ),
        (lambda: Timeline([A, B]), "Timeline.highlight: falta este valor"),
        (lambda: Moment(2017, "a"), "Moment.when: esperado um texto, veio 2017"),
        (
            lambda: Moment("", "a"),
            "Moment.when: esperado um texto com ao menos uma letra, veio um texto vazio",
        ),
        (
            lambda: Moment("2017", "x" * 41),
            "Moment.name: esperado um texto de no máximo 40 caracteres, veio um de 41",
        ),
    ],
)
def test_wrong_content_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


def test_a_role_that_the_theme_lacks_is_refused_when_it_is_drawn():
    wrong = figure(Timeline([A, B], "a", "modl"))
    assert refusal(wrong.svg).startswith("01-linha: o papel “modl” não existe; você quis dizer “model”")


def dots(frame: Frame) -> list[Rect]:
    """The filled dots, without the ring around the highlighted one."""
    found = [v for v in walk(frame) if isinstance(v.item, Ellipse) and v.item.purpose == "mark"]
    return [dot.rect for dot in found]


def line(frame: Frame) -> Rect:
    """The line on which the dots stand: the thinnest box."""
    boxes = [v.rect for v in walk(frame) if isinstance(v.item, Box)]
    return min(boxes, key=lambda rect: min(rect.width, rect.height))


@pytest.mark.parametrize("count", range(2, 6))
def test_on_the_sheet_the_dots_stand_on_the_line_at_equal_distances(count):
    drawn = figure(timeline(count)).draw()
    found = dots(drawn.frame)
    assert len(found) == count
    assert all(dot.center.y == pytest.approx(line(drawn.frame).center.y) for dot in found)
    steps = [b.center.x - a.center.x for a, b in pairwise(found)]
    assert steps == pytest.approx([steps[0]] * (count - 1))
    assert drawn.findings == ()


@pytest.mark.parametrize("count", range(4, 6))
def test_on_a_phone_the_dots_stand_below_each_other(count):
    drawn = figure(timeline(count)).draw(width=360)
    found = dots(drawn.frame)
    assert all(dot.center.x == pytest.approx(line(drawn.frame).center.x) for dot in found)
    assert [dot.y for dot in found] == sorted(dot.y for dot in found)
    assert drawn.findings == ()


HISTORY = [("1950", "Turing"), ("1958", "Perceptron"), ("1986", "Backprop"), ("2017", "Transformer")]


@pytest.mark.parametrize(("width", "axis"), [(700, "x"), (360, "y")])
def test_years_that_are_not_equally_apart_are_drawn_to_scale(width, axis):
    drawn = figure(Timeline([Moment(*each) for each in HISTORY], "Backprop")).draw(width=width)
    places = [getattr(dot.center, axis) for dot in dots(drawn.frame)]
    years = [int(when) for when, _ in HISTORY]
    scale = (places[-1] - places[0]) / (years[-1] - years[0])
    assert [b - a for a, b in pairwise(places)] == pytest.approx(
        [scale * (b - a) for a, b in pairwise(years)]
    )
    assert drawn.findings == ()


@pytest.mark.parametrize("width", [700, 360])
@pytest.mark.parametrize(
    "dates",
    [
        ["1950", "nov. 2021", "jan. 2022", "2022-02-01"],
        ["passo 0", "passo 100", "passo 10.000"],
        ["1950", "2020", "2021", "2022"],
    ],
)
def test_dots_that_would_cover_each_other_stand_side_by_side(dates, width):
    moments = [Moment(when, f"Item {'abcd'[i]}") for i, when in enumerate(dates)]
    drawn = figure(Timeline(moments, "Item b")).draw(width=width)
    found = dots(drawn.frame)
    assert len(found) == len(dates)
    assert not any(a.overlaps(b) for a, b in pairwise(found))
    assert drawn.findings == ()


def test_moments_of_one_date_share_a_dot():
    moments = [Moment("2020", "um"), Moment("2022", "dois"), Moment("2022", "três")]
    drawn = figure(Timeline(moments, "dois")).draw()
    assert len(dots(drawn.frame)) == 2
    assert drawn.findings == ()


def test_what_is_not_a_date_is_in_order_only():
    assert Timeline([A, Moment("hoje", "c"), B], "b").shares is None
    assert timeline(4).shares is None
    assert Timeline([A, B, Moment("2022", "c")], "b").shares == pytest.approx((0, 0.2, 1))


@pytest.mark.parametrize("width", [700, 360])
@pytest.mark.parametrize("count", [6, 8])
def test_more_moments_stand_below_each_other_on_every_sheet(count, width):
    drawn = figure(timeline(count)).draw(width=width)
    places = [(dot.center.x, dot.y) for dot in dots(drawn.frame)]
    assert len(places) == count
    assert len({round(x, 2) for x, _ in places}) == 1
    assert drawn.findings == ()


@pytest.mark.parametrize("width", [700, 360])
def test_only_the_highlighted_moment_has_a_ring_around_its_dot(width):
    frame = figure(EXAMPLES["fases"]).draw(width=width).frame
    rings = [v.rect for v in walk(frame) if isinstance(v.item, Ellipse) and v.item.purpose == "surface"]
    assert len(rings) == 1
    assert [rings[0].holds(dot) for dot in dots(frame)] == [False, True, False]


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_pass_the_guidelines_strictly(name):
    report = check(Chapter(number=1, title="Teste", figures=[figure(EXAMPLES[name])]))
    assert [each.finding.message for judged in report.figures for each in judged.findings] == []


@pytest.mark.parametrize("highlight", ["Primeiro", "Último"])
def test_a_ring_taller_than_the_words_beside_it_has_room(highlight):
    names = ("Primeiro", "AlexNet", "LSTM", "Redes", "ChatGPT", "Backpropagation", "Último")
    moments = [Moment(f"fase {i}", name) for i, name in enumerate(names)]
    drawn = figure(Timeline(moments, highlight, "masked")).draw(width=700)
    assert drawn.findings == ()
