"""The one door: it asks once and marks what overflows."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import inf

import pytest
from blocks import Block
from ruler import square_layouter

from infograficos.elements.card import Card, Named
from infograficos.elements.grid import Cell, Grid
from infograficos.elements.row import Column, Row
from infograficos.elements.text import Text
from infograficos.scene.geometry import ORIGIN, Limits, Size
from infograficos.scene.items import Frame, Placed, walk, words


@dataclass
class Counted:
    """Remembers what it was asked."""

    asked: list[Limits] = field(default_factory=list)

    def layout(self, limits, _layouter):
        self.asked.append(limits)
        return Frame(Size(min(50.0, limits.max_width), 10.0))


def test_the_same_question_is_answered_once():
    element, layouter = Counted(), square_layouter()
    first = layouter.layout(element, Limits(30))
    assert layouter.layout(element, Limits(30)) is first
    assert layouter.layout(element, Limits(40)) is not first
    assert element.asked == [Limits(30), Limits(40)]


def test_natural_is_without_limits_and_narrowest_without_room():
    element, layouter = Counted(), square_layouter()
    assert (layouter.natural(element).width, layouter.narrowest(element)) == (50, 0)
    assert element.asked == [Limits(), Limits(max_width=0.0)]


def test_equal_elements_are_asked_each_for_itself():
    one, other, layouter = Counted(), Counted(), square_layouter()
    layouter.layout(one, Limits(30))
    layouter.layout(other, Limits(30))
    assert len(one.asked) == len(other.asked) == 1


def test_elements_that_are_gone_are_not_taken_for_new_ones():
    layouter = square_layouter()
    widths = [layouter.layout(Block(float(width)), Limits(500)).size.width for width in range(200)]
    assert widths == list(range(200))


@pytest.mark.parametrize(
    ("limits", "marked"),
    [
        (Limits(50), False),
        (Limits(49.995), False),
        (Limits(49.98), True),
        (Limits(), False),
        (Limits(100, 10), False),
        (Limits(100, 9), True),
    ],
)
def test_a_frame_is_marked_where_it_needs_more_than_it_was_offered(limits, marked):
    frame = square_layouter().layout(Block(50), limits)
    assert (frame.offered is not None) is marked
    assert frame.overflowing is marked


def test_a_frame_overflows_where_something_inside_it_does():
    marked = Frame(Size(50, 10), offered=Size(40, 10))
    assert Frame(Size(90, 90), (Placed(ORIGIN, Frame(Size(60, 20), (Placed(ORIGIN, marked),))),)).overflowing


def test_natural_and_narrowest_are_the_widths_without_limits_and_without_room():
    layouter = square_layouter()
    text = Text("um dois tres")
    assert layouter.natural(text) == Size(120, 10)
    assert layouter.narrowest(text) == 40


def marked(element, width: float, height: float = inf) -> list[tuple[str, Size]]:
    """The innermost marked frames: the words that each holds, and what it was offered."""
    frames = [visit.item for visit in walk(square_layouter().layout(element, Limits(width, height)))]
    return [
        (words(frame), frame.offered)
        for frame in frames
        if isinstance(frame, Frame) and frame.offered and not any(map(overflows, frame.items))
    ]


def overflows(placed: Placed) -> bool:
    return isinstance(placed.item, Frame) and placed.item.overflowing


def test_nothing_is_marked_in_what_fits():
    frame = square_layouter().layout(Card(Text("um dois")), Limits(60))
    assert not frame.overflowing
    assert all(visit.item.offered is None for visit in walk(frame) if isinstance(visit.item, Frame))


def test_the_innermost_mark_is_on_what_does_not_fit_with_the_room_it_had():
    figure = Named("figura", Column((Text("um"), Named("fita", Card(Text("inconstitucional"))))))
    assert marked(figure, 150) == [("inconstitucional", Size(130, inf))]


def test_where_neighbours_do_not_fit_together_each_is_marked_with_its_room():
    row = Named("par", Row((Named("a", Text("palavra")), Named("b", Text("outra"))), "medium"))
    assert marked(row, 100) == [("palavra", Size(45, inf)), ("outra", Size(45, inf))]


def test_what_is_too_high_is_marked_with_the_height_it_had():
    assert marked(Text("um dois"), 40, 25) == [("um dois", Size(40, 25))]


def test_each_thing_that_does_not_fit_is_marked():
    column = Column((Named("a", Text("palavra")), Text("um"), Named("b", Card(Text("palavras")))))
    assert marked(column, 60) == [("palavra", Size(60, inf)), ("palavras", Size(40, inf))]


@pytest.mark.parametrize(
    ("arranged", "expected"),
    [
        (lambda child: Row((child, Block(20)), "none"), [Limits(), Limits(50)]),
        (lambda child: Row((child, Block(90)), "none"), [Limits(), Limits(0), Limits(10)]),
        (lambda child: Grid((Cell(child, 0, 0),), (0,)), [Limits(), Limits(50, min_width=50)]),
        (
            lambda child: Grid((Cell(child, 0, 0), Cell(Block(90), 0, 1)), (0, 0), "none"),
            [Limits(), Limits(0), Limits(10, min_width=10)],
        ),
        (lambda child: Column((child,)), [Limits(100, min_width=100)]),
        (lambda child: Column((child,), align="start"), [Limits(100)]),
    ],
)
def test_a_child_is_asked_no_more_than_decides_its_width(arranged, expected):
    child = Counted()
    square_layouter().layout(arranged(child), Limits(100, min_width=100))
    assert child.asked == expected
