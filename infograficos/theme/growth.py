"""Grows the colours of a theme from one seed colour, so that they pass every rule."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from infograficos.errors import InputError, truncate
from infograficos.language.messages import mark_message, message
from infograficos.scene.color import from_oklch, to_oklch
from infograficos.theme.loading import load_theme
from infograficos.theme.palettes import Palette
from infograficos.theme.separation import Separation
from infograficos.theme.tones import CATEGORIES, ROLES, TONES, Paper, RoleHue

#: The role that has the hue of the seed: what the series is about, and the colour of its titles.
_SEEDED = "model"

#: The chroma below which a seed is grey, which in figures means what is ignored.
_GREY = 0.03

#: The least and the most chroma of the seeded role, as shares of the usual, and that of one without a hue.
_LEAST, _MOST, _HUELESS = 0.5, 1.15, 0.7

#: How much more chroma than a screen shows of the solid fill is asked of the other tones.
_BEYOND = 1.3

#: How far the solid fill may be from the usual lightness to be like the seed.
_LIKE = 0.12

#: How much lighter, darker or more colourful a seed is than its solid fill where that is said.
_UNLIKE = 0.04

_STILL = (0.0, 0.0, 0.0, 0.0)

#: How far, in degrees, a role's hue is turned away from the others; the first that serves is taken.
_GAPS = (36, 42, 30, 48, 24, 33, 39, 54, 45, 27)

#: Hues of categories that stay apart on usual paper; the set farthest from the roles is taken.
_CATEGORIES = (
    (24, 88, 120, 184, 280, 328),
    (12, 72, 112, 172, 220, 292),
    (8, 48, 100, 180, 268, 324),
    (60, 112, 188, 272, 304, 356),
    (0, 40, 112, 208, 276, 312),
    (28, 92, 156, 236, 308, 348),
    (84, 128, 196, 280, 308, 352),
    (4, 52, 116, 188, 244, 328),
)


def parse_seed(text: str) -> str:
    """Return a colour as `#rrggbb`; `#` may be missing, and three digits are short for six."""
    digits = text.strip().removeprefix("#").lower()
    if re.fullmatch("[0-9a-f]{3}", digits):
        digits = "".join(2 * digit for digit in digits)
    if not re.fullmatch("[0-9a-f]{6}", digits):
        raise InputError(
            "a cor “{color}” não serve; esperado #rrggbb ou #rgb, como “#0a7d5a” (entre aspas)",
            color=truncate(text),
        )
    return f"#{digits}"


def grow_palette(seed: str) -> tuple[Palette, Sequence[str]]:
    """Return the palette of a seed as `#rrggbb`, and in words what became of the seed and of the roles."""
    _, chroma, hue = to_oklch(seed)
    light, dark = _papers(hue, min(chroma, 0.1))
    own = _seeded_hue(seed) if chroma >= _GREY else RoleHue(ROLES[_SEEDED].hue, chroma=_HUELESS)
    for gap in _GAPS:
        hues = _turn_away(own, gap)
        roles = _with_steps(hues, light, dark, _wishes(seed, [*hues].index(_SEEDED)))
        if roles:
            categories = _pick_categories(roles, light, dark)
            palette = Palette(message("a partir de {color}", color=seed), light, dark, roles, categories)
            return palette, [_describe_seed(seed, palette), *_describe_turns(palette)]
    raise InputError("de {color} não saem seis cores que todos distingam; tente uma cor vizinha", color=seed)


def _papers(hue: float, chroma: float) -> tuple[Paper, Paper]:
    """Return light and dark paper with a trace of the seed."""

    def neutral(lightness: float, share: float) -> str:
        return from_oklch(lightness, share * chroma, hue)

    light = (neutral(0.985, 0.05), "#ffffff", neutral(0.26, 0.35), neutral(0.455, 0.3), neutral(0.87, 0.12))
    dark = (
        neutral(0.2, 0.14),
        neutral(0.24, 0.16),
        neutral(0.95, 0.1),
        neutral(0.76, 0.2),
        neutral(0.38, 0.2),
    )
    return Paper(*light, TONES["light"]), Paper(*dark, TONES["dark"])


def _seeded_hue(seed: str) -> RoleHue:
    """Return the hue of a seed, with as much of its chroma as its tones can show."""
    _, chroma, hue = to_oklch(seed)
    lightness, usual = TONES["light"]["solid"]
    share = min(_MOST, max(_LEAST, chroma / usual))
    shown = to_oklch(from_oklch(lightness, share * usual, hue))[1] / usual
    return RoleHue(hue, chroma=min(share, _BEYOND * shown))


def _wishes(seed: str, index: int) -> Sequence[Mapping[int, float]]:
    """Return the steps with which the solid fill is most like the seed, the best first, and then any."""
    wish = to_oklch(seed)[0] - TONES["light"]["solid"][0]
    grid = sorted((_LIKE * step / 4 for step in range(-4, 5)), key=lambda step: abs(step - wish))
    steps = [wish, *grid] if abs(wish) <= _LIKE else grid
    return [*({index: step} for step in steps), {}]


def _turn_away(own: RoleHue, gap: float) -> Mapping[str, RoleHue]:
    """Return the roles' hues, those near the seeded one turned to the nearest that is far from all others."""
    hues = {role: known.hue for role, known in ROLES.items() if role != "masked"} | {_SEEDED: own.hue}
    for role in hues:
        others = [hue for other, hue in hues.items() if other != role]
        if role != _SEEDED and _distance(hues[role], own.hue) < gap:
            free = [float(hue) for hue in range(360) if min(_distance(hue, other) for other in others) >= gap]
            meant = ROLES[role].hue
            hues[role] = min(free or [meant], key=lambda hue: (_distance(hue, meant), hue))
    plain = {role: RoleHue(hue) for role, hue in hues.items()} | {_SEEDED: own}
    masked = replace(ROLES["masked"], light=_STILL, dark=_STILL)
    return {role: plain.get(role, masked) for role in ROLES}


