"""Cells in tracks: what decides how wide a column and how high a row is."""

from __future__ import annotations

from blocks import Block, places
from ruler import square_layouter

from infograficos.audit.overflow import find_overflows
from infograficos.elements.grid import Cell, Grid
from infograficos.elements.text import Text
from infograficos.scene.geometry import Limits


def laid_out(grid: Grid, **limits: float):
    return square_layouter().layout(grid, Limits(**limits))


def test_columns_are_as_wide_as_their_widest_cell_and_rows_as_high_as_their_highest():
    cells = (
        Cell(Block(30, 10), 0, 0),
        Cell(Block(20, 20), 0, 1),
        Cell(Block(10, 40), 1, 0),
        Cell(Block(50, 5), 1, 1),
    )
    frame = laid_out(Grid(cells, (0.0, 0.0), "medium", "small"), max_width=300)
    assert places(frame) == [(0, 5, 30, 10), (40, 0, 50, 20), (0, 25, 30, 40), (40, 42.5, 50, 5)]
    assert (frame.size.width, frame.size.height) == (90, 65)


def test_a_column_that_grows_takes_the_room():
    cells = (Cell(Block(30), 0, 0), Cell(Block(20), 0, 1))
    frame = laid_out(Grid(cells, (0.0, 1.0), "medium"), max_width=100)
    assert places(frame) == [(0, 0, 30, 10), (40, 0, 60, 10)]


def test_columns_grow_from_what_they_hold_or_from_nothing_where_they_are_to_be_equal():
    cells = (Cell(Block(30), 0, 0), Cell(Block(10), 0, 1))
    grown = laid_out(Grid(cells, (1.0, 1.0), "none"), max_width=100)
    equal = laid_out(Grid(cells, (1.0, 1.0), "none", equal=True), max_width=100)
    assert [place[2] for place in places(grown)] == [60, 40]
    assert [place[2] for place in places(equal)] == [50, 50]


def test_a_spanning_cell_widens_the_columns_that_grow_and_heightens_its_rows_alike():
    cells = (
        Cell(Block(10), 0, 0),
        Cell(Block(10), 0, 1),
        Cell(Block(60, 10), 1, 0, columns=2),
        Cell(Block(10, 50), 0, 2, rows=2),
    )
    frame = laid_out(Grid(cells, (0.0, 1.0, 0.0), "none", "none"))
    assert places(frame) == [(0, 7.5, 10, 10), (10, 7.5, 50, 10), (0, 32.5, 60, 10), (60, 0, 10, 50)]


def test_columns_that_grow_share_what_a_spanning_cell_lacks():
    cells = (Cell(Block(100), 1, 0, columns=2), Cell(Block(10), 0, 0), Cell(Block(30), 0, 1))
    frame = laid_out(Grid(cells, (1.0, 1.0), "medium", "none"))
    assert places(frame) == [(0, 10, 100, 10), (0, 0, 35, 10), (45, 0, 55, 10)]


def test_a_cell_is_in_its_tracks_as_asked():
    cells = (
        Cell(Block(10, 10), 0, 0, align="end", justify="end"),
        Cell(Block(50, 30), 1, 0),
        Cell(Block(5, 40), 0, 1),
        Cell(Block(5, 5), 1, 1, align="stretch", justify="start"),
    )
    frame = laid_out(Grid(cells, (0.0, 0.0), "none", "none"))
    assert places(frame) == [(40, 30, 10, 10), (0, 40, 50, 30), (50, 0, 5, 40), (50, 40, 5, 30)]


def test_columns_shrink_down_to_their_longest_word():
    cells = (Cell(Text("um dois"), 0, 0), Cell(Text("tres seis"), 0, 1))
    frame = laid_out(Grid(cells, (0.0, 0.0), "medium"), max_width=100)
    assert places(frame) == [(0, 0, 40, 30), (50, 0, 40, 30)]


def test_what_does_not_fit_is_marked():
    cells = (Cell(Block(60), 0, 0), Cell(Block(60), 0, 1))
    frame = laid_out(Grid(cells, (1.0, 1.0), "medium"), max_width=100)
    assert frame.size.width == 130
    assert frame.offered is not None


def test_the_narrowest_grid_has_room_for_a_spanning_cell():
    cells = (Cell(Block(30), 0, 0), Cell(Block(6, least=5), 0, 1), Cell(Block(52), 1, 0, columns=2))
    assert square_layouter().narrowest(Grid(cells, (0.0, 0.0), "none", "none")) == 52


def test_without_a_limit_equal_columns_break_no_words():
    cells = (Cell(Text("a"), 0, 0), Cell(Text("um dois"), 0, 1))
    frame = laid_out(Grid(cells, (1.0, 1.0), "none", "none", equal=True))
    assert frame.size.height == 10


def test_without_a_limit_equal_columns_keep_their_proportions():
    cells = (Cell(Block(10), 0, 0), Cell(Block(40), 0, 1))
    frame = laid_out(Grid(cells, (1.0, 2.0), "medium", "none", equal=True))
    assert places(frame) == [(0, 0, 20, 10), (30, 0, 40, 10)]


def test_without_a_limit_a_column_that_grows_fills_what_there_must_be():
    cells = (Cell(Block(30), 0, 0), Cell(Block(20), 0, 1))
    frame = laid_out(Grid(cells, (0.0, 1.0), "medium"), min_width=100)
    assert places(frame) == [(0, 0, 30, 10), (40, 0, 60, 10)]


def test_without_a_limit_no_cell_gives_way_to_the_least_of_one_that_spans():
    cells = (Cell(Block(100, least=60), 0, 0, columns=2), Cell(Block(90, least=10), 1, 0))
    frame = laid_out(Grid(cells, (0.0, 0.0), "none", "none"))
    assert places(frame) == [(0, 0, 120, 10), (0, 10, 95, 10)]


def test_equal_columns_of_which_none_grows_are_as_wide_as_they_like():
    cells = (Cell(Block(30), 0, 0), Cell(Block(20), 0, 1))
    frame = laid_out(Grid(cells, (0.0, 0.0), "none", equal=True), max_width=100)
    assert places(frame) == [(0, 0, 30, 10), (30, 0, 20, 10)]


def overflowing(grid: Grid, width: float) -> list[tuple[str, float]]:
    """The words of the innermost elements that overflow, and the room that they had."""
    return [(each.text, each.offered) for each in find_overflows(laid_out(grid, max_width=width))]


def test_where_columns_do_not_fit_the_words_that_are_too_wide_overflow_and_no_others():
    rows = [("longuíssimo", "b"), ("ok", "ui ai")]
    cells = [Cell(Text(rows[row][column]), row, column) for row in (0, 1) for column in (0, 1)]
    assert overflowing(Grid(tuple(cells), (0.0, 0.0), "medium"), 80) == [("longuíssimo", 50)]


def test_what_has_no_words_keeps_its_width_where_columns_do_not_fit():
    cells = (Cell(Block(90), 0, 0), Cell(Text("palavra"), 0, 1))
    grid = Grid(cells, (0.0, 0.0), "medium")
    assert overflowing(grid, 150) == [("palavra", 50)]
    assert places(laid_out(grid, max_width=150))[0][2] == 90


def test_a_name_that_is_broken_makes_its_column_fit():
    cells = (Cell(Text("lr_scheduler"), 0, 0), Cell(Block(30), 0, 1))
    frame = laid_out(Grid(cells, (0.0, 0.0), "medium"), max_width=140)
    assert not frame.overflowing
    assert places(frame) == [(0, 0, 90, 30), (110, 10, 30, 10)]
