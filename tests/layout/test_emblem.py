"""Emblems: which object an item is drawn as."""

from __future__ import annotations

import pytest

from infograficos.content.items import IconItem
from infograficos.elements.cap import Cap
from infograficos.elements.objects.drawn import Drawn
from infograficos.elements.objects.model import Model
from infograficos.elements.objects.person import Person
from infograficos.elements.objects.symbol import emblem


@pytest.mark.parametrize(
    ("icon", "role", "kind"),
    [
        ("robo", "response", Model),
        ("camadas", "masked", Model),
        ("", "model", Model),
        ("pessoa", "instruction", Person),
        ("banco-de-dados", "input", Drawn),
        ("gpu", "model", Drawn),
        ("servidor", "model", Cap),
        ("", "input", type(None)),
    ],
)
def test_an_item_is_drawn_as_its_object_or_its_icon_on_a_key_cap(icon, role, kind):
    assert type(emblem(IconItem("a", role, icon=icon))) is kind


def test_a_model_has_the_items_role_and_the_size_that_is_asked_for():
    drawn = emblem(IconItem("a", "response", icon="cerebro"), "object_large")
    assert (drawn.role, drawn.size) == ("response", "object_large")
