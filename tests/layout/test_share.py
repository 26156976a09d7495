"""Sharing a width as CSS flexbox does; the expected widths are worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infograficos.elements.share import Share, share_out


@pytest.mark.parametrize(
    ("room", "shares", "widths"),
    [
        (100, [], []),
        (100, [Share(10, 5), Share(20, 5)], [10, 20]),
        (100, [Share(10, 5, 1), Share(20, 5)], [80, 20]),
        (100, [Share(10, 5, 1), Share(20, 5, 1)], [45, 55]),
        (100, [Share(0, 0, 1), Share(0, 0, 3)], [25, 75]),
        (100, [Share(0, 0, 0.1), Share(0, 0, 0.1)], [50, 50]),
        (100, [Share(0, 40, 1), Share(0, 0, 3)], [40, 60]),
        (100, [Share(0, 30, 1), Share(0, 50, 1), Share(0, 0, 1)], [30, 50, 20]),
        (100, [Share(0, 70, 1), Share(0, 70, 1)], [70, 70]),
        (30, [Share(40, 0), Share(20, 0)], [20, 10]),
        (60, [Share(40, 0), Share(60, 50)], [10, 50]),
        (30, [Share(40, 35), Share(20, 0)], [35, 0]),
        (30, [Share(40, 40), Share(20, 20)], [40, 20]),
        (0, [Share(40, 5), Share(20, 5)], [5, 5]),
        (60, [Share(40, 0), Share(20, 0)], [40, 20]),
    ],
)
def test_widths_grow_by_their_factor_and_shrink_by_their_size_down_to_their_least(room, shares, widths):
    assert share_out(room, shares) == pytest.approx(widths)


LENGTHS = st.floats(0, 500)
SHARES = st.lists(st.builds(Share, LENGTHS, LENGTHS, st.sampled_from([0.0, 1.0, 2.5])), max_size=6)


@given(st.floats(0, 1500), SHARES)
def test_none_is_below_its_least_and_the_room_is_filled_exactly_where_someone_grows(room, shares):
    widths = share_out(room, shares)
    least = sum(share.least for share in shares)
    assert all(width >= share.least - 0.05 for width, share in zip(widths, shares, strict=True))
    if any(share.grow for share in shares):
        assert sum(widths) == pytest.approx(max(room, least), abs=0.05)
    else:
        liked = sum(max(share.base, share.least) for share in shares)
        assert sum(widths) == pytest.approx(max(least, min(room, liked)), abs=0.05)
