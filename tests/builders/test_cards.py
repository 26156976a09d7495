"""Cards in a grid or a stack: what is said, what is refused, what stands where."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.cards import EXAMPLES, HEADLINES, Cards, Item, Panel
from infograficos.scene.items import Box, Frame, Path, TextBlock, walk

AROUND = [Item("Otimizador", detail="ajusta os pesos"), Item("CPU ou GPU", detail="faz as contas")]
LAYERS = replace(EXAMPLES["camadas"], panel=Panel("Em volta", AROUND))


def figure(content: Cards) -> Figure:
    return Figure(1, "cartoes", "Cartões", "O que o exemplo ensina", content)


def items(count: int) -> list[Item]:
    return [Item(f"Item {'abcdefghi'[i]}", "model", "resumo") for i in range(count)]


def test_the_examples_are_described_word_for_word():
    assert EXAMPLES["bibliotecas"].describe() == (
        "4 cartões em grade: torch (555 MB), numpy (17 MB), matplotlib (10 MB) e tiktoken (1 MB)."
    )
    assert LAYERS.describe() == (
        "4 cartões em pilha: Seu modelo (o seu código), torch.nn (camadas), autograd (gradientes) e "
        "Tensores (só números). Ao lado, o painel “Em volta”: Otimizador (ajusta os pesos) e CPU ou GPU "
        "(faz as contas)."
    )


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (
            lambda: Cards(items(1)),
            "Cards.items: esperada uma lista de ao menos 2 itens, veio uma lista com 1 item",
        ),
        (
            lambda: Cards(items(9)),
            "Cards.items: esperada uma lista de no máximo 8 itens, veio uma lista com 9 itens",
        ),
        (lambda: Cards(items(2), 4), "Cards.columns: esperado um número menor ou igual a 3, veio 4"),
        (
            lambda: Cards(items(2), panel=Panel("p", [Item("item A", "input")])),
            "Cards: esperados nomes diferentes; “item A” aparece duas vezes",
        ),
        (
            lambda: Cards(items(2), focus="Item c"),
            "Cards: o cartão “Item c” não existe; você quis dizer “Item b” ou “Item a”?",
        ),
        (
            lambda: Item("a", icon="curvy"),
            "Item.icon: a imagem ou o ícone “curvy” não existe; você quis dizer “curve” ou “curva”?",
        ),
        (
            lambda: Item("a", size=0),
            "Item.size: esperado um número maior que 0, veio 0",
        ),
        (
            lambda: Cards([Item("a", size=1), Item("b")]),
            "Cards: com “size” em um cartão, dê um a cada um e tire os ícones",
        ),
        (
            lambda: Cards([Item("a", size=1), Item("b", icon="weights", size=2)]),
            "Cards: com “size” em um cartão, dê um a cada um e tire os ícones",
        ),
        (
            lambda: Panel("p", []),
            "Panel.items: esperada uma lista de ao menos 1 item, veio uma lista vazia",
        ),
    ],
)
def test_wrong_content_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


def named(content: Cards, width: int = 700):
    frame = figure(content).draw(width=width).frame
    return {v.item.name: v.rect for v in walk(frame) if isinstance(v.item, Frame) and v.item.name}


@pytest.mark.parametrize("columns", [2, 3])
def test_on_the_sheet_the_cards_stand_in_reading_order_in_columns_of_one_width(columns):
    places = named(Cards(items(6), columns))
    cards = [places[f"cartão {number}"] for number in range(1, 7)]
    assert len({round(card.x) for card in cards}) == columns
    assert len({round(card.width, 3) for card in cards}) == 1
    assert sorted(cards, key=lambda card: (round(card.y), card.x)) == cards


@pytest.mark.parametrize("width", [700, 360])
def test_each_card_of_a_stack_rests_in_the_middle_of_a_wider_one(width):
    places = named(Cards(items(6), 1), width)
    cards = [places[f"cartão {number}"] for number in range(1, 7)]
    for upper, lower in pairwise(cards):
        assert upper.bottom == pytest.approx(lower.y)
        assert upper.center.x == pytest.approx(lower.center.x)
        assert upper.width < lower.width


@pytest.mark.parametrize("count", [4, 8])
@pytest.mark.parametrize("columns", [2, 3])
def test_in_a_grid_the_card_to_remember_is_large_and_first(count, columns):
    cards = [Item(item.name, "model", icon="weights") for item in items(count)]
    content = Cards(cards, columns, focus="Item b")
    wide, narrow = named(content), named(content, 360)
    for places in (wide, narrow):
        lead, others = places["cartão 2"], [places[f"cartão {n}"] for n in range(1, count + 1) if n != 2]
        assert all(lead.height > other.height for other in others)
    assert wide["cartão 2"].right < wide["cartão 1"].x
    assert narrow["cartão 2"].bottom < narrow["cartão 1"].y
    assert narrow["cartão 2"].width == 320


@pytest.mark.parametrize("width", [700, 360])
@pytest.mark.parametrize("count", [3, 4, 5])
def test_any_number_of_cards_fits_beside_a_large_one(count, width):
    cards = [Item(item.name, "model", "resumo", "weights") for item in items(count)]
    assert figure(Cards(cards, focus="Item a")).draw(width=width).findings == ()


@pytest.mark.parametrize("width", [700, 360])
def test_sizes_are_blocks_on_one_scale_below_each_other_beside_their_names(width):
    items = [Item("a", size=64), Item("b", size=8), Item("c", size=1), Item("d", size=1)]
    content = Cards(items, focus="a")
    visits = list(walk(figure(content).draw(width=width).frame))
    fills = (
        (v, getattr(getattr(v.item, "fill", None), "role", "")) for v in visits if isinstance(v.item, Path)
    )
    outlines = {role: v.rect for v, role in fills if role.endswith(".mark")}
    blocks = [outlines[f"category{i}.mark"] for i in (1, 2, 3)]
    assert [blocks[0].width / block.width for block in blocks] == pytest.approx([1, 2, 4])
    assert blocks[1].center.x == pytest.approx(blocks[2].center.x)
    names = {v.item.text: v.rect for v in visits if isinstance(v.item, TextBlock)}
    assert names["b"].x == pytest.approx(names["c"].x)


def test_the_head_of_the_example_is_true_of_its_sizes():
    sizes = [item.size for item in EXAMPLES["bibliotecas"].items]
    assert f"**{100 * sizes[0] / sum(sizes):.0f} %**" in HEADLINES["bibliotecas"]


def grounds(content: Cards, tone: str) -> list[str]:
    """The roles of the surfaces in a tone, in painting order."""
    boxes = [v.item for v in walk(figure(content).draw().frame) if isinstance(v.item, Box) and v.item.fill]
    return [box.fill.role.partition(".")[0] for box in boxes if box.fill.role.endswith(f".{tone}")]


def test_a_card_has_a_colour_that_means_nothing_unless_it_names_a_role():
    content = Cards([Item("a"), Item("b", "model"), Item("c")])
    assert grounds(content, "soft") == ["category1", "model", "category3"]


def test_only_the_name_to_remember_is_solid():
    # The first solid surface is the plate of the figure's number.
    assert grounds(Cards([Item("a"), Item("b")]), "solid") == ["model"]
    assert grounds(Cards([Item("a"), Item("b")], focus="b"), "solid") == ["model", "category2"]


@pytest.mark.parametrize("count", [2, 5, 8])
@pytest.mark.parametrize("width", [700, 360])
def test_any_number_of_cards_fits(count, width):
    assert figure(Cards(items(count))).draw(width=width).findings == ()


@pytest.mark.parametrize("width", [700, 360])
@pytest.mark.parametrize("columns", [2, 3])
def test_the_names_of_a_row_are_on_one_line_however_long_their_details(columns, width):
    long = Item("RAG", "input", "consulta documentos externos na hora da resposta")
    content = Cards([long, Item("RLHF", "response", "feedback"), Item("SLMs", "model")], columns)
    frame = figure(content).draw(width=width).frame
    tops = {v.item.text: v.rect.y for v in walk(frame) if isinstance(v.item, TextBlock)}
    assert tops["RAG"] == tops["RLHF"]
    assert columns == 2 or width == 360 or tops["SLMs"] == tops["RAG"]


def test_the_panel_is_beside_all_cards_and_on_a_phone_below_them():
    content = LAYERS
    wide, narrow = named(content), named(content, 360)
    assert wide["painel"].x > wide["cartão 1"].right
    assert (wide["painel"].y, wide["painel"].bottom) == pytest.approx(
        (wide["cartão 1"].y, wide["cartão 4"].bottom)
    )
    assert narrow["painel"].y > narrow["cartão 4"].bottom


@pytest.mark.parametrize("width", [700, 360])
def test_all_cards_of_a_stack_have_their_details_in_the_same_place(width):
    frame = figure(LAYERS).draw(width=width).frame
    tops = {v.item.text: v.rect.center.y for v in walk(frame) if isinstance(v.item, TextBlock)}
    # The name of the focus lies on a plate.
    pairs = [("Seu modelo", "o seu código"), ("torch.nn", "camadas"), ("autograd", "gradientes")]
    assert len({round(tops[detail] - tops[name]) for name, detail in pairs}) == 1


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_pass_the_guidelines_strictly(name):
    report = check(Chapter(number=1, title="Teste", figures=[figure(EXAMPLES[name])]))
    assert [each.finding.message for judged in report.figures for each in judged.findings] == []
