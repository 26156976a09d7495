"""Fitting to the unit: borders, neighbours, arrows, the sheet and its frames."""

from dataclasses import replace

import pytest
from scenes import arrow, audited, card, named, picture, sheet, text

from infograficos.audit.rules import fit
from infograficos.scene.geometry import ORIGIN, Point, Rect, Size
from infograficos.scene.items import Ellipse, Frame, Paint, PathCommand, Placed


def measured(frame):
    return [finding.measured for finding in fit.check(audited(frame))]


WORD = text("colado", 60, 190, size=20)
WIDE = WORD.item.rect.width


@pytest.mark.parametrize("short", [0, 0.1])
@pytest.mark.parametrize(
    "around",
    [
        lambda room: card(60 - room, 150, 200, 60),
        lambda room: card(40, 150, 20 + WIDE + room, 60),
        lambda room: card(40, 190 - 14.6 - room, 200, 60),
        lambda room: card(40, 130, 200, 60 + room),
    ],
    ids=["left", "right", "top", "bottom"],
)
def test_a_text_keeps_four_units_from_each_border(around, short):
    told = ["fica a 3,9 unidades da borda"] if short else []
    found = list(fit.check(audited(sheet(around(4 - short), WORD))))
    assert [finding.measured for finding in found] == told
    assert {finding.limit for finding in found} <= {"ao menos 4,0"}


def test_a_line_that_starts_further_in_is_measured_where_it_stands():
    (line,) = WORD.item.lines
    moved = replace(line, origin=Point(5, line.origin.y))
    inner = Placed(Point(55, WORD.at.y), replace(WORD.item, lines=(moved,)))
    assert measured(sheet(card(57, 150, 200, 60), inner)) == ["fica a 3,0 unidades da borda"]


def test_an_arrow_joins_the_card_that_its_head_reaches():
    places = [(240, 190), (287, 190), (285, 180), (292, 190), (285, 200)]
    steps = tuple(PathCommand(verb, (Point(*place),)) for verb, place in zip("MLMLL", places, strict=True))
    headed = Placed(ORIGIN, replace(arrow((0, 0), (1, 1)).item, commands=steps))
    assert measured(sheet(card(290, 170, 60, 40), headed)) == []


def disc(width):
    return Placed(ORIGIN, Ellipse(Rect(40, 150, width, 40), Paint("surface", "#ffffff")))


def test_what_is_round_is_crossed_and_leaves_the_sheet_as_what_is_square_does():
    assert measured(sheet(disc(60), arrow((10, 170), (400, 170)))) == [
        "é atravessado por uma seta que não o liga"
    ]
    assert measured(sheet(disc(700))) == ["sai da folha"]


def test_a_text_on_one_of_two_pictures_is_found():
    pictures = [picture(40, 150, 200, 100), picture(300, 150, 200, 100)]
    assert measured(sheet(*pictures, WORD)) == ["fica sobre uma imagem"]


def test_an_arrow_joins_the_card_at_which_one_of_its_branches_stops():
    places = [Point(240, 190), Point(300, 190), Point(240, 190), Point(240, 300)]
    steps = tuple(PathCommand(verb, (place,)) for verb, place in zip("MLML", places, strict=True))
    forked = Placed(ORIGIN, replace(arrow((0, 0), (1, 1)).item, commands=steps))
    assert measured(sheet(card(290, 170, 60, 40), forked)) == []


def test_the_border_that_counts_is_that_of_the_innermost_card():
    cards = [card(40, 150, 400, 200), card(58, 160, 200, 60), card(30, 140, 500, 300)]
    cards.append(card(50, 100, 190, 300))
    assert measured(sheet(*cards, WORD)) == ["fica a 2,0 unidades da borda"]


@pytest.mark.parametrize(("below", "touching"), [(14.6, True), (15.0, False)])
def test_letters_of_two_lines_may_touch_and_share_nothing(below, touching):
    told = ["encosta em “baixo”"] if touching else []
    for texts in (["alto", "baixo"], ["baixo", "alto"]):
        rows = {"alto": text("alto", 40, 200, size=20), "baixo": text("baixo", 40, 200 + below, size=20)}
        found = measured(sheet(*(rows[name] for name in texts)))
        assert found == (told and [f"encosta em “{texts[1]}”"])


@pytest.mark.parametrize(
    ("points", "passes"),
    [
        ([(240, 190), (352.4, 190)], False),
        ([(240, 190), (352.6, 190)], True),
        ([(287.6, 190), (400, 190)], False),
        ([(287.4, 190), (400, 190)], True),
        ([(240, 170.9), (400, 170.9)], False),
        ([(240, 171.1), (400, 171.1)], True),
        ([(240, 190), (270, 190), (270, 250), (320, 250), (320, 190)], False),
    ],
)
def test_an_arrow_may_end_at_a_card_or_graze_it_and_not_pass_through(points, passes):
    told = ["é atravessado por uma seta que não o liga"] if passes else []
    assert measured(sheet(card(290, 170, 60, 40), arrow(*points))) == told


@pytest.mark.parametrize(
    ("item", "told"),
    [
        (card(600, 150, 100.045, 60), []),
        (card(600, 150, 100.055, 60), ["sai da folha"]),
        (text("g", 40, 495.65, size=20), []),
        (text("g", 40, 495.75, size=20), ["sai da folha"]),
        (text("É", 40, 18.9, size=20), []),
        (text("É", 40, 18.8, size=20), ["sai da folha"]),
        (named("pai", Placed(Point(50.045, 0), Frame(Size(50, 20))), size=(100, 40), at=(40, 150)), []),
        (
            named("pai", Placed(Point(50.055, 0), Frame(Size(50, 20))), size=(100, 40), at=(40, 150)),
            ["sai do seu quadro"],
        ),
    ],
)
def test_what_leaves_the_sheet_or_its_frame_is_found_to_the_hair(item, told):
    assert measured(Frame(Size(700, 500), (item,))) == told
