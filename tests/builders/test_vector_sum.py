"""Vectors that add up: the sum is computed, and what is written can be checked by hand."""

from __future__ import annotations

import re
from math import fsum

import pytest
from blocks import caps
from hypothesis import given, settings
from hypothesis import strategies as st
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.vector_sum import EXAMPLES, Summand, VectorSum
from infograficos.scene.geometry import Rect
from infograficos.scene.items import TextBlock, walk


def figure(content: VectorSum) -> Figure:
    return Figure(1, "soma", "Uma soma", "O que o exemplo ensina", content)


def texts(content: VectorSum, width: float = 700) -> list[str]:
    frame = figure(content).draw(width=width).frame
    return [v.item.text.replace("\u00a0", " ") for v in walk(frame) if isinstance(v.item, TextBlock)]


def numbers(found: list[str]) -> list[float]:
    """What is written in the cells, in reading order."""
    written = [text for text in found if re.fullmatch(r"−?\d+,\d+", text)]
    return [float(text.replace("−", "-").replace(",", ".")) for text in written]


def test_the_examples_are_described_word_for_word():
    assert EXAMPLES["token e posição"].describe() == (
        "entrada = token “gato” [0,4; −0,2; 0,7; 0,1] + posição 3 [0,1; 0,3; −0,2; 0,5], "
        "vetores de 4 números. Resultado: [0,5; 0,1; 0,5; 0,6]."
    )
    assert EXAMPLES["média da atenção"].describe() == (
        "saída = 0,1 × V de “o” [1,0; 0,2; −0,4] + 0,7 × V de “gato” [0,6; −0,5; 0,8] + 0,2 × V de “dorme” "
        "[−0,3; 0,9; 0,1], vetores de 3 números. "
        "Resultado: [0,46; −0,15; 0,54]."
    )
    assert EXAMPLES["768 dimensões"].describe() == (
        "entrada = token [−0,90; −0,04; 0,34; 0,23; …] + posição [−0,20; 0,05; −0,07; −0,15; …], "
        "vetores de 768 números. Resultado: [−1,10; 0,01; 0,27; 0,08; …]."
    )


def test_a_weighted_sum_is_computed():
    assert EXAMPLES["média da atenção"].values == pytest.approx((0.46, -0.15, 0.54))


ANY = st.lists(st.integers(-50000, 50000).map(lambda number: number / 1000), min_size=3, max_size=3)


@settings(max_examples=40, deadline=None)
@given(ANY, ANY)
def test_whatever_the_vectors_the_written_numbers_add_up(first, second):
    content = VectorSum([Summand("a", first, "input"), Summand("b", second, "model")], "soma")
    found = numbers(texts(content))
    if "arredondados" in content.describe():
        return
    assert len(found) == 9
    for i in range(3):
        assert found[3 * i] + found[3 * i + 1] == pytest.approx(found[3 * i + 2], abs=1e-9)


def test_a_long_vector_is_cut_and_its_positions_are_written():
    found = texts(EXAMPLES["768 dimensões"])
    assert found.count("⋮") == 1
    assert found.count("…") == 3
    assert [text for text in found if text.isdigit() and text != "1"][-4:] == ["2", "3", "4", "768"]
    assert "768" in texts(EXAMPLES["768 dimensões"], 360)


def rects(content: VectorSum, width: float) -> dict[str, Rect]:
    """Where the vectors' names and numbers are."""
    visits = walk(figure(content).draw(width=width).frame)
    return {v.item.text: v.rect for v in visits if isinstance(v.item, TextBlock)}


@pytest.mark.parametrize("width", [700, 360])
def test_numbers_of_one_position_are_level_below_their_vectors_names(width):
    content = VectorSum([Summand("a", [0.1, 0.2], "input"), Summand("b", [0.3, 0.5], "model")], "c")
    found = rects(content, width)
    assert found["0,1"].center.y == pytest.approx(found["0,3"].center.y)
    assert found["0,3"].center.y == pytest.approx(found["0,4"].center.y)
    assert found["a"].center.x == pytest.approx(found["0,1"].center.x)
    assert found["c"].center.x == pytest.approx(found["0,7"].center.x)


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("width", [700, 360])
def test_one_number_of_the_sum_is_solid_the_largest(name, width):
    content = EXAMPLES[name]
    faces = [v for v in caps(figure(content).draw(width=width).frame) if v.item.fill.role == "response.solid"]
    assert len(faces) == 1
    number = next(t for t, r in rects(content, width).items() if faces[0].rect.holds(r))
    shown = numbers([number])[0]
    assert shown in [round(value, 2) for value in content.values]
    assert name == "768 dimensões" or shown == pytest.approx(max(content.values))


def test_weights_and_operators_are_written_in_reading_order():
    found = texts(EXAMPLES["média da atenção"], 360)
    lines = [text.replace("\u00a0", " ") for text in found if "×" in text or text in ("+", "=")]
    assert sorted(lines) == ["+ 0,2 ×", "+ 0,7 ×", "0,1 ×", "="]


def test_on_a_wide_sheet_each_row_as_it_is_printed_is_right():
    found = [text.replace("\u00a0", " ") for text in texts(EXAMPLES["média da atenção"], 700)]
    products = [text.replace("−", "-").replace(",", ".").split(" × ") for text in found if "×" in text]
    assert len(products) == 9
    assert fsum(float(a) * float(b) for a, b in products) == pytest.approx(
        fsum(EXAMPLES["média da atenção"].values)
    )


def test_the_tone_of_a_number_is_that_of_what_it_adds():
    frame = figure(EXAMPLES["média da atenção"]).draw(width=700).frame
    faces = {v.item.fill.role for v in caps(frame) if v.item.fill.role.startswith("input.")}
    assert faces <= {"input.soft", "input.tint"}


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (
            lambda: VectorSum([Summand("a", [1.0], "model"), Summand("b", [1.0, 2.0], "input")], "c"),
            "VectorSum: só se somam vetores do mesmo tamanho; “a” tem 1 e “b” tem 2",
        ),
        (
            lambda: VectorSum([Summand("a", [1.0], "model"), Summand("A", [2.0], "input")], "c"),
            "VectorSum: cada vetor tem um nome só seu; “a” aparece duas vezes",
        ),
        (
            lambda: VectorSum([Summand("a", [1.0], "model", 0.5), Summand("b", [2.0], "input")], "c"),
            "VectorSum: dê weight a todos os vetores, ou a nenhum",
        ),
        (
            lambda: VectorSum([Summand("a", [9000.0], "model"), Summand("b", [9000.0], "input")], "c"),
            "VectorSum: a soma tem um número maior que 9.999, que não cabe em uma célula",
        ),
        (
            lambda: Summand("a", [1e5], "model"),
            "Summand: “a” tem um número maior que 9.999, que não cabe em uma célula",
        ),
        (
            lambda: Summand("a", [], "model"),
            "Summand.values: esperada uma lista de ao menos 1 item, veio uma lista vazia",
        ),
        (
            lambda: Summand("a", [float("inf")], "model"),
            "Summand.values[0]: esperado um número finito, veio ∞",
        ),
    ],
)
def test_wrong_content_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


@pytest.mark.parametrize("variant", ["light", "dark"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_pass_the_guidelines_strictly(name, variant):
    chapter = Chapter(number=1, title="Teste", figures=[figure(EXAMPLES[name])])
    assert [f.finding.message for judged in check(chapter).figures for f in judged.findings] == []
    assert figure(EXAMPLES[name]).draw(variant=variant, width=360).findings == ()
