"""Moments on a line: what is said, what is refused, where the dots stand."""

from __future__ import annotations

from itertools import pairwise

import pytest
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.timeline import EXAMPLES, Moment, Timeline
from infograficos.content.own_words import with_words
from infograficos.language.texts import in_language
from infograficos.scene.geometry import Rect
from infograficos.scene.items import TITLE_BLOCK, Box, Ellipse, Frame, Path, TextBlock, walk

A, B = Moment("2017", "a"), Moment("2018", "b")


def figure(content: Timeline) -> Figure:
    return Figure(1, "linha", "Uma linha", "O que o exemplo ensina", content)


def timeline(count: int) -> Timeline:
    moments = [Moment(f"{2017 + i}", f"Item {'abcdefghi'[i]}", "em resumo") for i in range(count)]
    return Timeline(moments, "Item b")


def test_the_examples_are_described_word_for_word():
    assert EXAMPLES["modelos"].describe() == (
        "Linha do tempo: 2018, GPT (117 milhões); 2019, GPT-2 (1,5 bilhão); 2020, GPT-3 (175 bilhões); "
        "2022, ChatGPT (segue instruções). Em destaque: GPT-3. Os blocos têm volumes em escala."
    )
    assert EXAMPLES["fases"].describe() == (
        "Linha do tempo: Fase 1, Pré-treino (lê de tudo); Fase 2, SFT (imita respostas); "
        "Fase 3, RLHF (segue preferências). Em destaque: SFT."
    )


@pytest.mark.parametrize("width", [700, 360])
def test_a_bracket_says_how_many_years_there_are_between_two_moments(width):
    content = EXAMPLES["67 anos"]
    texts = [
        v.item.text for v in walk(figure(content).draw(width=width).frame) if isinstance(v.item, TextBlock)
    ]
    assert "67 anos" in texts
    assert content.describe().endswith("Em destaque: Transformer. São 67 anos desde Teste de Turing.")


def test_the_verb_agrees_with_the_years():
    content = Timeline([A, B], B.name, since=A.name)
    assert content.describe().endswith(" É 1 ano desde a.")


def test_dates_that_another_language_reads_in_another_order_stand_evenly():
    dates = ("05/03/2020", "03/04/2020", "06/05/2020")
    content = Timeline([Moment(when, name) for when, name in zip(dates, "abc", strict=True)], "c")
    assert content.shares is not None
    with in_language("en"), with_words(content, {}) as english:
        assert english.shares is None


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
        (
            lambda: Timeline([A, B], "b", since="c"),
            "Timeline: o começo (since) “c” não é um dos momentos: “a”, “b”",
        ),
        (
            lambda: Timeline([A, B], "a", since="b"),
            "Timeline: entre o começo (since) e o destaque não passa um ano; dê duas datas com ano",
        ),
        (
            lambda: Timeline([A, B], "b", cut="c"),
            "Timeline: o corte (cut) “c” não é um dos momentos: “a”, “b”",
        ),
        (
            lambda: Timeline([A, B], "b", cut="b"),
            "Timeline: depois do último momento não há o que cortar; dê em “cut” um anterior",
        ),
        (
            lambda: Timeline([A, B], "b", cut="a", even=True),
            "Timeline: dê um corte (cut) ou distâncias iguais (even), e não os dois",
        ),
        (
            lambda: Timeline([A, Moment("hoje", "b")], "b", cut="a"),
            "Timeline: o corte (cut) pede datas ou números em “when” de todos os momentos, ou em “at”",
        ),
        (
            lambda: Timeline([A, Moment("depois", "b", at=3)], "b"),
            "Timeline: dê o lugar (at) de todos os momentos, ou de nenhum",
        ),
        (
            lambda: Timeline([Moment("t₁", "a", at=3), Moment("t₀", "b", at=1)], "b"),
            "Timeline: “t₁” vem antes de “t₀”; dê primeiro o que aconteceu primeiro",
        ),
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
    """The stones in the river, from the first to the last."""
    found = [v.rect for v in walk(frame) if isinstance(v.item, Ellipse)]
    return sorted(found, key=lambda rect: (rect.center.x, rect.center.y))


