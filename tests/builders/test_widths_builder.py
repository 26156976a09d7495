"""Layers that widen and narrow: what is said, what is refused, how long the bars are."""

from __future__ import annotations

from itertools import pairwise

import pytest
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.widths import EXAMPLES, Width, Widths
from infograficos.scene.items import Box, Path, TextBlock, walk


def figure(content: Widths) -> Figure:
    return Figure(1, "larguras", "Larguras", "O que o exemplo ensina", content)


def layers(*units: int) -> list[Width]:
    roles = ("input", "model", "response")
    return [Width(f"camada {i}", count, roles[i % 3]) for i, count in enumerate(units)]


def test_the_examples_are_described_word_for_word():
    assert EXAMPLES["MLP do GPT-2"].describe() == (
        "3 camadas e seus números por token: entra (768) → expande (3072) → sai (768). "
        "Ao todo, 4.718.592 pesos entre elas."
    )
    assert EXAMPLES["LoRA"].describe() == (
        "3 camadas e seus números por token: entra (768) → posto r (8) → sai (768). "
        "Ao todo, 12.288 pesos entre elas."
    )


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (
            lambda: Widths(layers(1)),
            "Widths.layers: esperada uma lista de ao menos 2 itens, veio uma lista com 1 item",
        ),
        (
            lambda: Widths(layers(*[1] * 6)),
            "Widths.layers: esperada uma lista de no máximo 5 itens, veio uma lista com 6 itens",
        ),
        (lambda: Width("a", 0, "model"), "Width.units: esperado um número maior ou igual a 1, veio 0"),
        (lambda: Width("a", 2.5, "model"), "Width.units: esperado um número inteiro, veio 2.5"),
    ],
)
def test_wrong_content_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


def bars(content: Widths, width: int = 700):
    """Where each layer is, and whether it is solid; a cap's edge is around its face."""
    visits = [v for v in walk(figure(content).draw(width=width).frame) if isinstance(v.item, Box)]
    edges = [(edge.rect, face.item.fill.role.endswith("solid")) for edge, face in pairwise(visits)]
    return edges[-2 * len(content.layers) + 1 :: 2]


@pytest.mark.parametrize("width", [700, 360])
def test_bars_are_as_long_as_their_layers_are_wide_and_stand_in_one_middle(width):
    (wide, _), (half, _), (quarter, _) = bars(Widths(layers(400, 200, 100)), width)
    assert half.width == pytest.approx(wide.width / 2, abs=2)
    assert quarter.width == pytest.approx(wide.width / 4, abs=2)
    assert wide.center.x == pytest.approx(half.center.x) == pytest.approx(quarter.center.x)


def test_a_bar_too_short_to_be_seen_has_the_width_of_a_pen():
    (_, _), (short, _) = bars(Widths(layers(50_257, 2)))
    assert short.width == pytest.approx(5)


@pytest.mark.parametrize(("units", "strong"), [((768, 3072, 768), 1), ((768, 8, 768), 1), ((5, 5), 0)])
def test_only_the_layer_that_differs_most_from_the_first_is_solid(units, strong):
    assert [filled for _, filled in bars(Widths(layers(*units)))].index(True) == strong
    assert sum(filled for _, filled in bars(Widths(layers(*units)))) == 1


@pytest.mark.parametrize("width", [700, 360])
def test_weights_stand_between_the_layers_that_they_join(width):
    content = Widths(layers(30, 20, 10), weights=True)
    texts = [v for v in walk(figure(content).draw(width=width).frame) if isinstance(v.item, TextBlock)]
    tops = {v.item.text: v.rect.center.y for v in texts}
    rows = [rect.center.y for rect, _ in bars(content, width)]
    assert rows[0] < tops["600 pesos"] < rows[1] < tops["200 pesos"] < rows[2]


def test_the_flow_between_two_bars_goes_from_one_to_the_other_and_reaches_neither():
    content = Widths(layers(100, 400))
    visits = walk(figure(content).draw().frame)
    (flow,) = [v for v in visits if isinstance(v.item, Path) and v.item.fill.role == "input.tint"]
    (above, _), (below, _) = bars(content)
    first, second, down, third, up, _ = flow.item.commands
    assert above.bottom < flow.rect.y < flow.rect.bottom < below.y
    assert second.points[0].x - first.points[0].x == pytest.approx(above.width, abs=12)
    assert down.points[-1].x - third.points[0].x == pytest.approx(below.width, abs=12)
    assert up.points[-1] == first.points[0]


@pytest.mark.parametrize("width", [700, 360])
def test_words_are_on_their_bar_or_beside_it(width):
    content = EXAMPLES["LoRA"]
    visits = walk(figure(content).draw(width=width).frame)
    texts = {v.item.text: v.rect for v in visits if isinstance(v.item, TextBlock)}
    (first, _), (middle, _), (_, _) = bars(content, width)
    assert first.holds(texts["entra"])
    assert texts["posto r"].x > middle.right
    assert middle.y < texts["8"].center.y < middle.bottom


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_pass_the_guidelines_strictly(name):
    report = check(Chapter(number=1, title="Teste", figures=[figure(EXAMPLES[name])]))
    assert [each.finding.message for judged in report.figures for each in judged.findings] == []


@pytest.mark.parametrize("width", [700, 360])
def test_one_weight_is_one(width):
    content = Widths([Width("a", 1, "input"), Width("b", 1, "model")], weights=True)
    assert content.describe().endswith(" Ao todo, 1 peso entre elas.")
    frame = Figure(1, "a", "t", "h", content).draw(width=width).frame
    assert "1 peso" in [v.item.text for v in walk(frame) if isinstance(v.item, TextBlock)]
