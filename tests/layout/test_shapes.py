"""Dots, discs, swatches, rules and arrows."""

from __future__ import annotations

import pytest
from ruler import square_layouter

from infograficos.elements.polyline import chevron
from infograficos.elements.shapes import Arrow, Dot, Rule, Swatch, disc
from infograficos.scene.dump import dump_frame
from infograficos.scene.geometry import Limits, Point


def dumped(element, **limits: float) -> str:
    return dump_frame(square_layouter().layout(element, Limits(**limits)))


def test_a_dot_keeps_its_border_inside():
    assert dumped(Dot(border="line")) == "frame 0 0 10 10\n  mark ellipse 0.5 0.5 9 9 stroke line 1\n"
    assert dumped(Dot("disc", "ink")) == "frame 0 0 30 30\n  mark ellipse 0 0 30 30 ink\n"


def test_a_disc_holds_its_number_in_the_middle():
    assert dumped(disc("7", "model")) == (
        "frame 0 0 30 30\n"
        "  frame 0 0 30 30\n"
        "    ellipse 0 0 30 30 model.soft\n"
        "  frame 10 10 10 10\n"
        "    heading 10 20 10 model.strong “7”\n"
    )


def test_a_solid_disc_has_its_number_in_the_colour_of_the_paper():
    written = dumped(disc("7", "model", solid=True))
    assert "ellipse 0 0 30 30 model.strong" in written
    assert "paper “7”" in written


@pytest.mark.parametrize(
    ("swatch", "limits", "box"),
    [
        (Swatch("ink"), {"min_width": 30.0, "min_height": 20.0}, "box 0 0 30 20 ink radius 2"),
        (Swatch("ink", width="cell", height="dot"), {}, "box 0 0 20 10 ink radius 2"),
        (Swatch("ink", width="cell", height="dot", radius="pill"), {}, "box 0 0 20 10 ink radius 5"),
        (Swatch("ink", "line", "dot", "dot"), {}, "box 0 0 10 10 ink stroke line 1 radius 2"),
    ],
)
def test_a_swatch_has_the_size_it_names_or_is_offered(swatch, limits, box):
    assert box in dumped(swatch, **limits)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (Rule(), "frame 0 0 80 2\n  ornament box 0 0 80 2 line radius 1\n"),
        (Rule("ink", "accent", vertical=True), "frame 0 0 4 50\n  ornament box 0 0 4 50 ink radius 2\n"),
    ],
)
def test_a_rule_is_as_long_as_its_room(rule, expected):
    assert dumped(rule, min_width=80, min_height=50) == expected


@pytest.mark.parametrize(
    ("arrow", "limits", "box", "tip"),
    [
        (Arrow("right"), {}, (20, 13), Point(19, 6.5)),
        (Arrow("right"), {"min_width": 60.0, "min_height": 90.0}, (60, 13), Point(59, 6.5)),
        (Arrow("down"), {}, (13, 20), Point(6.5, 19)),
        (Arrow("down", length="link"), {"min_width": 40.0, "min_height": 70.0}, (40, 70), Point(20, 69)),
    ],
)
def test_an_arrow_ends_half_a_pen_before_the_far_side(arrow, limits, box, tip):
    frame = square_layouter().layout(arrow, Limits(**limits))
    assert (frame.size.width, frame.size.height) == box
    path = frame.items[0].item
    assert [step.verb for step in path.commands] == ["M", "L", "M", "L", "L"]
    assert path.commands[1].points[0] == path.commands[3].points[0] == tip
    assert path.purpose == "connector"


@pytest.mark.parametrize("direction", ["right", "down"])
@pytest.mark.parametrize("stroke", ["arrow", "flow"])
def test_an_arrow_and_its_round_pen_stay_inside_its_frame(direction, stroke):
    frame = square_layouter().layout(Arrow(direction, stroke=stroke), Limits())
    path = frame.items[0].item
    half = path.stroke.width / 2
    for step in path.commands:
        for point in step.points:
            assert half <= point.x <= frame.size.width - half
            assert half <= point.y <= frame.size.height - half


@pytest.mark.parametrize(
    ("before", "tip"),
    [(Point(0, 0), Point(100, 0)), (Point(0, 0), Point(0, -40)), (Point(3, 4), Point(-30, 50))],
)
def test_an_arrowhead_is_symmetric_about_its_shaft_and_points_away_from_its_start(before, tip):
    left, middle, right = (step.points[0] for step in chevron(before, tip, 2))
    assert middle == tip
    along = (tip.x - before.x, tip.y - before.y)
    for arm in (left, right):
        back = (tip.x - arm.x) * along[0] + (tip.y - arm.y) * along[1]
        assert back > 0
    between = (right.x - left.x) * along[0] + (right.y - left.y) * along[1]
    assert between == pytest.approx(0, abs=1e-9)
    assert (left.x + right.x) / 2 - tip.x == pytest.approx(
        -(along[0] / (along[0] ** 2 + along[1] ** 2) ** 0.5) * 5.2
    )


def test_an_arrow_without_length_still_has_a_head():
    assert len(chevron(Point(5, 5), Point(5, 5), 2)) == 3
