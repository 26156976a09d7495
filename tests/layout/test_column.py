"""Elements below each other and over each other."""

from __future__ import annotations

import pytest
from blocks import Block, places
from ruler import square_layouter

from infograficos.elements.flow import Grow, Spacer
from infograficos.elements.row import Column, Stack
from infograficos.elements.text import Text
from infograficos.scene.geometry import Limits


def laid_out(element, **limits: float):
    return square_layouter().layout(element, Limits(**limits))


def test_children_stand_below_each_other_as_wide_as_the_widest():
    frame = laid_out(Column((Block(30, 10), Block(50, 20)), "medium"), max_width=200)
    assert places(frame) == [(0, 0, 50, 10), (0, 20, 50, 20)]
    assert (frame.size.width, frame.size.height) == (50, 40)


@pytest.mark.parametrize(
    ("align", "expected"),
    [
        ("start", [(0, 0, 30, 10), (0, 10, 50, 20)]),
        ("center", [(10, 0, 30, 10), (0, 10, 50, 20)]),
        ("end", [(20, 0, 30, 10), (0, 10, 50, 20)]),
        ("stretch", [(0, 0, 50, 10), (0, 10, 50, 20)]),
    ],
)
def test_children_stand_horizontally_as_asked(align, expected):
    assert places(laid_out(Column((Block(30), Block(50, 20)), "none", align), max_width=200)) == expected


@pytest.mark.parametrize(
    ("justify", "ys"), [("start", [0, 20]), ("center", [30, 50]), ("end", [60, 80]), ("between", [0, 80])]
)
def test_height_that_is_left_goes_where_it_is_asked_to(justify, ys):
    column = Column((Block(30), Block(30, 20)), "medium", justify=justify)
    frame = laid_out(column, max_width=100, min_height=100)
    assert [place[1] for place in places(frame)] == ys
    assert frame.size.height == 100


def test_growing_children_share_the_free_height():
    column = Column((Grow(Block(10, 10)), Block(10, 20), Grow(Spacer(), 3)), "none")
    assert places(laid_out(column, min_height=110)) == [(0, 0, 10, 30), (0, 30, 10, 20), (0, 50, 10, 60)]


def test_less_than_a_unit_of_free_height_is_shared_too():
    frame = laid_out(Column((Grow(Block(10, 10)), Block(10, 20)), "none"), min_height=30.5)
    assert places(frame) == [(0, 0, 10, 10.5), (0, 10.5, 10, 20)]


def test_a_column_is_as_wide_as_it_must_be():
    assert places(laid_out(Column((Block(30),)), max_width=200, min_width=120)) == [(0, 0, 120, 10)]


def test_texts_are_broken_to_the_width_that_is_offered():
    column = Column((Text("um dois tres"), Text("seis")), "medium")
    assert places(laid_out(column, max_width=80)) == [(0, 0, 70, 30), (0, 40, 40, 10)]


def test_a_child_too_wide_is_marked_and_its_neighbours_keep_to_the_offer():
    frame = laid_out(Column((Block(90), Block(30, least=5)), "none"), max_width=50)
    assert [place[2] for place in places(frame)] == [90, 50]
    assert [placed.item.offered is not None for placed in frame.items] == [True, False]


def test_an_empty_column_takes_no_room():
    frame = laid_out(Column(()), max_width=200)
    assert (frame.size.width, frame.size.height) == (0, 0)


def test_the_columns_baseline_is_its_first_line():
    assert laid_out(Column((Block(10, 40), Text("um"), Text("dois")), "medium")).baseline == 60


def test_a_stack_lays_the_later_children_over_the_first_in_the_middle():
    frame = laid_out(Stack((Block(50, 30), Block(20, 10))), max_width=200)
    assert places(frame) == [(0, 0, 50, 30), (15, 10, 20, 10)]


def test_a_stack_puts_its_children_in_the_corner_asked_for():
    frame = laid_out(Stack((Block(50, 30), Block(20, 10)), align="end", justify="start"))
    assert places(frame)[1] == (0, 20, 20, 10)


@pytest.mark.parametrize("stack", [Stack(()), Stack((Block(5),))])
def test_a_stack_is_at_least_as_large_as_it_must_be(stack):
    frame = laid_out(stack, min_width=70, min_height=60)
    assert (frame.size.width, frame.size.height) == (70, 60)
