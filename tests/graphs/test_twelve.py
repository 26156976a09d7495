"""Twelve graphs as articles draw them, judged by a scorer that knows nothing of the engine."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
import twelve
from scorer import faults

from infograficos.graphs.engine import place
from infograficos.graphs.model import PlacedGroup, PlacedLabel, PlacedLink
from infograficos.scene.geometry import Point, Size

#: Those that are drawn in a moment, so that all of them may be drawn each time.
QUICK = [
    *((name, "wide") for name in ("rag", "moe", "cloud", "git", "agent", "ci", "states", "computation")),
    *((name, "phone") for name in ("rag", "moe", "cloud", "git", "ci", "computation")),
]


def task_of(name, sheet):
    width, height = twelve.WIDE if sheet == "wide" else twelve.PHONE
    return replace(twelve.TWELVE[name], width=width, max_height=height)


@cache
def drawn(name, sheet):
    return place(task_of(name, sheet))


@pytest.mark.parametrize(("name", "sheet"), QUICK)
def test_a_graph_is_drawn_without_faults(name, sheet):
    assert list(faults(task_of(name, sheet), drawn(name, sheet))) == []


def test_the_same_task_gives_the_same_drawing():
    assert place(task_of("computation", "wide")) == drawn("computation", "wide")


def test_a_main_line_is_one_lane():
    placement = drawn("git", "wide")
    names = [node.name for node in twelve.GIT.nodes]
    lane = [placement.nodes[names.index(name)].rect for name in twelve.GIT.lanes[0]]
    assert len({rect.center.y for rect in lane}) == 1
    assert [rect.x for rect in lane] == sorted(rect.x for rect in lane)


def test_branches_of_equal_standing_are_in_line_and_in_order():
    experts = [placed.rect for placed in drawn("moe", "wide").nodes[2:6]]
    assert len({rect.y for rect in experts}) == 1
    assert [rect.x for rect in experts] == sorted(rect.x for rect in experts)


def spoiled_nodes(placement):
    for index, placed in enumerate(placement.nodes):
        other = placement.nodes[index - 1].rect
        onto_another = Point(other.x - placed.rect.x, other.y - placed.rect.y)
        for by in (onto_another, Point(30, -80), Point(2000, 0)):
            moved = replace(placed, rect=placed.rect.translate(by))
            yield replace(placement, nodes=(*placement.nodes[:index], moved, *placement.nodes[index + 1 :]))


def spoiled_links(placement):
    for index, placed in enumerate(placement.links):
        first, *_, last = placed.points
        stranger = next(
            node.rect.center
            for node in placement.nodes
            if not node.rect.contains(first) and not node.rect.contains(last)
        )
        ways = [
            (*placed.points[:-1], last.translate(Point(7, 7))),
            (first, Point(first.x, stranger.y), stranger, Point(last.x, stranger.y), last),
        ]
        found = [PlacedLink(points, placed.label) for points in ways]
        if placed.label:
            rect = placed.label.rect
            on_a_node = placement.nodes[0].rect.center
            by = Point(on_a_node.x - rect.center.x, on_a_node.y - rect.center.y)
            found.append(PlacedLink(placed.points, PlacedLabel(rect.translate(by), "left")))
            found.append(PlacedLink(placed.points, PlacedLabel(rect.translate(Point(0, 900)))))
            found.append(PlacedLink(placed.points, None))
        for each in found:
            yield replace(placement, links=(*placement.links[:index], each, *placement.links[index + 1 :]))


def spoiled_groups(placement):
    for index, placed in enumerate(placement.groups):
        rects = [placed.rect.inflate(-14), placed.rect.inflate(120), placed.rect.translate(Point(60, 60))]
        for rect in rects:
            each = PlacedGroup(rect, placed.title, placed.choice)
            yield replace(placement, groups=(*placement.groups[:index], each, *placement.groups[index + 1 :]))


@pytest.mark.parametrize(
    ("name", "sheet"), [("rag", "wide"), ("rag", "phone"), ("cloud", "phone"), ("computation", "wide")]
)
def test_the_scorer_refuses_what_is_spoiled(name, sheet):
    task, placement = task_of(name, sheet), drawn(name, sheet)
    spoiled = [*spoiled_nodes(placement), *spoiled_links(placement), *spoiled_groups(placement)]
    spoiled.append(replace(placement, size=Size(placement.size.width - 5, placement.size.height)))
    spoiled.append(replace(placement, size=Size(placement.size.width, 1000.0)))
    accepted = [number for number, each in enumerate(spoiled) if not list(faults(task, each))]
    assert len(spoiled) > 30
    assert accepted == []
