"""The way of a connector: straight where it is free, else around what stands between."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from infograficos.elements.connectors.orthogonal import CLEARANCE, facing_sides, orthogonal_route
from infograficos.scene.geometry import Point, Rect

LEFT, RIGHT = Rect(0, 0, 40, 40), Rect(200, 0, 40, 40)


def corners(way: list[Point]) -> list[tuple[float, float]]:
    return [(point.x, point.y) for point in way]


def crosses(first: Point, last: Point, rect: Rect) -> bool:
    """Whether an upright or lying line has a point strictly inside a rectangle."""
    if first.x == last.x:
        low, high = sorted((first.y, last.y))
        return rect.x < first.x < rect.right and low < rect.bottom and high > rect.y
    low, high = sorted((first.x, last.x))
    return rect.y < first.y < rect.bottom and low < rect.right and high > rect.x


@pytest.mark.parametrize(
    ("start", "end", "sides"),
    [
        (LEFT, RIGHT, ("right", "left")),
        (RIGHT, LEFT, ("left", "right")),
        (LEFT, Rect(0, 90, 40, 40), ("bottom", "top")),
        (Rect(0, 90, 40, 40), LEFT, ("top", "bottom")),
        (LEFT, Rect(60, 200, 40, 40), ("bottom", "top")),
        (LEFT, Rect(200, 60, 40, 40), ("right", "left")),
    ],
)
def test_sides_face_each_other_across_the_wider_gap(start, end, sides):
    assert facing_sides(start, end) == sides


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (LEFT, RIGHT, [(40, 20), (200, 20)]),
        (LEFT, Rect(200, 10, 40, 90), [(40, 25), (200, 25)]),
        (LEFT, Rect(10, 100, 100, 40), [(25, 40), (25, 100)]),
        (RIGHT, LEFT, [(200, 20), (40, 20)]),
    ],
)
def test_a_free_way_is_straight_through_the_middle_of_what_both_sides_share(start, end, expected):
    assert corners(orthogonal_route(start, end, facing_sides(start, end), [])) == expected


def test_sides_that_share_too_little_are_joined_by_a_step_between_their_middles():
    way = orthogonal_route(LEFT, Rect(200, 100, 40, 40), ("right", "left"), [])
    assert corners(way) == [(40, 20), (120, 20), (120, 120), (200, 120)]


def test_a_side_and_a_top_are_joined_by_one_turn():
    way = orthogonal_route(LEFT, Rect(200, 100, 40, 40), ("right", "top"), [])
    assert corners(way) == [(40, 20), (220, 20), (220, 100)]


def test_the_route_goes_around_an_obstacle_and_keeps_its_distance():
    obstacle = Rect(100, -20, 40, 65)
    way = orthogonal_route(LEFT, RIGHT, ("right", "left"), [obstacle])
    assert corners(way) == [(40, 20), (90, 20), (90, 55), (150, 55), (150, 20), (200, 20)]


def test_what_only_touches_the_way_is_not_in_it():
    assert len(orthogonal_route(LEFT, RIGHT, ("right", "left"), [Rect(100, 20.6, 40, 60)])) == 2


def test_where_every_way_is_blocked_the_straight_one_is_returned():
    cage = [Rect(-40, -40, 120, 20), Rect(-40, 60, 120, 20), Rect(-40, -40, 20, 120), Rect(60, -40, 20, 120)]
    assert corners(orthogonal_route(LEFT, RIGHT, ("right", "left"), cage)) == [(40, 20), (200, 20)]


@pytest.mark.parametrize(
    ("sides", "expected"),
    [
        (("bottom", "bottom"), [(20, 40), (20, 50), (220, 50), (220, 40)]),
        (("left", "right"), [(0, 20), (-10, 20), (-10, -10), (250, -10), (250, 20), (240, 20)]),
    ],
)
def test_a_way_leaves_and_arrives_at_the_sides_that_were_asked_for(sides, expected):
    way = orthogonal_route(LEFT, RIGHT, sides, [])
    assert not any(crosses(a, b, rect) for a, b in pairwise(way) for rect in (LEFT, RIGHT))
    assert corners(way) == expected


def test_the_route_goes_around_a_neighbour_that_is_close_by():
    neighbour = Rect(54, 0, 40, 40)
    end = Rect(108, 0, 40, 40)
    way = orthogonal_route(LEFT, end, ("right", "left"), [neighbour])
    assert not any(crosses(a, b, neighbour) for a, b in pairwise(way))


def rects(least: float = 5.0) -> st.SearchStrategy[Rect]:
    place, length = st.integers(0, 400), st.integers(int(least), 120)
    whole = (place, place, length, length)
    return st.builds(Rect, *(numbers.map(float) for numbers in whole))


@settings(max_examples=120)
@given(rects(20), rects(20), st.lists(rects(), max_size=5))
def test_a_way_with_corners_crosses_nothing_and_ends_on_the_borders_that_face_each_other(start, end, between):
    assume(not start.inflate(30).overlaps(end))
    between = [rect for rect in between if not rect.overlaps(start) and not rect.overlaps(end)]
    sides = facing_sides(start, end)
    way = orthogonal_route(start, end, sides, between)
    first, last = way[0], way[-1]
    assert on_side(first, start, sides[0])
    assert on_side(last, end, sides[1])
    straight = len(way) == 2 and (first.x == last.x or first.y == last.y)
    free = straight and not any(crosses(first, last, rect) for rect in between)
    for a, b in pairwise(way) if len(way) > 2 else ():
        assert a.x == b.x or a.y == b.y
        assert not any(crosses(a, b, rect) for rect in (*between, start, end))
    if len(way) == 2 and not free:
        # Given up: only where the very first or last step is not free, or it is shut in.
        assert between
    if free:
        assert len(way) == 2


def on_side(point: Point, rect: Rect, side: str) -> bool:
    border = {
        "left": Rect(rect.x, rect.y, 0, rect.height),
        "right": Rect(rect.right, rect.y, 0, rect.height),
        "top": Rect(rect.x, rect.y, rect.width, 0),
        "bottom": Rect(rect.x, rect.bottom, rect.width, 0),
    }[side]
    return border.holds(Rect(point.x, point.y, 0, 0), 1e-9)


@settings(max_examples=60)
@given(st.integers(60, 300), st.integers(-100, 60), st.integers(10, 200))
def test_one_obstacle_alone_never_stops_a_connector(x, y, height):
    obstacle = Rect(float(x), float(y), 30.0, float(height))
    end = Rect(400, 0, 40, 40)
    way = orthogonal_route(LEFT, end, ("right", "left"), [obstacle])
    assert not any(crosses(a, b, obstacle) for a, b in pairwise(way))
    if len(way) > 2:
        nearest = [p for p in way[1:-1] if obstacle.inflate(CLEARANCE - 2).holds(Rect(p.x, p.y, 0, 0))]
        assert not nearest
