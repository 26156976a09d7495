"""Panels of light, and those that run off the sheet."""

from __future__ import annotations

import pytest
from blocks import Block
from ruler import square_layouter

from infograficos.elements.bleed import Bleed
from infograficos.elements.card import Card, Named
from infograficos.elements.objects.panel import panel
from infograficos.elements.row import Column, Row
from infograficos.elements.sheet import Sheet
from infograficos.scene.dump import dump_frame
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Box, walk

SOFT = "model.soft"


def sheet(body, width: float = 600):
    return square_layouter().layout(Sheet(body), Limits(width))


def boxes(frame) -> list[tuple[float, float]]:
    return [(visit.rect.x, visit.rect.right) for visit in surfaces(frame)]


def surfaces(frame) -> list:
    return [visit for visit in walk(frame) if isinstance(visit.item, Box) and visit.item.fill.role == SOFT]


def soft(child: Block) -> Card:
    return Card(child, SOFT, None)


@pytest.mark.parametrize("width", [600, 300])
def test_a_surface_that_bleeds_reaches_the_edge_of_the_sheet(width):
    margin = 30 if width == 600 else 20
    body = Named("base", Bleed(soft(Block(10))))
    assert boxes(sheet(body, width)) == [(width - margin - 6, width), (margin, width - margin)]


def test_what_continues_it_is_as_high_as_the_surface_and_behind_it():
    frame = sheet(Bleed(soft(Block(10, 50))))
    strip, surface = surfaces(frame)
    assert (strip.rect.y, strip.rect.height) == (surface.rect.y, surface.rect.height)
    assert (strip.item.fill, strip.item.radius, strip.item.purpose) == (surface.item.fill, 0.0, "ornament")


def test_a_surface_away_from_the_right_margin_does_not_bleed():
    frame = sheet(Row((Bleed(soft(Block(10))), soft(Block(10)))))
    assert len(boxes(frame)) == 2


def test_a_sheet_without_bleeds_is_as_it_was_laid_out():
    layouter = square_layouter()
    body = Column((soft(Block(10)),))
    frame = layouter.layout(Sheet(body), Limits(600))
    assert frame.items[1].item is layouter.layout(body, Limits(540, min_width=540))


def test_a_panel_is_soft_without_a_border_and_its_heading_strong():
    frame = square_layouter().layout(panel(Block(50), "input", "Base", "completa"), Limits(300))
    assert dump_frame(frame) == (
        "frame 0 0 142 46\n"
        "  box 0 0 142 46 input.soft radius 6\n"
        "  frame 10 10 122 26\n"
        "    frame 10 10 122 10\n"
        "      frame 10 10 40 10\n"
        "        heading 10 20 40 input.strong “Base”\n"
        "      frame 52 10 80 10\n"
        "        paragraph 52 20 80 muted “completa”\n"
        "    frame 10 26 122 10\n"
        "      box 10 26 122 10 surface\n"
    )


def test_the_aside_of_a_panel_goes_below_its_heading_where_it_must():
    wide, narrow = (
        square_layouter().layout(panel(Block(50), "input", "Base", "completa"), Limits(width))
        for width in (300, 120)
    )
    assert narrow.size.height == wide.size.height + 16
