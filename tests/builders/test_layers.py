"""Stacks of layers: what is said, what is refused, and which way the data takes."""

from __future__ import annotations

import pytest
from refusals import refusal

from infograficos.builders.layers import EXAMPLES, Block, Layer, Layers
from infograficos.chapter import Chapter
from infograficos.figure import Figure
from infograficos.report import check
from infograficos.scene.geometry import Rect
from infograficos.scene.items import Frame, Path, TextBlock, Visit, walk

MLP = [Layer("Linear", "model"), Layer("GELU", "model"), Layer("Linear", "model")]

STACKS = {
    **EXAMPLES,
    "sem bloco": Layers([Layer("Tokens", "input"), Layer("Logits", "response", "50257")]),
    "só bloco": Layers([Block("MLP", MLP, residual=[(1, 3)])]),
    "bloco no começo": Layers([Block("MLP", MLP, 2), Layer("Saída", "response")]),
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
    assert EXAMPLES["gpt-2"].describe() == (
        "Camadas, de baixo para cima: Embeddings → Bloco × 12 → Cabeça de saída. Dentro de “Bloco”: "
        "LayerNorm → Atenção causal → + → LayerNorm → MLP → +. Em cada +, um atalho soma a entrada de volta."
    )
    assert EXAMPLES["bert"].describe() == (
        "Camadas, de cima para baixo: Embeddings → Bloco × 12 → Cabeça de MLM. Dentro de “Bloco”: Atenção → "
        "+ → LayerNorm → MLP → + → LayerNorm. Em cada +, um atalho soma a entrada de volta."
    )


def test_without_a_block_only_the_stack_is_told():
    assert STACKS["sem bloco"].describe() == "Camadas, de baixo para cima: Tokens → Logits."


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
    content = EXAMPLES["gpt-2"]
    tall = Figure(1, "a", "GPT-2", "Um bloco, doze vezes", content, "Cada atalho soma a entrada de volta.")
    assert tall.draw().findings == ()


def test_beside_each_other_the_data_goes_through_the_stack_and_through_the_opened_block():
    assert joined(EXAMPLES["gpt-2"], 700) == {
        ("camada 1", "camada 2"),
        ("camada 2", "camada 3"),
        ("camada 2", "bloco aberto"),
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
    found = joined(EXAMPLES["bert"], 360)
    assert {("camada 1", "camada 1 do bloco"), ("camada 4 do bloco", "camada 3")} <= found
    assert {("ramo 1", "soma 1"), ("ramo 3", "soma 3")} <= found
    assert len(found) == 9


@pytest.mark.parametrize("width", [700, 360])
def test_residual_paths_run_at_the_side_of_the_layers_inside_the_block(width):
    named, connectors = drawn(EXAMPLES["gpt-2"], width)
    layer = named["camada 1 do bloco"]
    surface = named["bloco aberto" if width == 700 else "camada 2"]
    aside = [v.rect.right for v in connectors if v.rect.width > layer.width / 4 and v.rect.x > layer.x]
    assert len(aside) == 2
    assert all(layer.right + 5 < right < surface.right - 5 for right in aside)


@pytest.mark.parametrize(("name", "sign"), [("gpt-2", -1), ("bert", 1)])
def test_the_first_layer_stands_where_it_was_asked_to(name, sign):
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
            lambda: Layers([Block("A", MLP), Block("B", MLP)]),
            "Layers: esperado até um bloco, vieram 2: A, B",
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


@pytest.mark.parametrize("name", list(EXAMPLES))
def test_on_a_phone_the_blocks_title_keeps_away_from_the_way_of_the_data(name):
    visits = list(walk(figure(EXAMPLES[name]).draw(width=360).frame))
    (title,) = [v.rect for v in visits if isinstance(v.item, TextBlock) and v.item.text.startswith("Bloco")]
    way = [v.rect.x for v in visits if isinstance(v.item, Path) and v.item.purpose == "connector"]
    beside = min(x for x in way if x > title.x)
    assert beside - title.right >= 20
