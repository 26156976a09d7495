"""Children as narrow as their words allow, and children that are never broken."""

import pytest
from ruler import square_layouter

from infograficos.elements.flow import Snug, Unbroken
from infograficos.elements.words import Text
from infograficos.geometry import Limits

WORDS = Text("um dois tres")


@pytest.mark.parametrize(
    ("element", "limits", "size", "overflows"),
    [
        (Snug(WORDS), Limits(200), (40, 50), False),
        (Snug(WORDS), Limits(200, min_width=70), (70, 30), False),
        (Snug(WORDS), Limits(60, min_width=70), (40, 50), False),
        (Snug(WORDS), Limits(30), (40, 50), True),
        (Unbroken(WORDS), Limits(120), (120, 10), False),
        (Unbroken(WORDS), Limits(119), (120, 10), True),
    ],
)
def test_words_are_broken_where_they_may_be(element, limits, size, overflows):
    frame = square_layouter().layout(element, limits)
    assert (frame.size.width, frame.size.height) == size
    assert frame.overflowing == overflows
