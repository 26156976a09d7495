"""Sequences cut short: what of each stretch is shown, and where “…” stands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from infograficos.elements.tokens.runs import GAP, group_runs, truncate_runs


def shown(kinds, most, heading=0):
    return [each.shown for each in truncate_runs(group_runs(kinds), most, "b", heading)]


def test_what_has_room_is_shown_whole():
    assert shown("aabbb", 5) == [(0, 1), (2, 3, 4)]


def test_long_stretches_keep_both_ends_and_the_preferred_one_gets_the_room():
    assert shown("a" * 9 + "b" * 9, 8) == [(0, None, 8), (9, 10, None, 16, 17)]


def test_with_little_room_the_items_at_the_border_stay():
    assert shown("a" * 9 + "b" * 9, 4) == [(None, 8), (9, None)]


def test_stretches_without_room_are_left_out_at_the_end_and_counted():
    found = truncate_runs(group_runs("ab" * 10), 6, "b")
    assert [each.kind for each in found] == [*"ababa", GAP]
    assert found[-1].count == 15


@given(st.text("abc", min_size=1, max_size=60), st.integers(5, 12), st.integers(0, 1))
def test_no_more_signs_than_there_is_room_for_and_no_item_lost_from_the_counts(kinds, most, heading):
    found = truncate_runs(group_runs(kinds), most, "b", heading)
    assert sum(each.count for each in found) == len(kinds)
    assert sum(len(each.shown) + heading for each in found) <= most + heading
    places = [i for each in found for i in each.shown if i is not None]
    assert places == sorted(set(places))
