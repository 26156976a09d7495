"""Bands end on the borders of what they join, side by side, and their thicknesses share one scale."""

from __future__ import annotations

import pytest
from refusals import refusal
from ruler import square_layouter

from infograficos.elements.card import Named, chip
from infograficos.elements.connectors.ribbons import Ribbon, RibbonGap, Ribbons
from infograficos.elements.polyline import distance
from infograficos.elements.row import Column, Row
from infograficos.scene.geometry import Limits, Point
from infograficos.scene.items import Frame, Path, walk


def side(letter: str, count: int, upright: bool):
    chips = tuple(Named(f"{letter}{i}", chip("xxxxxxxx", "input")) for i in range(count))
    return Column(chips, "tiny") if upright else Row(chips, "tiny")


def laid(links, direction="down", counts=(3, 3)):
    upright = direction == "right"
    sides = side("a", counts[0], upright), side("b", counts[1], upright)
    child = Row(sides, "link") if upright else Column((sides[0], RibbonGap(), sides[1]), "none")
    ribbons = Ribbons(child, tuple(Ribbon(*link) for link in links), direction)
    frame = square_layouter().layout(ribbons, Limits(700))
    rects = {v.item.name: v.rect for v in walk(frame) if isinstance(v.item, Frame) and v.item.name}
    return rects, [v.item for v in walk(frame) if isinstance(v.item, Path) and v.item.purpose == "connector"]


def ends(band: Path, across: str) -> tuple[tuple[float, float], tuple[float, float]]:
    """Both edges of a band where it starts, and where it ends."""
    left, right = sides(band)
    return (
        (getattr(left[0], across), getattr(right[-1], across)),
        (getattr(left[-1], across), getattr(right[0], across)),
    )


def sides(band: Path) -> tuple[list[Point], list[Point]]:
    """The ends of the curves on both sides of a band, each in the order of drawing."""
    turn = len(band.commands) // 2
    points = [step.points[-1] for step in band.commands[:-1]]
    return points[:turn], points[turn:]


@pytest.mark.parametrize(("direction", "across"), [("down", "x"), ("right", "y")])
def test_a_single_band_joins_the_middles_of_facing_borders(direction, across):
    rects, (band,) = laid([("a0", "b2", 0.5)], direction)
    start, end = ends(band, across)
    assert sum(start) / 2 == pytest.approx(getattr(rects["a0"].center, across))
    assert sum(end) / 2 == pytest.approx(getattr(rects["b2"].center, across))
    first, *_, last = sides(band)[0]
    if direction == "down":
        assert (first.y, last.y) == (rects["a0"].bottom, rects["b2"].y)
    else:
        assert (first.x, last.x) == (rects["a0"].right, rects["b2"].x)


def test_bands_are_as_thick_as_their_weights_and_none_is_lost():
    _, bands = laid([("a0", "b0", 1.0), ("a1", "b1", 0.5), ("a2", "b2", 0.001)])
    assert [round(high - low, 6) for low, high in (ends(band, "x")[0] for band in bands)] == [56, 28, 1]


def test_a_steep_band_is_as_thick_all_along_as_a_straight_one():
    _, bands = laid([("a0", "b2", 0.5), ("a1", "b1", 0.5)])
    for band in bands:
        left, right = sides(band)
        apart = [distance(a, b) for a, b in zip(left, reversed(right), strict=True)]
        assert apart == pytest.approx([28.0] * len(apart))


def test_bands_that_are_steep_do_not_hide_each_other():
    _, bands = laid([("a0", f"b{i}", 0.25) for i in (1, 2)])
    (_, first), (second, _) = (sides(band) for band in bands)
    assert distance(first[3], second[3]) > 0
    assert second[3].x > first[3].x


def test_bands_at_one_element_stand_side_by_side_in_the_order_of_their_other_ends():
    rects, bands = laid([("a1", "b2", 0.3), ("a1", "b0", 0.3), ("a1", "b1", 0.3)])
    right, left, middle = (ends(band, "x")[0] for band in bands)
    assert left[1] <= middle[0] + 1e-9
    assert middle[1] <= right[0] + 1e-9
    assert rects["a1"].x < left[0]
    assert right[1] < rects["a1"].right


def test_where_a_border_is_too_short_all_bands_are_thinner():
    links = [(f"a{i}", "b0", 1.0) for i in range(8)] + [("a0", "b1", 0.5)]
    rects, bands = laid(links, counts=(8, 2))
    widths = [high - low for low, high in (ends(band, "x")[1] for band in bands)]
    assert sum(widths[:8]) < 0.7 * rects["b0"].width
    assert widths[8] == pytest.approx(widths[0] / 2)


def test_a_band_to_nowhere_is_refused():
    message = refusal(lambda: laid([("a0", "c0", 1.0)]))
    assert message.startswith("faixa: o elemento “c0” não existe; você quis dizer ")
