"""A browser, which knows nothing of the rules, finds no ink on foreign ink in what they pass."""

from __future__ import annotations

import pytest
from against_browser import judge, overlaps
from random_figures import random_drawings
from scenes import arrow, audited, card, paragraph, sheet, text

from infograficos.scene.geometry import ORIGIN, Point
from infograficos.scene.items import Path, Placed, polyline

FIGURES = 40

WORD = text("palavra", 60, 250)


@pytest.fixture(scope="module")
def page(browser):
    return browser.new_page()


def triangle(*points):
    paint = arrow((0, 0), (1, 1)).item.stroke.paint
    return Placed(ORIGIN, Path(polyline(*(Point(*point) for point in points), closed=True), paint))


#: What a browser must see, and what it calls it.
FAULTS = {
    "a text on another": ([WORD, text("outra", 80, 246)], "texto “outra”"),
    "two lines of a text": ([paragraph(["ggg", "ÂÂÂ"], 60, 250, step=18)], "texto"),
    "a stroke over words": ([WORD, arrow((20, 243), (300, 243))], "sob path"),
    "a stroke under words": ([arrow((20, 243), (300, 243)), WORD], "sobre path"),
    "an arrowhead over words": ([WORD, triangle((120, 235), (160, 243), (120, 251))], "sob path"),
    "a shape over words": ([WORD, card(70, 200, 30, 80)], "sob rect"),
    "the border of a card": ([card(30, 200, 60, 80), WORD], "sobre rect"),
    "the edge of a card without a border": ([card(30, 200, 58, 80, fill="ink", border=None), WORD], "sobre"),
    "the edge of the sheet": ([text("palavra", 670, 250)], "folha"),
}

CLEAN = {
    "words on a card": [card(30, 200, 300, 80), WORD],
    "words beside an arrow": [WORD, arrow((20, 270), (300, 270))],
    "an arrow behind a card": [arrow((20, 243), (400, 243)), card(30, 200, 300, 80), WORD],
    "two texts": [WORD, text("outra", 60, 280)],
}


def seen(page, items):
    return overlaps(page, [audited(sheet(*items)).svg_text])[0]


@pytest.mark.parametrize("name", FAULTS)
def test_the_browser_sees_ink_on_foreign_ink(page, name):
    items, kind = FAULTS[name]
    found = seen(page, items)
    assert found
    assert all(what.startswith(kind) for what, *_ in found)


@pytest.mark.parametrize("name", CLEAN)
def test_the_browser_sees_nothing_where_all_is_apart(page, name):
    assert seen(page, CLEAN[name]) == []


def test_what_the_audit_passes_has_no_ink_on_foreign_ink(page):
    judged = list(judge(page, random_drawings(0, FIGURES)))
    assert len(judged) > FIGURES / 2
    assert sum(not each.errors for each in judged) > FIGURES / 2
    assert [each for each in judged if each.is_missed] == []
