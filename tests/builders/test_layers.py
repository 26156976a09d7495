"""Stacks of layers: what is said, what is refused, and which way the data takes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from refusals import refusal

from infograficos.builders.layers import EXAMPLES, Block, Layer, Layers
from infograficos.chapter import Chapter
from infograficos.figure import Figure
from infograficos.report import check
from infograficos.scene.geometry import Rect
from infograficos.scene.items import Box, Frame, Path, TextBlock, Visit, walk

MLP = [Layer("Linear", "model"), Layer("GELU", "model"), Layer("Linear", "model")]

STACKS = {
    **EXAMPLES,
    "sem bloco": Layers([Layer("Tokens", "input"), Layer("Logits", "response", "50257")]),
    "só bloco": Layers([Block("MLP", MLP, residual=[(1, 3)])]),
    "bloco no começo": Layers([Block("MLP", MLP, 2), Layer("Saída", "response")]),
    "uma vez só": Layers(
        [Layer("Entrada", "input"), Block("Bloco", MLP, 1, [(1, 3)]), Layer("Saída", "model")]
    ),
    "dois que se repetem": Layers(
        [
            Layer("Tokens", "input"),
            Block("Codificador", MLP, 6, [(1, 3)]),
            Block("Decodificador", MLP, 6, [(1, 1), (3, 3)]),
            Layer("Logits", "response", "32000"),
        ]
    ),
    "bloco no fim": Layers([Layer("Entrada", "input"), Block("MLP", MLP, 2, [(2, 2)])], upwards=False),
}


def figure(content: Layers, number: int = 1) -> Figure:
    return Figure(number, f"camadas-{number}", "Camadas", "O que o exemplo ensina", content)


def drawn(content: Layers, width: float) -> tuple[dict[str, Rect], list[Visit]]:
    """Named elements with where they are, and connectors."""
    visits = list(walk(figure(content).draw(width=width).frame))
    named = {v.item.name: v.rect for v in visits if isinstance(v.item, Frame) and v.item.name}
    return named, [v for v in visits if isinstance(v.item, Path) and v.item.purpose == "connector"]


def joined(content: Layers, width: float) -> set[tuple[str, str]]:
    """Which innermost named elements the connectors leave and reach."""
    named, connectors = drawn(content, width)
    found = set()
    for visit in connectors:
        start, tip = (visit.item.commands[i].points[0].translate(visit.at) for i in (0, -2))
        found.add((_nearest(start, named), _nearest(tip, named)))
    return found


def _nearest(point, named: dict[str, Rect]) -> str:
    touched = {
        name: rect for name, rect in named.items() if rect.inflate(2).holds(Rect(point.x, point.y, 0, 0))
    }
    return min(touched, key=lambda name: touched[name].width * touched[name].height)


def test_the_examples_are_described_word_for_word():
    assert EXAMPLES["GPT-2"].describe() == (
        "Camadas, de baixo para cima: Embeddings → Bloco × 12 → Cabeça de saída. Dentro de “Bloco”: "
        "LayerNorm → Atenção causal (12 cabeças) → + → LayerNorm → MLP (768 → 3072 → 768) → +. "
        "Cada + soma de volta a entrada."
    )
    assert EXAMPLES["BERT"].describe() == (
        "Camadas, de cima para baixo: Embeddings → Bloco × 12 → Cabeça de MLM. Dentro de “Bloco”: Atenção "
        "(12 cabeças) → + → LayerNorm → MLP (768 → 3072 → 768) → + → LayerNorm. "
        "Cada + soma de volta a entrada."
    )


def test_without_a_block_only_the_stack_is_described():
    assert STACKS["sem bloco"].describe() == "Camadas, de baixo para cima: Tokens → Logits (50257)."


def test_a_block_that_comes_once_and_has_no_residual_says_neither():
    assert Layers([Block("MLP", MLP)]).describe() == (
        "Camadas, de baixo para cima: MLP. Dentro de “MLP”: Linear → GELU → Linear."
    )


def test_the_examples_pass_every_rule_on_every_sheet():
    figures = [figure(content, number) for number, content in enumerate(EXAMPLES.values(), 1)]
    report = check(Chapter(number=1, title="Camadas", figures=figures))
    assert [each.finding.message for one in report.figures for each in one.findings] == []


@pytest.mark.parametrize("width", [700, 360])
@pytest.mark.parametrize("name", STACKS)
def test_nothing_overflows_and_no_connector_crosses_anything(name, width):
    findings = figure(STACKS[name]).draw(width=width).findings
    assert [finding.message for finding in findings if finding.rule == "encaixe"] == []


def test_a_wide_sheet_with_a_subtitle_still_has_the_right_height():
    content = EXAMPLES["GPT-2"]
    tall = Figure(1, "a", "GPT-2", "Um bloco, doze vezes", content, "Cada atalho soma a entrada de volta.")
    assert tall.draw().findings == ()


def test_beside_each_other_the_data_goes_through_the_stack_and_through_the_opened_block():
    assert joined(EXAMPLES["GPT-2"], 700) == {
        ("camada 1", "vez 1"),
        ("vez 1", "vez 2"),
        ("vez 2", "vez 3"),
        ("vez 3", "camada 3"),
        ("vez 1", "bloco aberto"),
        ("entrada", "camada 1 do bloco"),
        ("camada 1 do bloco", "camada 2 do bloco"),
        ("camada 2 do bloco", "soma 2"),
        ("soma 2", "camada 3 do bloco"),
        ("camada 3 do bloco", "camada 4 do bloco"),
        ("camada 4 do bloco", "soma 4"),
        ("soma 4", "saída"),
        ("ramo 1", "soma 2"),
        ("ramo 3", "soma 4"),
    }


def test_on_a_phone_one_way_leads_through_all():
    found = joined(EXAMPLES["BERT"], 360)
    assert {("camada 1", "camada 1 do bloco"), ("camada 4 do bloco", "camada 3")} <= found
    assert {("ramo 1", "soma 1"), ("ramo 3", "soma 3")} <= found
    assert len(found) == 9


@pytest.mark.parametrize("width", [700, 360])
def test_residual_paths_run_at_the_side_of_the_layers_inside_the_block(width):
    named, connectors = drawn(EXAMPLES["GPT-2"], width)
    layer = named["camada 1 do bloco"]
    surface = named["bloco aberto" if width == 700 else "camada 2"]
    aside = [v.rect.right for v in connectors if v.rect.width > layer.width / 4 and v.rect.x > layer.x]
    assert len(aside) == 2
    assert all(layer.right + 5 < right < surface.right - 5 for right in aside)


@pytest.mark.parametrize(("name", "sign"), [("GPT-2", -1), ("BERT", 1)])
def test_the_first_layer_is_where_it_was_asked_to(name, sign):
    named, _ = drawn(EXAMPLES[name], 700)
    assert sign * (named["camada 3"].y - named["camada 1"].y) > 0
    assert sign * (named["camada 4 do bloco"].y - named["camada 1 do bloco"].y) > 0


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (lambda: Layers([]), "Layers.layers: esperada uma lista de ao menos 1 item, veio uma lista vazia"),
        (
            lambda: Layers(["MLP"]),
            'Layers.layers[0]: esperado um objeto Layer ou um objeto Block, veio "MLP"',
        ),
        (
            lambda: Layers([Block("A", MLP), Block("**A**", MLP)]),
            "Layers: o bloco “A” aparece mais de uma vez; diga em “times” quantas vezes se repete",
        ),
        (
            lambda: Layers([Layer("A", "model")] * 13),
            "Layers.layers: esperada uma lista de no máximo 12 itens, veio uma lista com 13 itens",
        ),
        (
            lambda: Layer("", "model"),
            "Layer.name: esperado um texto com ao menos uma letra, veio um texto vazio",
        ),
        (lambda: Layer("MLP"), "Layer.role: falta este valor"),
        (
            lambda: Layer("a" * 300, "model"),
            "Layer.name: esperado um texto de no máximo 40 caracteres, veio um de 300",
        ),
        (
            lambda: Block("B", []),
            "Block.layers: esperada uma lista de ao menos 1 item, veio uma lista vazia",
        ),
        (
            lambda: Block("B", MLP, 0),
            "Block.times: esperado um número maior ou igual a 1, veio 0",
        ),
        (
            lambda: Block("B", MLP, residual=[(3, 2)]),
            "Block: o atalho (3, 2) não contorna nada; a primeira camada vem antes",
        ),
        (
            lambda: Block("B", MLP, residual=[(1, 4)]),
            "Block: o atalho (1, 4) sai do bloco; as camadas vão de 1 a 3",
        ),
        (
            lambda: Block("B", MLP, residual=[(2, 3), (1, 2)]),
            "Block: os atalhos (1, 2) e (2, 3) contornam a mesma camada",
        ),
    ],
)
def test_wrong_content_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


def test_a_role_that_the_theme_lacks_is_refused_when_it_is_drawn():
    wrong = figure(Layers([Layer("MLP", "modl")]))
    assert "não existe; você quis dizer “model" in refusal(wrong.svg)


EIGHT = Layers([Layer(f"Camada {number}", "model", "p = 0,5") for number in range(1, 9)])


@pytest.mark.parametrize("width", [700, 360])
def test_eight_detailed_layers_fit_without_a_block(width):
    place = figure(EIGHT).draw(width=width)
    assert [finding.message for finding in place.findings] == []
    named, connectors = drawn(EIGHT, width)
    assert len(connectors) == 7
    heights = [named[f"camada {number}"].y for number in range(1, 9)]
    assert heights == sorted(heights, reverse=True)


@pytest.mark.parametrize("name", ["GPT-2", "BERT"])
def test_on_a_phone_the_blocks_title_keeps_away_from_the_way_of_the_data(name):
    visits = list(walk(figure(EXAMPLES[name]).draw(width=360).frame))
    (title,) = [v.rect for v in visits if isinstance(v.item, TextBlock) and v.item.text.startswith("Bloco")]
    way = [v.rect.x for v in visits if isinstance(v.item, Path) and v.item.purpose == "connector"]
    beside = min(x for x in way if x > title.x)
    assert beside - title.right >= 20


def texts(content: Layers, width: float) -> list[str]:
    frame = figure(content).draw(width=width).frame
    return [v.item.text for v in walk(frame) if isinstance(v.item, TextBlock)][2:]


def times(count: int) -> Layers:
    return Layers([Layer("Entrada", "input"), Block("Bloco", MLP, count), Layer("Saída", "response")])


@pytest.mark.parametrize(
    ("count", "shown"),
    [
        (2, ["Bloco 1", "Bloco 2"]),
        (3, ["Bloco 1", "Bloco 2", "Bloco 3"]),
        (4, ["Bloco 1", "…", "Bloco 4"]),
        (96, ["Bloco 1", "…", "Bloco 96"]),
    ],
)
def test_a_block_that_repeats_is_shown_time_after_time(count, shown):
    named, _ = drawn(times(count), 700)
    found = [text for text in reversed(texts(times(count), 700)) if text.startswith("Bloco") or text == "…"]
    assert found == shown
    heights = [named[f"vez {n}"].y for n in range(1, len(shown) + 1)]
    assert heights == sorted(heights, reverse=True)


@pytest.mark.parametrize("width", [700, 360])
def test_a_block_that_comes_once_is_drawn_once(width):
    assert texts(times(1), width).count("Bloco") == 1
    assert sorted(texts(times(1), width)) == sorted(["Entrada", "Saída", "Bloco", "Linear", "GELU", "Linear"])


def edges(content: Layers, width: float) -> int:
    """How many surfaces of the model's colour as large as the block there are."""
    boxes = [v for v in walk(figure(content).draw(width=width).frame) if isinstance(v.item, Box)]
    largest = max((b.rect for b in boxes[1:] if b.item.fill), key=lambda rect: rect.height)
    return sum(box.rect.width == largest.width and box.rect.height == largest.height for box in boxes)


