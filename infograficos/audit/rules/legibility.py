"""Legibility: the smallest text, in units and in CSS pixels."""

from __future__ import annotations

from collections.abc import Iterator

from infograficos.audit.audited_figure import AuditedFigure
from infograficos.audit.finding import Finding, format_below
from infograficos.language.messages import mark_message
from infograficos.language.numbers import format_short
from infograficos.theme import Preset

RULE, TITLE = "legibility", mark_message("legibilidade")


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
    advice = "use um estilo de texto maior ou menos palavras"
    for line in figure.lines:
        if below := format_below(line.size, figure.limits.smallest_text, 1):
            measured, limit = f"tem corpo de {below[0]} unidades", f"ao menos {below[1]}"
            yield Finding(RULE, "error", measured, limit, advice, *line.subject)


def _at_columns(figure: AuditedFigure, name: str, preset: Preset) -> Iterator[Finding]:
    limits = figure.limits
    columns = [
        ("no celular", preset.phone, limits.phone_text),
        ("no celular", preset.small_phone, limits.phone_text),
        ("no computador", preset.column, limits.desktop_text),
    ]
    smallest = min(figure.lines, key=lambda line: line.size, default=None)
    if smallest is None:
        return
    for where, column, least in columns[:2] if figure.is_narrow else columns:
        if below := format_below(smallest_pixels(figure, column), least, 1):
            measured = f"fica com {below[0]} px {where} em “{name}” (coluna de {format_short(column)} px)"
            limit, advice = f"ao menos {below[1]} px", "aumente o texto ou estreite a folha"
            yield Finding(RULE, "error", measured, limit, advice, *smallest.subject)
