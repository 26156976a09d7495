"""Matrices: what is said, what is refused, what is masked, and that the numbers shown are right."""

from __future__ import annotations

import re
from dataclasses import replace
from math import exp, fsum

import pytest
from blocks import caps
from hypothesis import given
from hypothesis import strategies as st
from refusals import refusal
from samples import file_name

from infograficos.builders.matrix import EXAMPLES, Matrix
from infograficos.chapter import Chapter
from infograficos.figure import Figure
from infograficos.report import check
from infograficos.scene.items import Box, Path, TextBlock, walk, words

#: The bias of each distance, for more tokens than are drawn.
FAR = Matrix(
    [[-0.5 * abs(i - j) for j in range(40)] for i in range(40)], causal=True, places=1, masked_as="−∞", most=4
)
CAUSAL = EXAMPLES["atenção causal"]


def figure(content, headline="Uma manchete de exemplo"):
    return Figure(1, "exemplo", "Exemplo", headline, content)


@pytest.mark.parametrize(
    ("name", "description"),
    [
        (
            "atenção causal",
            "Matriz de 4 linhas (quem olha) por 4 colunas (para quem), com máscara causal; "
            "cada linha soma 1. O maior valor de cada linha: O → O 1,00; "
            "gato → gato 0,60; dorme → gato 0,70; bem → dorme 0,58.",
        ),
        (
            "confusão",
            "Matriz de 3 linhas (real) por 3 colunas (previsto). Na diagonal, acertos: 125 de 150.",
        ),
        (
            "viés de distância",
            "Matriz de 5 linhas (consulta) por 5 colunas (chave), com máscara causal. "
            "Os valores vão de −2,0 a 0,0.",
        ),
    ],
)
def test_examples_are_described_word_for_word(name, description):
    assert EXAMPLES[name].describe() == description


def test_a_mask_of_ones_own_is_said():
    content = Matrix([[1.0, 2.0]], ["a"], ["x", "y"], mask=[[True, False]])
    assert content.describe() == (
        "Matriz de 1 linha (consulta) por 2 colunas (chave), com células mascaradas. "
        "O maior valor de cada linha: a → y 2."
    )


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (
            lambda: Matrix([[1.0, float("inf")]], ["a"], ["x", "y"]),
            "Matrix.values[0][1]: esperado um número finito ou −∞, veio ∞",
        ),
        (
            lambda: Matrix([1.0], ["a"]),
            "Matrix.values: esperada uma lista de linhas, cada uma delas uma lista",
        ),
        (lambda: Matrix([["1"]], ["a"]), 'Matrix.values[0][0]: esperado um número, veio "1"'),
        (
            lambda: Matrix([[1.0, 2.0], [1.0]], ["a", "b"]),
            "Matrix: as linhas de values devem ter o mesmo tamanho; vieram linhas de 1 e 2",
        ),
        (
            lambda: Matrix([[1.0, 2.0]], ["a"]),
            "Matrix: values tem 1 × 2 números, e há nomes para 1 × 1",
        ),
        (
            lambda: Matrix([[1.0]], ["a"], mask=[[True, False]]),
            "Matrix: mask deve ter a forma de values, 1 × 1; tem 1 × 2",
        ),
        (
            lambda: Matrix([[1.0]], ["a"], mask=[[1]]),
            "Matrix.mask[0][0]: esperado true ou false ou um texto, veio 1",
        ),
        (
            lambda: Matrix([[1.0, 2.0]], ["a"], ["x", "y"], causal=True),
            "Matrix: causal e diagonal pedem uma matriz quadrada; veio uma 1 × 2",
        ),
        (
            lambda: Matrix([[1.0]], ["a"], mask=[[True]]),
            "Matrix: a matriz está toda mascarada: não sobra valor nela",
        ),
        (
            lambda: Matrix([[1.0]], ["a"], softmax=True, masked_as="−∞"),
            "Matrix: com softmax os valores são pesos, e o de uma célula mascarada não é −∞",
        ),
        (
            lambda: Matrix([[0.0] * 4], ["a"], list("abcd"), mask=[["x", "y", True, False]]),
            "Matrix: esperados até 2 motivos de máscara, vieram “mascarado”, “x”, “y”",
        ),
        (
            lambda: Matrix([[0.0]], ["a"], most=9),
            "Matrix.most: esperado um número menor ou igual a 8, veio 9",
        ),
    ],
)
def test_wrong_content_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


