"""What real layouts that do not fit are told as: the innermost element, its words, and the room it had."""

from math import inf

import pytest
from ruler import square_layouter, square_theme

from infograficos.audit import AuditedFigure
from infograficos.audit.rules import fit
from infograficos.elements.card import Card, Named
from infograficos.elements.row import Column, Row
from infograficos.elements.sheet import Sheet
from infograficos.elements.text import Text
from infograficos.scene.geometry import Limits, Point, Size
from infograficos.scene.items import Frame, Placed
from infograficos.theme import ResolvedTheme


def told(element, width: float, height: float = inf) -> list[str]:
    frame = square_layouter().layout(element, Limits(width, height))
    # Air around it, so that nothing leaves the sheet: only the room that was offered is too little.
    sheet = Frame(Size(frame.size.width + 40, frame.size.height + 40), (Placed(Point(20, 20), frame),))
    audited = AuditedFigure("01-teste", sheet, ResolvedTheme(square_theme()), "Um teste.", str)
    return [finding.message for finding in fit.check(audited)]


def test_what_fits_is_no_fault():
    assert told(Card(Text("um dois")), 60) == []


@pytest.mark.parametrize(
    ("width", "messages"),
    [
        (200, []),
        (
            199,
            [
                "fita: “inconstitucional” precisa de 160 unidades de largura (esperado: 159); "
                "encurte o texto ou dê mais espaço"
            ],
        ),
    ],
)
def test_a_word_fits_or_does_not_to_the_unit(width, messages):
    assert told(Sheet(Named("fita", Text("inconstitucional"))), width) == messages


def test_a_fault_names_the_innermost_element_its_words_and_the_room():
    figure = Named("figura", Column((Text("um"), Named("fita", Card(Text("inconstitucional"))))))
    assert told(figure, 150) == [
        "figura › fita: “inconstitucional” precisa de 160 unidades de largura (esperado: 130); "
        "encurte o texto ou dê mais espaço"
    ]


def row_of(first, second):
    return Named("par", Row((Named("a", Text(first)), Named("b", Text(second))), "medium"))


def test_where_neighbours_do_not_fit_together_each_is_told_its_room():
    assert told(row_of("palavra", "outra"), 100) == [
        f"par › {word} unidades de largura (esperado: 45); encurte o texto ou dê mais espaço"
        for word in ("a: “palavra” precisa de 70", "b: “outra” precisa de 50")
    ]


def test_a_word_that_is_short_enough_beside_a_long_one_is_not_blamed():
    assert told(row_of("inconstitucional", "de um"), 100) == [
        "par › a: “inconstitucional” precisa de 160 unidades de largura (esperado: 70); "
        "encurte o texto ou dê mais espaço"
    ]


def test_where_nothing_is_named_the_sheet_is_to_blame():
    assert told(Text("palavra"), 50) == [
        "folha: “palavra” precisa de 70 unidades de largura (esperado: 50); encurte o texto ou dê mais espaço"
    ]


def test_height_is_told_as_height():
    assert told(Text("um dois"), 40, 25) == [
        "folha: “um dois” precisa de 30 unidades de altura (esperado: 25); encurte o texto ou dê mais espaço"
    ]


def test_long_words_are_shortened_in_a_message():
    (message,) = told(Text("a" * 80), 50)
    assert f"“{'a' * 59}…”" in message


def test_each_thing_that_does_not_fit_is_told_once():
    column = Column((Named("a", Text("palavra")), Text("um"), Named("b", Card(Text("palavras")))))
    assert [message.split(" precisa")[0] for message in told(column, 60)] == ["a: “palavra”", "b: “palavras”"]
