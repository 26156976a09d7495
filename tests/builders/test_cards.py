"""Cards in a grid or a stack: what is said, what is refused, what stands where."""

from __future__ import annotations

import pytest
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.cards import EXAMPLES, Cards, Item, Panel
from infograficos.scene.items import Frame, TextBlock, walk


def figure(content: Cards) -> Figure:
    return Figure(1, "cartoes", "Cartões", "O que o exemplo ensina", content)


def items(count: int) -> list[Item]:
    return [Item(f"Item {'abcdefghi'[i]}", "model", "resumo") for i in range(count)]


def test_the_examples_are_described_word_for_word():
    assert EXAMPLES["bibliotecas"].describe() == (
        "4 cartões em grade: torch (tensores e gradientes), tiktoken (tokens do GPT-2), numpy (vetores e "
        "matrizes) e matplotlib (gráficos)."
    )
    assert EXAMPLES["camadas com painel"].describe() == (
        "4 cartões em pilha: Seu modelo (o seu código), torch.nn (camadas prontas), torch.autograd "
        "(gradientes) e Tensores (números em grade). Ao lado, o painel “Em volta”: Otimizador e CPU ou "
        "GPU."
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


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_on_the_sheet_the_cards_stand_in_reading_order_in_columns_of_one_width(columns):
    places = named(Cards(items(6), columns))
    cards = [places[f"cartão {number}"] for number in range(1, 7)]
    assert len({round(card.x) for card in cards}) == columns
    assert len({round(card.width, 3) for card in cards}) == 1
    assert sorted(cards, key=lambda card: (round(card.y), card.x)) == cards


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
    content = EXAMPLES["camadas com painel"]
    wide, narrow = named(content), named(content, 360)
    assert wide["painel"].x > wide["cartão 1"].right
    assert (wide["painel"].y, wide["painel"].bottom) == pytest.approx(
        (wide["cartão 1"].y, wide["cartão 4"].bottom)
    )
    assert narrow["painel"].y > narrow["cartão 4"].bottom


@pytest.mark.parametrize("width", [700, 360])
def test_all_cards_of_a_stack_have_their_details_in_the_same_place(width):
    frame = figure(EXAMPLES["camadas com painel"]).draw(width=width).frame
    tops = {v.item.text: v.rect.center.y for v in walk(frame) if isinstance(v.item, TextBlock)}
    pairs = [
        ("torch.nn", "camadas prontas"),
        ("torch.autograd", "gradientes"),
        ("Tensores", "números em grade"),
    ]
    assert len({round(tops[detail] - tops[name]) for name, detail in pairs}) == 1


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_pass_the_guidelines_strictly(name):
    report = check(Chapter(number=1, title="Teste", figures=[figure(EXAMPLES[name])]))
    assert [each.finding.message for judged in report.figures for each in judged.findings] == []
