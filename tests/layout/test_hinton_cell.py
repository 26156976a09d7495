"""Squares whose area is a value."""

from __future__ import annotations

import pytest
from ruler import square_layouter

from infograficos.elements.matrices.cells import HintonCell
from infograficos.scene.dump import dump_frame
from infograficos.scene.geometry import Limits


def laid_out(portion: HintonCell, **limits: float):
    return square_layouter().layout(portion, Limits(**limits))


def test_a_square_is_in_the_middle_of_its_cell():
    assert dump_frame(laid_out(HintonCell(1.0, "model"), min_width=40, min_height=30)) == (
        "frame 0 0 40 30\n"
        "  ornament box 0 0 40 30 model.soft radius 2\n"
        "  mark box 14 9 12 12 model.strong radius 2\n"
    )


@pytest.mark.parametrize("share", [0.04, 0.25, 0.5])
def test_the_area_is_the_share_whatever_the_room(share):
    whole = laid_out(HintonCell(1.0, "model"), min_width=60).items[1].item.rect
    part = laid_out(HintonCell(share, "model"), min_width=30).items[1].item.rect
    assert part.width**2 / whole.width**2 == pytest.approx(share)


def test_nothing_is_an_empty_cell():
    assert len(laid_out(HintonCell(0.0, "model")).items) == 1


def test_a_border_stays_inside_and_clear_of_the_square():
    cell, square = (placed.item for placed in laid_out(HintonCell(1.0, "model", bordered=True)).items)
    assert (cell.rect.x, cell.rect.width, cell.stroke.width) == (1, 18, 2)
    assert cell.rect.inflate(-cell.stroke.width / 2).holds(square.rect.inflate(1))
