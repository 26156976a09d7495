"""A person's bust, and the signs of judgement."""

from __future__ import annotations

import pytest
from ruler import square_layouter

from infograficos.elements.objects.person import Person
from infograficos.elements.objects.sign import Sign
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Ellipse, Frame, Path, walk


def drawn(element) -> list:
    return [
        visit
        for visit in walk(square_layouter().layout(element, Limits()))
        if not isinstance(visit.item, Frame)
    ]


@pytest.mark.parametrize("size", ["person", "disc", "cell"])
def test_a_person_is_a_head_in_the_middle_above_shoulders_as_wide_as_its_size(size):
    shoulders, head = drawn(Person(size=size))
    assert shoulders.rect.width == pytest.approx(square_layouter().look.size(size))
    assert shoulders.rect.center.x == head.rect.center.x
    assert head.rect.bottom < shoulders.rect.y
    assert (head.item.fill.role, shoulders.item.fill.role) == ("instruction.mid", "instruction.body")


@pytest.mark.parametrize(
    ("meaning", "role"),
    [("right", "response"), ("warning", "alert"), ("wrong", "alert"), ("alike", "masked")],
)
def test_a_sign_is_drawn_in_the_middle_of_its_disc(meaning, role):
    disc, lines = drawn(Sign(meaning))
    assert isinstance(disc.item, Ellipse)
    assert isinstance(lines.item, Path)
    assert disc.item.fill.role == f"{role}.tint"
    assert lines.item.stroke.paint.role == f"{role}.strong"
    assert disc.rect.inflate(-2).holds(lines.rect)
    assert abs(lines.rect.center.x - disc.rect.center.x) < 0.5
    assert abs(lines.rect.center.y - disc.rect.center.y) < 0.5


def test_a_sign_may_have_another_role():
    assert {visit.item.stroke.paint.role.split(".")[0] for visit in drawn(Sign("warning", "input"))} == {
        "input"
    }