class Tensor:
    """What an array and a tensor have in common."""

    def __init__(self, rows):
        self.rows = rows

    def tolist(self):
        return self.rows


def test_arrays_and_tensors_are_taken_by_what_they_can_do():
    content = Matrix(Tensor([[1.0, 2.0]]), ["a"], ["x", "y"], mask=Tensor([[False, True]]))
    assert content.values == ((1.0, 2.0),)
    assert content.mask_names == (("", "mascarado"),)
    assert Matrix([Tensor([1.0])], ["a"]).values == ((1.0,),)


@given(st.lists(st.floats(-800, 800), min_size=16, max_size=16))
def test_softmax_runs_over_what_is_not_masked(scores):
    rows = [scores[i : i + 4] for i in range(0, 16, 4)]
    weights = Matrix(rows, list("abcd"), causal=True, softmax=True).numbers
    for i, (row, given_row) in enumerate(zip(weights, rows, strict=True)):
        assert fsum(row) == pytest.approx(1.0)
        assert set(row[i + 1 :]) <= {0.0}
        for j in range(i + 1):
            # 1 / Σ exp(difference): the same weight, worked out without any maximum.
            inverse = fsum(exp(min(700.0, other - given_row[j])) for other in given_row[: i + 1])
            assert row[j] == pytest.approx(1 / inverse, abs=1e-12)


def test_names_and_notes_go_with_the_shape_of_the_values():
    assert refusal(lambda: Matrix([[1, 2]], cell_names=[["x"]])) == (
        "Matrix: cell_names deve ter a forma de values, 1 × 2; tem 1 × 1"
    )
    assert refusal(lambda: Matrix([[1] * 5], cell_names=[["x"] * 5])) == (
        "Matrix: cell_names cabe em até 4 × 4; há 1 × 5"
    )
    assert refusal(lambda: Matrix([[1], [2]], row_notes=["x"])) == (
        "Matrix: values e row_notes devem ter o mesmo tamanho; vieram 2 e 1"
    )


def test_a_causal_mask_adds_to_ones_own():
    content = Matrix([[1.0, 2.0], [3.0, 4.0]], list("ab"), mask=[[False, False], [True, False]], causal=True)
    assert content.mask_names == (("", "mascarado"), ("mascarado", ""))


def test_each_cell_says_its_number_and_masked_ones_none():
    shown = words(figure(CAUSAL).draw().frame)
    assert re.findall(r"\d,\d\d", shown) == "1,00 0,40 0,60 0,11 0,70 0,19 0,10 0,13 0,58 0,19".split()
    assert "–" not in shown
    assert "futuro: não vê" in shown


def test_what_is_cut_is_counted():
    shown = words(figure(FAR).draw().frame)
    assert "4 de 40 linhas e colunas" in shown
    assert shown.count("…") == 1 + 5
    assert shown.count("−∞") == 1
    wide = Matrix([[0.5] * 9] * 2, list("ab"), list("cdefghijk"), most=3)
    assert "2 de 2 linhas e 3 de 9 colunas" in words(figure(wide).draw().frame)


def test_the_diagonal_stands_out_by_more_than_its_colour():
    frame = figure(EXAMPLES["confusão"]).draw().frame
    borders = [v for v in walk(frame) if isinstance(v.item, Box) and dark_edge(v.item)]
    *cells, key = [visit.rect.center for visit in borders]
    assert len(cells) == 3
    assert [c.x for c in cells] == sorted({c.x for c in cells})
    assert [c.y for c in cells] == sorted({c.y for c in cells})
    assert key.y > cells[-1].y
    assert "acertos" in words(frame)


def dark_edge(box: Box) -> bool:
    return bool(box.fill) and box.fill.role == "response.mark" and box.purpose == "ornament"


def solid(content, width=700):
    drawing = figure(content).draw(width=width)
    (face,) = [v.rect for v in caps(drawing.frame) if v.item.fill.role.endswith(".solid")]
    texts = [v for v in walk(drawing.frame) if isinstance(v.item, TextBlock) and face.holds(v.rect)]
    return texts[0].item.text


