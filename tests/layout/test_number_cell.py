"""Numbers on key caps that are stronger the larger they are, on which they can always be read."""

from __future__ import annotations

import pytest
from ruler import square_layouter

from infograficos.audit.rules.contrast import contrast
from infograficos.elements.matrices.cells import NumberCell, cell_paints, readable_ink
from infograficos.scene.dump import dump_frame
from infograficos.scene.geometry import Limits
from infograficos.theme import ResolvedTheme, load_theme

ROLES = ("instruction", "input", "response", "model", "masked", "alert")


def test_the_number_is_in_the_middle_of_the_face():
    frame = square_layouter().layout(
        NumberCell("0,5", "model", 0.5), Limits(100, min_width=50, min_height=40)
    )
    assert dump_frame(frame) == (
        "frame 0 0 50 40\n"
        "  ornament box 0 0 50 40 model.deep radius 3\n"
        "  ornament box 1 1 48 37 model.mid radius 2\n"
        "  frame 10 14 30 10\n"
        "    label 10 24 30 ink “0,5”\n"
    )


def test_a_hit_has_a_darker_edge():
    frame = square_layouter().layout(NumberCell("", "model", 0.0, hit=True), Limits())
    assert dump_frame(frame).splitlines()[1:3] == [
        "  ornament box 0 0 12 12 model.mark radius 3",
        "  ornament box 1 1 10 9 model.soft radius 2",
    ]


def test_the_one_number_to_look_at_is_solid():
    frame = square_layouter().layout(NumberCell("0,5", "model", 0.5, lit=True), Limits())
    lines = dump_frame(frame).splitlines()
    assert "model.solid" in lines[2]
    assert " paper " in lines[4]


@pytest.mark.parametrize("variant", ["light", "dark"])
@pytest.mark.parametrize("role", ROLES)
def test_a_number_can_be_read_on_every_tone(role, variant):
    look = ResolvedTheme(load_theme(), variant)
    faces = [cell_paints(look, role, step / 3)[0] for step in range(4)]
    assert [face.role.partition(".")[2] for face in faces][:3] == ["soft", "tint", "mid"]
    assert len({face.value for face in faces}) == 4
    assert min(contrast(look.paint(readable_ink(look, face)).value, face.value) for face in faces) >= 4.5


def test_a_negative_number_is_slate():
    look = ResolvedTheme(load_theme())
    assert [cell_paints(look, role, -0.5)[0].role for role in ("model", "masked")] == [
        "masked.mid",
        "alert.mid",
    ]


@pytest.mark.parametrize(("share", "tone"), [(0, "soft"), (0.01, "tint"), (1 / 3, "tint"), (0.34, "mid")])
def test_only_zero_has_the_palest_tone(share, tone):
    assert cell_paints(ResolvedTheme(load_theme()), "input", share)[0].role == f"input.{tone}"
