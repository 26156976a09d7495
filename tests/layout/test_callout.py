"""A note with a rule at its left."""

from __future__ import annotations

import pytest
from ruler import square_layouter

from infograficos.elements.callout import Callout
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Box, TextBlock, walk, words


def laid_out(callout: Callout, width: float):
    return square_layouter().layout(callout, Limits(width, min_width=width))


@pytest.mark.parametrize("width", [300, 120])
def test_the_rule_is_as_high_as_the_words_and_at_their_left(width):
    visits = list(walk(laid_out(Callout("aaa bbb ccc ddd", "alert"), width)))
    surface, rule = [v for v in visits if isinstance(v.item, Box)]
    text = next(v for v in visits if isinstance(v.item, TextBlock))
    assert (surface.item.fill.role, rule.item.fill.role) == ("alert.soft", "alert.line")
    assert surface.rect.holds(rule.rect)
    assert rule.rect.right < text.rect.x
    assert rule.rect.y <= text.rect.y
    assert rule.rect.bottom >= text.rect.bottom


@pytest.mark.parametrize("lead", ["Atenção", "Atenção:"])
def test_the_lead_is_strong_and_ends_in_one_colon(lead):
    frame = laid_out(Callout("some as perdas.", lead=lead), 400)
    assert words(frame) == "Atenção: some as perdas."
    block = next(v.item for v in walk(frame) if isinstance(v.item, TextBlock))
    assert [run.run.text.strip() for run in block.lines[0].runs if "600" in run.run.face] == ["Atenção:"]
