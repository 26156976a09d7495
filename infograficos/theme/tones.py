"""The eight tones of a role, from one table in OKLCH."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from infograficos.scene.color import from_oklch, to_oklch

VariantName = Literal["light", "dark"]

#: Lightness and chroma of each tone in OKLCH, before the steps that keep roles apart.
TONES: Mapping[VariantName, Mapping[str, tuple[float, float]]] = {
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
MARK_TONE: Mapping[VariantName, str] = {"light": "deep", "dark": "body"}

#: The tones of objects, and those of text and of the solid fill: a role's steps of lightness go to these.
_OBJECT_TONES, _TEXT_TONES = ("mid", "body", "deep"), ("solid", "strong")


@dataclass(frozen=True, slots=True)
class RoleHue:
    """A role's hue in degrees, how much of the chroma it has, and its steps of lightness in each variant.

    Args:
        light: the steps of the objects' tones and of the text's in the light variant.
        dark: the same in the dark variant.
    """

    hue: float
    light: tuple[float, float] = (0.0, 0.0)
    dark: tuple[float, float] = (0.0, 0.0)
    chroma: float = 1.0

    def tones(self, variant: VariantName) -> dict[str, str]:
        """Return the eight tones as `#rrggbb`."""
        objects, text = self.light if variant == "light" else self.dark
        steps = dict.fromkeys(_OBJECT_TONES, objects) | dict.fromkeys(_TEXT_TONES, text)
        return {
            tone: from_oklch(lightness + steps.get(tone, 0.0), chroma * self.chroma, self.hue)
            for tone, (lightness, chroma) in TONES[variant].items()
        }


#: The roles of the series. Their steps were searched for: the smallest ones with which any two roles differ
#: by at least 8 (ΔE2000) in every vision, in each tone of an object and of text.
ROLES: Mapping[str, RoleHue] = {
    "instruction": RoleHue(255, (0.032, 0.053), (0.05, 0.032)),
    "input": RoleHue(82, (-0.074, 0.057), (-0.016, -0.06)),
    "response": RoleHue(158, (-0.078, -0.036), (-0.048, -0.075)),
    "model": RoleHue(295, (-0.079, -0.047), (-0.065, -0.062)),
    "masked": RoleHue(262, (0.017, 0.028), (0.025, 0.069), chroma=0.17),
    "alert": RoleHue(18, (0.019, 0.028), (0.049, 0.047)),
}

#: What is only a category has a hue that no role has.
CATEGORIES: Mapping[str, RoleHue] = {
    "category1": RoleHue(210, (0.059, 0.048), (0.05, 0.042)),
    "category2": RoleHue(48, (-0.096, -0.061), (-0.072, 0.08)),
    "category3": RoleHue(355, (0.007, 0.038), (0.027, -0.004)),
    "category4": RoleHue(110, (0.005, 0.031), (0.024, -0.019)),
    "category5": RoleHue(282, (-0.009, 0.021), (0.003, -0.034)),
    "category6": RoleHue(185, (-0.087, -0.078), (-0.086, -0.08)),
}


def grow_tones(role: str, three: Mapping[str, str], variant: VariantName) -> dict[str, str]:
    """Return the eight tones of a role of which a theme says `soft`, `line` and `strong`, which stay.

    The others have the hue and the relative chroma of `strong`, and the steps of the role if it is known.
    """
    _, chroma, hue = to_oklch(three["strong"])
    steps = ROLES.get(role, RoleHue(hue))
    share = min(1.2, chroma / TONES[variant]["strong"][1])
    return RoleHue(hue, steps.light, steps.dark, share).tones(variant) | dict(three)
