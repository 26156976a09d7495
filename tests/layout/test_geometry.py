"""Rectangles and limits, with numbers that one can check by head."""

from math import inf

import pytest

from infograficos.scene.geometry import TOLERANCE, Insets, Limits, Point, Rect

RECT = Rect(10, 20, 30, 40)
#: Less than rounding, and more.
HAIR, MORE = TOLERANCE / 2, TOLERANCE * 2


def test_a_rectangle_knows_its_far_sides_and_its_middle():
    assert (RECT.right, RECT.bottom, RECT.center) == (40, 60, Point(25, 40))
    assert RECT.translate(Point(1, 2)) == Rect(11, 22, 30, 40)
    assert Point(3, 4).translate(Point(10, 20)) == Point(13, 24)


@pytest.mark.parametrize(
    ("margin", "grown"),
    [
        (5, Rect(5, 15, 40, 50)),
        (-5, Rect(15, 25, 20, 30)),
        (-18, Rect(25, 38, 0, 4)),
        (-50, Rect(25, 40, 0, 0)),
    ],
)
def test_a_rectangle_grows_around_its_middle_and_never_shrinks_below_nothing(margin, grown):
    assert RECT.inflate(margin) == grown


@pytest.mark.parametrize(
    ("other", "union"),
    [
        (Rect(0, 30, 5, 5), Rect(0, 20, 40, 40)),
        (Rect(35, 50, 20, 30), Rect(10, 20, 45, 60)),
        (Rect(15, 5, 1, 2), Rect(10, 5, 30, 55)),
        (Rect(15, 25, 5, 5), RECT),
    ],
)
def test_a_union_holds_both_and_no_more(other, union):
    assert RECT.union(other) == union
    assert other.union(RECT) == union


@pytest.mark.parametrize("side", [Point(30, 0), Point(-30, 0), Point(0, 40), Point(0, -40)])
def test_neighbours_overlap_once_they_share_more_than_rounding(side):
    def shifted(by):
        toward = Point((side.x > 0) - (side.x < 0), (side.y > 0) - (side.y < 0))
        return RECT.translate(Point(side.x - toward.x * by, side.y - toward.y * by))

    assert not RECT.overlaps(shifted(0))
    assert not RECT.overlaps(shifted(HAIR))
    assert RECT.overlaps(shifted(MORE))
    assert RECT.overlaps(shifted(-1), tolerance=-2)


@pytest.mark.parametrize(
    ("point", "out"),
    [
        (Point(10, 40), Point(-1, 0)),
        (Point(40, 40), Point(1, 0)),
        (Point(25, 20), Point(0, -1)),
        (Point(25, 60), Point(0, 1)),
    ],
)
def test_a_point_on_the_border_is_inside_and_rounding_does_not_put_it_out(point, out):
    assert RECT.contains(point.translate(Point(out.x * HAIR, out.y * HAIR)))
    assert not RECT.contains(point.translate(Point(out.x * MORE, out.y * MORE)))


@pytest.mark.parametrize(
    ("left", "top", "right", "bottom"), [(1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1)]
)
def test_a_rectangle_holds_itself_and_what_leaves_it_by_no_more_than_rounding(left, top, right, bottom):
    def stretched(by):
        return Rect(10 - left * by, 20 - top * by, 30 + (left + right) * by, 40 + (top + bottom) * by)

    assert RECT.holds(stretched(HAIR))
    assert not RECT.holds(stretched(MORE))
    assert RECT.holds(stretched(MORE), tolerance=3 * TOLERANCE)


def test_insets_leave_the_rest_to_the_child():
    insets = Insets(top=1, right=2, bottom=4, left=8)
    assert (insets.horizontal, insets.vertical) == (10, 5)
    assert Limits(100, 80, 60, 40).deflate(insets) == Limits(90, 75, 50, 35)
    assert Limits(9, 4, 3, 2).deflate(insets) == Limits(0, 0, 0, 0)
    assert Limits().deflate(insets) == Limits() == Limits(inf, inf, 0, 0)
    assert Insets() == Insets(0, 0, 0, 0)
    assert Limits(100, 80, 60, 40).loosen() == Limits(100, 80)
