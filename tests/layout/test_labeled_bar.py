"""Bars as long as their values, with the value at their end."""

from __future__ import annotations

import pytest
from ruler import square_layouter

from infograficos.elements.charts.bar import LabeledBar
from infograficos.scene.dump import dump_frame
from infograficos.scene.geometry import Limits
from infograficos.scene.items import extent


def laid_out(bar: LabeledBar, **limits: float):
    return square_layouter().layout(bar, Limits(**limits))


def test_the_largest_value_takes_the_whole_plot_with_its_label():
    assert dump_frame(laid_out(LabeledBar(2.0, 2.0, "2,0", "response"), min_width=60)) == (
        "frame 0 0 60 100\n"
        "  mark path 10 12 40 88 response.solid\n"
        "  frame 15 0 30 10\n"
        "    label 15 10 30 response.strong “2,0”\n"
    )


def test_bars_grow_to_the_right_as_well():
    assert dump_frame(
        laid_out(LabeledBar(1.0, 2.0, "1,0", "response", orientation="horizontal"), min_width=132)
    ) == (
        "frame 0 0 132 20\n"
        "  mark path 0 0 50 20 response.shade\n"
        "  ornament path 0 1 49 17 response.solid\n"
        "  frame 52 5 30 10\n"
        "    label 52 15 30 response.strong “1,0”\n"
    )


@pytest.mark.parametrize("orientation", ["vertical", "horizontal"])
def test_lengths_are_in_the_proportion_of_their_values(orientation):
    frames = [
        laid_out(LabeledBar(value, 4.0, "0,0", "response", orientation), min_width=200)
        for value in (1.0, 2.0, 4.0)
    ]
    rects = [extent(frame.items[0].item) for frame in frames]
    lengths = [rect.width if orientation == "horizontal" else rect.height for rect in rects]
    assert lengths[2] > 50
    assert [length / lengths[2] for length in lengths] == pytest.approx([0.25, 0.5, 1])
    assert len({rect.height if orientation == "horizontal" else rect.width for rect in rects}) == 1


def test_rising_bars_stand_on_one_line_and_labels_on_their_tops():
    for value in (1.0, 3.0):
        frame = laid_out(LabeledBar(value, 3.0, "x", "response"), min_width=30)
        bar, label = extent(frame.items[0].item), frame.items[1]
        assert bar.bottom == frame.size.height
        assert label.at.y + label.item.size.height == bar.y - 2


@pytest.mark.parametrize("largest", [0.0, 3.0])
def test_a_value_of_zero_is_a_label_where_the_bar_would_start(largest):
    frame = laid_out(LabeledBar(0.0, largest, "0,0", "response"))
    (label,) = frame.items
    assert label.at.y + label.item.size.height == frame.size.height - 2


@pytest.mark.parametrize("orientation", ["vertical", "horizontal"])
def test_a_bar_is_never_narrower_than_its_label(orientation):
    frame = laid_out(LabeledBar(1.0, 1.0, "12345", "response", orientation), max_width=20)
    assert frame.size.width >= 50
    assert frame.offered is not None


def test_the_label_of_a_horizontal_bar_stays_inside():
    for value in (0.0, 1.5, 3.0):
        frame = laid_out(LabeledBar(value, 3.0, "1,50", "response", orientation="horizontal"), min_width=120)
        label = frame.items[-1]
        assert label.at.x + label.item.size.width <= frame.size.width
