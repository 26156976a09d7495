"""Panels: one scale where they compare, one accent, steps in order, one description, and no panel in one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from refusals import refusal

from infograficos import Figure, check
from infograficos.builders import Bars, Code, Curves, Formula, Panels, Pipeline, Series, Stage
from infograficos.builders.panels import EXAMPLES, HEADLINES
from infograficos.scene.items import Box, Frame, Path, TextBlock, walk, words

BEFORE = Bars({"p50": 20, "p99": 400}, measure="ms", highlighted="p99")
AFTER = Bars({"p50": 5, "p99": 40}, measure="ms", highlighted="p99")
FILLS = ("model.mid", "model.solid")
STAGES = Pipeline([Stage("lê", "", "input"), Stage("grava", "", "response")])


def figure(content: object, **more) -> Figure:
    return Figure(1, "a", "Painéis", "O que se **vê** aqui", content, **more)


def drawn(content: object, width: float = 700) -> Frame:
    return figure(content).draw(width=width).frame


def inside(frame: Frame, number: int):
    return [visit for visit in walk(frame) if f"painel {number}" in visit.path]


def largest(frame: Frame, number: int) -> float:
    """Return the area of the largest bar of a panel; all are of one thickness."""
    fills = [
        visit.rect
        for visit in inside(frame, number)
        if isinstance(visit.item, Box | Path) and visit.item.fill and visit.item.fill.role in FILLS
    ]
    return max(rect.width * rect.height for rect in fills)


@pytest.mark.parametrize("name", list(EXAMPLES))
@pytest.mark.parametrize("theme", ["claro", "papel", "quadro", "noite"])
def test_the_examples_follow_all_guidelines(name, theme):
    shown = Figure(1, "a", "Painéis", HEADLINES[name], EXAMPLES[name])
    assert [each.finding.message for each in check([shown], theme=theme).figures[0].findings] == []


def test_the_examples_are_described_word_for_word():
    assert {name: example.describe() for name, example in EXAMPLES.items()} == {
        "filas": "(a) uma fila por caixa: Espera por carga, de 0 a 90: M/M/1, de 0,0 a 9,0. Em destaque: a "
        "80 %: 4,0 (carga 80). (b) fila única: Espera por carga, de 0 a 90: M/M/2, de 0,0 a 4,3. Em "
        "destaque: a 80 %: 1,8 (carga 80).",
        "spam": "(a) 1.000 e-mails: Matriz de 2 linhas (era) por 2 colunas (o filtro). Na diagonal, acertos: "
        "940 de 1000. (b) o que se mede: Barras: precisão: 0,67; revocação: 0,80; F1: 0,73. Em destaque: "
        "revocação.",
    }


def test_each_panel_has_its_letter_and_title_beside_it_or_below_each_other_on_a_phone():
    content = Panels({"antes": BEFORE, "depois": AFTER})
    for width, is_beside in ((700, True), (360, False)):
        places = {
            visit.item.text: visit.at
            for visit in walk(drawn(content, width))
            if isinstance(visit.item, TextBlock)
        }
        assert {"a", "b"} <= set(places)
        assert (places["antes"].y == places["depois"].y) is is_beside
        assert (places["antes"].x == places["depois"].x) is not is_beside


@pytest.mark.parametrize("width", [700, 360])
def test_bars_that_measure_the_same_have_one_scale(width):
    frame = drawn(Panels({"antes": BEFORE, "depois": AFTER}), width)
    # The face of a bar is a little shorter than the bar.
    assert largest(frame, 2) / largest(frame, 1) == pytest.approx(40 / 400, abs=0.03)


def test_what_is_not_compared_has_a_scale_of_its_own():
    for panels in (
        Panels({"antes": BEFORE, "depois": AFTER}, scale="own"),
        Panels({"antes": BEFORE, "depois": replace(AFTER, measure="acertos")}),
    ):
        frame = drawn(panels)
        assert largest(frame, 2) == pytest.approx(largest(frame, 1), rel=0.01)
    shared = drawn(Panels({"antes": BEFORE, "depois": replace(AFTER, measure="acertos")}, scale="shared"))
    assert largest(shared, 2) < largest(shared, 1) / 5


def test_lines_on_one_scale_have_the_same_ticks_and_planes_of_one_width():
    low, high = (
        Curves([Series(name, values, "model")]) for name, values in (("a b", [1, 2]), ("c", [9, 3, 7]))
    )
    frame = drawn(Panels({"um": low, "dois": high}))
    ticks = [[v.item.text for v in inside(frame, i) if isinstance(v.item, TextBlock)] for i in (1, 2)]
    numbers = [[text for text in texts if text.isdigit()] for texts in ticks]
    assert numbers[0] == numbers[1] != []
    rules = [
        {round(v.rect.width) for v in inside(frame, i) if isinstance(v.item, Path) and v.rect.height == 0}
        for i in (1, 2)
    ]
    assert rules[0] == rules[1] != set()


def solid(frame: Frame, number: int) -> bool:
    fills = [v.item.fill for v in inside(frame, number) if isinstance(v.item, Box | Path)]
    return any(fill and fill.role.endswith(".solid") for fill in fills)


def test_one_panel_keeps_its_accent_the_last_unless_another_is_in_focus():
    frame = drawn(Panels({"antes": BEFORE, "depois": AFTER}))
    assert (solid(frame, 1), solid(frame, 2)) == (False, True)
    frame = drawn(Panels({"antes": BEFORE, "depois": AFTER}, focus="antes"))
    assert (solid(frame, 1), solid(frame, 2)) == (True, False)
    plain = replace(AFTER, highlighted=None)
    frame = drawn(Panels({"antes": BEFORE, "depois": plain}))
    assert (solid(frame, 1), solid(frame, 2)) == (True, False)


def test_roles_of_two_panels_are_one_accent_for_check():
    panels = Panels({"antes": replace(BEFORE, role="alert"), "depois": replace(AFTER, role="response")})
    assert [each.finding.message for each in check([figure(panels)]).figures[0].findings] == []


def test_the_steps_of_a_panel_come_after_those_of_the_one_before():
    steps = figure(Panels({"antes": STAGES, "depois": STAGES, "ms": AFTER})).steps(width=360)
    shown = [words(step.frame) for step in steps]
    assert len(shown) == 5
    assert [text.count("grava") for text in shown] == [0, 1, 1, 2, 2]
    assert ["p99" in text for text in shown] == [False] * 4 + [True]
    # No arrow of the second panel is drawn before what it joins, which has the names of the first one's.
    arrows = [
        sum(isinstance(v.item, Path) and bool(v.item.joins) for v in inside(step.frame, 2)) for step in steps
    ]
    assert arrows[:3] == [0, 0, 0]
    assert arrows[3] > 0


def test_check_sees_what_is_wrong_inside_a_panel():
    code = Code("\n".join(f"print({i})" for i in range(8)), "python")
    (report,) = check([figure(Panels({"antes": code, "depois": code}))]).figures
    assert any("linhas de código" in each.finding.message for each in report.findings)


def test_a_description_has_room_for_every_panel():
    long = {f"painel {i}": replace(BEFORE, measure="o tempo de resposta de cada um") for i in range(4)}
    alt = figure(Panels(long)).alt
    assert len(alt) <= 250
    assert all(f"({letter}) painel {i}: Barras" in alt for i, letter in enumerate("abcd"))
    # What a short one leaves goes to the long one.
    short = Panels({"um": STAGES, "dois": Bars({"a": 1})}).describe()
    assert short.endswith("(b) dois: Barras: a: 1.")


def test_words_of_a_kind_can_be_changed_in_its_panel():
    curves = Curves([Series("treino", [3, 1], "model")], lowest="treino")
    changed = figure(Panels({"um": curves, "dois": AFTER}), words={"lowest": "mínimo: {point}"})
    assert "mínimo: 1" in words(changed.draw().frame)
    assert "words: em Panels, a palavra" in refusal(
        lambda: figure(Panels({"a": AFTER, "b": BEFORE}), words={"x": "y"})
    )


def test_the_headline_has_the_colour_of_the_panel_in_focus():
    curves = Curves([Series("treino", [3, 1], "input")])
    assert Panels({"um": curves, "dois": AFTER}).focal_role == "model"


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (
            lambda: Panels({"um": AFTER, "dois": Panels({"a": AFTER, "b": BEFORE})}),
            "Panels: “dois” tem painéis dentro; um painel mostra um só conteúdo de outro tipo",
        ),
        (
            lambda: Panels({"um": AFTER, "dois": Formula("x", picture=Panels({"a": AFTER, "b": BEFORE}))}),
            "Panels: “dois” tem painéis dentro; um painel mostra um só conteúdo de outro tipo",
        ),
        (lambda: Panels({"um": AFTER}), "Panels.panels: "),
        (
            lambda: Panels([AFTER, BEFORE]),
            "Panels.panels: esperado um dicionário de títulos e conteúdos, como {“A”: Bars(…), “B”: Bars(…)}",
        ),
        (
            lambda: Panels({"um": AFTER, "dois": "texto"}),
            "esperado um conteúdo que saiba se desenhar, como Pipeline([…]), veio str",
        ),
        (
            lambda: Panels([("um", AFTER), ("um", BEFORE)]),
            "Panels: o painel “um” aparece mais de uma vez",
        ),
        (
            lambda: Panels({"antes": AFTER, "dois": BEFORE}, focus="ante"),
            "Panels: o painel “ante” não existe; você quis dizer “antes”?",
        ),
        (
            lambda: Panels({"um": AFTER, "dois": STAGES}, scale="shared"),
            "Panels: “shared” pede ao menos dois gráficos de um mesmo tipo, como Bars ou Curves; "
            "deixe “scale” de fora",
        ),
        (lambda: Panels({"um": AFTER, "dois": BEFORE}, scale="mesma"), "Panels.scale: "),
    ],
)
def test_bad_panels_are_refused(make, told):
    assert told in refusal(make)
