"""Softness: fills within the bounds of their tone, little of the strong ones, and one solid fill."""

from __future__ import annotations

from collections.abc import Iterator
from math import pi

from infograficos.audit.audited_figure import AuditedFigure
from infograficos.audit.finding import Finding, at_most, at_most_percent, format_apart
from infograficos.language.messages import mark_message, message
from infograficos.scene.color import to_oklch
from infograficos.scene.items import TITLE_BLOCK, Box, Ellipse, Paint, Path, Shape, Visit
from infograficos.theme.model import ToneBounds
from infograficos.theme.tones import MARK_TONE

RULE, TITLE = "softness", mark_message("suavidade")

#: The least area of a surface, in square units; a smaller fill is a mark.
_LARGE = 2500.0

#: The tones that tire an eye on a large surface, and those of a figure's one solid fill.
_STRONG_TONES, _SOLID_TONES = ("deep", "solid", "strong"), ("solid", "strong")

_ACCENTS = mark_message(("{count} acento saturado: {names}", "{count} acentos saturados: {names}"))

#: What a fill must be, by the bound of its lightness that it leaves.
_LIGHTER = mark_message("claridade ao menos {lightness} e croma até {chroma}")
_DARKER = mark_message("claridade até {lightness} e croma até {chroma}")

#: The least chroma of an accent: a grey, such as that of masked tokens, is none.
_ACCENT = 0.05


def check(figure: AuditedFigure) -> Iterator[Finding]:
    """Yield the fills that leave the bounds of their tone, too many strong ones, and a second accent."""
    fills: dict[str, Paint] = {}
    strong_area = 0.0
    for visit, item in _shapes(figure):
        if not isinstance(item, Box | Ellipse) or not item.fill:
            continue
        _, tone = _role_and_tone(figure, item.fill)
        if item.purpose == "surface" and _area(visit, item) >= _LARGE:
            fills.setdefault(item.fill.role, item.fill)
        # Most of an ornament in such a tone, the edge of a key cap, is behind its face.
        if tone in _STRONG_TONES and item.purpose != "ornament":
            strong_area += _area(visit, item)
    for paint in fills.values():
        yield from _check_fill(figure, paint)
    yield from _check_share(figure, strong_area)
    accents = set(_accents(figure))
    if len(accents) > figure.limits.accents:
        names = ", ".join(f"“{role}”" for role in sorted(accents))
        measured = message(_ACCENTS, len(accents), names=names)
        limit, advice = at_most(figure.limits.accents), message("deixe um só papel em tom forte")
        yield Finding(RULE, "error", measured, limit, advice, rect=figure.sheet)


def _shapes(figure: AuditedFigure) -> Iterator[tuple[Visit, Shape]]:
    """Yield the shapes of the body: the plate with the number is the same in every figure."""
    return ((visit, item) for visit, item in figure.shapes() if visit.path[:1] != (TITLE_BLOCK,))


def _accents(figure: AuditedFigure) -> Iterator[str]:
    """Yield the roles of saturated solid fills: of boxes and ellipses, and of surfaces of any shape."""
    for _, item in _shapes(figure):
        if item.fill and (item.purpose == "surface" or not isinstance(item, Path)):
            role, tone = _role_and_tone(figure, item.fill)
            if tone in _SOLID_TONES and to_oklch(item.fill.value)[1] > _ACCENT:
                yield role


def _role_and_tone(figure: AuditedFigure, paint: Paint) -> tuple[str, str]:
    role, _, tone = paint.role.rpartition(".")
    return role, MARK_TONE[figure.look.ground] if tone == "mark" else tone


def _area(visit: Visit, item: Box | Ellipse) -> float:
    share = pi / 4 if isinstance(item, Ellipse) else 1.0
    return visit.rect.width * visit.rect.height * share


def _check_fill(figure: AuditedFigure, paint: Paint) -> Iterator[Finding]:
    """Yield a fill that is too light, too dark or too saturated; one without a tone is bound as a panel."""
    _, tone = _role_and_tone(figure, paint)
    tones = getattr(figure.limits.tones, figure.look.ground)
    bounds: ToneBounds = tones.get(tone, tones["soft"])
    lightness, chroma, _ = to_oklch(paint.value)
    if bounds.darkest <= lightness <= bounds.lightest and chroma <= bounds.chroma:
        return
    bound = bounds.darkest if lightness < bounds.darkest else bounds.lightest
    light, light_bound = format_apart(lightness, bound, 2)
    strength, strength_bound = format_apart(chroma, bounds.chroma, 3)
    measured = message(
        "o fundo “{role}” ({color}) tem claridade {lightness} e croma {chroma} (OKLCH)",
        role=paint.role, color=paint.value, lightness=light, chroma=strength,
    )  # fmt: skip
    allowed = _LIGHTER if bound == bounds.darkest else _DARKER
    limit = message(allowed, lightness=light_bound, chroma=strength_bound)
    yield Finding(RULE, "error", measured, limit, message("mude esse tom no tema"), rect=figure.sheet)


def _check_share(figure: AuditedFigure, area: float) -> Iterator[Finding]:
    share = area / (figure.sheet.width * figure.sheet.height)
    if share > figure.limits.strong_share:
        part, most = format_apart(100 * share, 100 * figure.limits.strong_share, 1)
        measured, limit = message("{share} % da folha em tons fortes", share=part), at_most_percent(most)
        advice = message("deixe cheio só o que importa")
        yield Finding(RULE, "error", measured, limit, advice, rect=figure.sheet)
