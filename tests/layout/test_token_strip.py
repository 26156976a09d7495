"""Strips share their columns, go on in a next line together, and brackets span exactly their columns."""

from __future__ import annotations

import pytest
from ruler import square_layouter

from infograficos.elements.card import Named
from infograficos.elements.tokens.chip import token_chip, token_number
from infograficos.elements.tokens.strip import Lane, TokenSpan, TokenStrip
from infograficos.scene.geometry import Limits, Rect
from infograficos.scene.items import Box, Frame, Path, TextBlock, walk


def strip(tokens, names=("", ""), **others) -> TokenStrip:
    chips = tuple(Named(f"token {i}", token_chip(token, "input")) for i, token in enumerate(tokens))
    ids = tuple(Named(f"id {i}", token_number(100 * i)) for i in range(len(tokens)))
    return TokenStrip((Lane(chips, names[0]), Lane(ids, names[1])), **others)


def laid(element, width=700.0, **limits):
    frame = square_layouter().layout(element, Limits(width, **limits))
    rects = {v.item.name: v.rect for v in walk(frame) if isinstance(v.item, Frame) and v.item.name}
    return frame, rects


def texts(frame) -> dict[str, Rect]:
    return {v.item.text: v.rect for v in walk(frame) if isinstance(v.item, TextBlock)}


def test_rows_share_their_columns():
    frame, rects = laid(strip(["aaaa", "b", "cc"]))
    for i in range(3):
        assert rects[f"token {i}"].center.x == pytest.approx(rects[f"id {i}"].center.x)
    assert not frame.overflowing


@pytest.mark.parametrize("width", [60, 120, 200])
def test_all_rows_go_on_in_a_next_line_together(width):
    frame, rects = laid(strip(["aaaa", "bbbb", "cccc", "dddd", "eeee"]), width)
    assert frame.size.width <= width
    assert not frame.overflowing
    tops = [rects[f"token {i}"].y for i in range(5)]
    assert tops == sorted(tops)
    assert tops[0] < tops[-1]
    for i in range(5):
        assert rects[f"id {i}"].y > rects[f"token {i}"].bottom
        below = [top for top in tops if top > tops[i]]
        assert all(rects[f"id {i}"].bottom < top for top in below)
        assert rects[f"token {i}"].center.x == pytest.approx(rects[f"id {i}"].center.x)


def test_type_is_never_shrunk():
    frame, _ = laid(strip(["aaaa", "bbbb"] * 10), 100)
    sizes = {
        placed.run.size
        for v in walk(frame)
        if isinstance(v.item, TextBlock)
        for line in v.item.lines
        for placed in line.runs
    }
    assert sizes == {10.0}


def test_a_bracket_spans_its_columns_and_has_its_name_in_the_middle():
    frame, rects = laid(strip(["aaa", "bbb", "ccc", "ddd"], spans=(TokenSpan(1, 2, "nome"),)))
    (bracket,) = [v.rect for v in walk(frame) if isinstance(v.item, Path)]
    assert (bracket.x, bracket.right) == pytest.approx((rects["token 1"].x + 1, rects["token 2"].right - 1))
    assert bracket.bottom < rects["token 1"].y
    assert texts(frame)["nome"].center.x == pytest.approx(bracket.center.x)


def test_columns_under_a_bracket_stay_in_one_line():
    _, rects = laid(strip(["aaa", "bbb", "ccc", "ddd"], spans=(TokenSpan(1, 2, "n"),)), 110)
    assert rects["token 0"].y < rects["token 1"].y == rects["token 2"].y


def test_a_bracket_that_goes_on_says_its_name_once():
    frame, _ = laid(strip(["aaa", "bbb", "ccc"], spans=(TokenSpan(0, 2, "nome"),)), 60)
    named = [v for v in walk(frame) if isinstance(v.item, TextBlock) and v.item.text == "nome"]
    assert len(named) == 1
    assert len([v for v in walk(frame) if isinstance(v.item, Path)]) == 3


def test_names_stand_beside_their_rows_or_above_where_they_would_cost_a_line():
    names = ("token", "id")
    wide, rects = laid(strip(["aaaa", "bbbb"], names))
    assert texts(wide)["token"].right < rects["token 0"].x
    assert texts(wide)["token"].bottom == pytest.approx(texts(wide)["aaaa"].bottom)
    narrow, rects = laid(strip(["aaaa", "bbbb"], names), 110)
    assert texts(narrow)["token"].bottom < rects["token 0"].y == rects["token 1"].y


def test_what_is_left_out_is_said_after_the_last_column():
    frame, rects = laid(strip(["a", "b"], more="… e mais 488"))
    assert texts(frame)["… e mais 488"].x > rects["token 1"].right


def test_one_line_is_in_the_middle():
    frame, rects = laid(strip(["a"]), min_width=700.0)
    assert rects["token 0"].center.x == pytest.approx(frame.size.width / 2) == 350


def test_a_space_is_paler_than_the_token():
    frame, _ = laid(token_chip(" gato", "input"))
    inks = {
        v.item.text: v.item.lines[0].runs[0].paint.role for v in walk(frame) if isinstance(v.item, TextBlock)
    }
    assert inks == {"␣": "muted", "gato": "input.strong"}


def test_a_ribbon_lies_behind_the_first_lane_of_each_line():
    frame, rects = laid(strip(["aaa", "bbb", "ccc"], ribbon="input.tint"), 60)
    papers = [v.rect for v in walk(frame) if isinstance(v.item, Box) and v.item.fill.role == "input.tint"]
    assert len(papers) > 1
    assert papers[0].holds(rects["token 0"])
