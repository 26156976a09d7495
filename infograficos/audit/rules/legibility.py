"""Legible where it is read: the smallest text, in the reader's own pixels."""

from __future__ import annotations

from collections.abc import Iterator

from infograficos.audit.audited_figure import AuditedFigure, ink, size_of
from infograficos.audit.finding import Finding, format_apart, shorten
from infograficos.scene.geometry import TOLERANCE
from infograficos.theme import Preset

RULE = "legibilidade"


def check(figure: AuditedFigure) -> Iterator[Finding]:
    """Yield the texts that are too small on the sheet or, if none is, too small at a preset's columns."""
    small = list(_on_the_sheet(figure))
    yield from small
    for name, preset in () if small else figure.presets.items():
        yield from _at_columns(figure, name, preset)


def smallest_pixels(figure: AuditedFigure, column: float) -> float:
    """Return the size of the smallest text in CSS pixels, when the figure fills a column of that width."""
    sizes = [size_of(line) for _, line in figure.lines]
    return min(sizes, default=0.0) * column / figure.frame.size.width


def _on_the_sheet(figure: AuditedFigure) -> Iterator[Finding]:
    least = figure.look.theme.limits.smallest_text
    for visit, line in figure.lines:
        size = size_of(line)
        if size < least - TOLERANCE:
            measured, limit = format_apart(size, least, 1)
            yield Finding(
                RULE,
                "error",
                f"tem corpo de {measured} unidades",
                f"ao menos {limit}",
                "use um estilo de texto maior ou menos palavras",
                visit.path,
                shorten(line.text),
                ink(visit, line),
            )


def _at_columns(figure: AuditedFigure, name: str, preset: Preset) -> Iterator[Finding]:
    limits = figure.look.theme.limits
    columns = [
        ("no celular", preset.phone, limits.phone_text),
        ("no celular", preset.small_phone, limits.phone_text),
    ]
    if not figure.is_narrow:
        columns.append(("no computador", preset.column, limits.desktop_text))
    smallest = min(figure.lines, key=lambda pair: size_of(pair[1]), default=None)
    if smallest is None:
        return
    visit, line = smallest
    for where, column, least in columns:
        pixels = smallest_pixels(figure, column)
        if pixels < least - TOLERANCE:
            measured, limit = format_apart(pixels, least, 1)
            yield Finding(
                RULE,
                "error",
                f"fica com {measured} px {where} em “{name}” (coluna de {column:g} px)",
                f"ao menos {limit} px",
                "aumente o texto ou estreite a folha",
                visit.path,
                shorten(line.text),
                ink(visit, line),
            )
