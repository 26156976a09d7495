"""Soft and professional: pale fills, and at most one saturated accent a figure."""

from __future__ import annotations

from collections.abc import Iterator

from infograficos.audit.audited_figure import AuditedFigure
from infograficos.audit.color import lightness_and_chroma
from infograficos.audit.finding import Finding
from infograficos.audit.paints import large_fills, strong_fills
from infograficos.language.numbers import format_decimal

RULE = "suavidade"


def check(figure: AuditedFigure) -> Iterator[Finding]:
    """Yield the fills that are too strong for a surface, and the accents that are too many."""
    limits = figure.look.theme.limits
    light = figure.look.variant == "light"
    for paint in large_fills(figure):
        lightness, chroma = lightness_and_chroma(paint.value)
        pale = lightness >= limits.fill_lightness_light if light else lightness <= limits.fill_lightness_dark
        if not pale or chroma > limits.fill_chroma:
            yield Finding(
                RULE,
                "error",
                "folha",
                "",
                f"o fundo “{paint.role}” ({paint.value}) tem claridade "
                f"{format_decimal(lightness, 2)} e croma {format_decimal(chroma, 3)} (OKLCH)",
                _bounds(light, limits.fill_lightness_light if light else limits.fill_lightness_dark)
                + f" e croma até {format_decimal(limits.fill_chroma, 3)}",
                "use um tom suave",
            )
    # A grey, such as that of what is masked, is no accent.
    fills = strong_fills(figure)
    found = sorted(role for role in fills if lightness_and_chroma(fills[role])[1] > limits.fill_chroma)
    if len(found) > limits.accents:
        names = ", ".join(f"“{role}”" for role in found)
        yield Finding(
            RULE,
            "error",
            "folha",
            "",
            f"{len(found)} acentos saturados: {names}",
            f"até {limits.accents}",
            "deixe um só papel em tom forte",
        )


def _bounds(light: bool, bound: float) -> str:
    return f"claridade {'ao menos' if light else 'até'} {format_decimal(bound, 2)}"
