"""A name, a few words more and an icon, on cards and in lines."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from ruler import square_layouter

from infograficos.content.checks import name_with_detail, validate_icon, validate_unique_names
from infograficos.elements.titled import (
    titled_card,
    titled_strip,
    titled_words,
)
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Box, Path, TextBlock, walk


@dataclass(frozen=True)
class Thing:
    name: str
    detail: str = ""
    icon: str = ""
    role: str = "model"


def texts(element, width=1000.0):
    frame = square_layouter().layout(element, Limits(width))
    found = {v.item.text: v.rect for v in walk(frame) if isinstance(v.item, TextBlock)}
    return frame, found


def test_the_detail_is_below_the_name():
    _, found = texts(titled_words(Thing("aaa", "bb")))
    assert found["bb"].y == found["aaa"].bottom + 6


def test_in_a_slip_the_detail_is_at_the_end_of_the_same_line():
    frame, found = texts(titled_strip(Thing("aaa", "bb")), 200.0)
    assert found["bb"].center.y == found["aaa"].center.y
    assert found["bb"].right == frame.size.width - 5


def test_a_name_breaks_unless_it_is_to_stay_whole():
    thing = Thing("aaa bbb")
    assert not texts(titled_card(thing), 50.0)[0].splits_words
    assert texts(titled_card(thing, nowrap=True), 50.0)[0].splits_words
    assert texts(titled_strip(thing), 50.0)[0].splits_words


@pytest.mark.parametrize("made", [titled_card, titled_strip])
def test_what_is_off_has_a_dashed_border(made):
    frame, _ = texts(made(Thing("a"), off=True))
    (border,) = [v.item.stroke for v in walk(frame) if isinstance(v.item, Box)]
    assert border.dash


@pytest.mark.parametrize("made", [titled_card, titled_strip])
def test_an_icon_is_before_the_name_in_its_middle(made):
    frame, found = texts(made(Thing("aaa", "bb", "database")))
    (icon,) = [v.rect for v in walk(frame) if isinstance(v.item, Path)]
    assert icon.right < found["aaa"].x
    assert icon.center.y == pytest.approx(found["aaa"].center.y, abs=0.1)


def test_markup_is_not_said():
    assert name_with_detail(Thing("**a**", "`b`")) == "a (b)"
    assert name_with_detail(Thing("a")) == "a"


def test_an_icon_has_one_right_name():
    assert (validate_icon("banco de dados"), validate_icon("")) == ("database", "")
    with pytest.raises(ValueError, match=r"o ícone “cerebo” não existe; você quis dizer “cerebro”\?"):
        validate_icon("cerebo")


def test_names_are_the_same_whatever_their_markup_and_capitals():
    validate_unique_names(["a", "b"])
    with pytest.raises(ValueError, match=r"^esperados nomes diferentes; “A” aparece duas vezes$"):
        validate_unique_names(["a", "b", " **A** "])
