"""Flows: level where ends face each other, side by side at one border, and off the sheet."""

from __future__ import annotations

import pytest
from blocks import Block
from links import labels, linked
from refusals import refusal
from ruler import square_layouter

from infograficos.elements.card import Named
from infograficos.elements.connectors.connector import BEYOND, Connector, Flow
from infograficos.elements.connectors.flow_arrow import FlowArrow
from infograficos.elements.flow_shape import HEAD_LENGTH, HEAD_WIDTH
from infograficos.elements.grid import Cell, Grid
from infograficos.elements.row import Column, Row
from infograficos.scene.flattening import flatten
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect
from infograficos.scene.items import Frame, Path

#: The width of a flow in the square look, which has the series' own.
WIDTH = 18.0


def block(name: str, width: float = 50, height: float = 60) -> Named:
    return Named(name, Block(width, height))


def row(*children: object) -> Row:
    return Row(children, "link")


def bodies(frame: Frame) -> list[Path]:
    return [p.item for p in frame.items if isinstance(p.item, Path) and p.item.purpose == "surface"]


def tips(frame: Frame) -> list[Path]:
    return [p.item for p in frame.items if isinstance(p.item, Path) and p.item.purpose == "connector"]


def around(path: Path) -> Rect:
    return Rect.around([point for segment in flatten(path, ORIGIN) for point in segment])


def ends(path: Path) -> tuple[Point, Point]:
    """The middles of both ends of a body, between the last points of its two sides."""
    half = len(path.commands) // 2
    start, turn = path.commands[0].points[0], path.commands[half].points[-1]
    before, last = path.commands[half - 1].points[-1], path.commands[-2].points[-1]
    return start.towards(last, 0.5), before.towards(turn, 0.5)


def test_a_flow_between_level_blocks_is_a_bar_of_its_width_that_ends_under_the_tip():
    frame = linked(row(block("a"), block("b")), Flow("a", "b", "input.line"))
    (body,), (tip,) = bodies(frame), tips(frame)
    bar = around(body)
    assert (bar.x, bar.y, bar.height) == (50, 30 - WIDTH / 2, WIDTH)
    assert bar.right == pytest.approx(90 - HEAD_LENGTH * WIDTH + 1)
    head = around(tip)
    assert head.height == pytest.approx(HEAD_WIDTH * WIDTH, abs=3)
    assert head.right == pytest.approx(90, abs=2)
    assert head.center.y == pytest.approx(30)
    assert (body.fill.role, body.joins, tip.joins) == ("input.line", ("a", "b"), ("a", "b"))


def test_a_flow_to_a_larger_block_is_level_with_the_smaller_one():
    small = Column((block("a", height=20), block("x", height=80)), "none")
    frame = linked(row(small, block("b", height=100)), Flow("a", "b", "input.line"))
    start, end = ends(bodies(frame)[0])
    assert (start.y, end.y) == (10, 10)


def test_a_flow_to_a_block_at_another_height_bends_and_meets_both_middles():
    left = Column((block("a"), block("x")), "none")
    right = Column((block("y"), block("b")), "none")
    frame = linked(row(left, right), Flow("a", "b", "input.line", "ribbon_thin"))
    start, end = ends(bodies(frame)[0])
    assert (start, end.y) == (Point(50, 30), 90)
    assert "C" in {command.verb for command in bodies(frame)[0].commands}


def test_flows_that_fan_out_leave_side_by_side_in_the_order_of_their_ends():
    right = Column(tuple(block(name) for name in "bcd"), "large")
    flows = [Flow("a", name, "input.line") for name in "dbc"]
    frame = linked(row(block("a", height=220), right), *flows)
    starts = [ends(body)[0].y for body in bodies(frame)]
    # Each is level with its own end, as the border is long enough.
    assert starts == [190, 30, 110]
    frame = linked(Row((block("a"), right), "link"), *flows)
    starts = [ends(body)[0].y for body in bodies(frame)]
    assert starts == pytest.approx([110 + WIDTH + 4 - 1, 110 - WIDTH - 4 + 1, 110], abs=2)


def test_flows_of_one_trunk_meet_at_one_point_and_share_their_tip():
    left = Column((block("a"), block("b")), "large")
    flows = [Flow(name, "c", "input.line", trunk="t") for name in "ab"]
    frame = linked(row(left, block("c")), *flows)
    assert {ends(body)[1].y for body in bodies(frame)} == {70}
    assert len(tips(frame)) == 1


