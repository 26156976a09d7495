"""Arrows between named elements, drawn over what has its place already."""

from __future__ import annotations

import pytest
from blocks import Block
from ruler import square_layouter

from infograficos.elements.card import Card, Named
from infograficos.elements.connectors.connector import Connector, chain
from infograficos.elements.connectors.with_connectors import WithConnectors
from infograficos.elements.row import Column, Row
from infograficos.elements.text import Text
from infograficos.errors import InputError
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Path


def arrows(child, *links: Connector) -> list[Path]:
    frame = square_layouter().layout(WithConnectors(child, links), Limits(600))
    return [placed.item for placed in frame.items if isinstance(placed.item, Path)]


def shaft(path: Path) -> list[tuple[float, float]]:
    """The ends and turns of an arrow, without its head and with rounded corners' control points left out."""
    steps = path.commands[:-3]
    return [(round(step.points[-1].x, 2), round(step.points[-1].y, 2)) for step in steps]


PAIR = Row((Named("a", Block(50, 40)), Named("b", Block(50, 40))), "link")


def test_an_arrow_leaves_a_border_and_stops_half_its_pen_before_the_other():
    (path,) = arrows(PAIR, Connector("a", "b", "ink"))
    assert shaft(path) == [(50, 20), (89, 20)]
    assert (path.stroke.paint.role, path.stroke.width, path.stroke.dash) == ("ink", 2, ())
    assert path.purpose == "connector"
    assert path.commands[-2].points[0].x == 89


def test_a_dashed_link_is_dashed():
    (path,) = arrows(PAIR, Connector("a", "b", dashed=True))
    assert len(path.stroke.dash) == 2


def test_links_are_drawn_in_their_order_over_the_child():
    column = Column((Named("a", Block(50)), Named("b", Block(50)), Named("c", Block(50))), "large")
    paths = arrows(column, *chain(["a", "b", "c"]))
    assert [shaft(path) for path in paths] == [[(25, 10), (25, 29)], [(25, 40), (25, 59)]]


def test_an_arrow_goes_around_a_text_with_round_corners():
    row = Row((Named("a", Block(50, 20)), Text("um"), Named("b", Block(50, 20))), "link")
    (path,) = arrows(row, Connector("a", "b"))
    assert "C" in [step.verb for step in path.commands]
    text_top, text_bottom = 5, 15
    over_text = [point for step in path.commands for point in step.points if 90 < point.x < 110]
    assert all(point.y < text_top or point.y > text_bottom for point in over_text)
    ys = [point.y for step in path.commands for point in step.points]
    assert min(ys) < text_top - 5 or max(ys) > text_bottom + 5


def test_the_card_that_holds_an_end_is_no_obstacle_nor_is_what_an_end_holds():
    inside = Named("a", Card(Text("um"), padding="small"))
    row = Row((Card(inside, padding="small"), Named("b", Card(Text("dois")))), "link")
    (path,) = arrows(row, Connector("a", "b"))
    assert len(shaft(path)) == 2


def test_a_link_may_choose_its_sides():
    (path,) = arrows(PAIR, Connector("a", "b", leaves="right", arrives="bottom"))
    assert shaft(path)[0] == (50, 20)
    assert shaft(path)[-1] == (115, 41)
    before, tip = path.commands[-4].points[-1], path.commands[-2].points[0]
    assert before.y > 40
    assert tip.x == 115


@pytest.mark.parametrize(
    ("link", "message"),
    [
        (Connector("entrda", "saída"), "seta: o elemento “entrda” não existe; você quis dizer “entrada”?"),
        (
            Connector("entrada", "xyz"),
            "seta: o elemento “xyz” não existe; os nomes válidos são: “entrada”, “saída”",
        ),
        (
            Connector("entrada", "saída"),
            "seta: há mais de um elemento chamado “saída”; dê um nome diferente a cada um",
        ),
    ],
)
def test_a_name_that_is_unknown_or_occurs_twice_is_refused_word_for_word(link, message):
    names = ["entrada", "saída", *["saída"] * ("mais de um" in message)]
    row = Row(tuple(Named(name, Block(30)) for name in names), "link")
    with pytest.raises(InputError) as refusal:
        arrows(row, link)
    assert str(refusal.value) == message


def test_where_nothing_is_named_the_message_says_so():
    with pytest.raises(InputError, match="seta: o elemento “a” não existe; os nomes válidos são: nenhum"):
        arrows(Block(30), Connector("a", "b"))
