"""Cells that are the darker the larger their value."""

from __future__ import annotations

import pytest
from ruler import square_layouter

from infograficos.elements.matrices.cells import Heatmap
from infograficos.scene.geometry import Limits


def cells(values, **limits: float):
    layouter = square_layouter()
    frame = layouter.layout(Heatmap(values, "model"), Limits(**limits))
    return frame.size, [placed.item for placed in frame.items], layouter.look


def test_cells_stand_in_rows_and_columns_with_a_hair_between():
    size, boxes, _ = cells(((0.0, 1.0, 0.0), (1.0, 0.0, 1.0)))
    assert (size.width, size.height) == (62, 41)
    assert [(box.rect.x, box.rect.y) for box in boxes] == [
        (0, 0), (21, 0), (42, 0), (0, 21), (21, 21), (42, 21),
    ]  # fmt: skip
    assert {(box.rect.width, box.rect.height) for box in boxes} == {(20, 20)}


def test_cells_fill_the_room_that_they_must():
    size, boxes, _ = cells(((0.0, 1.0),), min_width=101.0, min_height=30.0)
    assert (size.width, size.height) == (101, 30)
    assert [(box.rect.x, box.rect.width, box.rect.height) for box in boxes] == [(0, 50, 30), (51, 50, 30)]


def test_a_value_is_a_step_between_the_soft_tone_and_the_line_tone():
    _, boxes, look = cells(((0.0, 0.5, 1.0),))
    soft, middle, line = (box.fill for box in boxes)
    assert (soft.role, line.role, middle.role) == ("model.soft", "model.line", "model.shade")
    assert (soft.value, line.value) == (look.paint("model.soft").value, look.paint("model.line").value)
    channels = zip(*(bytes.fromhex(paint.value[1:]) for paint in (soft, middle, line)), strict=True)
    for low, between, high in channels:
        assert abs(between - (low + high) / 2) <= 0.5


@pytest.mark.parametrize(
    ("value", "same_as"), [(0.0, -0.0), (0.1, 0.25), (0.13, 0.25), (0.6, 0.5), (0.9, 1.0)]
)
def test_near_values_share_a_step(value, same_as):
    _, (first, second), _ = cells(((value, same_as),))
    assert first.fill.value == second.fill.value
