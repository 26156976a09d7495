"""The invisible text of a PDF page, each character over its outline."""

from __future__ import annotations

from collections.abc import Iterator

from infograficos.raster.page import InvisibleLine
from infograficos.scene.geometry import Point
from infograficos.scene.glyph_run import GlyphRun
from infograficos.scene.items import Frame, TextBlock, TextLine, walk


def text_layer(frame: Frame) -> tuple[InvisibleLine, ...]:
    """Return the lines of all texts, in reading order."""
    return tuple(
        _line(line, visit.at)
        for visit in walk(frame)
        if isinstance(visit.item, TextBlock)
        for line in visit.item.lines
        if line.runs and line.text
    )


def _line(line: TextLine, at: Point) -> InvisibleLine:
    start = at.x + line.origin.x
    size = max(placed.run.size for placed in line.runs)
    edges = tuple(start + edge for edge in _edges(line))
    return InvisibleLine(line.text, edges, at.y + line.origin.y, size)


def _edges(line: TextLine) -> list[float]:
    """Return the left edge of each character, and the right edge of the last."""
    glyphs = [
        (character, placed.x + left, placed.x + right)
        for placed in line.runs
        for character, left, right in _characters(placed.run)
    ]
    edges, end, index = list[float](), glyphs[0][1], 0
    for character in line.text:
        if index < len(glyphs) and glyphs[index][0] == character:
            edges.append(max(end, glyphs[index][1]))
            end = max(end, glyphs[index][2])
            index += 1
        else:
            # A space between parts of a formula has no glyph: it fills the gap.
            edges.append(end)
    if index < len(glyphs):
        return [line.width * number / len(line.text) for number in range(len(line.text) + 1)]
    return [*edges, end]


def _characters(run: GlyphRun) -> Iterator[tuple[str, float, float]]:
    """Yield a run's characters with left and right edges; a combining accent has no width."""
    scale, x = run.size / run.units_per_em, 0.0
    ends: dict[int, tuple[float, float]] = {}
    for glyph in run.glyphs:
        right = x + glyph.advance * scale
        ends[glyph.cluster] = (ends.get(glyph.cluster, (x, x))[0], right)
        x = right
    right = 0.0
    for number, character in enumerate(run.text):
        left, right = ends.get(number, (right, right))
        yield character, left, right
