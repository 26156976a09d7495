"""Arrows along the left side of a column."""

from __future__ import annotations

import pytest
from blocks import Block, places
from refusals import refusal
from ruler import square_layouter

from infograficos.elements.card import Named
from infograficos.elements.connectors.with_connectors import SideArrows
from infograficos.elements.row import Column
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Frame, Path, extent

COLUMN = Column(tuple(Named(name, Block(50, 40)) for name in "abc"), "medium")


def laid_out(*ends: str, start: str = "a") -> Frame:
    return square_layouter().layout(SideArrows(COLUMN, start, ends), Limits(200))


def arrows(frame: Frame) -> list[Path]:
    return [placed.item for placed in frame.items if isinstance(placed.item, Path)]


def test_the_child_leaves_room_for_the_arrows_on_its_left():
    frame = laid_out("b")
    assert (frame.size.width, frame.size.height) == (70, 140)
    assert places(frame) == [(20, 0, 50, 140)]


def test_an_arrow_goes_out_along_the_edge_and_back_in():
    (path,) = arrows(laid_out("c"))
    turns = [(step.points[-1].x, step.points[-1].y) for step in path.commands[:-3]]
    assert turns == [(20, 20), (11, 20), (1, 30), (1, 110), (11, 120), (19, 120)]
    assert (path.purpose, path.stroke.paint.role, path.stroke.width) == ("connector", "muted", 2)


def test_an_arrow_can_go_up():
    (path,) = arrows(laid_out("a", start="c"))
    assert path.commands[0].points[0].y == 120
    assert (path.commands[-2].points[0].x, path.commands[-2].points[0].y) == (19, 20)


def test_every_end_gets_an_arrow_and_all_share_the_edge():
    paths = arrows(laid_out("b", "c"))
    assert len(paths) == 2
    assert {min(point.x for step in path.commands for point in step.points) for path in paths} == {1}


@pytest.mark.parametrize("start", ["a", "c"])
def test_the_arrows_stay_inside_the_frame(start):
    frame = laid_out("b", start=start)
    assert all(extent(frame).holds(extent(path)) for path in arrows(frame))


def test_a_child_that_does_not_fit_beside_the_arrows_is_reported():
    frame = square_layouter().layout(SideArrows(COLUMN, "a", ("b",)), Limits(69))
    assert frame.overflowing


def test_an_unknown_name_is_refused_with_the_nearest():
    column = Column((Named("passo 1", Block(50)), Named("passo 2", Block(50))))
    attempt = SideArrows(column, "passo 1", ("passo2",))
    message = refusal(lambda: square_layouter().layout(attempt, Limits(200)))
    assert message == "seta: o elemento “passo2” não existe; você quis dizer “passo 2” ou “passo 1”?"