def river(frame: Frame) -> Rect:
    """Where the river is, without its tip."""
    rects = [
        v.rect
        for v in walk(frame)
        if isinstance(v.item, Box | Path) and v.item.fill and v.item.fill.role == "model.mid"
    ]
    return rects[-1]


@pytest.mark.parametrize("count", range(2, 6))
def test_on_the_sheet_the_stones_are_in_the_river_at_equal_distances(count):
    drawn = figure(timeline(count)).draw()
    found = dots(drawn.frame)
    assert len(found) == count
    assert all(dot.center.y == pytest.approx(river(drawn.frame).center.y) for dot in found)
    steps = [b.center.x - a.center.x for a, b in pairwise(found)]
    assert steps == pytest.approx([steps[0]] * (count - 1))
    assert drawn.findings == ()


@pytest.mark.parametrize("count", range(4, 6))
def test_on_a_phone_the_river_runs_down_past_the_stones(count):
    drawn = figure(timeline(count)).draw(width=360)
    found = dots(drawn.frame)
    assert all(dot.center.x == pytest.approx(river(drawn.frame).center.x) for dot in found)
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


@pytest.mark.parametrize(("width", "axis"), [(700, "x"), (360, "y")])
def test_amounts_of_time_are_drawn_to_scale_or_evenly_on_request(width, axis):
    moments = [
        Moment(when, name) for when, name in zip(("0 s", "1.500 ms", "2,5 s", "5 s"), "abcd", strict=True)
    ]
    for even, shares in ((False, [0.3, 0.2, 0.5]), (True, [1 / 3] * 3)):
        drawn = figure(Timeline(moments, "b", even=even)).draw(width=width)
        places = [getattr(dot.center, axis) for dot in dots(drawn.frame)]
        found = [(b - a) / (places[-1] - places[0]) for a, b in pairwise(places)]
        assert found == pytest.approx(shares, abs=0.02)


def test_places_by_number_are_to_scale_whatever_the_words_say():
    moments = [Moment("300 a.C.", "a", at=-300), Moment("ano 1", "b", at=1), Moment("1976", "c", at=1976)]
    assert Timeline(moments, "b").shares == pytest.approx((0, 301 / 2276, 1))


@pytest.mark.parametrize(("width", "axis"), [(700, "x"), (360, "y")])
def test_a_cut_line_has_a_break_and_the_rest_to_scale(width, axis):
    moments = [
        Moment(when, name) for when, name in zip(("1950", "2010", "2015", "2025"), "abcd", strict=True)
    ]
    drawn = figure(Timeline(moments, "b", cut="a")).draw(width=width)
    places = [getattr(dot.center, axis) for dot in dots(drawn.frame)]
    assert (places[3] - places[2]) / (places[2] - places[1]) == pytest.approx(2)
    breaks = [v.rect for v in walk(drawn.frame) if isinstance(v.item, Path) and is_break(v.item)]
    assert [places[0] < getattr(rect.center, axis) < places[1] for rect in breaks] == [True, True]
    assert drawn.findings == ()


def is_break(path: Path) -> bool:
    return (
        path.stroke is not None and path.stroke.paint.role == "model.mark" and path.commands[-1].verb == "L"
    )


def test_a_cut_is_said():
    assert EXAMPLES["criptografia"].describe().endswith(" De 300 a.C. a 1976 a linha está cortada.")


@pytest.mark.parametrize("width", [700, 360])
@pytest.mark.parametrize(
    "dates",
    [
        ["1950", "nov. 2021", "jan. 2022", "2022-02-01"],
        ["passo 0", "passo 100", "passo 10.000"],
        ["1950", "2020", "2021", "2022"],
    ],
)
def test_stones_that_would_cover_each_other_are_side_by_side(dates, width):
    moments = [Moment(when, f"Item {'abcd'[i]}") for i, when in enumerate(dates)]
    drawn = figure(Timeline(moments, "Item b")).draw(width=width)
    found = dots(drawn.frame)
    assert len(found) == len(dates)
    assert not any(a.overlaps(b) for a, b in pairwise(found))
    assert drawn.findings == ()


