"""Scores as key caps, alone and on both sides of what they are scores of."""

from __future__ import annotations

import pytest
from blocks import caps
from ruler import square_layouter

from infograficos.elements.charts.butterfly import ButterflyBars, Judgement, Rating
from infograficos.errors import InputError
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Box, TextBlock, walk

ROWS = (Judgement("fiel", 1, 3), Judgement("curta", 0, 2))


def laid_out(element, width: float = 600):
    return square_layouter().layout(element, Limits(width, min_width=width))


def outlines(frame):
    return [visit.rect for visit in walk(frame) if isinstance(visit.item, Box) and visit.item.stroke]


@pytest.mark.parametrize("value", [0, 2, 5])
def test_a_rating_has_as_many_caps_as_its_value_and_outlines_up_to_the_highest(value):
    frame = laid_out(Rating(value, 5, "response"))
    assert (len(caps(frame)), len(outlines(frame))) == (value, 5 - value)
    assert all(cap.rect.right < empty.x for cap in caps(frame) for empty in outlines(frame))


def test_a_mirrored_rating_grows_to_the_left_from_the_right_end():
    frame = laid_out(Rating(1, 5, "response", mirrored=True))
    (cap,) = caps(frame)
    assert 600 - cap.rect.right < 2
    assert all(empty.right < cap.rect.x for empty in outlines(frame))


def test_caps_are_narrower_where_there_is_less_room():
    wide, narrow = (laid_out(Rating(5, 5, "response"), width).size.width for width in (150, 130))
    assert (wide, narrow) == (150, 130)
    assert square_layouter().narrowest(Rating(5, 5, "response")) < 130


@pytest.mark.parametrize(("width", "is_beside"), [(600, True), (110, False)])
def test_scores_of_two_sides_start_at_the_names_between_or_above_them(width, is_beside):
    frame = laid_out(ButterflyBars(ROWS, 3, ("masked", "response")), width)
    assert not frame.overflowing
    name = next(visit.rect for visit in walk(frame) if isinstance(visit.item, TextBlock))
    left, right = (
        next(cap.rect for cap in caps(frame) if cap.item.fill.role.startswith(role))
        for role in ("masked", "response")
    )
    assert left.right < name.center.x < right.x
    assert (left.y < name.center.y < left.bottom) == is_beside
    assert name.center.x == pytest.approx(width / 2)


def test_there_is_something_to_judge_by():
    with pytest.raises(InputError, match="esperado ao menos um item"):
        ButterflyBars((), 5, ("masked", "response"))


def test_many_rows_are_lower_and_closer():
    few, many = (laid_out(ButterflyBars(ROWS * n, 3, ("masked", "response"))) for n in (1, 3))
    assert many.size.height < 3 * few.size.height * 0.8
