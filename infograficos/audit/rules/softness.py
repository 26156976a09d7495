"""Soft and professional: pale fills, and at most one saturated accent a figure."""

from __future__ import annotations

from collections.abc import Iterator

from infograficos.audit.audited_figure import AuditedFigure
from infograficos.audit.color import lightness_and_chroma
from infograficos.audit.finding import Finding, format_apart
from infograficos.audit.paints import large_fills, strong_fills

RULE = "suavidade"


def check(figure: AuditedFigure) -> Iterator[Finding]:
    """Yield the fills that are too strong for a surface, and the accents that are too many."""
    yield from _fills(figure)
    limits = figure.look.theme.limits
    # A grey, such as that of what is masked, is no accent.
    fills = strong_fills(figure)
    found = sorted(role for role in fills if lightness_and_chroma(fills[role])[1] > limits.fill_chroma)
    if len(found) > limits.accents:
        names = ", ".join(f"“{role}”" for role in found)
        yield Finding(
            RULE,
            "error",
            f"{len(found)} acentos saturados: {names}",
            f"até {limits.accents}",
            "deixe um só papel em tom forte",
            rect=figure.sheet,
        )


def _fills(figure: AuditedFigure) -> Iterator[Finding]:
    limits, is_light = figure.look.theme.limits, figure.look.variant == "light"
    bound = limits.fill_lightness_light if is_light else limits.fill_lightness_dark
    for paint in large_fills(figure):
        lightness, chroma = lightness_and_chroma(paint.value)
        is_pale = lightness >= bound if is_light else lightness <= bound
        if is_pale and chroma <= limits.fill_chroma:
            continue
        light, light_bound = format_apart(lightness, bound, 2)
        strength, strength_bound = format_apart(chroma, limits.fill_chroma, 3)
        yield Finding(
            RULE,
            "error",
            f"o fundo “{paint.role}” ({paint.value}) tem claridade {light} e croma {strength} (OKLCH)",
            f"claridade {'ao menos' if is_light else 'até'} {light_bound} e croma até {strength_bound}",
            "use um tom suave",
            rect=figure.sheet,
        )
