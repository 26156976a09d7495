"""Colourfulness: a figure shows no more colour than keeps it calm.

There is no least: a formula or a plot of lines teaches with little.
"""

from __future__ import annotations

from collections.abc import Iterator

from infograficos.audit.audited_figure import AuditedFigure, AuditedLine
from infograficos.audit.cells import BROAD, CELL, Cells, box_spans, fill_spans, stroke_spans
from infograficos.audit.finding import Finding, at_most_percent, format_apart
from infograficos.language.messages import mark_message, message
from infograficos.scene.geometry import Rect
from infograficos.scene.items import Image, Shape, Stroke, TextBlock, Visit
from infograficos.scene.perception import mid_tone_shares

RULE, TITLE = "colorfulness", mark_message("colorido")

#: The value of a cell that is a mid-tone all over.
_FULL = 50

#: The share of the box of letters that their edges cover, where the colour of the text blends with the paper.
_EDGES = 0.45

#: The share of it that the letters cover.
_INK = 0.31

#: How many pixels across the measure is defined for.
_PIXELS = 700


def check(figure: AuditedFigure) -> Iterator[Finding]:
    """Yield too large a share of mid-tones; pictures and listings have colours of their own."""
    has_own = any(isinstance(visit.item, Image) for visit in figure.visits)
    has_own |= any(block.kind == "listing" for _, block in figure.texts)
    if has_own or figure.look.ground != "light":
        return
    share, most = mid_tone_share(figure), figure.limits.mid_tone_most
    if share > most:
        part, limit = format_apart(100 * share, 100 * most, 1)
        measured = message("tem {share} % da folha em meios-tons coloridos", share=part)
        advice = message("deixe mais partes em tom suave")
        yield Finding(RULE, "warning", measured, at_most_percent(limit), advice, rect=figure.sheet)


def mid_tone_share(figure: AuditedFigure) -> float:
    """Return the share of the sheet that is a mid-tone, as measured on a picture of 700 pixels across."""
    painter = _Painter(figure)
    for visit in figure.visits:
        if isinstance(visit.item, TextBlock):
            painter.paint_text(visit, visit.item)
        elif isinstance(visit.item, Shape):
            painter.paint_shape(visit, visit.item)
    return painter.cells.mean / _FULL


class _Painter:
    """Paints items on cells by how much of a mid-tone they are."""

    def __init__(self, figure: AuditedFigure) -> None:
        self.cells = Cells(figure.frame.size)
        self._paper = figure.look.paint("paper").value
        self._pixel = figure.sheet.width / _PIXELS
        # Only here may there be something to paint over.
        self._painted = Rect(0.0, 0.0, 0.0, 0.0)

    def paint_shape(self, visit: Visit, item: Shape) -> None:
        is_mid, value = False, 0
        if item.fill:
            is_mid, _ = mid_tone_shares(item.fill.value, self._paper)
            if is_mid or self._painted.overlaps(visit.rect):
                self.cells.paint(fill_spans(visit), _FULL if is_mid else 0)
        if item.stroke:
            value = self._value(item.stroke)
            if value or item.stroke.width >= BROAD:
                self.cells.paint(stroke_spans(visit, item.stroke.width), value)
        if is_mid or value:
            self._painted = self._painted.union(visit.rect)

    def _value(self, stroke: Stroke) -> int:
        """Return the value of a cell under a stroke: of its edges, a pixel wide each, and of the rest."""
        is_mid, blends = mid_tone_shares(stroke.paint.value, self._paper)
        if stroke.width >= BROAD:
            return _FULL if is_mid else 0
        edges, inside = min(self._pixel, stroke.width), max(0.0, stroke.width - self._pixel)
        drawn = stroke.dash[0] / sum(stroke.dash[:2]) if stroke.dash else 1.0
        return round(_FULL * (2 * blends * edges + is_mid * inside) * drawn / CELL)

    def paint_text(self, visit: Visit, block: TextBlock) -> None:
        for line in block.lines:
            for placed, box in AuditedLine(visit, line).run_boxes:
                behind = self.cells.value_at(box.center)
                is_mid, blends = mid_tone_shares(placed.paint.value, self._paper)
                edges = _EDGES * self._pixel
                share = edges * blends + is_mid * (_INK - edges / 2)
                if behind == _FULL and not is_mid:
                    self.cells.paint(box_spans(box), round(_FULL * (1 - _INK + edges / 4)))
                elif share and not behind:
                    self.cells.paint(box_spans(box), round(_FULL * share))