@pytest.mark.parametrize("width", [700, 360])
def test_of_the_row_in_focus_the_largest_number_is_solid(width):
    assert solid(CAUSAL, width) == "0,70"
    assert "soma 1" in words(figure(CAUSAL).draw(width=width).frame)


@pytest.mark.parametrize(("name", "number"), [("confusão", "7"), ("spam", "10")])
def test_where_the_diagonal_is_right_the_largest_error_is_solid(name, number):
    assert solid(EXAMPLES[name]) == number


def test_the_largest_error_is_solid_whatever_row_is_in_focus():
    content = EXAMPLES["confusão"]
    assert {solid(replace(content, focus=name)) for name in content.row_names} == {"7"}


def test_a_sum_that_the_written_weights_do_not_give_says_that_it_is_rounded():
    rounded = replace(CAUSAL, values=[*CAUSAL.values[:3], [0.2, 0.4, 1.9, 0.8]])
    assert "soma 1, arredondada" in words(figure(rounded).draw().frame)
    assert "arredondada" not in words(figure(CAUSAL).draw().frame)


def test_a_wrong_focus_is_refused_with_the_nearest_name():
    assert refusal(lambda: replace(CAUSAL, focus="dormem")).startswith(
        "Matrix: a linha “dormem” não existe; você quis dizer “dorme”?"
    )


def test_where_there_is_no_room_for_numbers_squares_say_how_much():
    frame = figure(replace(FAR, most=6)).draw(width=360).frame
    squares = [v.item.rect for v in walk(frame) if isinstance(v.item, Box) and v.item.purpose == "mark"]
    # No number is positive: the zeros of the diagonal have the largest squares.
    sides = sorted(round(square.width, 2) for square in squares)
    assert len(sides) == 21
    assert sides.count(sides[-1]) == 6
    assert words(frame).endswith("quadrado maior, mais perto de zero 6 de 40 linhas e colunas")


def test_where_no_number_is_positive_none_is_slate_and_the_nearest_to_zero_is_the_darkest():
    frame = figure(Matrix([[0.0, -2.0]], ["a"], ["b", "c"])).draw().frame
    fills = [face.item.fill for face in caps(frame)]
    assert {fill.role.partition(".")[0] for fill in fills} == {"model"}
    nearest, farthest = (sum(bytes.fromhex(fill.value[1:])) for fill in fills)
    assert nearest < farthest


def test_a_negative_number_is_slate_and_as_dark_as_its_magnitude():
    frame = figure(Matrix([[0.9, -0.9], [0.1, -0.1]], list("ab"))).draw().frame
    fills = [face.item.fill for face in caps(frame)]
    assert [fill.role.partition(".")[0] for fill in fills] == ["model", "masked"] * 2
    dark, pale = (sum(bytes.fromhex(fill.value[1:])) for fill in fills[1::2])
    assert dark < pale


@pytest.mark.parametrize("width", [700, 360])
def test_a_cell_may_have_a_name_and_a_row_a_note(width):
    content = EXAMPLES["spam"]
    drawing = figure(content).draw(width=width)
    shown = words(drawing.frame).replace("\u00a0", " ")
    assert drawing.findings == ()
    assert all(text in shown for text in ("VP", "FN", "FP", "VN", *content.row_notes))
    assert content.describe().endswith("VP 40; FN 10; FP 5; VN 945.")


def test_notes_without_room_beside_their_rows_stand_below_with_the_rows_names():
    notes = ["entropia de 0,9 nats", "entropia de 1,1 nats"]
    columns, rows = ["telhado", "muro", "sofá"], ["modelo", "cortado"]
    content = Matrix([[0.6, 0.3, 0.1], [0.4, 0.3, 0.3]], rows, columns, row_notes=notes)
    assert "modelo: entropia" not in words(figure(content).draw().frame)
    shown = words(figure(content).draw(width=360).frame)
    assert shown.endswith("modelo: entropia de 0,9 nats cortado: entropia de 1,1 nats")


@pytest.mark.parametrize("width", [700, 360, 280])
def test_a_note_beside_its_row_has_one_line(width):
    content = replace(EXAMPLES["spam"], row_notes=["recall 80,0 %", "o Índice que não cabe"])
    visits = walk(figure(content).draw(width=width).frame)
    beside = [visit.item for visit in visits if getattr(visit.item, "text", "").startswith(("recall", "o Í"))]
    assert len(beside) == (2 if width == 700 else 0)
    assert all(len(note.lines) == 1 for note in beside)


