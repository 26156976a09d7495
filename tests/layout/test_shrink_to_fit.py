"""Children as narrow as their words allow, and children that are never broken; arrangements that give way."""

import pytest
from blocks import Block
from ruler import square_layouter

from infograficos.elements.flow import FirstThatFits, NoWrap, ShrinkToFit
from infograficos.elements.text import Text
from infograficos.scene.geometry import Limits

WORDS = Text("um dois tres")


@pytest.mark.parametrize(
    ("element", "limits", "size", "overflows"),
    [
        (ShrinkToFit(WORDS), Limits(200), (40, 50), False),
        (ShrinkToFit(WORDS), Limits(200, min_width=70), (70, 30), False),
        (ShrinkToFit(WORDS), Limits(60, min_width=70), (40, 50), False),
        (ShrinkToFit(WORDS), Limits(30), (40, 50), True),
        (NoWrap(WORDS), Limits(120), (120, 10), False),
        (NoWrap(WORDS), Limits(119), (70, 30), False),
        (NoWrap(WORDS), Limits(30), (120, 10), True),
    ],
)
def test_words_are_broken_where_they_may_be(element, limits, size, overflows):
    frame = square_layouter().layout(element, limits)
    assert (frame.size.width, frame.size.height) == size
    assert frame.overflowing == overflows


def test_of_arrangements_that_are_all_too_wide_the_last_of_the_narrowest_is_chosen():
    options = (Block(60, 10), Block(50, 20), Block(50, 30), Block(70, 40))
    assert square_layouter().layout(FirstThatFits(options), Limits(40)).size.height == 30
