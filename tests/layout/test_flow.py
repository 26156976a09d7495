"""Growing, staying whole, staying narrow, giving way."""

from __future__ import annotations

import pytest
from blocks import Block, places
from ruler import square_layouter

from infograficos.elements.flow import (
    FirstThatFits,
    Grow,
    NoWrap,
    ShrinkToFit,
    Spacer,
    item_positions,
    offset,
)
from infograficos.elements.row import Column, Row
from infograficos.elements.sheet import Sheet
from infograficos.elements.text import Text
from infograficos.scene.geometry import Limits
from infograficos.scene.items import words


def laid_out(element, **limits: float):
    return square_layouter().layout(element, Limits(**limits))


def size(frame) -> tuple[float, float]:
    return frame.size.width, frame.size.height


def test_grow_changes_nothing_by_itself():
    assert laid_out(Grow(Block(30)), max_width=100) == laid_out(Block(30), max_width=100)


@pytest.mark.parametrize(
    ("limits", "expected"),
    [({}, (10, 10)), ({"min_width": 60.0, "min_height": 5.0}, (60, 10)), ({"max_width": 50.0}, (10, 10))],
)
def test_a_spacer_is_at_least_its_space(limits, expected):
    assert size(laid_out(Spacer("medium"), **limits)) == expected


def test_snug_is_as_narrow_as_its_longest_word():
    assert size(laid_out(ShrinkToFit(Text("um dois tres")), max_width=500)) == (40, 50)


def test_snug_is_wide_where_it_has_to_be():
    assert size(laid_out(ShrinkToFit(Text("um dois tres", align="center")), max_width=500, min_width=75)) == (
        75,
        30,
    )


def test_a_snug_neighbour_leaves_the_room_to_the_others():
    row = Row((ShrinkToFit(Text("um dois")), Grow(Block(10))), "none")
    assert places(laid_out(row, max_width=200)) == [(0, 0, 40, 30), (40, 10, 160, 10)]


def test_unbroken_is_broken_only_where_that_makes_it_fit():
    broken = laid_out(NoWrap(Text("um dois")), max_width=50)
    assert size(broken) == (40, 30)
    assert broken.splits_words
    whole = laid_out(NoWrap(Text("um dois")), max_width=30)
    assert size(whole) == (70, 10)
    assert whole.offered is not None


CHOICE = FirstThatFits((Row((Block(60), Block(60)), "none"), Column((Block(60), Block(60)), "none")))


@pytest.mark.parametrize(
    ("width", "expected"), [(130, (120, 10)), (120, (120, 10)), (119, (60, 20)), (60, (60, 20))]
)
def test_either_is_the_first_that_fits(width, expected):
    frame = laid_out(CHOICE, max_width=width)
    assert size(frame) == expected
    assert not frame.overflowing


def test_either_is_its_last_where_none_fits():
    frame = laid_out(CHOICE, max_width=59)
    assert size(frame) == (60, 20)
    assert frame.overflowing


def test_an_option_is_refused_for_what_overflows_deep_inside_it():
    sheet = Sheet(Column((Text("um"), Block(90))))
    assert laid_out(sheet, max_width=80).offered is None
    assert words(laid_out(FirstThatFits((sheet, Text("dois"))), max_width=80)) == "dois"


@pytest.mark.parametrize(
    ("align", "expected"), [("start", 0), ("center", 15), ("end", 30), ("stretch", 0), ("baseline", 0)]
)
def test_free_room_goes_before_or_around_what_is_aligned(align, expected):
    assert offset(align, 30) == expected


@pytest.mark.parametrize(
    ("lengths", "justify", "expected"),
    [
        ([], "start", []),
        ([10.0], "between", [0]),
        ([10.0, 20.0, 5.0], "start", [0, 12, 34]),
        ([10.0, 20.0, 5.0], "between", [0, 22, 54]),
        ([10.0, 20.0, 5.0], "end", [20, 32, 54]),
    ],
)
def test_lengths_start_one_after_another(lengths, justify, expected):
    assert item_positions(lengths, 2, 20, justify) == expected


def test_an_arrangement_that_keeps_words_whole_comes_before_one_that_breaks_them():
    wide, small = Text("lr_scheduler"), Row((Text("lr_warmup"), Text("b")), "none")
    assert words(laid_out(FirstThatFits((wide, small)), max_width=110)) == "lr_warmup b"
    assert words(laid_out(FirstThatFits((small, wide)), max_width=95)) == "lr_scheduler"
