"""Labels around what they name: never on each other, on an obstacle, or on a line."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infograficos.elements.planes.label_placement import (
    LabelArea,
    candidates_along,
    candidates_around,
    place_labels,
)
from infograficos.scene.flattening import crosses
from infograficos.scene.geometry import Point, Rect, Size

ROOM = Rect(0, 0, 200, 200)
LABEL = Size(40, 10)


def dot(x: float, y: float) -> Rect:
    return Rect(x - 5, y - 5, 10, 10)


def test_the_best_place_is_right_of_a_point_and_level_with_it():
    (place,) = place_labels([candidates_around(dot(100, 100), LABEL)], LabelArea(ROOM))
    assert place == Rect(105, 95, 40, 10)


def test_a_line_on_the_right_sends_the_label_to_the_left():
    line = (Point(105, 100), Point(200, 100))
    (place,) = place_labels([candidates_around(dot(100, 100), LABEL)], LabelArea(ROOM, lines=(line,)))
    assert place == Rect(55, 95, 40, 10)


def test_a_label_gives_its_place_to_one_that_has_no_other():
    free, only = Rect(0, 0, 40, 10), Rect(100, 0, 40, 10)
    assert place_labels([(only, free), (only,)], LabelArea(ROOM)) == [free, only]


def test_several_labels_move_on_so_that_one_more_finds_its_place():
    a, b, c = (Rect(50 * i, 0, 40, 10) for i in range(3))
    assert place_labels([(a, b), (b, c), (a,)], LabelArea(ROOM)) == [b, c, a]


def test_of_two_that_want_one_place_the_earlier_has_it():
    only = Rect(0, 0, 40, 10)
    assert place_labels([(only,), (only,)], LabelArea(ROOM)) == [only, None]


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), max_size=25))
def test_whatever_the_points_labels_touch_nothing(places):
    anchors = tuple(dot(x, y) for x, y in places)
    lines = ((Point(0, 100), Point(200, 90)),)
    found = place_labels([candidates_around(a, LABEL) for a in anchors], LabelArea(ROOM, anchors, lines))
    rects = [rect for rect in found if rect is not None]
    assert not any(a.overlaps(b) for a, b in combinations(rects, 2))
    assert not any(rect.overlaps(anchor) for rect in rects for anchor in anchors)
    assert all(ROOM.holds(rect) and not crosses(*lines[0], rect) for rect in rects)


@pytest.mark.parametrize("end", [Point(100, 0), Point(100, 80), Point(0, 90), Point(-50, 30)])
def test_a_label_beside_a_line_keeps_off_it(end):
    line = (Point(0, 0), end)
    assert not any(crosses(*line, rect) for rect in candidates_along(line, LABEL, 1))


@pytest.mark.parametrize(
    ("start", "end", "cut"),
    [
        (Point(0, 5), Point(30, 5), True),
        (Point(0, 0), Point(9, 9), False),
        (Point(12, 5), Point(18, 5), True),
        (Point(0, 30), Point(30, 30), False),
        (Point(15, -5), Point(15, 30), True),
    ],
)
def test_a_line_cuts_what_it_passes_through(start, end, cut):
    assert crosses(start, end, Rect(10, 0, 10, 10)) is cut
