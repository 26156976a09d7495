"""Neural networks: which units are drawn, how many weights there are, what is said and refused."""

from __future__ import annotations

import pytest
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.network import EXAMPLES, Network, UnitLayer
from infograficos.content.data.network_units import shown_units
from infograficos.scene.items import Box, Path, walk, words

SMALL = [UnitLayer("a", 3, "input"), UnitLayer("b", 2, "response")]


def figure(content: Network) -> Figure:
    return Figure(1, "rede", "Rede", "O que o exemplo ensina", content)


def test_the_examples_are_described_word_for_word():
    assert {name: each.describe() for name, each in EXAMPLES.items()} == {
        "dígitos": "Rede neural de 3 camadas, com suas unidades: pixels (784) → oculta (128) → dígitos (10). "
        "Ao todo, 101.632 pesos entre elas.",
        "neurônio": "Rede neural de 3 camadas, com suas unidades: entradas (4) → neurônio (1) → saída (1). "
        "Pesos das entradas de uma unidade de “neurônio”: 0,9; −0,6; 0,2; −0,4.",
        "autoencoder": "Rede neural de 5 camadas, com suas unidades: imagem (784) → codifica (128) → "
        "código (16) → decodifica (128) → cópia (784).",
        "dropout": "Rede neural de 4 camadas, com suas unidades: entrada (4) → oculta 1 (6) → oculta 2 (6) → "
        "saída (2). Em “oculta 1”, 2 unidades de 6 estão desligadas. "
        "Em “oculta 2”, 3 unidades de 6 estão desligadas.",
    }


def test_the_weights_between_two_layers_are_counted_and_written():
    assert EXAMPLES["dígitos"].counts == [784 * 128, 128 * 10]
    drawn = words(figure(EXAMPLES["dígitos"]).draw().frame)
    assert "100.352 pesos" in drawn
    assert "1280 pesos" in drawn
    assert "peso" not in words(figure(EXAMPLES["autoencoder"]).draw().frame)


def test_of_large_layers_the_first_and_the_last_units_are_drawn():
    assert shown_units(9, 9) == tuple(range(1, 10))
    assert shown_units(784, 784) == (1, 2, 3, 4, None, 781, 782, 783, 784)
    assert shown_units(10, 784) == (1, 2, None, 9, 10)
    assert shown_units(3, 784) == (1, 2, 3)


@pytest.mark.parametrize("largest", [10, 11, 50, 784, 10**9])
def test_a_larger_layer_is_drawn_with_no_fewer_units(largest):
    sizes = sorted({*range(1, 40), 100, 784, 10**6, largest})
    drawn = [len(shown_units(units, largest)) for units in sizes if units <= largest]
    assert drawn == sorted(drawn)
    assert drawn[-1] == 9


def edges(content: Network) -> int:
    """How many edges are drawn between units, apart from those to the one in focus."""
    visits = walk(figure(content).draw().frame)
    paths = [v.item for v in visits if isinstance(v.item, Path) and v.item.purpose == "ornament"]
    return sum(len(path.commands) // 2 for path in paths if path.stroke)


def test_every_unit_is_joined_with_every_unit_of_the_next_layer_unless_off():
    assert edges(Network(SMALL)) - edges(Network([SMALL[0], UnitLayer("b", 1)])) == 3
    whole = [UnitLayer("a", 3, "input"), UnitLayer("b", 4), UnitLayer("c", 2)]
    dropped = [whole[0], UnitLayer("b", 4, off=[2, 3]), whole[2]]
    assert edges(Network(whole)) - edges(Network(dropped)) == 2 * 3 + 2 * 2
    assert edges(Network(SMALL)) - edges(Network(SMALL, focus=(2, 1))) == 3


def test_units_that_are_off_are_dotted():
    visits = walk(figure(EXAMPLES["dropout"]).draw().frame)
    assert sum(isinstance(v.item, Box) and bool(v.item.stroke and v.item.stroke.dash) for v in visits) == 5


def areas(content: Network) -> list[int]:
    """How many pieces each edge to the unit in focus has."""
    visits = walk(figure(content).draw().frame)
    marks = [v.item for v in visits if isinstance(v.item, Path) and v.item.fill and v.item.purpose == "mark"]
    return [sum(command.verb == "Z" for command in path.commands) for path in marks]


def test_the_edge_of_a_weight_below_zero_is_dashed():
    first, second, third = areas(Network(SMALL, focus=(2, 1), weights=[1, -1, 0.5]))
    assert first == third == 2
    assert second > 2


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (lambda: UnitLayer("a", 2, labels=["x"]), "UnitLayer: labels tem 1 textos, e a camada, 2 unidades"),
        (lambda: UnitLayer("a", 2, off=[3]), "UnitLayer: off: a unidade 3 não existe; vão de 1 a 2"),
        (
            lambda: UnitLayer("a", 2, off=[1, 2]),
            "UnitLayer: off desliga a camada inteira; deixe ao menos uma unidade ligada",
        ),
        (
            lambda: Network([UnitLayer("a", 20, off=[3]), SMALL[1]]),
            "Network: “a” não é desenhada inteira: labels e off pedem camadas de até 9 unidades",
        ),
        (
            lambda: Network(SMALL, focus=(1, 1)),
            "Network: focus: só as camadas de 2 a 2 têm entradas; veio 1",
        ),
        (
            lambda: Network(SMALL, focus=(2, 3)),
            "Network: focus: a unidade 3 de “b” não é desenhada, ou está desligada",
        ),
        (
            lambda: Network(SMALL, weights=[1, 2, 3]),
            "Network: weights são os das entradas de uma unidade; diga em focus qual",
        ),
        (
            lambda: Network(SMALL, focus=(2, 1), weights=[1]),
            "Network: weights: esperado um peso para cada unidade de “a”, que são 3, até 9; vieram 1",
        ),
        (
            lambda: Network([SMALL[0], SMALL[0]]),
            "Network: esperados nomes diferentes; “a” aparece duas vezes",
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
def test_six_layers_with_weights_fit_the_sheet(width):
    layers = [UnitLayer(f"camada oculta {nth}", 1000 * nth) for nth in range(1, 7)]
    drawing = figure(Network(layers, counted=True)).draw(width=width)
    assert [each.message for each in drawing.findings if each.severity == "error"] == []
