"""Arcs end on the borders of what they join, as thick as their weights, and never cross."""

from __future__ import annotations

from itertools import combinations

import pytest
from refusals import refusal
from ruler import square_layouter

from infograficos.elements.card import Named, chip
from infograficos.elements.connectors.arcs import Arc, Arcs
from infograficos.elements.row import Column, Row
from infograficos.scene.flattening import flatten
from infograficos.scene.geometry import ORIGIN, Limits
from infograficos.scene.items import Frame, Path, walk

NAMES = ("a", "b", "c", "d", "e")


def placed(start: str, weights: dict[str, float]):
    strip = Row(tuple(Named(name, chip(name * 6, "model")) for name in NAMES), "tiny")
    arcs = Arcs(strip, start, tuple(Arc(name, weight) for name, weight in weights.items()))
    frame = square_layouter().layout(arcs, Limits(700))
    rects = {v.item.name: v.rect for v in walk(frame) if isinstance(v.item, Frame) and v.item.name}
    return frame, rects, [v.item for v in walk(frame) if isinstance(v.item, Path)]


def ends(path: Path) -> tuple[float, float, float]:
    """The middle of the band where it leaves and where it ends, and its thickness there."""
    outer, inner = path.commands[0].points[0].x, path.commands[-2].points[-1].x
    far, near = path.commands[2].points[-1].x, path.commands[3].points[0].x
    return (outer + inner) / 2, (far + near) / 2, abs(far - near)


def highest(frame, rects, paths) -> float:
    return rects["a"].y - min(p.y for path in paths for step in path.commands for p in step.points)


def test_room_for_the_arcs_is_made_above_the_child():
    frame, rects, paths = placed("e", {"a": 0.5, "c": 0.5})
    assert highest(frame, rects, paths) == pytest.approx(rects["a"].y) == pytest.approx(200)
    assert frame.size.height == rects["a"].bottom


def test_a_loop_alone_is_low():
    frame, rects, paths = placed("a", {"a": 1.0})
    assert highest(frame, rects, paths) < 100


def test_an_arc_ends_in_the_middle_of_a_border_as_wide_as_its_weight_and_leaves_narrower():
    _, rects, paths = placed("e", {"a": 0.25, "c": 0.75, "b": 0.0, "d": 0.001})
    found = sorted(ends(path)[1:] for path in paths)
    middles = [rects[name].center.x for name in ("a", "c", "d")]
    assert [end for end, _ in found] == pytest.approx(middles)
    # 56 units are a weight of 1, and nothing is thinner than half a rule.
    assert [thickness for _, thickness in found] == pytest.approx([14, 42, 1])
    for path in paths:
        assert path.commands[0].points[0].y == path.commands[2].points[-1].y == rects["a"].y
        start = abs(path.commands[0].points[0].x - path.commands[-2].points[-1].x)
        assert start == pytest.approx(0.3 * ends(path)[2])


def test_the_heaviest_arc_is_the_darkest():
    _, _, paths = placed("e", {"a": 0.2, "b": 0.7, "c": 0.1})
    assert [path.fill.role for path in paths if path.joins == ("e", "b")] == ["model.mark"]
    assert {path.fill.role for path in paths if path.joins != ("e", "b")} == {"model.body"}


def test_arcs_beside_a_column_are_at_its_right_and_take_what_room_there_is():
    column = Column(tuple(Named(name, chip(name * 6, "model")) for name in NAMES), "tiny")
    arcs = Arcs(column, "e", (Arc("a", 0.6), Arc("c", 0.4)), side="right")
    frame = square_layouter().layout(arcs, Limits(140))
    rects = {v.item.name: v.rect for v in walk(frame) if isinstance(v.item, Frame) and v.item.name}
    points = [
        p for v in walk(frame) if isinstance(v.item, Path) for step in v.item.commands for p in step.points
    ]
    assert min(p.x for p in points) == rects["a"].right
    assert max(p.x for p in points) == pytest.approx(frame.size.width) == pytest.approx(140)


@pytest.mark.parametrize("start", NAMES)
def test_arcs_leave_from_the_elements_border_and_do_not_cross(start):
    _, rects, paths = placed(start, dict.fromkeys(NAMES, 0.2))
    assert len(paths) == 5
    for path in paths:
        leaves = ends(path)[0]
        assert rects[start].x < leaves < rects[start].right
    for first, second in combinations(paths, 2):
        assert not any(_meet(one, other) for one in _segments(first) for other in _segments(second))


def _segments(path: Path):
    return [pair for pair in flatten(path, ORIGIN) if pair[0] != pair[1]]


def _meet(one, other) -> bool:
    def side(a, b, c) -> float:
        return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)

    (a, b), (c, d) = one, other
    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def test_a_loop_rises_above_its_own_element():
    _, rects, (loop,) = placed("c", {"c": 1.0})
    left, right, thickness = ends(loop)
    assert rects["c"].x < left < right < rects["c"].right
    # Both ends are side by side: the loop leaves narrower than it ends.
    assert right - left > 1.3 * thickness / 2


def test_a_wrong_name_is_refused_with_the_nearest_ones():
    assert refusal(lambda: placed("z", {"a": 1.0})).startswith("arco: o elemento “z” não existe")
