"""Bars without words: as long as their share, told apart by how they are filled."""

from __future__ import annotations

import pytest
from ruler import square_layouter

from infograficos.elements.charts.bar import Bar
from infograficos.scene.dump import dump_frame
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Path


def laid_out(bar: Bar, width: float = 200):
    return square_layouter().layout(bar, Limits(width, min_width=width))


def test_a_solid_bar_is_one_strong_box():
    assert dump_frame(laid_out(Bar(2.0, 4.0, "response"))) == (
        "frame 0 0 200 20\n  mark box 0 0 100 20 response.strong radius 2\n"
    )


def test_a_pale_bar_is_as_long_with_its_border_inside():
    assert dump_frame(laid_out(Bar(2.0, 4.0, "response", "pale"))) == (
        "frame 0 0 200 20\n"
        "  ornament box 0.5 0.5 99 19 response.soft radius 2\n"
        "  mark box 0.5 0.5 99 19 stroke response.strong 1 radius 2\n"
    )


def test_a_hatched_bar_has_lines_inside_its_border():
    frame = laid_out(Bar(2.0, 4.0, "masked", "hatched"))
    surface, lines, border = (placed.item for placed in frame.items)
    assert isinstance(lines, Path)
    points = [point for step in lines.commands for point in step.points]
    assert all(0.49 <= point.x <= 99.51 and 0.49 <= point.y <= 19.51 for point in points)
    assert surface.rect == border.rect


@pytest.mark.parametrize("fill", ["solid", "pale", "hatched"])
def test_a_tiny_share_is_still_seen_and_none_is_not(fill):
    assert laid_out(Bar(1e-9, 1.0, "response", fill)).items
    assert not laid_out(Bar(0.0, 1.0, "response", fill)).items
    assert not laid_out(Bar(0.0, 0.0, "response", fill)).items


def test_a_bar_without_room_says_so():
    assert square_layouter().layout(Bar(1.0, 1.0, "response"), Limits(50)).offered is not None
