"""Bars without words: as long as their share, told apart by how they are filled."""

from __future__ import annotations

import pytest
from ruler import square_layouter

from infograficos.elements.charts.bar import Bar, paint_bar
from infograficos.scene.geometry import Limits, Point, Rect
from infograficos.scene.items import extent


def laid_out(bar: Bar, width: float = 200):
    return square_layouter().layout(bar, Limits(width, min_width=width))


def test_a_lying_bar_is_a_key_cap_that_is_flat_where_it_starts():
    edge, face = (placed.item for placed in laid_out(Bar(2.0, 4.0, "response", "mid")).items)
    assert (edge.purpose, edge.fill.role) == ("mark", "response.mark")
    assert (face.purpose, face.fill.role) == ("ornament", "response.mid")
    assert extent(edge) == Rect(0, 0, 100, 20)
    assert extent(face) == Rect(0, 1, 99, 17)
    corners = {point for step in edge.commands for point in step.points}
    assert {Point(0, 0), Point(0, 20)} <= corners
    assert Point(100, 0) not in corners


def test_a_standing_solid_bar_is_one_mark_that_is_flat_at_its_foot():
    (bar,) = paint_bar(Rect(0, 0, 20, 50), "response", "solid", square_layouter().look, "up")
    assert (bar.purpose, bar.fill.role) == ("mark", "response.solid")
    corners = {point for step in bar.commands for point in step.points}
    assert {Point(0, 50), Point(20, 50)} <= corners
    assert Point(0, 0) not in corners


def test_a_masked_bar_is_dotted_inside_its_length():
    surface, outline = (placed.item for placed in laid_out(Bar(2.0, 4.0, "masked", "masked")).items)
    assert surface.fill.role == "masked.soft"
    assert outline.stroke.dash
    assert extent(outline) == Rect(0.5, 0.5, 99, 19)


@pytest.mark.parametrize("fill", ["solid", "pale", "masked"])
def test_a_tiny_share_is_still_seen_and_none_is_not(fill):
    assert laid_out(Bar(1e-9, 1.0, "response", fill)).items
    assert not laid_out(Bar(0.0, 1.0, "response", fill)).items
    assert not laid_out(Bar(0.0, 0.0, "response", fill)).items


def test_a_bar_without_room_says_so():
    assert square_layouter().layout(Bar(1.0, 1.0, "response"), Limits(50)).offered is not None
