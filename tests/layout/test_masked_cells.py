"""Cells that are off: hatched, dashed, or with a sign, which no hatch is behind."""

from __future__ import annotations

import pytest
from ruler import square_layouter

from infograficos.elements.flow import Spacer
from infograficos.elements.matrices.cells import hatched_cell, masked_cell
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Box, Path, TextBlock, extent, walk


@pytest.mark.parametrize("width", [30, 60, 61])
def test_a_sign_is_in_the_middle_of_a_cell_without_a_hatch(width):
    frame = square_layouter().layout(masked_cell(0, "–"), Limits(width, min_width=width, min_height=30))
    assert (frame.size.width, frame.size.height) == (width, 30)
    (sign,) = [visit.rect for visit in walk(frame) if isinstance(visit.item, TextBlock)]
    assert (sign.center.x, sign.center.y) == pytest.approx((width / 2, 15))
    assert not [v for v in walk(frame) if isinstance(v.item, Path)]


def test_a_cell_masked_for_a_second_reason_is_dashed():
    frame = square_layouter().layout(masked_cell(1), Limits(60, min_width=60, min_height=30))
    (box,) = [visit.item for visit in walk(frame) if isinstance(visit.item, Box)]
    assert box.stroke.dash


def test_a_cell_without_a_sign_is_hatched_all_over():
    frame = square_layouter().layout(hatched_cell(Spacer()), Limits(60, min_width=60, min_height=30))
    (hatch,) = [extent(visit.item) for visit in walk(frame) if isinstance(visit.item, Path)]
    assert hatch.width == pytest.approx(60, abs=2)
    assert hatch.height == pytest.approx(30, abs=2)