def test_flows_of_one_trunk_meet_in_the_middle_of_a_border_that_faces_some_of_them():
    right = Column(tuple(block(name) for name in "abc"), "large")
    flows = [Flow("d", name, "input.line", trunk="t") for name in "abc"]
    frame = linked(row(block("d", height=150), right), *flows)
    assert {ends(body)[0].y for body in bodies(frame)} == {110}


def test_flows_that_fan_in_reach_a_border_as_level_as_they_can():
    left = Column(tuple(block(name) for name in "abc"), "large")
    frame = linked(row(left, block("d", height=120)), *(Flow(name, "d") for name in "abc"))
    low, level, high = (ends(body)[1].y for body in bodies(frame))
    assert level == 110
    assert (low, high) == (50 + WIDTH / 2, 170 - WIDTH / 2)


def test_a_flow_over_a_short_gap_still_ends_level():
    left = Column((block("a"), block("x")), "none")
    frame = linked(Row((left, block("b", height=40)), "medium"), Flow("a", "b"))
    tip = next(iter(tips(frame)))
    assert around(tip).center.y == pytest.approx(60)


def test_a_flow_and_the_one_back_are_parallel():
    frame = linked(row(block("a", height=100), block("b", height=80)), Flow("a", "b"), Flow("b", "a"))
    levels = [[point.y for point in ends(body)] for body in bodies(frame)]
    assert all(there == pytest.approx(here) for there, here in levels)
    assert abs(levels[0][0] - levels[1][0]) > WIDTH


def test_a_flow_goes_around_what_is_in_its_way():
    frame = linked(row(block("a"), block("x", height=80), block("b")), Flow("a", "b", stroke="ribbon_thin"))
    wall = Rect(90, 0, 50, 80).translate(Point(0, frame.items[0].at.y))
    over = [p for segment in flatten(bodies(frame)[0], ORIGIN) for p in segment if wall.contains(p)]
    assert not over


@pytest.mark.parametrize(("width", "margin"), [(600, 30), (400, 20)])
def test_a_flow_that_never_ends_runs_to_the_edge_of_the_sheet_without_a_tip(width, margin):
    child = Row((block("a"), Block(width - 60)), "small")
    frame = linked(Column((child, block("b", width)), "link"), Flow("b", BEYOND), width=width)
    (body,) = bodies(frame)
    assert around(body).right == width + margin
    assert frame.size.width == width
    assert not tips(frame)


def test_the_label_of_a_flow_is_clear_of_its_whole_width():
    frame = linked(row(block("a"), block("b")), Flow("a", "b", label="v"))
    (label,) = labels(frame).values()
    assert not label.overlaps(around(bodies(frame)[0]))


def test_a_dashed_flow_is_an_outline():
    (body,) = bodies(linked(row(block("a"), block("b")), Flow("a", "b", "input.line", dashed=True)))
    assert body.fill.role == "surface"
    assert body.stroke.dash


def test_a_flow_to_itself_is_refused():
    assert "para uma volta use Connector" in refusal(lambda: Flow("a", "a"))


def test_thin_connectors_are_drawn_over_flows():
    frame = linked(row(block("a"), block("b")), Connector("a", "b"), Flow("a", "b"))
    assert [bool(placed.item.stroke) for placed in frame.items[1:]] == [False, False, True]


@pytest.mark.parametrize(("direction", "size"), [("right", (40, 37.8)), ("down", (37.8, 40))])
def test_a_flow_arrow_is_as_long_as_the_gap_and_as_wide_as_its_head(direction, size):
    frame = square_layouter().layout(FlowArrow(direction, "input.line"), Limits())
    assert (frame.size.width, round(frame.size.height, 2)) == pytest.approx(size)


def test_flows_around_a_corner_turn_once_and_the_one_that_goes_farthest_is_outermost():
    lanes = Column((block("b"), block("c")), "link")
    child = Grid(
        (Cell(block("a", 60), 0, 0, justify="start"), Cell(lanes, 1, 1, justify="end")), (0.0, 1.0), "link"
    )
    flows = [Flow("a", end, leaves="bottom", arrives="left", heads="none") for end in ("c", "b")]
    far, near = bodies(linked(child, *flows))
    for body in (far, near):
        (first, last), box = ends(body), around(body)
        # Down, then to the right: the corner is the lower left one, and it is round.
        assert (first.y, last.x) == (box.y, box.right)
        assert box.x == pytest.approx(first.x - WIDTH / 2, abs=0.5)
        assert box.bottom == pytest.approx(last.y + WIDTH / 2, abs=0.5)
    assert around(far).x < around(near).x
    assert around(far).bottom > around(near).bottom
