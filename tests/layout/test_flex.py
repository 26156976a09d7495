"""Sharing a width as CSS flexbox does; the expected widths are worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infograficos.elements.flex import FlexItem, cap_widths, resolve_flex


@pytest.mark.parametrize(
    ("room", "shares", "widths"),
    [
        (100, [], []),
        (100, [FlexItem(10, 5), FlexItem(20, 5)], [10, 20]),
        (100, [FlexItem(10, 5, 1), FlexItem(20, 5)], [80, 20]),
        (100, [FlexItem(10, 5, 1), FlexItem(20, 5, 1)], [45, 55]),
        (100, [FlexItem(0, 0, 1), FlexItem(0, 0, 3)], [25, 75]),
        (100, [FlexItem(0, 0, 0.1), FlexItem(0, 0, 0.1)], [50, 50]),
        (100, [FlexItem(0, 40, 1), FlexItem(0, 0, 3)], [40, 60]),
        (100, [FlexItem(0, 30, 1), FlexItem(0, 50, 1), FlexItem(0, 0, 1)], [30, 50, 20]),
        (100, [FlexItem(0, 70, 1), FlexItem(0, 70, 1)], [70, 70]),
        (30, [FlexItem(40, 0), FlexItem(20, 0)], [20, 10]),
        (60, [FlexItem(40, 0), FlexItem(60, 50)], [10, 50]),
        (30, [FlexItem(40, 35), FlexItem(20, 0)], [35, 0]),
        (30, [FlexItem(40, 40), FlexItem(20, 20)], [40, 20]),
        (0, [FlexItem(40, 5), FlexItem(20, 5)], [5, 5]),
        (60, [FlexItem(40, 0), FlexItem(20, 0)], [40, 20]),
    ],
)
def test_widths_grow_by_their_factor_and_shrink_by_their_size_down_to_their_least(room, shares, widths):
    assert resolve_flex(room, shares) == pytest.approx(widths)


LENGTHS = st.floats(0, 500)
SHARES = st.lists(st.builds(FlexItem, LENGTHS, LENGTHS, st.sampled_from([0.0, 1.0, 2.5])), max_size=6)


@given(st.floats(0, 1500), SHARES)
def test_none_is_below_its_least_and_the_room_is_filled_exactly_where_someone_grows(room, shares):
    widths = resolve_flex(room, shares)
    least = sum(share.min_width for share in shares)
    assert all(width >= share.min_width - 0.05 for width, share in zip(widths, shares, strict=True))
    if any(share.grow for share in shares):
        assert sum(widths) == pytest.approx(max(room, least), abs=0.05)
    else:
        liked = sum(max(share.basis, share.min_width) for share in shares)
        assert sum(widths) == pytest.approx(max(least, min(room, liked)), abs=0.05)


@pytest.mark.parametrize(
    ("room", "widths", "has_text", "told"),
    [
        (100, [40, 60], [True, True], [40, 60]),
        (100, [70, 50], [True, True], [50, 50]),
        (90, [70, 30], [True, True], [60, 30]),
        (100, [90, 50, 30], [True, True, True], [35, 35, 30]),
        (100, [90, 50], [False, True], [90, 10]),
        (80, [90, 50], [False, True], [90, 50]),
        (80, [90, 50], [False, False], [90, 50]),
    ],
)
def test_what_is_too_much_is_taken_from_the_widest_words(room, widths, has_text, told):
    assert cap_widths(room, widths, has_text) == told
