"""Softness: pale fills, and few saturated accents."""

from __future__ import annotations

from collections.abc import Iterator

from infograficos.audit.audited_figure import AuditedFigure
from infograficos.audit.color import lightness_and_chroma
from infograficos.audit.finding import Finding, format_apart
from infograficos.scene.items import Box, Ellipse, Paint

RULE = "suavidade"

#: The least area of a surface, in square units; a smaller fill is a mark.
_LARGE = 2500.0


def check(figure: AuditedFigure) -> Iterator[Finding]:
    """Yield the surfaces with too strong a fill, and too many accents."""
    fills: dict[str, Paint] = {}
    accents: set[str] = set()
    for visit, item in figure.shapes():
        if not isinstance(item, Box | Ellipse) or not item.fill:
            continue
        if item.purpose == "surface" and visit.rect.width * visit.rect.height >= _LARGE:
            fills.setdefault(item.fill.role, item.fill)
        role, _, tone = item.fill.role.partition(".")
        # A grey, such as that of masked tokens, is no accent.
        if tone == "strong" and lightness_and_chroma(item.fill.value)[1] > figure.limits.fill_chroma:
            accents.add(role)
    for paint in fills.values():
        yield from _check_fill(figure, paint)
    if len(accents) > figure.limits.accents:
        names = ", ".join(f"“{role}”" for role in sorted(accents))
        measured, limit = f"{len(accents)} acentos saturados: {names}", f"até {figure.limits.accents}"
        yield Finding(RULE, "error", measured, limit, "deixe um só papel em tom forte", rect=figure.sheet)


def _check_fill(figure: AuditedFigure, paint: Paint) -> Iterator[Finding]:
    limits, is_light = figure.limits, figure.look.variant == "light"
    bound = limits.fill_lightness_light if is_light else limits.fill_lightness_dark
    lightness, chroma = lightness_and_chroma(paint.value)
    is_pale = lightness >= bound if is_light else lightness <= bound
    if is_pale and chroma <= limits.fill_chroma:
        return
    light, light_bound = format_apart(lightness, bound, 2)
    strength, strength_bound = format_apart(chroma, limits.fill_chroma, 3)
    measured = f"o fundo “{paint.role}” ({paint.value}) tem claridade {light} e croma {strength} (OKLCH)"
    limit = f"claridade {'ao menos' if is_light else 'até'} {light_bound} e croma até {strength_bound}"
    yield Finding(RULE, "error", measured, limit, "use um tom suave", rect=figure.sheet)
