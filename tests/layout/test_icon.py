"""Pictograms: of one size, with or without a tile."""

from __future__ import annotations

import pytest
from ruler import square_layouter

from infograficos.elements.icon import Icon
from infograficos.icons import icon_commands
from infograficos.scene.dump import dump_frame
from infograficos.scene.geometry import Limits, Point
from infograficos.scene.items import Path, walk


def laid(icon: Icon):
    return square_layouter().layout(icon, Limits())


def test_an_icon_is_a_square_drawn_with_the_themes_pen():
    assert dump_frame(laid(Icon("globe", "model.strong"))) == (
        "frame 0 0 28 28\n  mark path 2.3 2.3 23.3 23.3 stroke model.strong 2.5\n"
    )


def test_a_tile_is_half_as_large_again_with_the_icon_in_its_middle():
    assert dump_frame(laid(Icon("globe", "model.strong", tile="model.soft"))) == (
        "frame 0 0 42 42\n"
        "  ornament box 0 0 42 42 model.soft radius 3\n"
        "  mark path 9.3 9.3 23.3 23.3 stroke model.strong 2.5\n"
    )


@pytest.mark.parametrize(("size", "scale"), [("icon", 28 / 24), ("disc", 30 / 24)])
def test_the_grid_is_scaled_to_the_size(size, scale):
    (path,) = [v.item for v in walk(laid(Icon("check", size=size))) if isinstance(v.item, Path)]
    first = icon_commands("check")[0].points[0]
    assert path.commands[0].points[0] == Point(first.x * scale, first.y * scale)
