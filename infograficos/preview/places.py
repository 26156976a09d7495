"""Where in a figure a finding is: the rectangles that its place and its words name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from infograficos.audit import AuditedFigure, Finding
from infograficos.audit.finding import place_of, shortened
from infograficos.scene.geometry import Rect
from infograficos.scene.glyph_run import CAP_HEIGHT
from infograficos.scene.items import Frame, TextBlock, Visit, extent, words

#: More places than this would outline half the figure.
MOST = 12

#: How far an outline stays off what it outlines, in units; accents and descenders reach as far.
_AIR = 6.0

_SHEET = "folha"


def places(figure: AuditedFigure, finding: Finding) -> list[Rect]:
    """Return where a finding is on the sheet: its words, or else the element that its place names."""
    there = [visit for visit in figure.visits if place_of(visit.path) == finding.place]
    found = list(_worded(there, finding.words)) if finding.words else []
    # Some rules look at the written picture, and know the words only.
    found = found or (list(_worded(figure.visits, finding.words)) if finding.words else [])
    found = found or [visit.rect for visit in there if isinstance(visit.item, Frame)][:1]
    if not found and finding.place == _SHEET:
        found = [extent(figure.frame)]
    sheet = extent(figure.frame)
    return [_within(rect.grown(_AIR), sheet) for rect in found[:MOST]]


def _worded(visits: Sequence[Visit], wanted: str) -> Iterator[Rect]:
    """Yield the lines with these words; else the texts, else the smallest frame."""
    texts = [(visit, visit.item) for visit in visits if isinstance(visit.item, TextBlock)]
    lines = [
        Rect(line.origin.x, line.origin.y - height, line.width, height).moved(visit.at)
        for visit, block in texts
        for line in block.lines
        if line.runs and shortened(line.text) == wanted
        for height in [max(placed.run.size for placed in line.runs) * CAP_HEIGHT]
    ]
    blocks = [visit.rect for visit, block in texts if shortened(block.text) == wanted]
    yield from lines or blocks or _framed(visits, wanted)


def _framed(visits: Sequence[Visit], wanted: str) -> list[Rect]:
    frames = [visit for visit in visits if isinstance(visit.item, Frame)]
    # Children come after their parents: the last one is the innermost.
    return [visit.rect for visit in frames if shortened(words(visit.item)) == wanted][-1:]  # type: ignore[arg-type]


def _within(rect: Rect, sheet: Rect) -> Rect:
    x, y = max(rect.x, sheet.x), max(rect.y, sheet.y)
    right, bottom = min(rect.right, sheet.right), min(rect.bottom, sheet.bottom)
    return Rect(x, y, max(0.0, right - x), max(0.0, bottom - y))
