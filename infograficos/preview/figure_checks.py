"""The measures and findings of each figure, as the page shows them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from infograficos.audit import rule_title
from infograficos.drawing import Drawing
from infograficos.language.grammar import capitalize
from infograficos.language.messages import in_message_language, mark_message, message
from infograficos.language.numbers import format_decimal
from infograficos.report import FigureReport, SheetFinding, published_sheets, report
from infograficos.scene.geometry import Rect
from infograficos.scene.items import extent
from infograficos.theme import Theme

#: What sheets are called; others have the name of their preset.
_SHEETS = {
    "light": mark_message("claro"),
    "dark": mark_message("escuro"),
    "phone": mark_message("celular"),
}

#: More outlines than this would cover half the figure.
MAX_OUTLINES = 12

#: The padding of an outline, in user units; accents and descenders reach as far.
_PADDING = 6.0


def check_figures(
    names: Sequence[str], theme: Theme, drawings: Mapping[tuple[str, str], Drawing]
) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield the checks of each figure that could be drawn on all sheets.

    Args:
        names: the figures, in the chapter's order.
        theme: the theme, with the presets to check.
        drawings: by figure and sheet.
    """
    sheets = list(published_sheets(theme))
    complete = [name for name in names if all((name, sheet) in drawings for sheet in sheets)]
    if complete:
        placed = {sheet: [drawings[name, sheet].audited_figure for name in complete] for sheet in sheets}
        for name, checked in zip(complete, report(placed).figures, strict=True):
            yield name, _report(checked, {sheet: drawings[name, sheet] for sheet in sheets})


def _report(checked: FigureReport, drawings: Mapping[str, Drawing]) -> dict[str, object]:
    return {
        "measures": _measures(checked),
        "findings": [_finding(each, drawings) for each in checked.findings],
    }


def _measures(checked: FigureReport) -> str:
    with in_message_language():
        size, contrast = (format_decimal(each, 1) for each in (checked.smallest_pixels, checked.contrast))
    words = message(("{count} palavra", "{count} palavras"), checked.words)
    return message(
        "{words} · menor texto: {size} px no celular · contraste: {contrast} : 1",
        words=words, size=size, contrast=contrast,
    )  # fmt: skip


def _finding(found: SheetFinding, drawings: Mapping[str, Drawing]) -> dict[str, object]:
    finding = found.finding
    about = f"“{finding.excerpt}” " if finding.excerpt else f"{finding.location}: "
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "kind": finding.kind,
        "title": rule_title(finding.rule),
        "where": ", ".join(message(_SHEETS.get(sheet, sheet)) for sheet in found.sheets),
        "what": f"{about}{finding.comparison}.",
        "advice": f"{capitalize(finding.advice)}.",
        "places": {sheet: _outlines(drawings[sheet], found.rects.get(sheet, ())) for sheet in found.sheets},
    }


def _outlines(drawing: Drawing, rects: Sequence[Rect]) -> list[list[float]]:
    """Return padded rectangles as x, y, width and height in percent of the sheet."""
    sheet = extent(drawing.frame)
    clipped = [_clip(each.inflate(_PADDING), sheet) for each in rects[:MAX_OUTLINES]]
    sides = (sheet.width, sheet.height) * 2
    values = [(each.x, each.y, each.width, each.height) for each in clipped]
    return [[100 * value / side for value, side in zip(each, sides, strict=True)] for each in values]


def _clip(rect: Rect, sheet: Rect) -> Rect:
    x, y = max(rect.x, sheet.x), max(rect.y, sheet.y)
    right, bottom = min(rect.right, sheet.right), min(rect.bottom, sheet.bottom)
    return Rect(x, y, max(0.0, right - x), max(0.0, bottom - y))
