"""The eight tones of a role, from tables of lightness and chroma in OKLCH."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from infograficos.scene.color import from_oklch, to_oklch

VariantName = Literal["light", "dark"]

#: What tones are made for: light paper or dark. A theme's light variant may have dark paper.
Ground = Literal["light", "dark"]

#: Lightness and chroma of each tone.
ToneTable = Mapping[str, tuple[float, float]]

#: The steps of lightness of a role: of `mid`, of `body`, of `deep`, and of the tones of text.
Steps = tuple[float, float, float, float]

#: The tones on each ground in OKLCH, before the steps that keep roles apart.
TONES: Mapping[Ground, ToneTable] = {
    "light": {
        "soft": (0.962, 0.028),
        "tint": (0.915, 0.055),
        "mid": (0.835, 0.088),
        "line": (0.79, 0.095),
        "body": (0.715, 0.125),
        "deep": (0.572, 0.145),
        "solid": (0.50, 0.135),
        "strong": (0.43, 0.125),
    },
    "dark": {
        "soft": (0.275, 0.045),
        "tint": (0.345, 0.065),
        "mid": (0.47, 0.095),
        "line": (0.52, 0.10),
        "body": (0.63, 0.125),
        "deep": (0.40, 0.085),
        "solid": (0.80, 0.115),
        "strong": (0.86, 0.095),
    },
}

#: The tone of marks that carry meaning, which reaches 3:1 on paper.
MARK_TONE: Mapping[Ground, str] = {"light": "deep", "dark": "body"}

#: The tones that each of a role's steps moves: the faces of objects, and what text is set in or on.
STEPPED = (("mid",), ("body",), ("deep",), ("solid", "strong"))

#: The lightness in OKLCH below which paper is dark.
_DARK = 0.6

#: How much darker than the paper, in OKLCH's lightness, the shade of an object is.
_SHADE = 0.075


@dataclass(frozen=True, slots=True)
class RoleHue:
    """A role's hue in degrees, how much of the chroma it has, and its steps of lightness in each variant."""

    hue: float
    light: Steps = (0.0, 0.0, 0.0, 0.0)
    dark: Steps = (0.0, 0.0, 0.0, 0.0)
    chroma: float = 1.0

    def tones(self, table: ToneTable, steps: Steps = (0.0, 0.0, 0.0, 0.0)) -> dict[str, str]:
        """Return the tones of a table as `#rrggbb`."""
        moved = {tone: step for tones, step in zip(STEPPED, steps, strict=True) for tone in tones}
        return {
            tone: from_oklch(lightness + moved.get(tone, 0.0), chroma * self.chroma, self.hue)
            for tone, (lightness, chroma) in table.items()
        }


@dataclass(frozen=True, slots=True)
class Paper:
    """The neutral colours of a variant, and the tones made for its paper."""

    paper: str
    surface: str
    ink: str
    muted: str
    line: str
    tones: ToneTable

    @property
    def ground(self) -> Ground:
        """Whether the paper is light or dark."""
        return ground_of(self.paper)

    def neutrals(self) -> dict[str, str]:
        """Return the neutral colours by name."""
        names = ("paper", "surface", "ink", "muted", "line")
        return {name: getattr(self, name) for name in names}


#: The roles of the series. Their steps were searched for: the smallest ones with which any two roles differ
#: by at least 8 (ΔE2000) in every vision, in each tone of an object and of text.
ROLES: Mapping[str, RoleHue] = {
    "instruction": RoleHue(255, (0.032, 0.032, 0.032, 0.053), (0.05, 0.05, 0.05, 0.032)),
    "input": RoleHue(82, (-0.074, -0.074, -0.074, 0.057), (-0.016, -0.016, -0.016, -0.06)),
    "response": RoleHue(158, (-0.078, -0.078, -0.078, -0.036), (-0.048, -0.048, -0.048, -0.075)),
    "model": RoleHue(295, (-0.079, -0.079, -0.079, -0.047), (-0.065, -0.065, -0.065, -0.062)),
    "masked": RoleHue(262, (0.017, 0.017, 0.017, 0.028), (0.025, 0.025, 0.025, 0.069), chroma=0.17),
    "alert": RoleHue(18, (0.019, 0.019, 0.019, 0.028), (0.049, 0.049, 0.049, 0.047)),
}

#: What is only a category has a hue that no role has.
CATEGORIES: Mapping[str, RoleHue] = {
    "category1": RoleHue(210, (0.059, 0.059, 0.059, 0.048), (0.05, 0.05, 0.05, 0.042)),
    "category2": RoleHue(48, (-0.096, -0.096, -0.096, -0.061), (-0.072, -0.072, -0.072, 0.08)),
    "category3": RoleHue(355, (0.007, 0.007, 0.007, 0.038), (0.027, 0.027, 0.027, -0.004)),
    "category4": RoleHue(110, (0.005, 0.005, 0.005, 0.031), (0.024, 0.024, 0.024, -0.019)),
    "category5": RoleHue(282, (-0.009, -0.009, -0.009, 0.021), (0.003, 0.003, 0.003, -0.034)),
    "category6": RoleHue(185, (-0.087, -0.087, -0.087, -0.078), (-0.086, -0.086, -0.086, -0.08)),
}


def ground_of(paper: str) -> Ground:
    """Return whether paper of a colour, as `#rrggbb`, is light or dark."""
    return "dark" if to_oklch(paper)[0] < _DARK else "light"


def shade_of(paper: str) -> str:
    """Return the colour of paper in the shade of an object."""
    lightness, chroma, hue = to_oklch(paper)
    return from_oklch(max(0.0, lightness - _SHADE), chroma, hue)


def grow_tones(role: str, three: Mapping[str, str], variant: VariantName) -> dict[str, str]:
    """Return the eight tones of a role of which a theme says `soft`, `line` and `strong`, which stay.

    The others have the hue and the relative chroma of `strong`, and the steps of the role if it is known.
    """
    _, chroma, hue = to_oklch(three["strong"])
    known = ROLES.get(role, RoleHue(hue))
    share = min(1.2, chroma / TONES[variant]["strong"][1])
    steps = known.light if variant == "light" else known.dark
    return RoleHue(hue, chroma=share).tones(TONES[variant], steps) | dict(three)
