"""Empty room that keeps columns alike."""

from __future__ import annotations

from blocks import Block
from ruler import square_layouter

from infograficos.elements.flow import SameWidthAs
from infograficos.elements.grid import Cell, Grid
from infograficos.scene.geometry import Limits


def test_a_strut_is_as_wide_as_the_widest_has_to_be_and_shows_nothing():
    frame = square_layouter().layout(SameWidthAs((Block(80, least=30), Block(50))), Limits(200))
    assert (frame.size.width, frame.size.height, frame.items) == (50, 0, ())


def test_struts_give_two_columns_the_same_width():
    wide, slim = Block(90), Block(10)
    struts = tuple(Cell(SameWidthAs((wide, slim)), 0, column) for column in (0, 2))
    cells = (Cell(wide, 0, 0), Cell(Block(60), 0, 1), Cell(slim, 0, 2))
    bare = square_layouter().layout(Grid(cells, (1.0, 0.0, 1.0), "large", equal=True), Limits(240))
    kept = square_layouter().layout(
        Grid((*struts, *cells), (1.0, 0.0, 1.0), "large", equal=True), Limits(280)
    )
    assert bare.items[1].at.x == 90 + 20
    assert (kept.items[3].at.x, kept.items[4].at.x) == (110, 190)
