"""An excerpt of a vocabulary: in order down the columns, as part of the whole, what is used marked."""

from __future__ import annotations

from itertools import pairwise

import pytest
from ruler import square_layouter

from infograficos.elements.tokens.chip import VocabularyEntry, vocabulary_card
from infograficos.scene.geometry import Limits
from infograficos.scene.items import TextBlock, Visit, walk

ENTRIES = [
    VocabularyEntry(token * 4, number, "context" if number == 2 else "neutral")
    for number, token in enumerate("abcdefgh")
]


def texts(width: float, total: int | None = 50257) -> dict[str, Visit]:
    frame = square_layouter().layout(vocabulary_card(ENTRIES, total), Limits(width, min_width=width))
    assert not frame.overflowing
    return {visit.item.text: visit for visit in walk(frame) if isinstance(visit.item, TextBlock)}


@pytest.mark.parametrize(("width", "columns"), [(700, 4), (260, 3), (200, 2), (120, 1)])
def test_ids_are_read_down_as_many_columns_as_have_room(width, columns):
    found = texts(width)
    places = [found[str(entry.id)].rect for entry in ENTRIES]
    rights = list(dict.fromkeys(round(place.right) for place in places))
    assert len(rights) == columns
    assert rights == sorted(rights)
    inside = [(one, two) for one, two in pairwise(places) if one.right == two.right]
    assert len(inside) == len(ENTRIES) - columns
    assert all(one.bottom < two.y for one, two in inside)


def test_each_token_is_at_the_right_of_its_id():
    found = texts(700)
    for entry in ENTRIES:
        id_, token = found[str(entry.id)].rect, found[entry.token].rect
        assert abs(id_.center.y - token.center.y) < 1
        right = [
            other.rect.x
            for other in found.values()
            if other.rect.x > id_.x and abs(other.rect.center.y - id_.center.y) < 1
        ]
        assert min(right) == token.x


@pytest.mark.parametrize(
    ("total", "said"),
    [(50257, "8 de 50.257 entradas"), (8, "8 entradas"), (None, "trecho")],
)
def test_it_says_of_how_many_it_shows_how_many(total, said):
    assert said in texts(700, total)


def test_the_ids_in_use_stand_out():
    found = texts(700)
    roles = {entry.id: found[str(entry.id)].item.lines[0].runs[0].paint.role for entry in ENTRIES}
    assert roles == {number: "model.strong" if number == 2 else "muted" for number in range(8)}
