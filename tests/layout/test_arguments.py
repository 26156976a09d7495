"""Arguments of elements that no layout could use are refused where they are given, with the right word."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from infograficos import elements as e
from infograficos.errors import InputError

A = e.Text("a")


@pytest.mark.parametrize(
    ("build", "message"),
    [
        (
            lambda: e.Text("a", align="centre"),
            "Text.align: o valor “centre” não existe; você quis dizer “center”?",
        ),
        (
            lambda: e.Row((A,), justify="middle"),
            "Row.justify: o valor “middle” não existe; os nomes válidos são: "
            "“start”, “center”, “end”, “between”",
        ),
        (
            lambda: e.Balloon(A, tail="top"),
            "Balloon.tail: o valor “top” não existe; os nomes válidos são: “left”, “right”, “up”, “down”",
        ),
        (lambda: e.Arrow("donw"), "Arrow.direction: o valor “donw” não existe; você quis dizer “down”?"),
        (
            lambda: e.Connector("a", "b", leaves="lft"),
            "Connector.leaves: o valor “lft” não existe; você quis dizer “left”?",
        ),
        (
            lambda: e.token_chip("a", "input", "focos"),
            "o estado “focos” não existe; você quis dizer “focus”?",
        ),
        (
            lambda: e.Mark("a", 0, 0, shape="cirle"),
            "Mark.shape: o valor “cirle” não existe; você quis dizer “circle”?",
        ),
        (
            lambda: e.PlaneLine((0, 0), (1, 1), style="dash"),
            "PlaneLine.style: o valor “dash” não existe; você quis dizer “dashed” ou “dashed arrow”?",
        ),
        (
            lambda: e.LabeledBar(1, 1, "1", "model", "horizontl"),
            "LabeledBar.orientation: o valor “horizontl” não existe; você quis dizer “horizontal”?",
        ),
        (
            lambda: e.FirstThatFits(()),
            "FirstThatFits.options: esperado ao menos um item, veio uma lista vazia",
        ),
        (lambda: e.SameWidthAs(()), "SameWidthAs.like: esperado ao menos um item, veio uma lista vazia"),
        (lambda: e.Grid((), (1.0,)), "Grid.cells: esperado ao menos um item, veio uma lista vazia"),
        (
            lambda: e.Grid((e.Cell(A, 0, 3),), (1.0,)),
            "Grid.cells[0]: a célula na linha 0, coluna 3 não cabe em 1 coluna",
        ),
        (
            lambda: e.Grid((e.Cell(A, 0, 0), e.Cell(A, -1, 0)), (1.0, 1.0)),
            "Grid.cells[1]: a célula na linha -1, coluna 0 não cabe em 2 colunas",
        ),
        (lambda: e.Grid((A,), (1.0,)), "Grid.cells[0]: esperado um objeto Cell, veio um objeto Text"),
        (
            lambda: e.Column(("a",)),
            'Column.children[0]: esperado um elemento, veio "a"; um texto se escreve Text(…)',
        ),
        (
            lambda: e.Column(A),
            "Column.children: esperada uma lista, veio um objeto Text; "
            "com um item só, ponha a vírgula: (item,)",
        ),
        (lambda: e.Card(3), "Card.child: esperado um elemento, veio 3"),
        (lambda: e.TokenStrip(()), "TokenStrip.lanes: esperado ao menos um item, veio uma lista vazia"),
        (
            lambda: e.TokenStrip((e.Lane((A,)), e.Lane((A, None)))),
            "TokenStrip.lanes[1].cells: esperada uma lista de 1 item, "
            "como na primeira linha, veio uma lista com 2 itens",
        ),
        (
            lambda: e.TokenStrip((e.Lane((A,)),), (e.TokenSpan(0, 1, "x"),)),
            "TokenStrip.spans[0]: 0 a 1 não cabe em 1 coluna",
        ),
    ],
)
def test_a_wrong_argument_is_refused_with_what_was_expected(build: Callable[[], object], message: str):
    with pytest.raises(InputError) as refusal:
        build()
    assert str(refusal.value) == message


@pytest.mark.parametrize(
    "build", [lambda: e.Row([A]), lambda: e.Lane((None,)), lambda: e.Connector("a", "b", leaves=None)]
)
def test_lists_and_what_may_be_left_out_are_taken(build: Callable[[], object]):
    build()
