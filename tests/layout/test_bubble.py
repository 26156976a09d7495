"""What leans to one side and leaves the other side free."""

from __future__ import annotations

import pytest
from blocks import Block, places
from ruler import square_layouter

from infograficos.elements.flow import Bubble
from infograficos.scene.geometry import Limits


def placed(child: Block, side: str, width: float) -> list[tuple[float, float, float, float]]:
    return places(square_layouter().layout(Bubble(child, side), Limits(width, min_width=width)))


@pytest.mark.parametrize(("side", "x"), [("start", 0), ("end", 500)])
def test_a_small_child_keeps_its_width_at_its_side(side, x):
    assert placed(Block(100), side, 600) == [(x, 0, 100, 10)]


@pytest.mark.parametrize(("side", "x"), [("start", 0), ("end", 180)])
def test_a_large_child_takes_seven_tenths_of_a_wide_sheet(side, x):
    assert placed(Block(900, least=50), side, 600) == [(x, 0, 420, 10)]


def test_on_a_phone_it_takes_more():
    assert placed(Block(900, least=50), "end", 300) == [(36, 0, 264, 10)]


def test_a_child_that_cannot_be_so_narrow_overflows():
    frame = square_layouter().layout(Bubble(Block(500)), Limits(600, min_width=600))
    assert frame.overflowing


def test_without_limits_it_is_as_wide_as_its_child():
    assert square_layouter().layout(Bubble(Block(100)), Limits()).size.width == 100