def _with_steps(
    hues: Mapping[str, RoleHue], light: Paper, dark: Paper, wishes: Sequence[Mapping[int, float]] = ({},)
) -> Mapping[str, RoleHue] | None:
    """Return the hues with the steps that keep them apart on both papers; None if there are none."""
    plain, bounds = list(hues.values()), load_theme().limits.tones
    on_light = Separation(plain, light, bounds.light, wishes).find()
    on_dark = Separation(plain, dark, bounds.dark).find() if on_light else None
    if not (on_light and on_dark):
        return None
    moved = zip(hues.items(), on_light, on_dark, strict=True)
    return {name: replace(hue, light=steps, dark=dark_steps) for (name, hue), steps, dark_steps in moved}


def _pick_categories(roles: Mapping[str, RoleHue], light: Paper, dark: Paper) -> Mapping[str, RoleHue]:
    """Return six hues, as far from the roles' as can be."""
    meant = [known.hue for role, known in roles.items() if role != "masked"]

    def room(hues: Iterable[float]) -> float:
        return min(_distance(hue, other) for hue in hues for other in meant)

    for hues in sorted(_CATEGORIES, key=room, reverse=True):
        named = {f"category{number}": RoleHue(hue) for number, hue in enumerate(hues, 1)}
        found = _with_steps(named, light, dark)
        if found:
            return found
    return CATEGORIES


def _distance(one: float, other: float) -> float:
    return abs((one - other + 180) % 360 - 180)


def _describe_seed(seed: str, palette: Palette) -> str:
    tones = palette.colors()["light"]["roles"][_SEEDED]
    if tones["solid"] == seed:
        return message("“{role}” é a sua cor: o cheio é {solid}, e o texto, {strong}", role=_SEEDED, **tones)
    (lightness, chroma, _), (solid_lightness, solid_chroma, _) = map(to_oklch, (seed, tones["solid"]))
    excess = {
        mark_message("clara"): lightness - solid_lightness,
        mark_message("escura"): solid_lightness - lightness,
        mark_message("viva"): chroma - solid_chroma,
    }
    found = [message(word) for word, measure in excess.items() if measure > _UNLIKE]
    if chroma < _GREY:
        why = message("cinza quer dizer ignorado")
    elif found:
        why = message("a cor é {faults} demais", faults=found)
    else:
        why = message("a cor precisou de um ajuste para se distinguir")
    return message(
        "{reason}: o cheio de “{role}” é {solid}, e o texto, {strong}", reason=why, role=_SEEDED, **tones
    )


def _describe_turns(palette: Palette) -> Iterator[str]:
    """Yield which roles no longer have the hue that they have in the other themes."""
    turned = [
        role for role, known in palette.roles.items() if role != _SEEDED and known.hue != ROLES[role].hue
    ]
    if turned:
        tones = palette.colors()["light"]["roles"]
        named = [message("“{role}” é {color}", role=role, color=tones[role]["solid"]) for role in turned]
        yield message("para não se confundir com “{role}”, {changes}", role=_SEEDED, changes=named)
