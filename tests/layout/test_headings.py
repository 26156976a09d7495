"""Headings stand over their columns and beside their rows, with the axes' names."""

from __future__ import annotations

import pytest
from ruler import square_layouter

from infograficos.elements.flow import Spacer
from infograficos.elements.table import Headings, with_headings
from infograficos.elements.text import Text
from infograficos.scene.geometry import Limits
from infograficos.scene.items import TextBlock, walk

CELLS = [[Text(f"{row}{column}") for column in "xy"] for row in "ab"]


def places(headings: Headings, compact: bool = False):
    frame = square_layouter().layout(with_headings(CELLS, headings, compact), Limits(200))
    return {v.item.text: v.rect for v in walk(frame) if isinstance(v.item, TextBlock)}


def test_cells_stand_under_their_columns_and_beside_their_rows():
    found = places(Headings(("a", "b"), ("x", "y"), "linha", "coluna"))
    assert found["x"].x < found["y"].x
    assert found["ax"].x == found["bx"].x < found["ay"].x == found["by"].x
    # Above and below a name there is a hair.
    assert found["a"].y - 1 == found["ax"].y < found["b"].y - 1 == found["bx"].y
    assert found["linha\u00a0↓"].center.y == pytest.approx(found["x"].center.y)
    assert found["coluna\u00a0→"].bottom <= found["x"].y


def test_compact_axes_take_no_room_from_the_cells():
    headings = Headings(("a", "b"), ("x", "y"), "linha comprida", "c")
    wide, compact = places(headings), places(headings, compact=True)
    assert compact["linha comprida\u00a0↓"].y == compact["c\u00a0→"].y < compact["x"].y
    assert compact["ax"].x < wide["ax"].x


def test_what_is_left_out_is_said_once_a_side():
    headings = Headings(("a", "b"), ("x", "y"), "l", "c", more_rows=True, more_columns=True)
    frame = square_layouter().layout(with_headings(CELLS, headings), Limits(200))
    dots = [v.rect for v in walk(frame) if isinstance(v.item, TextBlock) and v.item.text == "…"]
    assert len(dots) == 4
    assert sum(dot.y == dots[-1].y for dot in dots) == 3


def test_a_row_without_its_heading_is_an_error():
    with pytest.raises(ValueError, match="zip"):
        with_headings([[Spacer()]], Headings((), ("x",), "l", "c"))


def test_names_of_two_lines_in_neighbouring_rows_stay_apart():
    names = Headings(("aa bbbb", "cc dddd"), ("x", "y"), "l", "c")
    frame = square_layouter().layout(with_headings(CELLS, names), Limits(110))
    upper, lower = [v for v in walk(frame) if isinstance(v.item, TextBlock) and len(v.item.lines) == 2]
    hair = 1
    assert lower.rect.y - upper.rect.bottom == pytest.approx(3 * hair)
