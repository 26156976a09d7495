"""Convolutions and poolings: what comes out of the window, what is said and refused, where the window is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.convolution import EXAMPLES, Convolution
from infograficos.scene.items import Box, TextBlock, walk, words

COUNTING = [[4 * i + j for j in range(4)] for i in range(4)]


def figure(content: Convolution) -> Figure:
    return Figure(1, "convolucao", "Convolução", "O que o exemplo ensina", content)


def test_the_examples_are_described_word_for_word():
    assert EXAMPLES["borda"].describe() == (
        "Convolução com um filtro de 3 × 3 em uma entrada de 5 × 5: saída de 3 × 3. Na linha 3, coluna 2: "
        "−1·(0\u00a0+\u00a01\u00a0+\u00a02) + 0·(4\u00a0+\u00a02\u00a0+\u00a03) + "
        "1·(8\u00a0+\u00a09\u00a0+\u00a08) = 22."
    )
    assert EXAMPLES["pooling"].describe() == (
        "Pooling pelo máximo, com janela de 3 × 3, em uma entrada de 5 × 5: saída de 2 × 2 (passo 2). "
        "Na linha 2, coluna 1: máx(0; 1; 3; 2; 0; 9; 1; 4; 2) = 9."
    )


def test_each_output_is_the_sum_of_the_products_under_the_window():
    assert EXAMPLES["borda"].output == ((6, 24, 17), (6, 24, 17), (6, 22, 17))
    assert Convolution(COUNTING, [[1, 0], [0, -2]]).output[0] == (-10, -11, -12)
    assert Convolution(COUNTING, [[1]], stride=2).output == ((0, 2), (8, 10))
    assert Convolution([[5]], [[1, 2, 3], [4, 5, 6], [7, 8, 9]], padding=1).output == ((25,),)
    assert Convolution([[3]], [[2]], padding=1).output == ((0, 0, 0), (0, 6, 0), (0, 0, 0))


def test_a_pooling_takes_the_largest_or_the_mean_and_moves_by_its_size():
    assert Convolution(COUNTING, pool="max").output == ((5, 7), (13, 15))
    assert Convolution(COUNTING, pool="average").output == ((2.5, 4.5), (10.5, 12.5))
    assert Convolution(COUNTING, pool="max", size=3, stride=1).output == ((10, 11), (14, 15))


@given(st.integers(1, 6), st.integers(1, 4), st.integers(1, 4), st.integers(0, 1))
def test_the_output_has_a_number_for_each_whole_stop(side, kernel, stride, padding):
    if kernel > side + 2 * padding:
        return
    content = Convolution([[1] * side] * side, [[1] * kernel] * kernel, stride=stride, padding=padding)
    stops = len(range(0, side + 2 * padding - kernel + 1, stride))
    assert [len(row) for row in content.output] == [stops] * stops


@pytest.mark.parametrize(
    ("content", "end"),
    [
        (Convolution([[1, 2], [3, 4]], [[2, -1], [2, 0.5]]), "2·(1\u00a0+\u00a03) − 1·2 + 0,5·4 = 8."),
        (Convolution([[-1, 2]], [[1, 1]]), "1·(−1\u00a0+\u00a02) = 1."),
        (Convolution([[2, -1]], [[3, -1]]), "3·2 − 1·(−1) = 7."),
        (Convolution([[3, 3, 3]], [[1 / 9] * 3]), "0,11·(3\u00a0+\u00a03\u00a0+\u00a03) ≈ 1."),
        (
            Convolution([[1, 2], [4, 6]], pool="average"),
            "(1\u00a0+\u00a02\u00a0+\u00a04\u00a0+\u00a06) ÷ 4 = 3,25.",
        ),
    ],
)
def test_the_sum_is_written_so_that_it_can_be_checked(content, end):
    assert content.describe().partition("coluna 1: ")[2] == end


def window(content: Convolution, width: int):
    """The numbers in the window's frame, from the left and downwards."""
    visits = walk(figure(content).draw(width=width).frame)
    (frame,) = [
        v.rect for v in visits if isinstance(v.item, Box) and v.item.stroke and v.item.stroke.width == 3.5
    ]
    texts = [v for v in visits if isinstance(v.item, TextBlock) and frame.holds(v.rect)]
    return [v.item.text for v in sorted(texts, key=lambda v: (round(v.rect.y), v.rect.x))]


@pytest.mark.parametrize("width", [700, 360])
def test_the_window_is_over_the_numbers_of_the_cell(width):
    assert window(EXAMPLES["borda"], width) == ["0", "4", "8", "1", "2", "9", "2", "3", "8"]
    assert window(Convolution(COUNTING, pool="max", cell=(1, 2)), width) == ["2", "3", "6", "7"]
    assert window(Convolution([[5]], [[1, 2], [3, 4]], padding=1), width) == ["0", "0", "0", "5"]


def test_without_a_cell_the_sum_is_that_of_the_number_farthest_from_zero():
    assert Convolution([[0, 1], [-9, 3]], [[1]]).describe().endswith("Na linha 2, coluna 1: 1·(−9) = −9.")


def test_what_comes_later_is_blank():
    assert words(figure(EXAMPLES["borda"]).draw().frame).split().count("17") == 2
    full = Convolution(EXAMPLES["borda"].values, EXAMPLES["borda"].kernel, cell=(3, 2))
    assert words(figure(full).draw().frame).split().count("17") == 3


def test_a_stride_and_padding_of_their_own_are_written():
    frame = figure(Convolution(COUNTING, [[1, 1]], stride=2, padding=1)).draw().frame
    assert "passo 2 · borda de zeros" in words(frame)
    assert "passo" not in words(figure(EXAMPLES["borda"]).draw().frame)


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (lambda: Convolution([[1]]), "Convolution: dê kernel ou pool: um dos dois, e só um"),
        (
            lambda: Convolution([[1, 2]], [[1], [1]]),
            "Convolution: a janela de 2 × 1 não cabe na entrada de 1 × 2",
        ),
        (
            lambda: Convolution([[1, 2], [3]], [[1]]),
            "Convolution: as linhas de values devem ter o mesmo tamanho; vieram linhas de 1 e 2",
        ),
        (
            lambda: Convolution([[0] * 9], [[1]]),
            "Convolution: a entrada com sua borda cabe em até 8 × 8; veio 1 × 9",
        ),
        (
            lambda: Convolution([[0] * 5] * 5, [[1] * 5]),
            "Convolution: kernel cabe em até 4 × 4; veio 1 × 5",
        ),
        (
            lambda: Convolution(COUNTING, pool="max", padding=1),
            "Convolution: padding é de uma convolução; um pooling não tem zeros em volta",
        ),
        (
            lambda: Convolution(COUNTING, pool="max", cell=(3, 1)),
            "Convolution: cell: a saída tem 2 × 2 células; veio a linha 3, coluna 1",
        ),
        (
            lambda: Convolution([[1000] * 6], [[1]]),
            "Convolution: 6 colunas de números como 1000 não cabem em um celular; use menos colunas, "
            "ou números mais curtos",
        ),
    ],
)
def test_wrong_content_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_pass_the_guidelines_strictly(name):
    report = check(Chapter(number=1, title="Teste", figures=[figure(EXAMPLES[name])]))
    assert [each.finding.message for judged in report.figures for each in judged.findings] == []


@pytest.mark.parametrize("width", [700, 360])
def test_the_largest_grids_fit_the_sheet(width):
    content = Convolution([[5] * 8] * 5, [[1, 0, -1]] * 3)
    assert [each.message for each in figure(content).draw(width=width).findings] == []
