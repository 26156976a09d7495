"""Balloons: one outline with a tail, which aims at who says it; speakers beside or below their words."""

from __future__ import annotations

import pytest
from blocks import Block
from ruler import square_layouter

from infograficos.elements.objects.balloon import TAIL, Balloon, balloon_words
from infograficos.elements.objects.speech import Speech
from infograficos.scene.geometry import Limits, Point, Rect
from infograficos.scene.items import Box, Frame, Path, Visit, extent, walk

#: How round the tip of a tail is.
_TIP = 2.0

_WORDS = Block(100, 50)


def layout(element, width: float = 600, least: float = 0.0) -> Frame:
    return square_layouter().layout(element, Limits(width, min_width=least))


def body_and_outline(frame: Frame) -> tuple[Visit, Visit]:
    visits = walk(frame)
    body = next(visit for visit in visits if isinstance(visit.item, Box) and visit.item.radius)
    return body, next(visit for visit in visits if isinstance(visit.item, Path))


def tip(outline: Visit, axis: str, is_least: bool = False) -> Point:
    """The point of an outline that is farthest along an axis."""
    points = [point for command in outline.item.commands for point in command.points]
    sign = -1 if is_least else 1
    return max(points, key=lambda point: sign * getattr(point, axis)).translate(outline.at)


@pytest.mark.parametrize(
    ("side", "body"),
    [
        ("left", (TAIL, 0.0, 120.0, 60.0)),
        ("right", (0.0, 0.0, 120.0, 60.0)),
        ("up", (0.0, TAIL, 120.0, 60.0)),
        ("down", (0.0, 0.0, 120.0, 60.0)),
    ],
)
def test_the_outline_is_that_of_the_body_and_a_tail_at_its_side(side, body):
    frame = layout(Balloon(Block(100, 50), tail=side))
    surface, outline = body_and_outline(frame)
    assert surface.rect == Rect(*body)
    whole = extent(frame)
    for edge in ("x", "y", "right", "bottom"):
        # The tip of the tail is round.
        assert getattr(outline.rect, edge) == pytest.approx(getattr(whole, edge), abs=_TIP)


@pytest.mark.parametrize("aim", [5.0, 60.0, 115.0])
def test_a_tail_ends_where_it_aims(aim):
    _, outline = body_and_outline(layout(Balloon(Block(100, 50), tail="down", aim=aim)))
    assert tip(outline, "y").x == pytest.approx(aim, abs=_TIP)


def test_the_words_of_a_solid_balloon_are_painted_as_paper():
    frame = layout(Balloon(balloon_words("Paris.", "response", solid=True), "response", solid=True))
    body, outline = body_and_outline(frame)
    assert body.item.fill.role == outline.item.fill.role == "response.solid"
    assert outline.item.stroke is None
    assert balloon_words("Paris.", "response", solid=True).color == "paper"
    assert balloon_words("Paris.", "response").color == "response.strong"


def test_a_soft_balloon_has_a_border_of_its_role():
    _, outline = body_and_outline(layout(Balloon(Block(100), "input")))
    assert (outline.item.fill.role, outline.item.stroke.paint.role) == ("input.soft", "input.line")


def test_connectors_find_the_body_of_a_balloon_without_its_tail():
    frame = layout(Balloon(Block(100, 50), name="pedido"))
    (body,) = (visit for visit in walk(frame) if isinstance(visit.item, Frame) and visit.item.name)
    assert body.rect == Rect(TAIL, 0.0, 120.0, 60.0)


def test_a_wider_balloon_has_its_words_in_the_middle():
    frame = layout(Balloon(balloon_words("Paris.", "response")), least=314)
    words = walk(frame)[-1]
    assert (words.rect.x, words.rect.right, frame.size.width) == (TAIL + 120, TAIL + 180, 314)


def speech(side: str, width: float, least: float = 0.0, words: Block = _WORDS, **more) -> Frame:
    return layout(Speech(Block(40, 80), Balloon(words), side, **more), width, least)


@pytest.mark.parametrize(("side", "who", "words"), [("left", 0, 41 + TAIL), ("right", 121 + TAIL, 0)])
def test_a_speaker_is_beside_the_words_and_the_tail_at_its_middle(side, who, words):
    frame = speech(side, 600)
    body, outline = body_and_outline(frame)
    assert frame.items[0].at.x == who
    assert body.rect == Rect(words, 10, 120, 60)
    assert tip(outline, "x", side == "left").y == pytest.approx(40, abs=_TIP)


def test_a_speaker_at_the_right_keeps_to_the_right_of_its_room():
    frame = speech("right", 600, 600)
    assert frame.items[0].at.x + 40 == frame.size.width == 600


def test_words_that_grow_take_the_room_beside_the_speaker():
    assert speech("left", 600, 600, grow=True).size.width == 600
    assert body_and_outline(speech("left", 600, 600, grow=True))[0].rect.right == 600


def test_without_room_beside_the_speaker_the_words_are_above():
    frame = speech("left", 100, words=Block(200, 50, least=60))
    body, outline = body_and_outline(frame)
    assert body.rect.bottom + TAIL + 1 == frame.items[0].at.y
    assert outline.rect.bottom == pytest.approx(body.rect.bottom + TAIL, abs=_TIP)
    assert not frame.overflowing


@pytest.mark.parametrize(("side", "first"), [("up", 0), ("down", 75)])
def test_a_speaker_may_be_above_or_below_the_words(side, first):
    frame = speech(side, 600, align="start")
    assert (frame.items[0].at.x, frame.items[0].at.y) == (0, first)
