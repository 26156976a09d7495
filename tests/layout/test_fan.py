"""One line that branches off to several ends, and several that join."""

from __future__ import annotations

from itertools import combinations

import pytest
from blocks import Block
from links import blocks, lines, linked

from infograficos.elements.card import Named
from infograficos.elements.connectors.connector import fan_in, fan_out
from infograficos.elements.row import Column, Row
from infograficos.scene.items import Path

ENDS = Row(tuple(Named(name, Block(50, 40)) for name in "bcd"), "medium")
TREE = Column((Named("a", Block(50, 40)), ENDS), "link", "center")


@pytest.mark.parametrize("links", [fan_out("a", "bcd"), fan_in("bcd", "a")])
def test_a_trunk_and_its_branches_are_one_line_that_is_nowhere_drawn_twice(links):
    frame = linked(TREE, *links)
    (line,) = lines(frame)
    for (a, b), (c, d) in combinations(line, 2):
        if a.x == b.x == c.x == d.x:
            assert min(max(a.y, b.y), max(c.y, d.y)) - max(min(a.y, b.y), min(c.y, d.y)) < 0.01
        if a.y == b.y == c.y == d.y:
            assert min(max(a.x, b.x), max(c.x, d.x)) - max(min(a.x, b.x), min(c.x, d.x)) < 0.01


@pytest.mark.parametrize(("links", "heads"), [(fan_out("a", "bcd"), 3), (fan_in("bcd", "a"), 1)])
def test_there_is_a_head_wherever_the_line_arrives(links, heads):
    (path,) = [placed.item for placed in linked(TREE, *links).items if isinstance(placed.item, Path)]
    arms = [
        i
        for i in range(len(path.commands) - 2)
        if [s.verb for s in path.commands[i : i + 3]] == ["M", "L", "L"]
    ]
    tips = {path.commands[i + 1].points[0].x for i in arms}
    assert len(tips) == heads


def test_every_end_is_reached_at_the_middle_of_its_side():
    frame = linked(TREE, *fan_out("a", "bcd"))
    points = {(round(p.x, 2), round(p.y, 2)) for piece in lines(frame)[0] for p in piece}
    assert {(blocks(frame)[name].center.x, blocks(frame)[name].y - 1) for name in "bcd"} <= points


def test_where_the_trunk_is_blocked_every_link_finds_its_own_way():
    column = Column((Named("a", Block(50, 40)), Block(300, 10), ENDS), "large", "center")
    assert len(lines(linked(column, *fan_out("a", "bcd")))) == 3


def test_over_what_overflows_no_way_around_is_searched():
    column = Column((Named("a", Block(50, 40)), Block(300, 10), ENDS), "large", "center")
    # The trunk goes through the block: another arrangement is drawn, or a finding asks for one.
    assert len(lines(linked(column, *fan_out("a", "bcd"), width=100))) == 1
