"""Journeys: their numbers lead the eye from left to right, row by row, or down on a phone."""

from __future__ import annotations

from itertools import pairwise

import pytest
from blocks import Block
from refusals import refusal
from ruler import square_layouter

from infograficos.elements.connectors.connector import Connector
from infograficos.elements.connectors.edge import named_rects
from infograficos.elements.connectors.with_connectors import WithConnectors
from infograficos.elements.objects.data_cards import FannedCard, data_cards
from infograficos.elements.objects.journey import Journey, Stop
from infograficos.scene.geometry import Limits, Rect
from infograficos.scene.items import Box, Ellipse, Frame, Path, TextBlock, walk

ROLES = ("instruction", "input", "model", "model", "response")


def journey(count: int, width: float, name: str = "etapa") -> Frame:
    stops = tuple(Stop(name, ROLES[i % 5], Block(80, 60)) for i in range(count))
    return square_layouter().layout(Journey(stops), Limits(width))


def discs(frame: Frame) -> list[Rect]:
    return [rect for name, rect in named_rects(frame).items() if name.startswith("etapa")]


def bodies(frame: Frame) -> list[Path]:
    return [v.item for v in walk(frame) if isinstance(v.item, Path) and v.item.purpose == "surface"]


@pytest.mark.parametrize("count", range(2, 10))
@pytest.mark.parametrize("name", ["etapa", "uma palavra-compridíssima"])
def test_the_numbers_go_from_left_to_right_in_every_row(count, name):
    frame = journey(count, 620, name)
    found = discs(frame)
    assert len(found) == count
    for a, b in pairwise(found):
        assert b.center.x > a.center.x or b.y > a.bottom
    starts = [b.center.x for a, b in pairwise(found) if b.y > a.bottom]
    assert all(x < 310 for x in starts)
    assert not frame.overflowing


def test_few_stages_are_in_one_row_with_the_pictures_on_the_path():
    frame = journey(3, 620)
    assert len({disc.center.y for disc in discs(frame)}) == 1
    pictures = [v.rect for v in walk(frame) if isinstance(v.item, Box)]
    assert all(picture.bottom < disc.y for picture, disc in zip(pictures, discs(frame), strict=True))
    assert [picture.center.x for picture in pictures] == [disc.center.x for disc in discs(frame)]


def test_each_piece_of_the_path_has_the_colour_of_the_stage_it_comes_from():
    paths = bodies(journey(5, 620))
    assert [path.fill.role for path in paths] == [f"{role}.mid" for role in ROLES[:4]]
    assert paths[0].joins == ("etapa 1", "etapa 2")


def test_only_the_goal_is_solid():
    discs = [v.item for v in walk(journey(4, 620)) if isinstance(v.item, Ellipse)]
    assert [disc.fill.role for disc in discs] == ["surface"] * 3 + ["model.solid"]
    assert [disc.stroke.paint.role for disc in discs[:3]] == [f"{role}.mark" for role in ROLES[:3]]


def test_the_way_back_to_the_next_row_meets_no_picture_and_no_name():
    frame = journey(5, 620, "umapalavracompridaaqui")
    back = next(path for path in bodies(frame) if len(path.commands) > 20)
    points = [point for command in back.commands for point in command.points]
    things = [v.rect for v in walk(frame) if isinstance(v.item, Box | TextBlock)]
    assert not [thing for thing in things for point in points if thing.contains(point)]


def test_on_a_phone_the_path_runs_down_at_the_left():
    found = discs(journey(5, 320))
    assert {disc.center.x for disc in found} == {15}
    assert all(a.bottom < b.y for a, b in pairwise(found))


def test_a_narrow_path_is_in_the_middle_of_a_phone():
    stops = (Stop("a", "input"), Stop("b", "model"))
    frame = square_layouter().layout(Journey(stops), Limits(320, min_width=320))
    stations = [p for p in frame.items if isinstance(p.item, Frame)]
    assert all(p.at.x == (320 - p.item.size.width) / 2 for p in stations)


def test_the_stages_appear_one_after_the_other():
    assert [p.item.part for p in journey(3, 620).items if isinstance(p.item, Frame)] == [1, 2, 3]


def test_a_way_back_goes_below_the_names_of_the_last_row():
    stops = tuple(Stop("etapa", role, Block(80, 60)) for role in ROLES)
    way = Connector("parada 4", "parada 2", leaves="bottom", arrives="bottom")
    frame = square_layouter().layout(WithConnectors(Journey(stops), (way,)), Limits(620))
    arrow = frame.items[-1].item
    names = [v.rect.bottom for v in walk(frame) if isinstance(v.item, TextBlock)]
    assert min(point.y for command in arrow.commands for point in command.points) >= max(names)


def test_a_journey_without_stages_is_refused():
    assert refusal(lambda: Journey(())).startswith("Journey.stops: esperado ao menos um item")


def test_a_fanned_card_has_the_edges_of_others_behind_it():
    frame = square_layouter().layout(FannedCard(Block(100, 40), behind=2), Limits())
    assert (frame.size.width, frame.size.height) == (100 + 10 + 16, 40 + 10 + 18)
    edges = [p for p in frame.items if isinstance(p.item, Path)]
    assert [(p.at.x, p.at.y) for p in edges] == [(16, 0), (8, 9)]


def test_data_cards_have_a_bar_for_each_field():
    frame = square_layouter().layout(data_cards(("instruction", "input", "response")), Limits())
    fills = [p.item.fill.role for p in frame.items]
    assert fills[3:] == ["instruction.body", "input.body", "response.body"]
