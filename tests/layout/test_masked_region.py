"""What is masked in a matrix is drawn as dotted regions, with their reasons in them or below."""

from __future__ import annotations

import pytest
from ruler import square_layouter

from infograficos.elements.flow import Spacer
from infograficos.elements.grid import Cell, Grid
from infograficos.elements.matrices.masked_region import MaskedRegions, masked_place
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Path, TextBlock, walk


def laid_out(places: set[tuple[int, int]], words: str = "x", width: float = 300):
    cells = [
        Cell(masked_place(i, j) if (i, j) in places else Spacer("medium"), i, j)
        for i in range(3)
        for j in range(3)
    ]
    grid = Grid(tuple(cells), (1.0,) * 3, "hair", "hair", equal=True)
    regions = MaskedRegions(grid, ((words, tuple(sorted(places))),))
    return square_layouter().layout(regions, Limits(width, min_width=width))


def paths(frame) -> list[Path]:
    return [visit.item for visit in walk(frame) if isinstance(visit.item, Path)]


def count(path: Path, verb: str) -> int:
    return [command.verb for command in path.commands].count(verb)


@pytest.mark.parametrize(
    ("places", "loops", "corners"),
    [
        ({(0, 0)}, 1, 4),
        ({(0, 1), (0, 2), (1, 2)}, 1, 6),
        ({(0, 0), (1, 1)}, 2, 8),
        # A ring has an outer border and an inner one.
        ({(i, j) for i in range(3) for j in range(3)} - {(1, 1)}, 2, 8),
    ],
)
def test_a_region_has_one_outline_a_loop_and_a_round_corner_at_each_turn(places, loops, corners):
    (path,) = paths(laid_out(places))
    assert (count(path, "Z"), count(path, "C")) == (loops, corners)
    assert path.stroke.dash


def test_words_stand_in_the_middle_of_the_largest_rectangle_of_their_region():
    frame = laid_out({(0, 1), (0, 2), (1, 1), (1, 2), (2, 2)}, "futuro")
    (text,) = [visit.rect for visit in walk(frame) if isinstance(visit.item, TextBlock)]
    assert text.center.x == pytest.approx(200, abs=3)
    assert text.center.y == pytest.approx(frame.size.height / 3, abs=3)


def test_words_without_room_stand_below_beside_a_sample():
    frame = laid_out({(0, 2)}, "o futuro que ninguém vê")
    (text,) = [visit.rect for visit in walk(frame) if isinstance(visit.item, TextBlock)]
    assert len(paths(frame)) == 2
    assert text.y > laid_out({(0, 2)}).size.height
    assert text.bottom < frame.size.height
