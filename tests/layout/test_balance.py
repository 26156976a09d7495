"""A balance: level or tilted, with the measure where there is room for it."""

from __future__ import annotations

import pytest
from blocks import Block
from refusals import refusal
from ruler import square_layouter

from infograficos.elements.card import Card, Named
from infograficos.elements.objects.balance import Balance
from infograficos.elements.text import Text
from infograficos.scene.geometry import Limits, Rect
from infograficos.scene.items import Ellipse, Frame, TextBlock, walk

MEASURE = "8 ≈ 8"


def pan(name: str, words: str | None = None) -> Named:
    return Named(name, Card(Text(words)) if words else Block(100, 40))


def layout(width: float, words: str | None = None, **more) -> Frame:
    balance = Balance(pan("um", words), pan("outro", words), MEASURE, **more)
    return square_layouter().layout(balance, Limits(width, min_width=width))


def pans(frame: Frame) -> tuple[Rect, Rect]:
    found = {visit.item.name: visit.rect for visit in walk(frame) if isinstance(visit.item, Frame)}
    return found["um"], found["outro"]


def measure(frame: Frame) -> Rect:
    return next(v.rect for v in walk(frame) if isinstance(v.item, TextBlock) and v.item.text == MEASURE)


def knobs(frame: Frame) -> tuple[float, float]:
    """How high the two knobs of the beam are."""
    small = [
        visit.rect for visit in walk(frame) if isinstance(visit.item, Ellipse) and visit.rect.width == 12
    ]
    return small[0].center.y, small[1].center.y


def test_a_level_balance_has_its_pans_at_one_height_and_the_measure_between():
    frame = layout(600)
    left, right = pans(frame)
    assert (left.x, right.right, left.y, left.height) == (0, 600, right.y, right.height)
    assert left.right < measure(frame).x < measure(frame).right < right.x
    assert measure(frame).center.x == 300
    assert knobs(frame)[0] == knobs(frame)[1]


@pytest.mark.parametrize("tilt", [-1.0, -0.5, 0.5, 1.0])
def test_the_heavier_pan_hangs_lower_by_as_much_as_the_beam_is_tilted(tilt):
    frame = layout(600, tilt=tilt)
    left, right = pans(frame)
    assert right.y - left.y == pytest.approx(48 * tilt)
    assert knobs(frame)[1] - knobs(frame)[0] == pytest.approx(48 * tilt)


def test_the_measure_is_above_the_pans_where_they_leave_no_room_for_it():
    frame = layout(240, tilt=0.1)
    left, right = pans(frame)
    assert left.y < right.y
    assert left.right < right.x
    assert measure(frame).bottom < left.y
    assert not frame.splits_words


@pytest.mark.parametrize("tilt", [-0.5, 0.5])
@pytest.mark.parametrize(("width", "apart"), [(230, False), (150, True)])
def test_a_narrow_balance_is_tilted_too(tilt, width, apart):
    frame = layout(width, "palavrão", tilt=tilt, apart=apart)
    assert knobs(frame)[1] - knobs(frame)[0] == pytest.approx(48 * tilt)
    left, right = pans(frame)
    assert apart or right.y - left.y == pytest.approx(48 * tilt)
    assert not frame.overflowing


@pytest.mark.parametrize("width", [260, 225])
def test_a_level_balance_has_its_pans_at_one_height_however_narrow(width):
    left, right = pans(layout(width, "palavrão"))
    assert (left.y, left.height) == (right.y, right.height)
    assert left.right < right.x


def test_a_pan_with_a_long_word_is_wider_and_the_arms_are_equally_long():
    balance = Balance(pan("um", "inconstitucional"), pan("outro", "só"), MEASURE)
    frame = square_layouter().layout(balance, Limits(280, min_width=280))
    left, right = pans(frame)
    assert left.width > right.width
    assert left.y == right.y
    assert not frame.splits_words


def test_what_is_weighed_apart_is_below_a_beam_with_empty_pans():
    frame = layout(150, "palavrão", apart=True)
    left, right = pans(frame)
    assert knobs(frame)[0] == knobs(frame)[1]
    assert measure(frame).bottom < left.y < left.bottom < right.y
    assert not frame.overflowing


def test_a_caption_is_beside_the_measure_in_each_pose():
    assert all("loss" in str(layout(width, "palavrão", caption="loss")) for width in (600, 260, 200))


def test_a_tilt_beyond_the_steepest_is_refused():
    assert refusal(lambda: layout(600, tilt=2.0)) == "Balance.tilt: esperado um número de −1 a 1, veio 2.0"


def test_a_balance_reports_what_fits_in_no_pose():
    assert layout(100, "inconstitucionalissimamente").overflowing
