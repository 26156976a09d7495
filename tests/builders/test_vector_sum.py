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
from infograficos.scene.items import Box, Frame, Path, PathCommand, TextBlock, walk


def figure(content: VectorSum) -> Figure:
    return Figure(1, "soma", "Uma soma", "O que o exemplo ensina", content)


def texts(content: VectorSum, width: float = 700) -> list[str]:
    frame = figure(content).draw(width=width).frame
    return [v.item.text.replace("\u00a0", " ") for v in walk(frame) if isinstance(v.item, TextBlock)]


def numbers(found: list[str]) -> list[float]:
    """What is written in the cells, in reading order."""
    written = [text for text in found if re.fullmatch(r"−?\d+,\d+", text)]
    return [float(text.replace("−", "-").replace(",", ".")) for text in written]


WEIGHTED = VectorSum(
    [
        Summand("V de “o”", [1.0, 0.2, -0.4], "input", 0.1),
        Summand("V de “gato”", [0.6, -0.5, 0.8], "model", 0.7),
        Summand("V de “dorme”", [-0.3, 0.9, 0.1], "instruction", -0.2),
    ],
    "saída",
    "response",
)


def test_the_examples_are_described_word_for_word():
    assert EXAMPLES["token e posição"].describe() == (
        "entrada = “gato” [0,9; −0,2; 0,1] + posição 1 [0,0; 0,1; 0,8], "
        "vetores de 3 números. Resultado: [0,9; −0,1; 0,9]."
    )
    assert EXAMPLES["média da atenção"].describe() == (
        "saída = 0,05 × V(o) [1,0; 0,2; −0,4] + 0,90 × V(gato) [0,6; −0,5; 0,8] + 0,05 × V(dorme) "
        "[−0,2; 0,8; 0,4], vetores de 3 números. "
        "Resultado: [0,58; −0,40; 0,72]."
    )
    long = EXAMPLES["768 dimensões"].describe()
    assert "vetores de 768 números" in long
    assert long.endswith("Dimensão 738: 0,58 + 1,00 = 1,58.")


def test_a_weighted_sum_is_computed():
    assert EXAMPLES["média da atenção"].values == pytest.approx((0.58, -0.40, 0.72))


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


@pytest.mark.parametrize("width", [700, 360])
@pytest.mark.parametrize(("size", "shown"), [(100, 100), (768, 130)])
def test_a_long_vector_is_a_mosaic_of_its_numbers_or_of_an_excerpt_that_is_said(width, size, shown):
    terms = [Summand(name, [0.5] * size, "input") for name in "ab"]
    content = VectorSum(terms, "soma")
    frame = figure(content).draw(width=width).frame
    paths = [v.item for v in walk(frame) if isinstance(v.item, Path) and v.item.purpose == "ornament"]
    squares = sum(command.verb == "M" for path in paths for command in path.commands)
    assert 3 * shown <= squares < 3 * shown + 20
    assert any(text.endswith("trecho: 130 de 768") for text in texts(content, width)) == (size > shown)


@pytest.mark.parametrize("width", [700, 360])
def test_one_number_of_each_mosaic_is_written_where_all_vectors_are_strong(width):
    content = EXAMPLES["768 dimensões"]
    first, second, total = numbers(texts(content, width))
    assert first + second == pytest.approx(total)
    followed = [(*pair, total) for pair in zip(*(term.values for term in content.terms), strict=True)]
    assert (first, second, total) == followed[737]
    assert min(first, second) == max(min(pair[:2]) for pair in followed)
    assert "dimensão 738; trecho: 130 de 768" in texts(content, width)


@pytest.mark.parametrize("width", [700, 360])
def test_the_number_that_is_followed_is_in_the_colours_of_what_it_is_made_of(width):
    frame = figure(EXAMPLES["768 dimensões"]).draw(width=width).frame
    (number,) = [v.rect for v in walk(frame) if isinstance(v.item, TextBlock) and v.item.text == "1,58"]
    faces = {
        v.item.fill.role: v.rect
        for v in walk(frame)
        if isinstance(v.item, Box | Path) and v.item.purpose == "surface" and v.rect.overlaps(number)
    }
    whole, part = faces["input.mid"], faces["model.mid"]
    # The border of the cap is around both.
    assert part.width / whole.width == pytest.approx(1 / 1.58, abs=0.02)
    assert part.right == pytest.approx(whole.right)


