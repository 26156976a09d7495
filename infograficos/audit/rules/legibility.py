"""Legibility: the smallest text, in units and in CSS pixels."""

from __future__ import annotations

from collections.abc import Iterator

from infograficos.audit.audited_figure import AuditedFigure
from infograficos.audit.finding import Finding, at_least, format_below
from infograficos.language.messages import mark_message, message
from infograficos.theme import Preset

RULE, TITLE = "legibility", mark_message("legibilidade")

_ON_PHONE = mark_message("fica com {size} px no celular em “{preset}” (coluna de {column} px)")
_ON_DESKTOP = mark_message("fica com {size} px no computador em “{preset}” (coluna de {column} px)")


def check(figure: AuditedFigure) -> Iterator[Finding]:
    """Yield the texts that are too small in units or, if there are none, in a preset's CSS pixels."""
    small = list(_on_the_sheet(figure))
    yield from small
    for name, preset in () if small else figure.presets.items():
        yield from _at_columns(figure, name, preset)


def smallest_pixels(figure: AuditedFigure, column: float) -> float:
    """Return the smallest text size in CSS pixels where the figure fills a column, also in CSS pixels."""
    return min((line.size for line in figure.lines), default=0.0) * column / figure.frame.size.width


def _on_the_sheet(figure: AuditedFigure) -> Iterator[Finding]:
    advice = message("use um estilo de texto maior ou menos palavras")
    for line in figure.lines:
        if below := format_below(line.size, figure.limits.smallest_text, 1):
            measured = message("tem corpo de {size} unidades", size=below[0])
            yield Finding(RULE, "error", measured, at_least(below[1]), advice, *line.subject)


def _at_columns(figure: AuditedFigure, name: str, preset: Preset) -> Iterator[Finding]:
    limits = figure.limits
    columns = [
        (_ON_PHONE, preset.phone, limits.phone_text),
        (_ON_PHONE, preset.small_phone, limits.phone_text),
        (_ON_DESKTOP, preset.column, limits.desktop_text),
    ]
    smallest = min(figure.lines, key=lambda line: line.size, default=None)
    if smallest is None:
        return
    for words, column, least in columns[:2] if figure.is_narrow else columns:
        if below := format_below(smallest_pixels(figure, column), least, 1):
            measured = message(words, size=below[0], preset=name, column=float(column))
            advice = message("aumente o texto ou estreite a folha")
            yield Finding(RULE, "error", measured, at_least(f"{below[1]} px"), advice, *smallest.subject)
