"""Shape: the figure is not so tall that a platform shrinks it."""

from __future__ import annotations

from collections.abc import Iterator

from infograficos.audit.audited_figure import AuditedFigure
from infograficos.audit.finding import Finding, format_apart
from infograficos.language.messages import mark_message, message
from infograficos.language.numbers import format_decimal
from infograficos.scene.geometry import TOLERANCE

RULE, TITLE = "shape", mark_message("formato")


def check(figure: AuditedFigure) -> Iterator[Finding]:
    """Yield the height limits that the sheet exceeds: the theme's, then each preset's."""
    size, limits = figure.frame.size, figure.limits
    most = {message("o tema"): limits.tallest_narrow if figure.is_narrow else limits.tallest}
    if not figure.is_narrow:
        most |= {f"“{name}”": preset.tallest for name, preset in figure.presets.items()}
    for where, tallest in most.items():
        if size.height > tallest * size.width + TOLERANCE:
            height, bound = format_apart(size.height, tallest * size.width, 0)
            measured = message("tem {height} unidades de altura", height=height)
            ratio = format_decimal(tallest, 2)
            limit = message(
                "até {most} para {where}: {ratio} × a largura", most=bound, where=where, ratio=ratio
            )
            advice = message("encurte os textos ou divida a figura em duas")
            yield Finding(RULE, "error", measured, limit, advice, rect=figure.sheet)