def test_more_numbers_than_a_figure_has_words_for_become_squares():
    content = Matrix([[1.0] * 7] * 7, list("abcdefg"))
    assert "1,00" not in words(figure(content).draw().frame)


def test_columns_that_are_numbered_are_explained():
    content = Matrix([[0.1, 0.2, 0.7]], ["modelo"], ["resposta", "pergunta", "conversa"])
    shown = words(figure(content).draw(width=360).frame)
    assert "1\u00a0resposta · 2\u00a0pergunta · 3\u00a0conversa" in shown
    long = Matrix(EXAMPLES["confusão"].values, ["positivo", "neutro", "negativo"])
    same = words(figure(long).draw(width=360).frame)
    assert "1 positivo" in same
    assert "·\u00a0" not in same


def dotted(frame):
    return [v for v in walk(frame) if isinstance(v.item, Path) and v.item.stroke and v.item.stroke.dash]


@pytest.mark.parametrize("width", [700, 360])
def test_what_is_masked_is_one_dotted_region(width):
    (region,) = dotted(figure(CAUSAL).draw(width=width).frame)
    # A staircase of three steps has eight corners, each a line and a curve.
    assert [step.verb for step in region.item.commands].count("C") == 8


@pytest.mark.parametrize("name", list(EXAMPLES))
def test_examples_pass_every_rule_on_all_sheets(name):
    content = EXAMPLES[name]
    one = Figure(1, file_name(name), "Exemplo", "O que o exemplo ensina", content)
    (report,) = check(Chapter(1, "Exemplos", [one])).figures
    assert [found.finding.message for found in report.findings] == []
    assert report.words <= 60


REASONS = Matrix(
    [[1.0, 2.0], [3.0, 4.0]], list("ab"), mask=[["", ""], ["dropout", ""]], causal=True, masked_name="futuro"
)


@pytest.mark.parametrize("width", [700, 360])
def test_two_reasons_look_different_and_both_are_explained(width):
    frame = figure(REASONS).draw(width=width).frame
    assert sorted(visit.item.fill is None for visit in dotted(frame)) == [False, True]
    assert {"futuro", "dropout"} <= set(words(frame).split())
    assert REASONS.describe().startswith(
        "Matriz de 2 linhas (consulta) por 2 colunas (chave), com máscara causal e dropout."
    )


def test_a_sign_is_explained_in_the_region():
    content = Matrix([[1.25] * 4] * 4, ["O", "gato", "dorme", "bem"], causal=True, masked_as="−∞")
    assert words(figure(content).draw(width=360).frame).count("−∞ mascarado") == 1


def test_a_row_may_be_masked_whole():
    content = Matrix([[1.0, 2.0], [3.0, 4.0]], list("ab"), mask=[[True, True], [False, True]], softmax=True)
    assert content.numbers == ((0.0, 0.0), (1.0, 0.0))
    assert content.describe().endswith("O maior valor de cada linha: a → nenhum; b → a 1.")


def test_a_large_matrix_is_cut_without_being_asked_and_rows_are_numbered():
    content = Matrix([[float(i + j) for j in range(40)] for i in range(40)])
    shown = words(figure(content).draw().frame)
    assert "8 de 40 linhas e colunas" in shown
    assert content.row_names[:2] == ("1", "2")


@pytest.mark.parametrize("width", [700, 360])
def test_large_numbers_are_written_with_powers_of_ten(width):
    content = Matrix([[1.0, 2.5e300], [-3.0e7, 999_999.0]], list("ab"), places=0)
    drawn = figure(content).draw(width=width)
    assert [finding.message for finding in drawn.findings] == []
    assert (
        "a → b 2,5 × 10³⁰⁰; b → b 999.999".replace(" ×", "\u00a0×").replace("× ", "×\u00a0")
        in content.describe()
    )


def test_values_that_are_all_the_same_have_no_largest():
    assert Matrix([[1.0] * 3] * 3, causal=True, places=0).describe() == (
        "Matriz de 3 linhas (consulta) por 3 colunas (chave), com máscara causal. Todos os valores: 1."
    )
