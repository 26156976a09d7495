"""Elements beside each other, with blank blocks and square glyphs."""

from __future__ import annotations

import pytest
from blocks import Block, places
from ruler import square_layouter

from infograficos.elements.flow import Grow
from infograficos.elements.row import Row
from infograficos.elements.text import Text
from infograficos.scene.geometry import Limits, Size
from infograficos.scene.items import Frame


def laid_out(row: Row, **limits: float):
    return square_layouter().layout(row, Limits(**limits))


def test_children_stand_beside_each_other_with_a_gap_and_centred():
    frame = laid_out(Row((Block(30, 10), Block(50, 20)), "medium"), max_width=200)
    assert places(frame) == [(0, 5, 30, 10), (40, 0, 50, 20)]
    assert (frame.size.width, frame.size.height) == (90, 20)


def test_an_empty_row_takes_no_room():
    frame = laid_out(Row(()), max_width=200)
    assert (frame.size.width, frame.size.height, frame.items) == (0, 0, ())


@pytest.mark.parametrize(
    ("align", "expected"),
    [
        ("start", [(0, 0, 30, 10), (30, 0, 50, 20)]),
        ("center", [(0, 5, 30, 10), (30, 0, 50, 20)]),
        ("end", [(0, 10, 30, 10), (30, 0, 50, 20)]),
        ("stretch", [(0, 0, 30, 20), (30, 0, 50, 20)]),
    ],
)
def test_children_stand_against_each_other_as_asked(align, expected):
    assert places(laid_out(Row((Block(30, 10), Block(50, 20)), "none", align), max_width=200)) == expected


def test_baselines_are_level():
    row = Row((Block(30, 10, baseline=8), Block(50, 30, baseline=20)), "none", "baseline")
    frame = laid_out(row, max_width=200)
    assert places(frame) == [(0, 12, 30, 10), (30, 0, 50, 30)]
    assert frame.baseline == 20


def test_a_low_child_on_the_baseline_makes_the_row_higher():
    row = Row((Block(30, 40, baseline=8), Block(50, 30, baseline=20)), "none", "baseline")
    frame = laid_out(row, max_width=200)
    assert places(frame) == [(0, 12, 30, 40), (30, 0, 50, 30)]
    assert frame.size.height == 52


@pytest.mark.parametrize(
    ("justify", "xs"), [("start", [0, 40]), ("center", [55, 95]), ("end", [110, 150]), ("between", [0, 150])]
)
def test_room_that_is_left_goes_where_it_is_asked_to(justify, xs):
    row = Row((Block(30), Block(50)), "medium", justify=justify)
    frame = laid_out(row, max_width=200, min_width=200)
    assert [place[0] for place in places(frame)] == xs
    assert frame.size.width == 200


def test_growing_children_fill_the_room_by_their_share():
    row = Row((Grow(Block(10)), Block(30), Grow(Block(10), 3)), "none")
    assert [place[2] for place in places(laid_out(row, max_width=130))] == [30, 30, 70]


def test_equal_children_are_as_wide_as_each_other_whatever_they_hold():
    row = Row((Block(10), Block(70, least=20), Block(30)), "small", equal=True)
    assert places(laid_out(row, max_width=160)) == [(0, 0, 50, 10), (55, 0, 50, 10), (110, 0, 50, 10)]


def test_equal_children_fill_the_room():
    row = Row((Block(10), Block(30)), "medium", equal=True)
    assert places(laid_out(row, max_width=210)) == [(0, 0, 100, 10), (110, 0, 100, 10)]


def test_without_a_limit_a_growing_child_fills_what_there_must_be():
    row = Row((Block(30), Grow(Block(10))), "medium")
    assert places(laid_out(row, min_width=100)) == [(0, 0, 30, 10), (40, 0, 60, 10)]


def test_without_a_limit_equal_children_are_as_wide_as_the_widest_likes():
    row = Row((Block(10), Block(70)), "small", equal=True)
    assert [place[2] for place in places(laid_out(row))] == [70, 70]


def test_children_shrink_by_their_width_down_to_their_least():
    row = Row((Block(100, least=90), Block(60, least=10)), "medium")
    assert [place[2] for place in places(laid_out(row, max_width=130))] == [90, 30]


def test_what_is_narrower_becomes_higher():
    row = Row((Text("um dois tres"), Text("seis")), "medium")
    assert places(laid_out(row, max_width=100)) == [(0, 0, 40, 50), (60, 20, 40, 10)]


def test_a_child_that_cannot_shrink_pushes_its_neighbours_aside_and_is_marked():
    row = Row((Block(80), Block(60)), "medium")
    frame = laid_out(row, max_width=100)
    assert places(frame) == [(0, 0, 80, 10), (90, 0, 60, 10)]
    assert frame.offered is not None
    assert frame.size.width == 150


def test_a_child_that_does_not_grow_is_not_made_as_wide_as_its_share():
    row = Row((Text("um dois tres", align="center"), Text("seis")), "medium")
    assert places(laid_out(row, max_width=100))[0] == (0, 0, 40, 50)


class Springy:
    """Is three times as high once it is asked to be high at all."""

    def layout(self, limits, _layouter):
        return Frame(Size(10.0, 30.0 if limits.min_height else 10.0))


def test_a_stretched_child_that_becomes_higher_heightens_the_row():
    frame = laid_out(Row((Springy(), Block(10, 20)), "none", "stretch"), max_width=100)
    assert frame.size.height == 30


def test_a_stretched_row_is_as_high_as_it_must_be_whatever_its_children_are():
    frame = laid_out(Row((Stubborn(),), align="stretch"), max_width=100, min_height=50)
    assert frame.size.height == 50


class Stubborn:
    """Says that it can be narrow, and is not where it comes to it."""

    def layout(self, limits, _layouter):
        return Frame(Size(10.0 if limits.max_width == 0 else 80.0, 10.0))


def test_a_child_that_takes_more_than_its_share_covers_no_neighbour():
    frame = laid_out(Row((Stubborn(), Block(60, least=10)), "medium"), max_width=100)
    (_, _, width, _), (x, *_) = places(frame)
    assert width == 80
    assert x == 90


def test_the_rows_baseline_is_that_of_the_first_child_that_has_one():
    row = Row((Block(10, 40), Text("um")), "none")
    assert laid_out(row, max_width=100).baseline == 25
