"""Computational graphs: values and gradients are right, and what has none is refused."""

from __future__ import annotations

import pytest
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.computational_graph import EXAMPLES, ComputationalGraph, Operation
from infograficos.content.autodiff import backward, forward
from infograficos.scene.items import TextBlock, walk


def figure(content: ComputationalGraph) -> Figure:
    return Figure(1, "calculo", "Um cálculo", "O que o exemplo ensina", content)


def test_values_are_said_forward_and_gradients_backward():
    assert EXAMPLES["regra da cadeia"].describe() == (
        "Para a frente, com x = −2, y = 5 e z = −4: q = x + y = 3; f = q × z = −12. "
        "Para trás, os gradientes: f: 1, q: −4, z: 3, y: −4 e x: −4."
    )


@pytest.mark.parametrize(
    ("operation", "given"),
    [
        ("+", [1.5, -2.0, 0.5]),
        ("-", [1.5, -2.0]),
        ("*", [1.5, -2.0, 0.5]),
        ("/", [1.5, -2.0]),
        ("max", [1.5, -2.0, 0.5]),
        ("square", [-1.5]),
        ("exp", [0.7]),
        ("log", [0.7]),
        ("relu", [0.7]),
        ("relu", [-0.7]),
        ("sigmoid", [-0.7]),
        ("sigmoid", [0.7]),
        ("tanh", [0.7]),
    ],
)
def test_a_gradient_is_how_much_the_result_changes_with_an_input(operation, given):
    names = [f"x{i}" for i in range(len(given))]
    steps = [Operation("y", operation, names), Operation("z", "*", ["y", "y"])]

    def result(values):
        return forward(dict(zip(names, values, strict=True)), steps)["z"]

    gradients = backward(forward(dict(zip(names, given, strict=True)), steps), steps)
    for i, name in enumerate(names):
        more, less = ([v + (j == i) * e for j, v in enumerate(given)] for e in (1e-5, -1e-5))
        assert gradients[name] == pytest.approx((result(more) - result(less)) / 2e-5, abs=1e-6)


def test_the_gradients_of_a_variable_that_is_used_twice_add_up():
    steps = [Operation("u", "*", ["x", "w"]), Operation("y", "+", ["u", "x"])]
    assert backward(forward({"x": 3, "w": 2}, steps), steps) == {"x": 3, "w": 3, "u": 1, "y": 1}


@pytest.mark.parametrize(
    ("inputs", "steps", "message"),
    [
        ({"x": 1}, [Operation("y", "+", ["x", "z"])], "a variável “z” não existe; os nomes válidos são: “x”"),
        (
            {"x": 1},
            [Operation("x", "exp", ["x"])],
            "a variável “x” já tem um valor; dê outro nome ao passo",
        ),
        ({"x": 1}, [Operation("y", "+", ["x"])], "“y”: “+” não se faz com 1 valor"),
        ({"x": 1, "z": 2}, [Operation("y", "exp", ["x", "z"])], "“y”: “exp” não se faz com 2 valores"),
        ({"x": 1, "z": 0}, [Operation("y", "/", ["x", "z"])], "“y”: 1 ÷ 0 não dá um número"),
        ({"x": -1}, [Operation("y", "log", ["x"])], "“y”: log(−1) não dá um número"),
        ({"x": 1e4}, [Operation("y", "exp", ["x"])], "“y”: exp(10000) não dá um número"),
    ],
)
def test_what_has_no_value_is_refused_word_for_word(inputs, steps, message):
    assert refusal(lambda: ComputationalGraph(inputs, steps)) == f"ComputationalGraph: {message}"


def test_no_operation_is_refused():
    said = refusal(lambda: ComputationalGraph({"x": 1}, []))
    assert (
        said == "ComputationalGraph.operations: esperada uma lista de ao menos 1 item, veio uma lista vazia"
    )


@pytest.mark.parametrize("width", [700, 360])
def test_each_variable_shows_its_value_and_its_gradient(width):
    frame = figure(EXAMPLES["um neurônio"]).draw(width=width).frame
    texts = {v.item.text.replace("\u00a0", " ") for v in walk(frame) if isinstance(v.item, TextBlock)}
    assert {
        "w",
        "2 ∂ 0,157",
        "u = w × x",
        "3 ∂ 0,105",
        "y = σ(s)",
        "0,881 ∂ 1",
        "valor",
        "∂ gradiente",
    } <= texts


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_pass_the_guidelines_strictly(name):
    report = check(Chapter(number=1, title="Teste", figures=[figure(EXAMPLES[name])]))
    assert [each.finding.message for judged in report.figures for each in judged.findings] == []