def test_moments_of_one_date_share_a_stone():
    moments = [Moment("2020", "um"), Moment("2022", "dois"), Moment("2022", "três")]
    drawn = figure(Timeline(moments, "dois")).draw()
    assert len(dots(drawn.frame)) == 2
    assert drawn.findings == ()


def test_what_is_not_a_date_is_in_order_only():
    assert Timeline([A, Moment("hoje", "c"), B], "b").shares is None
    assert timeline(4).shares is None
    assert Timeline([A, B, Moment("2022", "c")], "b").shares == pytest.approx((0, 0.2, 1))


@pytest.mark.parametrize("count", [6, 8])
def test_more_moments_have_their_words_on_both_banks(count):
    drawn = figure(timeline(count)).draw()
    middle = dots(drawn.frame)[0].center.y
    words = [v for v in walk(drawn.frame) if isinstance(v.item, TextBlock) and v.item.text.startswith("Item")]
    assert sum(visit.rect.bottom < middle for visit in words) == (count + 1) // 2
    assert sum(visit.rect.y > middle for visit in words) == count // 2
    assert drawn.findings == ()


@pytest.mark.parametrize("width", [700, 360])
def test_only_the_highlighted_moment_is_solid(width):
    frame = figure(timeline(4)).draw(width=width).frame
    visits = [v for v in walk(frame) if v.path[:1] != (TITLE_BLOCK,)]
    solid = [v.item for v in visits if isinstance(v.item, Box | Ellipse) and v.item.fill]
    kinds = [type(item).__name__ for item in solid if item.fill.role == "model.solid"]
    assert sorted(kinds) == ["Box", "Ellipse"]
    first, second, *_ = dots(frame)
    assert second.width > first.width


@pytest.mark.parametrize("name", ["GPT", "X"])
def test_the_river_ends_in_a_tip_at_the_margin_beyond_the_last_stone(name):
    frame = figure(Timeline([Moment("2018", "a"), Moment("2019", name)], "a")).draw().frame
    heads = [v.rect for v in walk(frame) if isinstance(v.item, Path) and v.item.purpose == "connector"]
    assert [head.right for head in heads] == pytest.approx([664], abs=1)
    assert heads[0].x > dots(frame)[-1].right


def test_the_blocks_have_volumes_to_scale():
    moments = [Moment("2018", "a", value=1), Moment("2019", "b", value=8), Moment("2020", "c")]
    frame = figure(Timeline(moments, "b")).draw().frame
    shades = [v.item for v in walk(frame) if isinstance(v.item, Path) and v.item.fill]
    widths = [path_width(path) for path in shades if path.fill.role == "model.mark"]
    # The first one is the river's tip.
    assert widths[2] == pytest.approx(2 * widths[1], rel=0.02)


def path_width(path: Path) -> float:
    xs = [point.x for command in path.commands for point in command.points]
    return max(xs) - min(xs)


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (lambda: Moment("2018", "a", value=0), "Moment.value: esperado um número maior que 0, veio 0"),
        (
            lambda: Moment("2018", "a", value=1, picture="chat"),
            "Moment: dê um valor (value) ou um quadro (picture), e não os dois",
        ),
    ],
)
def test_a_block_without_a_size_or_beside_a_picture_is_refused(attempt, message):
    assert refusal(attempt) == message


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


def test_days_and_months_may_be_in_the_order_of_any_language():
    words = ("04/10/2019", "05/03/2019", "12/01/2019")
    content = Timeline([Moment(when, name) for when, name in zip(words, "abc", strict=True)], "a")
    assert content.shares is None
    with in_language("en"):
        assert content.shares[1] == pytest.approx(23 / 235, abs=0.01)


def test_what_is_out_of_order_in_every_language_is_refused():
    moments = [Moment("12/01/2020", "b"), Moment("05/03/2019", "a")]
    assert refusal(lambda: Timeline(moments, "a")) == (
        "Timeline: “12/01/2020” vem antes de “05/03/2019”; dê primeiro o que aconteceu primeiro"
    )
