"""Cells that are off: slate and dotted, or with a sign, which no dots are around."""

from __future__ import annotations

import pytest
from ruler import square_layouter

from infograficos.elements.matrices.cells import masked_cell
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Box, TextBlock, walk


def laid_out(reason: int, sign: str = "", width: float = 60):
    return square_layouter().layout(masked_cell(reason, sign), Limits(width, min_width=width, min_height=30))


def box(reason: int, sign: str = "") -> Box:
    (found,) = [visit.item for visit in walk(laid_out(reason, sign)) if isinstance(visit.item, Box)]
    return found


@pytest.mark.parametrize("width", [30, 60, 61])
def test_a_sign_is_in_the_middle_of_its_cell(width):
    frame = laid_out(0, "–", width)
    assert (frame.size.width, frame.size.height) == (width, 30)
    (sign,) = [visit.rect for visit in walk(frame) if isinstance(visit.item, TextBlock)]
    assert (sign.center.x, sign.center.y) == pytest.approx((width / 2, 15))


def test_a_sign_needs_no_dots_around_it():
    assert box(0, "–").stroke is None


@pytest.mark.parametrize(("reason", "fill"), [(0, "masked.soft"), (1, None)])
def test_a_cell_without_a_sign_is_dotted_and_empty_for_a_second_reason(reason, fill):
    outline = box(reason)
    assert outline.stroke.dash
    assert (outline.fill and outline.fill.role) == fill
