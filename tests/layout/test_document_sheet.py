"""A sheet of paper: its fold and shade, its blocks, and the outline of what may be missing."""

from __future__ import annotations

from blocks import Block
from ruler import square_layouter

from infograficos.elements.card import Named
from infograficos.elements.objects.document_sheet import DocumentSheet, document_block
from infograficos.elements.objects.outline import DottedOutline
from infograficos.scene.geometry import Limits, Rect
from infograficos.scene.items import Box, Frame, Path, TextBlock, Visit, walk


def layout(element, width: float = 308, least: float = 0.0) -> list[Visit]:
    return walk(square_layouter().layout(element, Limits(width, min_width=least)))


def painted(visits: list[Visit], role: str) -> list[Rect]:
    items = (visit for visit in visits if isinstance(visit.item, Box | Path) and visit.item.fill)
    return [visit.rect for visit in items if visit.item.fill.role == role]


def test_the_paper_has_a_folded_corner_and_a_shade_below_on_the_right():
    visits = layout(DocumentSheet(Block(100, 50), "response", "folha"))
    (paper,) = (visit.rect for visit in visits if isinstance(visit.item, Frame) and visit.item.name)
    assert paper == Rect(0, 0, 100, 70)
    (shade,) = painted(visits, "response.tint")
    assert (shade.x, shade.y, shade.right, shade.bottom) == (8, 8, 108, 78)
    (fold,) = painted(visits, "response.mid")
    assert (fold.right, fold.y) == (paper.right, paper.y)
    assert visits[0].rect == paper.union(shade)


def test_a_block_is_as_wide_as_the_paper_so_that_links_meet_the_paper_level_with_it():
    block = Named("trecho", document_block("ab", "input", "# A"))
    visits = layout(DocumentSheet(block, name="folha"), least=308)
    rects = {visit.item.name: visit.rect for visit in visits if isinstance(visit.item, Frame)}
    assert (rects["trecho"].x, rects["trecho"].right) == (rects["folha"].x, rects["folha"].right) == (0, 300)


def test_a_marker_lies_on_a_tint_no_wider_than_its_words():
    visits = layout(document_block("abcdefgh", "input", "# A"), least=300)
    words = [visit.rect for visit in visits if isinstance(visit.item, TextBlock)]
    (tint,) = painted(visits, "input.tint")
    assert tint == words[0].inflate(6)
    assert words[0].x == words[1].x


def test_the_marker_of_the_block_to_remember_is_solid():
    visits = layout(document_block("a", "response", "# R", is_solid=True))
    assert len(painted(visits, "response.solid")) == 1
    marker = next(visit.item for visit in visits if isinstance(visit.item, TextBlock))
    assert marker.lines[0].runs[0].paint.role == "paper"
    assert not painted(visits, "response.tint")


def test_an_optional_block_has_a_dotted_outline():
    dotted, plain = (
        [
            visit
            for visit in layout(document_block("a", "input", is_optional=it))
            if isinstance(visit.item, Path)
        ]
        for it in (True, False)
    )
    assert not plain
    assert dotted[0].item.stroke.dash
    assert dotted[0].item.stroke.paint.role.startswith("input.")


def test_a_dotted_outline_is_around_its_child():
    outline = next(visit for visit in layout(DottedOutline(Block(100, 50))) if isinstance(visit.item, Path))
    assert outline.rect == Rect(0, 0, 100, 50)
