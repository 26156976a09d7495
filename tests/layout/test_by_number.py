"""Elements by number: segments as long as their values, children at theirs, stacks with an offset."""

from __future__ import annotations

import pytest
from refusals import refusal
from ruler import square_layouter

from infograficos.elements import AtValue, NumberAxis, OffsetStack, Segment, SegmentedBar, Spacer, Text
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Box, Ellipse, Frame, TextBlock, walk


def drawn(element, width: float = 400) -> Frame:
    return square_layouter().layout(element, Limits(width))


def faces(frame: Frame) -> list[float]:
    boxes = [v.item for v in walk(frame) if isinstance(v.item, Box) and v.item.purpose == "ornament"]
    return [round(box.rect.width) for box in boxes]


def texts(frame: Frame):
    return {v.item.text: v.rect for v in walk(frame) if isinstance(v.item, TextBlock)}


def test_segments_are_as_long_as_their_values():
    frame = drawn(SegmentedBar((Segment(3, "model"), Segment(1, "input"))))
    assert frame.size.width == 400
    assert faces(frame) == [298, 98]


def test_bars_with_one_whole_are_on_one_scale():
    short, long = (drawn(SegmentedBar((Segment(value, "model"),), whole=8)) for value in (2, 8))
    assert (faces(short), faces(long)) == ([98], [398])


def test_words_that_do_not_fit_a_segment_are_below_it_and_apart():
    segments = (Segment(1, "model", "um"), Segment(1, "input", "dois"), Segment(98, "response", "resto"))
    frame = drawn(SegmentedBar(segments))
    one, two, rest = (texts(frame)[words] for words in ("um", "dois", "resto"))
    assert rest.bottom < one.y == two.y
    assert one.right < two.x
    assert frame.size.height == one.bottom


def test_a_segment_of_nothing_is_not_drawn():
    assert faces(drawn(SegmentedBar((Segment(0, "model", "zero"), Segment(1, "input"))))) == [398]


def dots(frame: Frame):
    return [v.rect.center for v in walk(frame) if isinstance(v.item, Ellipse)]


def test_children_are_at_their_values_on_a_level_axis():
    frame = drawn(NumberAxis((AtValue(2, Text("a")), AtValue(8, Text("b"))), ends=(0, 10)))
    first, second = dots(frame)
    zero, ten = (texts(frame)[words].center.x for words in ("0", "10"))
    assert first.y == second.y
    assert first.x == pytest.approx(zero + 0.2 * (ten - zero))
    assert second.x == pytest.approx(zero + 0.8 * (ten - zero))
    assert texts(frame)["a"].center.x == pytest.approx(first.x)


def test_children_at_one_value_move_apart():
    frame = drawn(NumberAxis((AtValue(5, Text("aa")), AtValue(5, Text("bb"))), ends=(0, 10)))
    assert dots(frame)[0] == dots(frame)[1]
    assert texts(frame)["aa"].right < texts(frame)["bb"].x


def test_where_they_do_not_fit_the_axis_is_upright_with_the_largest_on_top():
    children = tuple(AtValue(value, Text(f"{value} palavras")) for value in (1, 2, 3))
    frame = drawn(NumberAxis(children, name="quantas"), 300)
    assert len({round(dot.x) for dot in dots(frame)}) == 1
    low, middle, high = (texts(frame)[f"{value} palavras"] for value in (1, 2, 3))
    assert high.bottom < middle.y < middle.bottom < low.y
    assert frame.size.width <= 300
    assert drawn(NumberAxis(children, name="quantas"), 900).size.height < frame.size.height


def test_a_stack_has_its_first_child_at_the_back_on_the_right():
    frame = drawn(OffsetStack((Text("aaa"), Text("bbb"), Text("ccc")), "small", "tiny"))
    look = square_layouter().look
    first, second, third = frame.items
    assert [first.at.x, second.at.x, third.at.x] == [2 * look.space("small"), look.space("small"), 0]
    assert [first.at.y, second.at.y, third.at.y] == [0, look.space("tiny"), 2 * look.space("tiny")]
    assert frame.size.width == first.at.x + first.item.size.width


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (
            lambda: SegmentedBar((Segment(-1, "model"), Segment(2, "model"))),
            "SegmentedBar.segments: os valores devem ser ao menos 0, e um deles maior",
        ),
        (lambda: SegmentedBar((Segment(0, "model"),)), "e um deles maior"),
        (
            lambda: SegmentedBar((Segment(2, "model"),), whole=1),
            "SegmentedBar.whole: os segmentos somam mais que ele",
        ),
        (lambda: SegmentedBar(()), "SegmentedBar.segments: esperado ao menos um item"),
        (lambda: NumberAxis(()), "NumberAxis.children: esperado ao menos um item"),
        (lambda: OffsetStack(()), "OffsetStack.children: esperado ao menos um item"),
        (lambda: OffsetStack((Spacer(), "b")), "OffsetStack.children[1]: "),
    ],
)
def test_what_cannot_be_drawn_is_refused(make, told):
    assert told in refusal(make)
