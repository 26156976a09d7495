"""Symbols: a picture or an icon on a cap, on the ground of fields of one height."""

from __future__ import annotations

import pytest
from ruler import square_layouter

from infograficos.elements.objects.symbol import Symbol
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Box, Frame, Path, walk


def laid(name: str, width: float = 0.0) -> Frame:
    return square_layouter().layout(Symbol(name, "input"), Limits(min_width=width))


@pytest.mark.parametrize("name", ["tokens", "curve", "weights", "scissors", ""])
def test_every_symbol_has_a_field_of_one_height(name):
    assert laid(name).size.height == 73


def test_a_symbol_is_on_the_ground_in_the_middle_of_the_width():
    frame = laid("table", 300)
    (drawn,) = frame.items
    assert drawn.at.x == (300 - drawn.item.size.width) / 2 > 0
    assert drawn.at.y + drawn.item.size.height == 73


def test_an_icon_that_is_no_picture_lies_on_a_cap_of_its_role():
    visits = walk(laid("scissors"))
    assert [v.item.fill.role for v in visits if isinstance(v.item, Box)] == ["input.deep", "input.mid"]
    assert any(isinstance(v.item, Path) and v.item.stroke.paint.role == "ink" for v in visits)


def test_without_a_name_the_field_is_free():
    assert [v.item for v in walk(laid("")) if not isinstance(v.item, Frame)] == []
