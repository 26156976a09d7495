"""What is only for wide sheets gives way on a phone."""

from __future__ import annotations

from ruler import square_layouter

from infograficos.elements.flow import FirstThatFits, WideOnly
from infograficos.elements.text import Text
from infograficos.scene.geometry import Limits
from infograficos.scene.items import words


def test_on_a_phone_another_arrangement_is_taken():
    either = FirstThatFits((WideOnly(Text("a")), Text("b")))
    layouter = square_layouter()
    assert words(layouter.layout(either, Limits(480))) == "a"
    assert words(layouter.layout(either, Limits(479))) == "b"


def test_where_nothing_fits_it_is_not_taken_for_the_narrowest():
    either = FirstThatFits((WideOnly(Text("a")), Text("b" * 100)))
    assert words(square_layouter().layout(either, Limits(100))) == "b" * 100
