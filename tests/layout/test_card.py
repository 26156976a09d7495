"""Surfaces around things: padding, borders, alignment, names."""

from __future__ import annotations

import pytest
from blocks import Block, places
from ruler import square_layouter

from infograficos.elements.card import Card, Named, badge, chip, tinted_card
from infograficos.elements.text import Text
from infograficos.scene.dump import dump_frame
from infograficos.scene.geometry import Limits


def laid_out(element, **limits: float):
    return square_layouter().layout(element, Limits(**limits))


def test_a_card_lies_around_its_child():
    assert dump_frame(laid_out(Card(Text("um dois tres")), max_width=100)) == (
        "frame 0 0 90 50\n"
        "  box 0 0 90 50 surface stroke line 1 radius 6\n"
        "  frame 10 10 70 30\n"
        "    paragraph 10 20 70 ink “um dois”\n"
        "    paragraph 10 40 40 ink “tres”\n"
    )


def test_padding_can_differ_across_and_down():
    assert places(laid_out(Card(Block(30), padding="small", horizontal_padding="large"))) == [(20, 5, 30, 10)]


@pytest.mark.parametrize(
    ("align", "expected"),
    [("start", (5, 5, 30, 90)), ("center", (5, 45, 30, 10)), ("end", (5, 85, 30, 10))],
)
def test_a_card_taller_than_its_child_puts_it_where_asked_or_stretches_it(align, expected):
    frame = laid_out(Card(Block(30), padding="small", align=align), min_height=100)
    assert places(frame) == [expected]
    assert frame.size.height == 100


def test_a_card_fills_the_width_it_must():
    assert places(laid_out(Card(Block(30), padding="small"), min_width=100)) == [(5, 5, 90, 10)]


def test_a_card_too_narrow_for_its_child_grows_and_is_marked():
    assert dump_frame(laid_out(Card(Block(30)), max_width=40)) == (
        "frame 0 0 50 30 of 40 × inf\n"
        "  box 0 0 50 30 surface stroke line 1 radius 6\n"
        "  frame 10 10 30 10 of 20 × inf\n"
        "    box 10 10 30 10 surface\n"
    )


def test_a_card_may_have_neither_surface_nor_border():
    assert dump_frame(laid_out(Card(Block(30), None, None))) == (
        "frame 0 0 50 30\n  frame 10 10 30 10\n    box 10 10 30 10 surface\n"
    )


def test_a_corner_is_never_rounder_than_the_card_is_high():
    box = laid_out(Card(Block(80), radius="pill", padding="small")).items[0].item
    assert box.radius == 10


def test_a_dashed_border_has_dashes_and_another_has_none():
    dashed, plain = (laid_out(Card(Block(30), dashed=dashed)).items[0].item for dashed in (True, False))
    assert len(dashed.stroke.dash) == 2
    assert plain.stroke.dash == ()


def test_the_baseline_is_the_childs():
    assert laid_out(Card(Text("um"))).baseline == 20
    assert laid_out(Card(Block(30))).baseline is None


def test_a_chip_draws_its_text_as_it_is_in_its_roles_colours():
    assert dump_frame(laid_out(chip("**-1**", "response"))) == (
        "frame 0 0 70 20\n"
        "  box 0 0 70 20 response.soft stroke response.line 1 radius 3\n"
        "  frame 5 5 60 10\n"
        "    label 5 15 60 response.strong “**-1**”\n"
    )


def test_a_badge_is_a_pill_and_a_tinted_card_wears_its_role():
    assert "box 0 0 90 14 surface stroke input.line 1 radius 7" in dump_frame(
        laid_out(badge("opcional", "input"))
    )
    assert "box 0 0 50 30 alert.soft stroke alert.line 1" in dump_frame(
        laid_out(tinted_card(Block(30), "alert"))
    )


def test_a_name_goes_on_the_childs_frame():
    assert dump_frame(laid_out(Named("caixa", Block(30)))) == "“caixa” 0 0 30 10\n  box 0 0 30 10 surface\n"


def test_two_names_keep_both():
    assert dump_frame(laid_out(Named("fora", Named("dentro", Block(30))))) == (
        "“fora” 0 0 30 10\n  “dentro” 0 0 30 10\n    box 0 0 30 10 surface\n"
    )


def test_a_name_keeps_the_mark_of_what_overflows():
    assert laid_out(Named("caixa", Block(30)), max_width=20).offered is not None
