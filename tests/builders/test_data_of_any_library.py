"""Numbers come in whatever holds them: arrays, scalars, columns; some are masked, missing or infinite."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import inf, nan

import numpy as np
import pytest
from data_frames import Column, Frame
from refusals import refusal

from infograficos.builders import (
    IGNORED,
    Attention,
    Bars,
    Curves,
    Distribution,
    KeyValues,
    LossMask,
    Matrix,
    Points,
    Series,
    Shift,
    Table,
    VectorSum,
)
from infograficos.builders.vector_sum import Summand
from infograficos.content.data.labels import label_text
from infograficos.content.data.read_numbers import to_builtins
from infograficos.language.texts import in_language

WEIGHTS = np.array([0.1, 0.2, 0.7])


class NAType:
    """What pandas has for a missing value."""


class Tensor:
    """What a tensor without NumPy's methods has."""

    def __init__(self, values):
        self._values = values

    def numpy(self):
        return np.array(self._values)


@pytest.mark.parametrize(
    ("code", "yes", "no"), [("pt-BR", "sim", "não"), ("en", "yes", "no"), ("es", "sí", "no")]
)
def test_truth_is_told_in_the_language_of_the_figure(code, yes, no):
    with in_language(code):
        assert [label_text(np.bool_(True)), label_text(False)] == [yes, no]


def test_scalars_of_arrays_are_numbers():
    assert Attention(["a", "b", "c"], WEIGHTS, WEIGHTS.argmax()).looking == 2
    content = Distribution("x", ["a", "b", "c"], WEIGHTS, kept=np.int64(2), shown=np.array(3), mass=None)
    assert (content.kept, content.shown) == (2, 3)
    assert Matrix([[1.0]], softmax=np.bool_(True), places=np.uint8(1)).softmax is True
    assert Summand("a", [np.float16(0.5), Decimal("0.25")], "input", np.float32(2)).values == (0.5, 0.25)
    assert Table([["a", 1.5]], ["n", "x"], places={"x": np.int64(3)}).places == {"x": 3}
    assert Shift(["a", "b"], memoryview(b"ab")).ids == (97, 98)
    assert Bars({"a": np.longdouble("0.5")}).values == (("a", (0.5,)),)


@pytest.mark.parametrize("number", [Fraction(10**400, 3), Decimal("sNaN")])
def test_numbers_that_python_cannot_convert_are_refused_in_words(number):
    assert "um número finito" in refusal(lambda: Summand("a", [number, 1.0], "input"))


def test_a_batch_takes_its_row_as_argmax_gives_it():
    ids = np.array([[1, 2], [3, 4]])
    mask = LossMask.from_batch(ids, ids, np.ones((2, 2)), row=np.int64(1))
    assert mask.labels == (3, 4)


def test_whatever_holds_numbers_becomes_lists():
    assert to_builtins(np.ma.array([1.0, 2.0], mask=[False, True])) == [1.0, None]
    assert to_builtins(Tensor([[1, 2]])) == [[1, 2]]
    assert to_builtins([NAType(), np.array([1])]) == [None, [1]]
    assert to_builtins({"a": 1}.values()) == [1]
    assert to_builtins(Column([1.0, nan], [0, 1])) == [1.0, None]


def test_rows_of_8_bits_add_up_as_far_as_they_can():
    assert Attention(list("abc"), [0.333984375] * 3, 2).percentages[:3] == (33, 33, 33)
    assert Distribution("x", list("ab"), [0.119140625, 0.87890625]).ranking[0][1] == pytest.approx(
        0.8806, abs=1e-4
    )
    assert Distribution("x", list("abc"), [0.5, 0.3, 0.199]).ranking[0][0] == "a"
    assert "devem somar 1" in refusal(lambda: Attention(list("abc"), [0.3353] * 3, 2))


@pytest.mark.parametrize("gap", [-inf, nan, None, NAType()])
def test_a_score_that_is_no_number_is_masked(gap):
    content = Matrix([[1.0, gap], [0.5, 1.5]], softmax=True)
    assert content.numbers[0] == (1.0, 0.0)
    assert "com células mascaradas" in content.describe()


def test_minus_infinity_is_written_where_it_is_a_score():
    assert Matrix([[1.0, -inf]]).describe().endswith("1 → 1 1.")
    assert Distribution("x", list("ab"), logits=[0.0, -inf]).ranking == (("a", 1.0), ("b", 0.0))
    assert "todos os logits" in refusal(lambda: Distribution("x", list("ab"), logits=[-inf, None]))


def test_a_masked_weight_is_none():
    weights = np.ma.array([0.25, 0.75, 9.0], mask=[False, False, True])
    assert Attention(list("abc"), weights, 1).weights == (0.25, 0.75, 0.0)


