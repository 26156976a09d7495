"""What `check` says of each figure, for the page: measures, findings, and where in the figure they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from infograficos.audit import Finding
from infograficos.drawing import Drawing
from infograficos.preview.places import places
from infograficos.report import FigureReport, SheetFinding, published_sheets, report
from infograficos.theme import Theme


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
        "places": {sheet: _shares(drawings[sheet], finding) for sheet in found.sheets},
    }


def _shares(drawing: Drawing, finding: Finding) -> list[list[float]]:
    """Return rectangles in hundredths of the sheet."""
    size = drawing.frame.size
    return [
        [
            100 * r.x / size.width,
            100 * r.y / size.height,
            100 * r.width / size.width,
            100 * r.height / size.height,
        ]
        for r in places(drawing.audited_figure, finding)
    ]
