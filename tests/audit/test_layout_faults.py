"""What real layouts that do not fit are told as: the innermost element, its words, and the room it had."""

from math import inf

import pytest
from ruler import square_layouter, square_theme

from infograficos.audit import AuditedFigure
from infograficos.audit.rules import fit
from infograficos.elements.card import Card, Named
from infograficos.elements.charts.axis import Axis, Tick
from infograficos.elements.charts.line_chart import LineChart, LineSeries
from infograficos.elements.grid import Cell, Grid
from infograficos.elements.row import Column, Row
from infograficos.elements.sheet import Sheet
from infograficos.elements.text import Text
from infograficos.scene.geometry import Limits, Point, Size
from infograficos.scene.items import Frame, Placed
from infograficos.theme import ResolvedTheme

HYPHENATE = "encurte o texto, dê mais espaço ou deixe separar as sílabas: pip install pyphen"


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
            [f"fita: “inconstitucional” precisa de 160 unidades de largura (esperado: 159); {HYPHENATE}"],
        ),
    ],
)
def test_a_word_fits_or_does_not_to_the_unit(width, messages):
    assert told(Sheet(Named("fita", Text("inconstitucional"))), width) == messages


def test_a_fault_names_the_innermost_element_its_words_and_the_room():
    figure = Named("figura", Column((Text("um"), Named("fita", Card(Text("inconstitucional"))))))
    assert told(figure, 150) == [
        f"figura › fita: “inconstitucional” precisa de 160 unidades de largura (esperado: 130); {HYPHENATE}"
    ]


def row_of(first, second):
    return Named("par", Row((Named("a", Text(first)), Named("b", Text(second))), "medium"))


def test_where_neighbours_do_not_fit_together_each_reports_its_room():
    assert told(row_of("palavra", "outra"), 100) == [
        f"par › {word} unidades de largura (esperado: 45); {HYPHENATE}"
        for word in ("a: “palavra” precisa de 70", "b: “outra” precisa de 50")
    ]


def test_a_word_that_is_short_enough_beside_a_long_one_is_not_blamed():
    assert told(row_of("inconstitucional", "de um"), 100) == [
        f"par › a: “inconstitucional” precisa de 160 unidades de largura (esperado: 70); {HYPHENATE}"
    ]


def test_where_nothing_is_named_the_sheet_is_to_blame():
    assert told(Text("palavra"), 50) == [
        f"folha: “palavra” precisa de 70 unidades de largura (esperado: 50); {HYPHENATE}"
    ]


@pytest.mark.parametrize("text", [Text("strengths"), Text("palavra", literal=True), Text("`palavra`")])
def test_hyphenation_is_advised_only_where_it_would_help(text):
    assert [message.partition("; ")[2] for message in told(text, 50)] == ["encurte o texto ou dê mais espaço"]


def test_where_a_cell_of_several_columns_is_too_wide_the_others_are_not_blamed():
    cells = (
        Cell(Text("um"), 0, 0),
        Cell(Text("dois"), 0, 1),
        Cell(Text("inconstitucional"), 1, 0, columns=2),
    )
    messages = told(Grid(cells, (1.0, 1.0), "medium"), 120)
    assert [message.partition(";")[0] for message in messages] == [
        "folha: “inconstitucional” precisa de 160 unidades de largura (esperado: 120)"
    ]


def test_in_a_chart_the_name_that_sticks_out_is_blamed():
    axis = Axis("passo", 0.0, 1.0, (Tick(0.0, "0"), Tick(1.0, "1")))
    series = LineSeries("inconstitucionalissimamente", "model", ((0.0, 0.0), (1.0, 1.0)))
    messages = told(LineChart((series,), axis, axis), 300)
    assert [message.partition(" unidades")[0] for message in messages] == [
        "folha: “inconstitucionalissimamente” precisa de 270"
    ]


def test_height_is_reported_as_height():
    assert told(Text("um dois"), 40, 25) == [
        "folha: “um dois” precisa de 30 unidades de altura (esperado: 25); encurte o texto ou dê mais espaço"
    ]


def test_long_words_are_shortened_in_a_message():
    (message,) = told(Text("a" * 80), 50)
    assert f"“{'a' * 59}…”" in message


def test_each_thing_that_does_not_fit_is_reported_once():
    column = Column((Named("a", Text("palavra")), Text("um"), Named("b", Card(Text("palavras")))))
    assert [message.split(" precisa")[0] for message in told(column, 60)] == ["a: “palavra”", "b: “palavras”"]
