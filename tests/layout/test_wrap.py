"""Children in as many rows as they need."""

from __future__ import annotations

from blocks import Block, places
from ruler import square_layouter

from infograficos.elements.wrap import Wrap
from infograficos.scene.geometry import Limits


def laid_out(width: float, **how):
    blocks = (Block(50), Block(40, 20), Block(60))
    return square_layouter().layout(Wrap(blocks, "medium", "small", **how), Limits(width))


def test_what_fits_is_in_one_row_in_its_middle():
    assert places(laid_out(170)) == [(0, 5, 50, 10), (60, 0, 40, 20), (110, 5, 60, 10)]


def test_one_unit_less_starts_a_new_row_which_is_centred_below():
    frame = laid_out(169)
    assert places(frame) == [(0, 5, 50, 10), (60, 0, 40, 20), (20, 25, 60, 10)]
    assert (frame.size.width, frame.size.height) == (100, 35)


def test_rows_may_stand_at_the_start():
    assert places(laid_out(100, justify="start"))[2] == (0, 25, 60, 10)


def test_a_child_that_fits_in_no_row_is_reported():
    assert laid_out(59).overflowing
    assert not laid_out(60).overflowing


def test_with_no_children_it_takes_no_room():
    frame = square_layouter().layout(Wrap(()), Limits(100))
    assert (frame.size.width, frame.size.height) == (0, 0)
