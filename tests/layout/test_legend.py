"""Keys with the words that explain them."""

from __future__ import annotations

import pytest
from ruler import square_layouter

from infograficos.elements.charts.legend import LegendItem, LegendKey, legend
from infograficos.elements.charts.line_chart import DASHES
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Path, TextBlock, walk


def laid_out(*keys: LegendKey, width: float = 400):
    items = tuple(LegendItem("nome", key, key.role) for key in keys)
    return list(walk(square_layouter().layout(legend(items), Limits(width))))


@pytest.mark.parametrize("dash", ["solid", "dashed", "dotted"])
def test_the_sample_of_a_line_is_drawn_as_the_line_is(dash):
    line = next(v.item for v in laid_out(LegendKey("model", dash=dash)) if isinstance(v.item, Path))
    assert line.stroke.dash == tuple(4 * length for length in DASHES[dash])
    assert line.stroke.paint.role == "model.strong"


def test_what_is_hatched_has_slanted_lines_and_what_is_pale_has_none():
    paths = [v.item for v in laid_out(LegendKey("masked", "hatched")) if isinstance(v.item, Path)]
    assert len(paths) == 1
    assert [v for v in laid_out(LegendKey("model", "pale")) if isinstance(v.item, Path)] == []


def test_names_have_the_colour_of_their_samples_and_wrap_into_rows():
    visits = laid_out(LegendKey("model"), LegendKey("input"), width=100)
    names = [v for v in visits if isinstance(v.item, TextBlock)]
    assert [v.item.lines[0].runs[0].paint.role for v in names] == ["model.strong", "input.strong"]
    assert names[0].at.y < names[1].at.y
