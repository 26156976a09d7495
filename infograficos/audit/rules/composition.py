"""Composition: the body fills the sheet or is in its middle, and is more than boxes with a border."""

from __future__ import annotations

from collections.abc import Iterator

from infograficos.audit.audited_figure import AuditedFigure
from infograficos.audit.cells import Cells, box_spans
from infograficos.audit.finding import Finding, at_most_percent, format_apart
from infograficos.language.messages import mark_message, message
from infograficos.scene.geometry import Rect
from infograficos.scene.items import Box, Image, Shape

RULE, TITLE = "composition", mark_message("composicao")

#: By how many units the rests at the left and the right may differ; a rim of paper around a sign is 2.5 wide.
_EVEN = 3.0

#: How many units the lower edge of a key cap reaches below its face at most.
_CAP_EDGE = 8.0


def check_width(figure: AuditedFigure) -> Iterator[Finding]:
    """Yield a body that is narrow, and not in the middle either."""
    body, sheet = figure.body_rect, figure.look.theme.sheet
    margin = sheet.narrow_margin if figure.is_narrow else sheet.margin
    inner = figure.sheet.inflate(-margin)
    if not body or body.width >= figure.limits.body_width * inner.width:
        return
    if abs((body.x - inner.x) - (inner.right - body.right)) > _EVEN:
        width, least = format_apart(body.width, figure.limits.body_width * inner.width, 0)
        measured = message("o corpo tem {width} unidades de largura e não fica no meio", width=width)
        limit = message("ao menos {least}, ou sobras iguais dos dois lados", least=least)
        advice = message("ocupe a largura, ou centre o corpo")
        yield Finding(RULE, "warning", measured, limit, advice, rect=body)


def check_boxes(figure: AuditedFigure) -> Iterator[Finding]:
    """Yield a body that is mostly boxes with a border."""
    share, most = outlined_share(figure), figure.limits.outlined_most
    if share > most:
        part, limit = format_apart(100 * share, 100 * most, 0)
        measured = message("{share} % do corpo são caixas com borda", share=part)
        advice = message("use painéis sem borda, ou objetos")
        yield Finding(RULE, "warning", measured, at_most_percent(limit), advice, rect=figure.body_rect)


def outlined_share(figure: AuditedFigure) -> float:
    """Return the share of the body that lies in boxes with a border; key caps and frames are none."""
    body, boxes = figure.body_rect, _outlined_boxes(figure)
    area = body.width * body.height if body else 0.0
    total = sum(box.width * box.height for box in boxes)
    if not area or total <= figure.limits.outlined_most * area:
        return total / (area or 1.0)
    # They may lie in each other.
    cells = Cells(figure.frame.size)
    for box in boxes:
        cells.paint(box_spans(box), 1)
    return cells.mean * figure.sheet.width * figure.sheet.height / area


def _outlined_boxes(figure: AuditedFigure) -> list[Rect]:
    """Return the boxes with a border, but the frames of pictures and the windows of listings."""
    framed = [visit.rect for visit, block in figure.texts if block.kind == "listing"]
    framed += [visit.rect for visit in figure.visits if isinstance(visit.item, Image)]
    boxes: list[Rect] = []
    before: Rect | None = None
    for visit in figure.body:
        if isinstance(visit.item, Shape):
            rect = visit.rect
            if isinstance(visit.item, Box) and visit.item.stroke and not _is_cap(rect, before):
                boxes.append(rect)
            before = rect
    return [box for box in boxes if not any(map(box.holds, framed))]


def _is_cap(face: Rect, edge: Rect | None) -> bool:
    """Return whether a box is the face of a key cap, whose lower edge was painted right before."""
    return (
        edge is not None
        and abs(face.x - edge.x) < 1
        and abs(face.width - edge.width) < 1
        and 0 < edge.bottom - face.bottom <= _CAP_EDGE
    )