def test_mosaics_of_many_vectors_have_no_numbers_where_these_have_no_room():
    terms = [Summand(name, [0.12345] * 9, "model") for name in "abcd"]
    assert not numbers(texts(VectorSum(terms, "soma"), 360))


def mosaics(frame: Frame, role: str) -> list[PathCommand]:
    paths = [v.item for v in walk(frame) if isinstance(v.item, Path) and v.item.fill]
    return [each for path in paths if path.fill.role.startswith(f"{role}.") for each in path.commands]


def test_a_mosaic_is_stronger_the_larger_a_number_and_slate_where_it_is_negative():
    values = [1.0] * 5 + [-1.0] * 4
    content = VectorSum([Summand("a", values, "input"), Summand("b", [0.0] * 9, "model")], "c", "response")
    frame = figure(content).draw().frame
    starts = {role: sum(c.verb == "M" for c in mosaics(frame, role)) for role in ("input", "model", "masked")}
    # Those of the sum are in the colour of the vector that they have the most of.
    assert starts == {"input": 10, "model": 9, "masked": 8}


def flows(content: VectorSum, width: float) -> list[tuple[str, ...]]:
    """The names that broad arrows join."""
    visits = walk(figure(content).draw(width=width).frame)
    return sorted({v.item.joins for v in visits if isinstance(v.item, Path) and v.item.joins})


@pytest.mark.parametrize("width", [700, 360])
def test_what_is_strong_in_either_vector_flows_into_their_sum_between_them(width):
    content = EXAMPLES["token e posição"]
    assert flows(content, width) == [("posição 1 3", "entrada 3"), ("“gato” 1", "entrada 1")]
    found = rects(content, width)
    assert found["“gato”"].center.x < found["entrada"].center.x < found["posição 1"].center.x
    assert found["bicho"].center.x == pytest.approx(found["entrada"].center.x)


def test_the_sum_has_the_colour_of_the_vector_that_it_has_the_most_of():
    frame = figure(EXAMPLES["token e posição"]).draw().frame
    faces = [v.item.fill.role for v in caps(frame)]
    assert not [role for role in faces if role.startswith("response.") and role != "response.solid"]
    assert sum(role.startswith("input.") for role in faces) == 3


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


@pytest.mark.parametrize("width", [700, 360])
def test_a_ribbon_is_as_broad_as_the_weight_of_its_vector(width):
    frame = figure(EXAMPLES["média da atenção"]).draw(width=width).frame
    ribbons = {v.item.joins[0]: v.rect for v in walk(frame) if isinstance(v.item, Path) and v.item.joins}
    assert set(ribbons) == {"V(o)", "V(gato)", "V(dorme)"}
    assert texts(EXAMPLES["média da atenção"], width).count("0,90 ×") == 1
    strong = [
        v.item.joins[0]
        for v in walk(frame)
        if isinstance(v.item, Path) and v.item.fill and v.item.joins and v.item.fill.role == "model.mark"
    ]
    assert strong == ["V(gato)"]


def test_the_dimensions_are_written_in_place_of_the_positions():
    found = texts(EXAMPLES["token e posição"])
    assert {"bicho", "comida", "início"} <= set(found)
    assert not {"1", "2", "3"} & set(found)


def test_weights_and_operators_are_written_in_reading_order():
    found = texts(WEIGHTED, 360)
    lines = [text.replace("\u00a0", " ") for text in found if "×" in text or text in ("+", "=")]
    assert sorted(lines) == ["+ 0,7 ×", "+ −0,2 ×", "0,1 ×", "="]


def test_on_a_wide_sheet_each_row_as_it_is_printed_is_right():
    found = [text.replace("\u00a0", " ") for text in texts(WEIGHTED, 700)]
    products = [text.replace("−", "-").replace(",", ".").split(" × ") for text in found if "×" in text]
    assert len(products) == 9
    assert fsum(float(a) * float(b) for a, b in products) == pytest.approx(fsum(WEIGHTED.values))


def test_the_tone_of_a_number_is_that_of_what_it_adds():
    frame = figure(WEIGHTED).draw(width=700).frame
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
            lambda: VectorSum([Summand(n, [1.0], "model") for n in "ab"], "c", dimensions=["x", "y"]),
            "VectorSum: dimensions deve ter 1 nome, um por número dos vetores",
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
