"""Links that come back around the outside, links side by side, and the shapes and heads of links."""

from __future__ import annotations

from blocks import Block
from links import blocks, lines, linked, touches

from infograficos.elements.card import Card, Named
from infograficos.elements.connectors.connector import Connector
from infograficos.elements.flow import Spacer
from infograficos.elements.row import Column, Row
from infograficos.scene.items import Frame, Path

ROW = Row(tuple(Named(name, Block(50, 40)) for name in "abc"), "link")
BACK = Connector("c", "a", leaves="top", arrives="top")


def heights(frame: Frame) -> list[float]:
    """How far up each line reaches."""
    return [round(min(p.y for piece in line for p in piece), 2) for line in lines(frame)]


def test_a_loop_gets_room_above_the_row_and_comes_back_to_its_first():
    frame = linked(ROW, BACK)
    assert frame.size.height == 40 + 24 + 1
    assert heights(frame) == [1]
    ((first, *_),) = lines(frame)
    assert (first[0].x, first[0].y) == (blocks(frame)["c"].center.x, 25)


def test_the_inner_of_two_loops_is_nearer_and_they_do_not_cross():
    outer, inner = heights(linked(ROW, BACK, Connector("c", "b", leaves="top", arrives="top")))
    assert inner - outer == 14


def test_an_element_can_be_linked_to_itself():
    frame = linked(ROW, Connector("b", "b"))
    (line,) = lines(frame)
    block = blocks(frame)["b"]
    assert (line[0][0].x, line[0][0].y) == (block.center.x - 12.5, block.y)
    assert max(piece[0].x for piece in line) < block.right
    assert heights(frame) == [1]


def test_a_loop_to_itself_is_where_nothing_is_in_its_way():
    column = Column((Named("a", Block(50, 40)), Named("b", Block(50, 40))), "small")
    frame = linked(column, Connector("b", "b"))
    assert max(p.x for piece in lines(frame)[0] for p in piece) > blocks(frame)["b"].right + 20


def test_inside_a_card_that_holds_both_ends_a_link_stays_close():
    frame = linked(Card(ROW, padding="large"), BACK)
    assert frame.size.height == 80
    assert heights(frame) == [10]


def test_the_child_gets_less_width_where_the_loop_needs_some():
    column = Column((Named("a", Block(100, 40, 20)), Named("b", Block(100, 40, 20))), "link")
    frame = linked(column, Connector("b", "a", leaves="right", arrives="right"), width=100)
    assert frame.size.width == 100
    assert blocks(frame)["a"].width == 75


def test_there_and_back_run_side_by_side():
    there, back = lines(linked(ROW, Connector("a", "b"), Connector("b", "a")))
    assert [round(line[0][0].y) for line in (there, back)] == [13, 27]


def test_two_heads_or_none():
    paths = [
        next(p.item for p in linked(ROW, Connector("a", "b", heads=heads)).items if isinstance(p.item, Path))
        for heads in ("both", "none")
    ]
    assert [sum(step.verb == "M" for step in path.commands) for path in paths] == [3, 1]
    assert [path.commands[0].points[0].x for path in paths] == [51, 50]
    assert paths[1].commands[-1].points[0].x == 90


STAIRS = Column(
    (Named("a", Block(40, 40)), Row((Spacer("link"), Spacer("link"), Named("b", Block(40, 40))))),
    "link",
    "start",
)


def path(child, link: Connector) -> Path:
    return next(placed.item for placed in linked(child, link).items if isinstance(placed.item, Path))


def test_a_curve_leaves_and_arrives_at_right_angles():
    curve = path(STAIRS, Connector("a", "b", shape="curved", leaves="bottom", arrives="left"))
    first, (pull, other, last) = curve.commands[0].points[0], curve.commands[1].points
    assert pull.x == first.x
    assert other.y == last.y


def test_a_curve_that_is_blocked_is_square():
    row = Row((Named("a", Block(50, 40)), Block(40, 120), Named("b", Block(50, 40))), "link")
    assert path(row, Connector("a", "b", shape="curved")) == path(row, Connector("a", "b"))


def test_a_straight_link_is_slanted_from_border_to_border():
    frame = linked(STAIRS, Connector("a", "b", shape="straight", heads="none"))
    ((first, last),) = lines(frame)[0]
    assert touches(first, blocks(frame)["a"], 0)
    assert touches(last, blocks(frame)["b"], 0)
    assert first.x < last.x
    assert first.y < last.y
