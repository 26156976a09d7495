"""Surfaces that are the darker the larger their value, on which ink can always be read."""

from __future__ import annotations

import pytest
from ruler import square_layouter

from infograficos.audit.rules.contrast import contrast
from infograficos.elements.flow import Spacer
from infograficos.elements.matrices.cells import TintedCell, tint_color
from infograficos.elements.text import Text
from infograficos.scene.dump import dump_frame
from infograficos.scene.geometry import Limits
from infograficos.theme import ResolvedTheme, load_theme

ROLES = ("instruction", "input", "response", "model", "masked", "alert")


def test_the_child_is_in_the_middle():
    tint = TintedCell(Text("0,5", literal=True), "model", 0.0, "small")
    frame = square_layouter().layout(tint, Limits(100, min_width=50, min_height=40))
    assert dump_frame(frame) == (
        "frame 0 0 50 40\n"
        "  ornament box 0 0 50 40 model.shade radius 2\n"
        "  frame 10 15 30 10\n"
        "    label 10 25 30 ink “0,5”\n"
    )


def test_a_border_stays_inside():
    frame = square_layouter().layout(TintedCell(Spacer("medium"), "model", 0.0, bordered=True), Limits())
    assert (
        dump_frame(frame).splitlines()[1]
        == "  ornament box 1 1 10 12 model.shade stroke model.strong 2 radius 2"
    )


@pytest.mark.parametrize("variant", ["light", "dark"])
@pytest.mark.parametrize("role", ROLES)
def test_ink_can_be_read_on_every_shade(role, variant):
    look = ResolvedTheme(load_theme(), variant)
    shades = [tint_color(look, role, step / 10).value for step in range(11)]
    assert shades[0] == look.paint(f"{role}.soft").value
    assert len(set(shades)) == 11
    assert min(contrast(look.paint("ink").value, value) for value in shades) >= 4.5