def test_the_loss_of_an_ignored_token_may_be_anything():
    assert LossMask(["a", "b"], [IGNORED, 5], [nan, 0.5]).mean == 0.5
    assert "falta ou não é finita" in refusal(lambda: LossMask(["a"], [5], [nan]))


def test_a_curve_has_gaps_and_says_where_it_diverges():
    def described(*values):
        return Curves([Series("a", values, "model")]).describe()

    assert described(3.0, nan, 2.0).endswith("de 3 a 2, com falhas.")
    assert described(3.0, None, 2.0).endswith("de 3 a 2, com falhas.")
    assert described(3.0, 9.0, inf, nan).endswith("de 1 a 4: a, de 3 a 9, e diverge (passo 3).")
    assert described(3.0, 9.0, nan, nan).endswith("e diverge (passo 3).")
    # What was measured now and then may well not be measured last.
    assert "diverge" not in described(3.0, nan, 2.0, nan)
    assert "diverge" not in described(3.0, 2.0, None)


def test_a_column_names_its_bars_and_pairs():
    assert Bars(Column([2, 1], ["a", "b"])).describe() == "Barras: a: 2; b: 1."
    assert Bars({4: 0.5, 8: 0.6}).describe() == "Barras: 4: 0,5; 8: 0,6."
    assert (
        KeyValues(Column([1e-5], ["lr"]))
        .describe()
        .startswith("Valores: lr 1 × 10⁻⁵".replace(" ×", "\u00a0×").replace("× ", "×\u00a0"))
    )
    assert Bars(Frame({"v": [1.5, nan]}, ["a", "b"])).describe() == "Barras: a: 1,5; b: sem valor."


def test_a_frame_names_the_rows_and_columns_of_a_matrix_and_what_they_are():
    counts = {"spam": [40, 5], "legítimo": [10, 945]}
    content = Matrix(Frame(counts, ["spam", "legítimo"], ["real"], ["previsto"]), diagonal="acertos")
    assert (content.row_names, content.column_names) == (("spam", "legítimo"),) * 2
    assert (content.row_axis, content.column_axis) == ("real", "previsto")
    assert Matrix(Frame(counts, ["a", " b"]), columns=["x", "y"]).column_names == ("x", "y")
    assert Matrix(Frame(counts, [0, 1])).row_names == ("1", "2")
    assert Matrix(Frame({0: [1.0], 1: [2.0], 2: [3.0]}, ["SFT"])).column_names == ("1", "2", "3")
    # Classes that are counted from 0 are names where the index has one.
    assert Matrix(Frame(counts, [0, 1], ["classe"])).row_names == ("0", "1")


def test_the_columns_of_a_frame_name_the_axes_of_a_plane():
    plane = Points(Frame({"PC1": [0.0, 1.0], "PC2": [1.0, 0.0]}, [0, 1]), ["a", "b"])
    assert (plane.x_name, plane.y_name) == ("PC1", "PC2")
    assert Points(Frame({0: [0.0], 1: [1.0]}, ["a"]), ["a"]).x_name == "dimensão 1"
    assert Points(Frame({"PC1": [0.0], "PC2": [1.0]}, ["a"]), ["a"], y_name="altura").y_name == "altura"


def test_the_index_of_a_column_says_the_steps_of_a_curve():
    assert Series("loss", Column([2.0, 1.0], [100, 200]), "model").all_steps == (100.0, 200.0)
    assert Series("loss", Column([2.0, 1.0], [0, 1]), "model").all_steps == (1.0, 2.0)
    assert Series("loss", Column([2.0, 1.0], [100, 200]), "model", [3, 4]).all_steps == (3.0, 4.0)
    message = refusal(lambda: Series("loss", Column([2.0, 1.0], ["a", "b"]), "model"))
    assert message.startswith("Series: o índice não é de números; dê os de cada valor em “steps”")


def test_whole_values_are_counted_one_by_one():
    assert Bars.counting([1, 2, 2, 3, 3, 3]).describe() == "Barras: 1: 1; 2: 2; 3: 3."


def test_the_ends_of_lines_in_data_are_those_of_any_system():
    assert Table([{"m": "a\tb", "v": "c\r\nd"}]).rows.rows == (("a b", "c\nd"),)


def test_what_cancels_is_zero():
    total = VectorSum([Summand("a", [0.1, 0.2], "input"), Summand("b", [-0.1, -0.2], "model")], "s")
    assert total.values == (0.0, 0.0)


def test_a_token_that_is_far_from_the_likeliest_has_a_chance():
    content = Distribution("a", ["x", "y"], logits=[1, 2], temperature=1e-7)
    assert "x (< 0,1 %)" in content.describe()
