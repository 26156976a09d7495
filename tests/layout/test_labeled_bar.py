"""Bars as long as their values, with the value at their end."""

from __future__ import annotations

import pytest
from ruler import square_layouter

from infograficos.elements.charts.bar import LabeledBar
from infograficos.scene.dump import dump_frame
from infograficos.scene.geometry import Limits


def laid_out(bar: LabeledBar, **limits: float):
    return square_layouter().layout(bar, Limits(**limits))


def test_the_largest_value_takes_the_whole_plot_with_its_label():
    assert dump_frame(laid_out(LabeledBar(2.0, 2.0, "2,0", "response"), min_width=60)) == (
        "frame 0 0 60 100\n"
        "  mark box 10 12 40 88 response.strong radius 2\n"
        "  frame 15 0 30 10\n"
        "    label 15 10 30 response.strong “2,0”\n"
    )


def test_bars_grow_to_the_right_as_well():
    assert dump_frame(
        laid_out(LabeledBar(1.0, 2.0, "1,0", "response", orientation="horizontal"), min_width=132)
    ) == (
        "frame 0 0 132 20\n"
        "  mark box 0 0 50 20 response.strong radius 2\n"
        "  frame 52 5 30 10\n"
        "    label 52 15 30 response.strong “1,0”\n"
    )


@pytest.mark.parametrize("orientation", ["vertical", "horizontal"])
def test_lengths_are_in_the_proportion_of_their_values(orientation):
    bars = [
        laid_out(LabeledBar(value, 4.0, "0,0", "response", orientation), min_width=200)
        for value in (1.0, 2.0, 4.0, 0.0)
    ]
    rects = [frame.items[0].item.rect for frame in bars]
    lengths = [rect.width if orientation == "horizontal" else rect.height for rect in rects]
    assert lengths[2] > 50
    assert [length / lengths[2] for length in lengths] == pytest.approx([0.25, 0.5, 1, 0])
    assert len({rect.height if orientation == "horizontal" else rect.width for rect in rects}) == 1


def test_rising_bars_stand_on_one_line_and_labels_on_their_tops():
    for value in (0.0, 1.0, 3.0):
        frame = laid_out(LabeledBar(value, 3.0, "x", "response"), min_width=30)
        box, label = frame.items[0].item.rect, frame.items[1]
        assert box.bottom == frame.size.height
        assert label.at.y + label.item.size.height == box.y - 2


def test_where_all_values_are_zero_no_bar_has_a_length():
    assert laid_out(LabeledBar(0.0, 0.0, "0,0", "response")).items[0].item.rect.height == 0


@pytest.mark.parametrize("orientation", ["vertical", "horizontal"])
def test_a_bar_is_never_narrower_than_its_label(orientation):
    frame = laid_out(LabeledBar(1.0, 1.0, "12345", "response", orientation), max_width=20)
    assert frame.size.width >= 50
    assert frame.offered is not None


def test_the_label_of_a_horizontal_bar_stays_inside():
    for value in (0.0, 1.5, 3.0):
        frame = laid_out(LabeledBar(value, 3.0, "1,50", "response", orientation="horizontal"), min_width=120)
        label = frame.items[1]
        assert label.at.x + label.item.size.width <= frame.size.width
