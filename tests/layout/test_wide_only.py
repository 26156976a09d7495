"""What is only for wide sheets gives way on a phone."""

from __future__ import annotations

from ruler import square_layouter

from infograficos.elements.flow import FirstThatFits, WideOnly
from infograficos.elements.text import Text
from infograficos.scene.geometry import Limits, Size
from infograficos.scene.items import words


def test_on_a_phone_another_arrangement_is_taken():
    either = FirstThatFits((WideOnly(Text("a")), Text("b")))
    layouter = square_layouter()
    assert words(layouter.layout(either, Limits(480))) == "a"
    assert words(layouter.layout(either, Limits(479))) == "b"


def test_alone_it_says_from_which_width_on_it_is_shown():
    frame = square_layouter().layout(WideOnly(Text("a")), Limits(360))
    assert (frame.size.width, frame.offered) == (480, Size(360, float("inf")))


def test_where_nothing_fits_it_is_not_taken_for_the_narrowest():
    either = FirstThatFits((WideOnly(Text("a")), Text("b" * 100)))
    assert words(square_layouter().layout(either, Limits(100))) == "b" * 100
