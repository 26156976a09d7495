"""Signposts: which way they point, and what they are drawn as."""

from __future__ import annotations

import pytest
from blocks import Block
from ruler import square_layouter

from infograficos.elements.objects.signpost import Signpost
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Box, Path, walk


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_signpost_ends_in_a_point_on_the_side_that_it_points_to(side):
    visits = walk(
        square_layouter().layout(Signpost(Block(40, 20), "input", side), Limits(200, min_width=200))
    )
    (outline,) = (v for v in visits if isinstance(v.item, Path))
    (band,) = (v for v in visits if isinstance(v.item, Box) and v.item.fill.role == "input.mid")
    assert visits[0].rect.width == band.rect.width + visits[0].rect.height / 2 == 200
    assert (band.rect.x > 0) == (side == "left")
    points = [point for command in outline.item.commands for point in command.points]
    end = min(points, key=lambda point: point.x if side == "left" else -point.x)
    assert end.y == pytest.approx(visits[0].rect.height / 2, abs=2)


def test_the_signpost_to_remember_is_solid():
    visits = walk(square_layouter().layout(Signpost(Block(40, 20), "input", tone="solid"), Limits(200)))
    fills = [v.item.fill.role for v in visits if isinstance(v.item, Box | Path)]
    assert fills == ["input.solid", "input.solid", "surface"]