def test_on_a_phone_the_edges_of_others_are_behind_a_block_that_repeats():
    assert edges(times(12), 360) == 3
    assert edges(times(1), 360) == 1


def test_several_blocks_are_opened_beside_each_other_and_all_are_joined():
    content = STACKS["dois que se repetem"]
    named, _ = drawn(content, 700)
    places = [named[f"camada {n}"] for n in range(1, 5)]
    assert all(a.right < b.x for a, b in pairwise(places))
    found = joined(content, 700)
    assert {("entrada", "camada 1 do bloco"), ("entrada, 2", "camada 1 do bloco, 2")} <= found
    assert {("ramo 1", "soma 3"), ("ramo 1, 2", "soma 1, 2"), ("ramo 3, 2", "soma 3, 2")} <= found
    phone = joined(content, 360)
    assert {("soma 3", "camada 1 do bloco, 2"), ("soma 3, 2", "camada 4")} <= phone


def test_details_without_room_are_left_out_from_the_outside_in():
    layers = [Layer(f"Camada {n}", "model", "um detalhe qualquer") for n in range(3)]
    content = Layers(
        [Layer("Entrada", "input", "x" * 40), Block("Bloco", layers), Layer("Saída", "model", "y" * 40)]
    )
    assert "xxx" not in content.describe()
    assert content.describe().count("um detalhe qualquer") == 3
