"""Centred bars and the surfaces between them, measured."""

from __future__ import annotations

import pytest
from ruler import square_layouter

from infograficos.elements.charts.bar import Bar, Trapezoid
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Path, walk


@pytest.mark.parametrize(("value", "length"), [(100, 200), (50, 100), (1, 4)])
def test_a_bar_has_its_share_of_the_room_around_the_middle(value, length):
    frame = square_layouter().layout(Bar(value, 100, "model", centered=True), Limits(200, min_width=200))
    (bar,) = [v.rect for v in walk(frame) if isinstance(v.item, Path) and v.item.purpose == "mark"]
    assert (bar.width, bar.center.x) == (length, 100)
    assert frame.size.height == 20


def test_a_bar_without_room_is_as_wide_as_a_plot():
    assert square_layouter().narrowest(Bar(1, 2, "model", centered=True)) == 100


def test_a_slope_goes_from_bar_to_bar_without_touching_them():
    frame = square_layouter().layout(
        Trapezoid(100, 50, 100, "model"), Limits(200, min_width=200, min_height=60)
    )
    (path,) = [v.item for v in walk(frame) if isinstance(v.item, Path)]
    corners = [(step.points[0].x, step.points[0].y) for step in path.commands if step.points]
    assert corners == [(1, 1), (199, 1), (149, 59), (51, 59)]
    assert path.purpose == "ornament"


def test_a_slope_is_at_least_as_high_as_an_arrow_needs():
    assert square_layouter().layout(Trapezoid(1, 2, 2, "model"), Limits(200)).size.height == 40
