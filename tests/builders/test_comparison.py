"""Two behaviours: what is said about them, what is refused, how they are arranged."""

from __future__ import annotations

import pytest
from refusals import refusal
from samples import drawing

from infograficos.builders.comparison import EXAMPLES, Behaviour, Comparison
from infograficos.chapter_07 import overview
from infograficos.figure import Figure
from infograficos.scene.items import Box, Frame, Path, TextBlock, walk, words

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
        "Contexto: “Era uma vez”. Temperatura 0,2 (três sorteios): “um rei (3 vezes)”. "
        "Temperatura 1,0 (três sorteios): “um rei · uma avó · um robô!”"
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


def test_the_request_is_beside_both_sides_with_an_arrow_to_each():
    frame = drawing(overview.full_name).frame
    places = named(frame)
    before, after = places["antes"], places["depois"]
    assert (before[0], before[2]) == (after[0], pytest.approx(after[2], abs=0.01))
    assert places["pedido"][0] + places["pedido"][2] < before[0]
    assert before[1] < places["pedido"][1] < after[1]
    arrows = {each.item.joins for each in walk(frame) if isinstance(each.item, Path) and each.item.joins}
    assert {"pedido", "antes", "depois"} <= {name for joins in arrows for name in joins}


def test_on_a_phone_the_sides_stand_below_each_other():
    places = named(drawing(overview.full_name, width=360).frame)
    assert places["antes"][0] == places["depois"][0]
    assert places["antes"][1] < places["ponte"][1] < places["depois"][1]


@pytest.mark.parametrize("width", [700, 360])
def test_both_sides_are_asked_the_same_once(width):
    assert words(drawing(overview.full_name, width=width).frame).count("Capital da França?") == 1


def test_an_answer_that_never_ends_runs_off_the_sheet_line_by_line():
    def starts(content: Comparison) -> list[float]:
        visits = walk(Figure(1, "a", "t", "Uma frase de teste", content).draw().frame)
        texts = [each for each in visits if isinstance(each.item, TextBlock)]
        return [round(each.rect.x) for each in texts if each.item.text in ("um", "dois", "três…", "três")]

    first, second, third = starts(Comparison("p", Behaviour("A", "faz", ["um", "dois", "três…"]), SIDE))
    assert first < second < third
    assert len(set(starts(Comparison("p", Behaviour("A", "faz", ["um", "dois", "três"]), SIDE)))) == 1


def test_the_answer_to_remember_is_the_solid_one():
    fills = {
        visit.item.fill.role
        for visit in walk(drawing(overview.full_name).frame)
        if isinstance(visit.item, Box | Path) and visit.item.fill and visit.item.fill.role.endswith(".solid")
    }
    # The number of the figure stands on a plate of its own.
    assert fills == {"response.solid", "model.solid"}


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
def test_on_a_wide_sheet_a_long_outcome_is_beside_the_model(outcome):
    content = Comparison(
        "Um LLM", SIDE, Behaviour("Saber construir", "sistema aberto", outcome), "fundamentos"
    )
    drawn = Figure(1, "a", "t", "Uma frase de teste", content).draw()
    places = named(drawn.frame)
    assert places["antes"][1] < places["pedido"][1] < places["depois"][1]
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
