"""A vector's cells: equal, between brackets, with a gap where it is cut."""

from __future__ import annotations

import itertools

import pytest
from ruler import square_layouter

from infograficos.elements.matrices.vector import Vector, blank_vector, truncate_vector
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Box, Path, TextBlock, walk
from infograficos.scene.perception import contrast


def visits(vector: Vector, limits: Limits | None = None):
    return list(walk(square_layouter().layout(vector, limits or Limits())))


def cells(found) -> list:
    """The caps by their edges, behind their faces."""
    return [v for v in found if isinstance(v.item, Box)][::2]


def faces(found) -> list[Box]:
    return [v.item for v in found if isinstance(v.item, Box)][1::2]


def test_a_long_vector_shows_its_first_values_and_its_last():
    assert truncate_vector(range(768), 3) == (0, 1, 2, None, 767)


def test_a_cut_that_would_leave_out_one_value_is_not_made():
    assert truncate_vector([1, 2, 3, 4, 5], 3) == (1, 2, 3, 4, 5)


def test_numbers_are_written_as_portuguese_does_and_the_cut_as_an_ellipsis():
    texts = [
        v.item.text for v in visits(Vector((1.25, None, -0.5), "model", 2)) if isinstance(v.item, TextBlock)
    ]
    assert texts == ["1,25", "…", "−0,50"]


@pytest.mark.parametrize(("role", "slate"), [("model", "masked"), ("masked", "alert")])
def test_the_tint_is_the_magnitude_and_a_negative_number_is_slate(role, slate):
    found = faces(visits(Vector((0.5, 1.0, -0.5, -1.0, 0.0), role)))
    tones = [sum(bytes.fromhex(box.fill.value[1:])) for box in found]
    assert [box.fill.role.partition(".")[0] for box in found] == [role, role, slate, slate, role]
    assert tones[1] < tones[0] < tones[4]
    assert tones[3] < tones[2]


def test_pixels_are_lighter_the_larger_and_their_numbers_can_be_read():
    numbers = 0.0, 90.0, 128.0, 200.0, 255.0
    found = visits(Vector(numbers, "input", 0, largest=255.0, grey=True))
    greys = [box.fill.value for box in faces(found)]
    inks = [v.item.lines[0].runs[0].paint.value for v in found if isinstance(v.item, TextBlock)]
    assert greys == sorted(greys)
    assert len(set(greys)) == len(numbers)
    assert all(contrast(ink, grey) >= 4.5 for ink, grey in zip(inks, greys, strict=True))


@pytest.mark.parametrize("vertical", [True, False])
def test_cells_are_alike_and_inside_the_brackets(vertical):
    found = visits(Vector((1.0, 2.0, 3.0), "model", vertical=vertical))
    rects = [v.rect for v in cells(found)]
    brackets = next(v.rect for v in found if isinstance(v.item, Path))
    assert len({(rect.width, rect.height) for rect in rects}) == 1
    assert all(brackets.holds(rect) for rect in rects)
    assert not any(a.overlaps(b) for a, b in itertools.pairwise(rects))


def test_a_lying_vector_fills_the_room_and_its_cut_stays_narrow():
    found = visits(Vector((1.0, None, 3.0), "model"), Limits(300, min_width=300))
    assert found[0].item.size.width == pytest.approx(300)
    first, last = (v.rect for v in cells(found))
    assert first.width == pytest.approx(last.width)
    assert last.x - first.right < 20


def test_a_blank_vector_has_caps_without_numbers():
    found = visits(blank_vector(12, "model"))
    words = [v.item.text for v in found if isinstance(v.item, TextBlock)]
    assert (len(cells(found)), words) == (12, [])
