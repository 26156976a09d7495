"""What `check` says of each figure, for the page: measures, findings, and where in the figure they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from infograficos.drawing import Drawing
from infograficos.report import FigureReport, SheetFinding, published_sheets, report
from infograficos.scene.geometry import Rect
from infograficos.scene.items import extent
from infograficos.theme import Theme

#: More outlines than this would cover half the figure.
MOST = 12

#: How far an outline stays off what it outlines, in units; accents and descenders reach as far.
_AIR = 6.0


def judgements(
    names: Sequence[str], theme: Theme, drawings: Mapping[tuple[str, str], Drawing]
) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield what was found in each figure; one that could not be drawn on all sheets is left out.

    Args:
        names: of the figures, in the chapter's order.
        theme: the visual system, with the presets that figures are judged by.
        drawings: by figure and sheet.
    """
    sheets = list(published_sheets(theme))
    whole = [name for name in names if all((name, sheet) in drawings for sheet in sheets)]
    if whole:
        placed = {sheet: [drawings[name, sheet].audited_figure for name in whole] for sheet in sheets}
        for name, judged in zip(whole, report(placed).figures, strict=True):
            yield name, _judgement(judged, {sheet: drawings[name, sheet] for sheet in sheets})


def _judgement(judged: FigureReport, drawings: Mapping[str, Drawing]) -> dict[str, object]:
    return {
        "words": judged.words,
        "pixels": judged.smallest_pixels,
        "contrast": judged.contrast,
        "findings": [_finding(each, drawings) for each in judged.findings],
    }


def _finding(found: SheetFinding, drawings: Mapping[str, Drawing]) -> dict[str, object]:
    finding = found.finding
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "place": finding.place,
        "words": finding.words,
        "measured": finding.measured,
        "limit": finding.limit,
        "advice": finding.advice,
        "sheets": list(found.sheets),
        "places": {sheet: _outlines(drawings[sheet], found.rects.get(sheet, ())) for sheet in found.sheets},
    }


def _outlines(drawing: Drawing, rects: Sequence[Rect]) -> list[list[float]]:
    """Return rectangles around others, in hundredths of the sheet: x, y, width, height."""
    sheet = extent(drawing.frame)
    return [
        [
            100 * rect.x / sheet.width,
            100 * rect.y / sheet.height,
            100 * rect.width / sheet.width,
            100 * rect.height / sheet.height,
        ]
        for rect in (_clip(each.grown(_AIR), sheet) for each in rects[:MOST])
    ]


def _clip(rect: Rect, sheet: Rect) -> Rect:
    x, y = max(rect.x, sheet.x), max(rect.y, sheet.y)
    right, bottom = min(rect.right, sheet.right), min(rect.bottom, sheet.bottom)
    return Rect(x, y, max(0.0, right - x), max(0.0, bottom - y))
