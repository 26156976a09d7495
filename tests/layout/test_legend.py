"""Keys with the words that explain them."""

from __future__ import annotations

import pytest
from ruler import square_layouter

from infograficos.elements.charts.legend import LegendItem, LegendKey, legend
from infograficos.elements.charts.line_data import DASHES
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Path, TextBlock, walk


def laid_out(*keys: LegendKey, width: float = 400):
    items = tuple(LegendItem("nome", key, key.role) for key in keys)
    return list(walk(square_layouter().layout(legend(items), Limits(width))))


@pytest.mark.parametrize("dash", ["solid", "dashed", "dotted"])
def test_the_sample_of_a_line_is_drawn_as_the_line_is(dash):
    line = next(v.item for v in laid_out(LegendKey("model", dash=dash)) if isinstance(v.item, Path))
    assert line.stroke.dash == tuple(4 * length for length in DASHES[dash])
    assert line.stroke.paint.role == "model.mark"


@pytest.mark.parametrize(("fill", "is_dotted"), [("masked", True), ("pale", False)])
def test_the_sample_of_what_is_masked_is_dotted(fill, is_dotted):
    paths = [v.item for v in laid_out(LegendKey("model", fill)) if isinstance(v.item, Path)]
    assert any(path.stroke and path.stroke.dash for path in paths) == is_dotted


def test_names_have_the_colour_of_their_samples_and_wrap_into_rows():
    visits = laid_out(LegendKey("model"), LegendKey("input"), width=100)
    names = [v for v in visits if isinstance(v.item, TextBlock)]
    assert [v.item.lines[0].runs[0].paint.role for v in names] == ["model.strong", "input.strong"]
    assert names[0].at.y < names[1].at.y
