"""Key caps: a face over a lower edge, dotted where there is nothing to press."""

from __future__ import annotations

import pytest
from blocks import Block
from ruler import square_layouter

from infograficos.elements.cap import Cap, ShadeBand, cap_ink
from infograficos.elements.card import Card
from infograficos.elements.text import Text
from infograficos.elements.tokens.chip import token_chip
from infograficos.errors import InputError
from infograficos.scene.color import to_oklch
from infograficos.scene.dump import dump_frame
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Box, walk


def drawn(element, **limits: float):
    return square_layouter().layout(element, Limits(**limits))


def boxes(element) -> list[Box]:
    return [visit.item for visit in walk(drawn(element)) if isinstance(visit.item, Box)]


def test_a_cap_has_a_face_over_its_edge_and_its_child_in_the_middle_of_the_face():
    assert dump_frame(drawn(Cap(Block(30, 10), "input", "focus"), min_width=60.0)) == (
        "frame 0 0 60 24\n"
        "  ornament box 0 0 60 24 input.deep radius 3\n"
        "  box 1 1 58 19 input.mid radius 2\n"
        "  frame 15 5 30 10\n"
        "    box 15 5 30 10 surface\n"
    )


def test_the_lower_edge_of_a_slim_cap_is_less_high_and_costs_no_height():
    frame = drawn(Cap(Block(30, 10), "input", slim=True))
    edge, face = (placed.item.rect for placed in frame.items[:2])
    assert (frame.size.height, edge.bottom - face.bottom) == (20, 2)


@pytest.mark.parametrize(("state", "fill"), [("pending", None), ("masked", "masked.soft")])
def test_what_is_not_there_is_dotted_and_has_no_edge(state, fill):
    outline, _ = boxes(Cap(Block(30, 10), "input", state))
    assert outline.stroke.dash
    assert (outline.fill and outline.fill.role) == fill
    # Its outline is as high as the faces beside it.
    assert outline.rect.bottom == pytest.approx(20 - outline.stroke.width / 2)


def test_the_edge_of_a_solid_cap_is_darker_than_its_face():
    edge, face, _ = boxes(Cap(Block(30, 10), "response", "solid"))
    assert to_oklch(edge.fill.value)[0] < to_oklch(face.fill.value)[0]


def test_a_band_of_shade_is_dotted_slate():
    band, _ = boxes(ShadeBand(Block(30, 10)))
    assert (band.fill.role, band.stroke.paint.role, bool(band.stroke.dash)) == (
        "masked.soft",
        "masked.mark",
        True,
    )


def test_a_space_is_read_on_a_deep_face_too():
    inks = [
        {placed.paint.role for placed in line.runs}
        for visit in walk(drawn(token_chip(" gato", "input", "focus")))
        for line in getattr(visit.item, "lines", ())
    ]
    assert inks == [{"ink"}, {"ink"}]


def test_an_unknown_state_is_named():
    with pytest.raises(InputError, match="o estado “focos” não existe; você quis dizer “focus”"):
        cap_ink("input", "focos")


def test_a_child_may_be_as_wide_as_the_face_and_at_its_top():
    child = Text("a", literal=True)
    found = {}
    for fit in ("center", "stretch", "top"):
        cap = Cap(Card(child, "paper", None, "none"), "model", fit=fit)
        frame = square_layouter().layout(cap, Limits(200, min_width=200, min_height=100))
        (found[fit],) = [
            v.rect for v in walk(frame) if isinstance(v.item, Box) and v.item.fill.role == "paper"
        ]
    assert found["center"].width < found["stretch"].width == found["top"].width == 190
    assert found["center"].y == found["stretch"].y > found["top"].y == 5
