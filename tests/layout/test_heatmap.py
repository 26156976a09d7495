"""Key caps that are the stronger the larger their value."""

from __future__ import annotations

import pytest
from ruler import square_layouter

from infograficos.elements.matrices.cells import Heatmap
from infograficos.scene.geometry import Limits


def caps(values, **limits: float):
    frame = square_layouter().layout(Heatmap(values, "model"), Limits(**limits))
    boxes = [placed.item for placed in frame.items]
    return frame.size, boxes[::2], boxes[1::2]


def test_caps_stand_in_rows_and_columns_with_a_hair_between():
    size, edges, _ = caps(((0.0, 1.0, 0.0), (1.0, 0.0, 1.0)))
    assert (size.width, size.height) == (62, 41)
    assert [(box.rect.x, box.rect.y) for box in edges] == [
        (0, 0), (21, 0), (42, 0), (0, 21), (21, 21), (42, 21),
    ]  # fmt: skip
    assert {(box.rect.width, box.rect.height) for box in edges} == {(20, 20)}


def test_caps_fill_the_room_that_they_must():
    size, edges, _ = caps(((0.0, 1.0),), min_width=101.0, min_height=30.0)
    assert (size.width, size.height) == (101, 30)
    assert [(box.rect.x, box.rect.width, box.rect.height) for box in edges] == [(0, 50, 30), (51, 50, 30)]


def test_the_tone_of_a_value_is_its_magnitude_and_slate_its_sign():
    _, _, faces = caps(((0.0, 0.2, -0.5),))
    assert [face.fill.role for face in faces] == ["model.soft", "model.tint", "masked.mid"]


@pytest.mark.parametrize(("value", "same_as"), [(0.0, -0.0), (0.1, 0.25), (0.4, 0.6), (0.7, 1.0)])
def test_near_values_share_a_tone(value, same_as):
    _, _, (first, second) = caps(((value, same_as),))
    assert first.fill.value == second.fill.value
