"""Cards in a ring, and the arrows that follow it."""

from __future__ import annotations

import pytest
from blocks import Block, places
from ruler import square_layouter

from infograficos.elements.connectors.ring import Ring, ring_connectors
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Frame

MIDDLE = Block(20, 10)


def laid_out(count: int, width: float = 680, card: float = 60) -> Frame:
    ring = Ring(tuple(Block(card, 40) for _ in range(count)), MIDDLE)
    return square_layouter().layout(ring, Limits(width))


@pytest.mark.parametrize(
    ("count", "lefts", "tops"),
    [
        # The square look: a third of 680 without two gaps of 40 is 200 wide; pairs stand 20 apart.
        (3, [240, 480, 0], [0, 70, 70]),
        (4, [240, 480, 240, 0], [0, 50, 100, 50]),
        (5, [240, 480, 350, 130, 0], [0, 50, 100, 100, 50]),
        (6, [130, 350, 480, 350, 130, 0], [0, 0, 50, 100, 100, 50]),
    ],
)
def test_cards_stand_clockwise_around_the_middle(count, lefts, tops):
    *cards, middle = places(laid_out(count))
    assert [x for x, *_ in cards] == lefts
    assert [y for _, y, *_ in cards] == tops
    assert {width for *_, width, _ in cards} == {200}
    assert middle[0] == 240


def test_cards_of_a_row_are_equally_high_and_the_middle_keeps_its_height():
    cards = (Block(60, 40), Block(60, 80), Block(60, 40), Block(60, 40))
    *placed, middle = places(square_layouter().layout(Ring(cards, MIDDLE), Limits(680)))
    assert [height for *_, height in placed] == [40, 80, 40, 80]
    assert middle == (240, 85, 200, 10)


def test_the_widest_card_makes_all_of_them_wide_and_is_reported():
    ring = Ring((Block(60), Block(300), Block(60)), MIDDLE)
    frame = square_layouter().layout(ring, Limits(680))
    assert {width for *_, width, _ in places(frame)} == {300}
    assert frame.overflowing


def test_without_limits_the_ring_is_as_wide_as_its_cards_like():
    frame = square_layouter().layout(Ring((Block(60), Block(70), Block(60)), MIDDLE), Limits())
    assert frame.size.width == 3 * 70 + 2 * 40


@pytest.mark.parametrize(
    ("count", "sides"),
    [
        (3, [("right", "top"), (None, None), ("top", "left")]),
        (4, [("right", "top"), ("bottom", "right"), ("left", "bottom"), ("top", "left")]),
        (
            5,
            [("right", "top"), ("bottom", "right"), (None, None), ("left", "bottom"), ("top", "left")],
        ),
        (
            6,
            [
                (None, None),
                ("right", "top"),
                ("bottom", "right"),
                (None, None),
                ("left", "bottom"),
                ("top", "left"),
            ],
        ),
    ],
)
def test_links_turn_at_the_corners_and_are_straight_along_a_row(count, sides):
    names = "abcdef"[:count]
    links = ring_connectors(names, back="ink")
    assert [link.start + link.end for link in links] == [
        names[i] + names[(i + 1) % count] for i in range(count)
    ]
    assert [(link.leaves, link.arrives) for link in links] == sides
    assert [(link.color, link.stroke) for link in links[:-1]] == [("muted", "arrow")] * (count - 1)
    assert (links[-1].color, links[-1].stroke) == ("ink", "flow")
