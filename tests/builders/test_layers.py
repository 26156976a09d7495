"""Stacks of layers: what is said, what is refused, and which way the data takes."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from itertools import pairwise

import pytest
from refusals import refusal

from infograficos import elements
from infograficos.builders.layers import EXAMPLES, Block, Layer, Layers
from infograficos.chapter import Chapter
from infograficos.elements.objects.model import OPENED_PLATE
from infograficos.figure import Figure
from infograficos.report import check
from infograficos.scene.geometry import Rect
from infograficos.scene.items import Frame, Path, TextBlock, Visit, walk

MLP = [Layer("Linear", "model"), Layer("GELU", "model"), Layer("Linear", "model")]

POST_NORM = [
    Layer("Atenção", "model", "12 cabeças"),
    Layer("LayerNorm", "model"),
    Layer("MLP", "model", "768 → 3072 → 768"),
    Layer("LayerNorm", "model"),
]

STACKS = {
    **EXAMPLES,
    "pós-norma": Layers(
        [
            Layer("Embeddings", "input", "30522 → 768"),
            Block("Bloco", POST_NORM, 12, [(1, 1), (3, 3)]),
            Layer("Cabeça de MLM", "response", "768 → 30522"),
        ],
        upwards=False,
    ),
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


def parts(element: object, kind: type) -> list:
    """All elements of a kind inside an element."""
    if isinstance(element, tuple | list):
        return [found for each in element for found in parts(each, kind)]
    if not is_dataclass(element):
        return []
    inside = [found for field in fields(element) for found in parts(getattr(element, field.name), kind)]
    return [element, *inside] if isinstance(element, kind) else inside


def test_the_examples_are_described_word_for_word():
    assert EXAMPLES["GPT-2"].describe() == (
        "Camadas, de baixo para cima: Embeddings → Bloco × 12 → LayerNorm final → Cabeça de saída. Dentro "
        "de “Bloco”: "
        "LayerNorm → Atenção causal → + → LayerNorm → MLP → +. Cada + soma de volta a entrada."
    )
    assert EXAMPLES["BERT"].describe() == (
        "Blocos lado a lado: GPT-2: LN antes, BERT: LN depois. Dentro de “GPT-2: LN antes”: LayerNorm → "
        "Atenção ou MLP → +. Dentro de “BERT: LN depois”: Atenção ou MLP → + → LayerNorm. "
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
    assert [finding.message for finding in findings if finding.rule == "fit"] == []


def test_a_wide_sheet_with_a_subtitle_still_has_the_right_height():
    content = EXAMPLES["GPT-2"]
    tall = Figure(1, "a", "GPT-2", "Um bloco, doze vezes", content, "Cada atalho soma a entrada de volta.")
    assert tall.draw().findings == ()


def test_the_stack_has_a_plate_for_each_time_that_the_block_comes_and_one_is_opened():
    for model in parts(EXAMPLES["GPT-2"].body(), elements.Model):
        assert (model.plates, model.top, model.bottom, model.opened) == (12, "response", "input", True)
    for model in parts(STACKS["pós-norma"].body(), elements.Model):
        assert (model.plates, model.top, model.bottom) == (12, "input", "response")


def test_the_open_block_is_beside_its_plate_and_on_a_phone_below_the_stack():
    wide, _ = drawn(EXAMPLES["GPT-2"], 700)
    assert wide[OPENED_PLATE].right < wide["soma 2"].x
    phone, _ = drawn(EXAMPLES["GPT-2"], 360)
    assert phone[OPENED_PLATE].bottom < phone["camada 4 do bloco"].y


@pytest.mark.parametrize("width", [700, 360])
def test_layers_with_a_residual_path_are_beside_the_river_and_a_sum_follows_them(width):
    named, _ = drawn(EXAMPLES["GPT-2"], width)
    for last in (2, 4):
        assert named[f"soma {last}"].right < named[f"camada {last} do bloco"].x
        assert named[f"soma {last}"].center.y < named[f"camada {last} do bloco"].y
    assert named["soma 2"].y > named["camada 3 do bloco"].bottom


@pytest.mark.parametrize("width", [700, 360])
def test_layers_without_a_residual_path_lie_on_the_river(width):
    named, _ = drawn(STACKS["pós-norma"], width)
    assert named["soma 1"].right < named["camada 1 do bloco"].x
    assert named["camada 2 do bloco"].x < named["soma 1"].center.x < named["camada 2 do bloco"].right


def test_blocks_that_are_compared_have_no_way_between_them_and_keep_their_order_on_a_phone():
    named, connectors = drawn(EXAMPLES["BERT"], 360)
    assert connectors == []
    assert named["soma 2"].y < named["soma 1, 2"].y


def test_layers_that_only_steady_the_numbers_are_thin():
    named, _ = drawn(EXAMPLES["GPT-2"], 700)
    assert named["camada 1 do bloco"].height < named["camada 2 do bloco"].height


@pytest.mark.parametrize(("name", "sign"), [("GPT-2", -1), ("pós-norma", 1)])
def test_the_first_layer_is_where_it_was_asked_to(name, sign):
    named, _ = drawn(STACKS[name], 700)
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
    named, _ = drawn(EIGHT, width)
    heights = [named[f"camada {number}"].y for number in range(1, 9)]
    assert heights == sorted(heights, reverse=True)


@pytest.mark.parametrize("name", ["GPT-2", "pós-norma"])
def test_on_a_phone_the_blocks_title_keeps_away_from_the_way_of_the_data(name):
    visits = list(walk(figure(STACKS[name]).draw(width=360).frame))
    (title,) = [v.rect for v in visits if isinstance(v.item, TextBlock) and v.item.text.startswith("Bloco")]
    named, _ = drawn(STACKS[name], 360)
    inside = [rect for each, rect in named.items() if "soma" in each or "do bloco" in each]
    assert min(rect.y for rect in inside) - title.bottom >= 8


@pytest.mark.parametrize("width", [700, 360])
def test_a_block_that_comes_once_is_named_once_without_a_number(width):
    content = STACKS["uma vez só"]
    frame = figure(content).draw(width=width).frame
    shown = [v.item.text for v in walk(frame) if isinstance(v.item, TextBlock)]
    assert [shown.count(name) for name in ("Bloco", "Linear", "GELU", "Entrada", "Saída")] == [1, 2, 1, 1, 1]
    assert not any("×" in text for text in shown)
    assert {model.plates for model in parts(content.body(), elements.Model)} == {1}


def test_several_blocks_are_opened_beside_each_other_and_all_are_joined():
    content = STACKS["dois que se repetem"]
    named, _ = drawn(content, 700)
    places = [named[f"camada {n}"] for n in range(1, 5)]
    assert all(a.right < b.x for a, b in pairwise(places))
    assert named["soma 3"].center.x < named["soma 1, 2"].center.x
    pairs = [("camada 1", "camada 2"), ("camada 2", "camada 3"), ("camada 3", "camada 4")]
    assert [visit.item.joins for visit in drawn(content, 700)[1] if visit.item.joins] == pairs


def test_on_a_phone_one_flow_goes_on_through_the_rivers_of_all_blocks():
    named, visits = drawn(STACKS["dois que se repetem"], 360)
    tips = [visit for visit in visits if visit.item.joins]
    names = ["camada 1", "rio do bloco 1", "rio do bloco 2", "camada 4"]
    assert [tip.item.joins for tip in tips] == list(pairwise(names))
    middle = named["rio do bloco 1"].center.x
    assert named["rio do bloco 2"].center.x == pytest.approx(middle)
    assert [tip.rect.center.x for tip in tips] == pytest.approx([middle] * 3)
    # Each tip is where the next river begins.
    ends = [named[name].bottom for name in names[1:]]
    assert [tip.rect.y for tip in tips] == pytest.approx(ends, abs=4)


def test_a_title_too_wide_beside_the_river_is_above_it():
    content = STACKS["dois que se repetem"]
    visits = list(walk(figure(content).draw(width=700).frame))
    (title,) = [
        v for v in visits if isinstance(v.item, TextBlock) and v.item.text.startswith("Decodificador")
    ]
    named, _ = drawn(content, 700)
    assert title.rect.x <= named["soma 3, 2"].x
    assert title.rect.bottom < named["soma 3, 2"].y


def test_details_without_room_are_left_out_from_the_outside_in():
    layers = [Layer(f"Camada {n}", "model", "um detalhe qualquer") for n in range(3)]
    content = Layers(
        [Layer("Entrada", "input", "x" * 40), Block("Bloco", layers), Layer("Saída", "model", "y" * 40)]
    )
    assert "xxx" not in content.describe()
    assert content.describe().count("um detalhe qualquer") == 3
