"""Small pictures of data: what is drawn is what was given."""

from __future__ import annotations

import pytest
from ruler import square_layouter

from infograficos.elements.images.raw_data import PixelGrid, Waveform
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Box, Ellipse, Path, walk


def visits(element):
    return list(walk(square_layouter().layout(element, Limits())))


def test_a_wave_has_a_dot_at_each_of_few_samples_over_a_line_at_zero():
    found = visits(Waveform((0.0, 1.0, -0.5), "model"))
    zero = next(v.rect.y for v in found if isinstance(v.item, Path) and v.item.purpose == "ornament")
    rest, top, low = (v.rect.center.y for v in found if isinstance(v.item, Ellipse))
    assert rest == pytest.approx(zero)
    assert zero - top == pytest.approx(2 * (low - zero))


def test_many_samples_have_no_dots():
    assert not [v for v in visits(Waveform((0.0, 1.0) * 20, "model")) if isinstance(v.item, Ellipse)]


@pytest.mark.parametrize(("across", "down"), [(1, 1), (6, 5), (32, 2), (3, 32)])
def test_pixels_are_square_whatever_the_image(across, down):
    found = visits(PixelGrid(((0.5,) * across,) * down, "model"))
    boxes = [v.rect for v in found if isinstance(v.item, Box) and v.item.fill]
    last, first = boxes[-1], boxes[0]
    assert len(boxes) == across * down
    assert last.width == pytest.approx(last.height)
    assert last.x - first.x == pytest.approx((across - 1) * last.width)
    assert last.y - first.y == pytest.approx((down - 1) * last.height)
