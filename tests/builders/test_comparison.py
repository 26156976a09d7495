"""Two behaviours: what is said about them, what is refused, how they are arranged."""

from __future__ import annotations

import pytest
from refusals import refusal
from samples import drawing

from infograficos.builders.comparison import EXAMPLES, Behaviour, Comparison
from infograficos.chapter_07 import overview
from infograficos.figure import Figure
from infograficos.scene.items import Box, Frame, walk, words

SIDE = Behaviour("A", "faz", ["x"])


def test_the_chapters_comparison_is_described_word_for_word():
    assert overview.content.describe() == (
        "Pedido: “Capital da França?” "
        "Modelo base (completa o texto): “Capital da Itália? · Capital do Peru? · Capital do…” "
        "Modelo alinhado (segue a instrução): “Paris.” "
        "Entre os dois: instruction tuning (instrução e resposta)."
    )


def test_the_example_is_described_word_for_word():
    assert EXAMPLES["temperatura"].describe() == (
        "Contexto: “Era uma vez”. Temperatura 0,2 (escolhe o provável): “um rei (3 vezes)”. "
        "Temperatura 1,0 (arrisca mais): “um robô!” Entre os dois: softmax mais plana (logits e ÷ 1,0)."
    )


def test_marks_of_emphasis_are_not_read_aloud():
    side = Behaviour("**A**", "`faz`", ["**x**"])
    comparison = Comparison("**p**", side, side, "`b`", ("c", "d"))
    assert comparison.describe() == "Pedido: “p”. A (faz): “x”. A (faz): “x”. Entre os dois: b (c e d)."


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (
            lambda: Behaviour("A", "faz", []),
            "Behaviour.outcome: esperada uma lista de ao menos 1 item, veio uma lista vazia",
        ),
        (
            lambda: Behaviour("A", "  ", ["x"]),
            "Behaviour.does: esperado um texto com ao menos uma letra, veio um texto vazio",
        ),
        (lambda: Behaviour("A", 3, ["x"]), "Behaviour.does: esperado um texto, veio 3"),
        (
            lambda: Behaviour("A", "faz", outcomes=["x"]),
            "Behaviour.outcome: falta este valor\n"
            "Behaviour.outcomes não existe; você quis dizer “outcome” ou “does”?",
        ),
        (
            lambda: Behaviour("A", "faz", ["x"], foo=1),
            "Behaviour.foo não existe; os nomes válidos são: “name”, “does”, “outcome”",
        ),
        (
            lambda: Comparison("p", SIDE, SIDE, "ponte", ("a", "b", "c")),
            "Comparison.made_of: esperada uma lista de no máximo 2 itens, veio uma lista com 3 itens",
        ),
        (
            lambda: Comparison("p", SIDE, SIDE, "ponte", "ab"),
            'Comparison.made_of: esperada uma lista, veio "ab"',
        ),
        (
            lambda: Comparison("p\x07", SIDE, SIDE, "ponte", ("a", "b")),
            "Comparison.request: o texto tem um caractere de controle (U+0007); apague-o",
        ),
    ],
)
def test_wrong_content_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


def test_a_side_that_is_no_behaviour_is_refused_with_the_name_of_what_was_expected():
    message = refusal(lambda: Comparison("p", "lado", SIDE, "ponte", ("a", "b")))
    assert message == 'Comparison.before: esperado um objeto Behaviour, veio "lado"'


def test_a_text_where_a_list_belongs_is_refused_as_no_list():
    message = refusal(lambda: Behaviour("A", "faz", "texto"))
    assert message == 'Behaviour.outcome: esperada uma lista, veio "texto"'


def named(frame: Frame) -> dict[str, tuple[float, float, float]]:
    found = {}
    for visit in walk(frame):
        if isinstance(visit.item, Frame) and visit.item.name:
            found[visit.item.name] = (visit.rect.x, visit.rect.y, visit.rect.width)
    return found


def test_the_sides_are_equally_wide_and_level_with_the_bridge_between_them():
    places = named(drawing(overview.full_name).frame)
    (left, left_y, left_width), (right, right_y, right_width) = (
        places["Modelo base"],
        places["Modelo alinhado"],
    )
    assert (left_y, left_width) == (right_y, pytest.approx(right_width, abs=0.01))
    assert left + left_width < places["ponte"][0]
    assert places["ponte"][0] + places["ponte"][2] < right


def test_on_a_phone_the_sides_stand_below_each_other():
    places = named(drawing(overview.full_name, width=360).frame)
    assert places["antes"][0] == places["depois"][0]
    assert places["antes"][1] < places["ponte"][1] < places["depois"][1]


def test_both_sides_are_asked_the_same():
    assert words(drawing(overview.full_name).frame).count("Capital da França?") == 2


def test_a_context_has_the_colours_of_what_goes_in():
    def roles(content: Comparison) -> set[str]:
        boxes = (visit.item for visit in walk(Figure(1, "a", "t", "h", content).draw().frame))
        return {box.fill.role for box in boxes if isinstance(box, Box) and box.fill}

    asked = Comparison("p", SIDE, SIDE, "b", ("c", "d"))
    assert "instruction.soft" in roles(asked)
    assert "input.soft" in roles(EXAMPLES["temperatura"])
    assert "instruction.soft" not in roles(EXAMPLES["temperatura"])


TEXTS = ["independência", "inova e otimiza", "entende falhas"]


@pytest.mark.parametrize("outcome", [TEXTS[:1], TEXTS, ["várias palavras que não cabem"]])
def test_on_a_wide_sheet_the_sides_are_always_beside_each_other(outcome):
    content = Comparison(
        "Um LLM", SIDE, Behaviour("Saber construir", "sistema aberto", outcome), "fundamentos"
    )
    drawn = Figure(1, "a", "t", "Uma frase de teste", content).draw()
    places = named(drawn.frame)
    assert places["A"][1] == places["Saber construir"][1]
    assert drawn.findings == ()


def test_on_a_phone_a_long_outcome_is_set_smaller():
    content = Comparison("Um LLM", SIDE, Behaviour("Saber construir", "sistema aberto", TEXTS))
    assert Figure(1, "a", "t", "Uma frase de teste", content).draw(width=360).findings == ()


@pytest.mark.parametrize("width", [700, 360])
@pytest.mark.parametrize(
    ("bridge", "made_of", "words"),
    [
        ("", (), ""),
        ("b", (), " Entre os dois: b."),
        ("b", ("c",), " Entre os dois: b (c)."),
        ("", ("c", "d"), " Entre os dois: c e d."),
    ],
)
def test_a_bridge_has_up_to_two_parts_and_may_be_missing(bridge, made_of, words, width):
    content = Comparison("p", SIDE, Behaviour("B", "faz", ["y"]), bridge, made_of)
    frame = Figure(1, "a", "t", "h", content).draw(width=width).frame
    assert ("ponte" in named(frame)) == bool(words)
    assert content.describe() == f"Pedido: “p”. A (faz): “x”. B (faz): “y”.{words}"
