"""The colours of the themes that come with the library, as tables in OKLCH."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

from infograficos.language.catalogue import load_catalogue
from infograficos.language.languages import language_codes
from infograficos.language.messages import mark_message, message
from infograficos.theme.tones import CATEGORIES, ROLES, TONES, Paper, RoleHue, ToneTable, VariantName


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a theme: what it is drawn on in each variant, its roles and its categories.

    Args:
        summary: what it looks like, in a few words, in Portuguese.
    """

    summary: str
    light: Paper
    dark: Paper
    roles: Mapping[str, RoleHue]
    categories: Mapping[str, RoleHue]

    def colors(self) -> dict[str, dict[str, Any]]:
        """Return the table `colors` of the theme."""
        return {variant: self._variant(variant) for variant in get_args(VariantName)}

    def _variant(self, variant: VariantName) -> dict[str, Any]:
        paper = self.light if variant == "light" else self.dark
        grown = {
            group: {
                name: hue.tones(paper.tones, hue.light if variant == "light" else hue.dark)
                for name, hue in hues.items()
            }
            for group, hues in (("roles", self.roles), ("categories", self.categories))
        }
        return {**paper.neutrals(), **grown}


def move_tones(table: ToneTable, chroma: float = 1.0, **lightness: float) -> ToneTable:
    """Return a table with its chroma multiplied, and other lightness in the named tones."""
    return {
        tone: (lightness.get(tone, known), round(strength * chroma, 4))
        for tone, (known, strength) in table.items()
    }


_LIGHT, _DARK = TONES["light"], TONES["dark"]
_PRINT = move_tones(
    _LIGHT, soft=0.93, tint=0.892, mid=0.80, line=0.755, body=0.68, deep=0.545, solid=0.47, strong=0.40
)
_CHALK = move_tones(
    _DARK, 0.88, soft=0.32, tint=0.375, mid=0.475, line=0.54, body=0.655, deep=0.41, solid=0.81, strong=0.87
)

#: The themes by their names in Portuguese, which catalogues translate; the first is the default. On the
#: board and at night both variants are dark: the one for dark pages only is darker. Steps were searched for
#: as those of the series.
PALETTES: Mapping[str, Palette] = {
    mark_message("claro"): Palette(
        mark_message("papel claro e cores sóbrias: o da série"),
        Paper("#fcfaf7", "#ffffff", "#1b2433", "#4e5969", "#d0d4dc", _LIGHT),
        Paper("#14171c", "#1c2027", "#ebeff5", "#aab2be", "#3c434d", _DARK),
        ROLES,
        CATEGORIES,
    ),
    mark_message("papel"): Palette(
        mark_message("papel creme e tintas de impressão"),
        Paper("#f6ecda", "#fcf5e8", "#2b2420", "#5a4f45", "#d3c6b1", _PRINT),
        Paper("#1d1814", "#27211b", "#f3ebdd", "#b9ad9c", "#484038", move_tones(_DARK, 0.95)),
        {
            "instruction": RoleHue(246, (0.02, 0.02, 0.02, 0.05), (-0.08, -0.08, -0.08, -0.09)),
            "input": RoleHue(72, (0.0, 0.0, 0.0, 0.06), (-0.07, -0.07, -0.07, -0.09)),
            "response": RoleHue(165, (-0.08, -0.08, -0.08, -0.02), (0.03, 0.03, 0.03, 0.09)),
            "model": RoleHue(325, (-0.07, -0.07, -0.07, -0.02), (0.06, 0.06, 0.06, 0.06)),
            "masked": RoleHue(260, (0.0, 0.0, 0.0, 0.0), (0.0, 0.0, 0.0, -0.01), 0.15),
            "alert": RoleHue(32, (-0.098, -0.098, -0.098, -0.02), (0.01, 0.01, 0.01, 0.02)),
        },
        {
            "category1": RoleHue(12, (0.02, 0.02, 0.02, 0.02), (0.04, 0.04, 0.04, 0.03)),
            "category2": RoleHue(104, (-0.08, -0.08, -0.08, 0.05), (-0.04, -0.04, -0.04, -0.07)),
            "category3": RoleHue(136, (0.0, 0.0, 0.0, -0.06), (0.03, 0.03, 0.03, 0.01)),
            "category4": RoleHue(216, (0.01, 0.01, 0.01, 0.03), (0.04, 0.04, 0.04, 0.03)),
            "category5": RoleHue(264, (-0.07, -0.07, -0.07, -0.05), (-0.03, -0.03, -0.03, -0.05)),
            "category6": RoleHue(340, (-0.07, -0.07, -0.07, -0.06), (-0.06, -0.06, -0.06, -0.07)),
        },
    ),
    mark_message("quadro"): Palette(
        mark_message("quadro-negro e giz: escuro em qualquer página"),
        Paper("#1a2b25", "#22352e", "#f5f2e7", "#b9c4ba", "#41544c", _CHALK),
        Paper("#121a17", "#1a2420", "#f2efe4", "#b0bab2", "#38443f", move_tones(_DARK, 0.88)),
        {
            "instruction": RoleHue(245, (-0.07, -0.07, -0.07, -0.1), (-0.06, -0.06, -0.06, -0.09)),
            "input": RoleHue(90, (0.0, 0.0, 0.0, -0.01), (0.0, 0.0, 0.0, -0.01)),
            "response": RoleHue(150, (0.05, 0.05, 0.05, 0.03), (0.04, 0.04, 0.04, 0.03)),
            "model": RoleHue(305, (0.06, 0.06, 0.06, 0.04), (0.06, 0.06, 0.06, 0.05)),
            "masked": RoleHue(165, (0.01, 0.01, 0.01, -0.03), (0.0, 0.0, 0.0, -0.02), 0.2),
            "alert": RoleHue(18, (-0.05, -0.05, -0.05, -0.08), (-0.06, -0.06, -0.06, -0.08)),
        },
        {
            "category1": RoleHue(52, (-0.06, -0.06, -0.04, -0.06), (-0.06, -0.03, -0.04, -0.06)),
            "category2": RoleHue(128, (0.03, 0.02, 0.05, 0.05), (0.03, 0.06, 0.05, 0.05)),
            "category3": RoleHue(168, (0.03, 0.05, 0.05, 0.06), (0.04, -0.06, 0.06, 0.05)),
            "category4": RoleHue(200, (-0.05, -0.03, -0.04, -0.05), (-0.04, 0.01, -0.03, -0.05)),
            "category5": RoleHue(280, (-0.05, -0.06, -0.08, -0.06), (-0.06, 0.0, -0.07, -0.06)),
            "category6": RoleHue(320, (0.05, 0.04, 0.04, 0.06), (0.04, -0.06, 0.05, 0.06)),
        },
    ),
    mark_message("noite"): Palette(
        mark_message("noite índigo: escuro em qualquer página"),
        Paper(
            "#15172e", "#1d2040", "#eceefb", "#b0b5d0", "#3f4468", move_tones(_DARK, soft=0.29, tint=0.355)
        ),
        Paper("#0c0d1b", "#151730", "#eaecf8", "#a9aec8", "#373b5c", _DARK),
        {
            "instruction": RoleHue(245, (0.05, 0.05, 0.05, 0.0), (0.05, 0.05, 0.05, 0.0), 1.05),
            "input": RoleHue(80, (-0.02, -0.02, -0.02, 0.06), (-0.02, -0.02, -0.02, 0.06), 1.05),
            "response": RoleHue(160, (-0.04, -0.04, -0.04, 0.1), (-0.04, -0.04, -0.04, 0.1), 1.05),
            "model": RoleHue(293, (-0.05, -0.05, -0.05, -0.1), (-0.05, -0.05, -0.05, -0.1), 1.05),
            "masked": RoleHue(275, (0.05, 0.05, 0.05, 0.0), (0.05, 0.05, 0.05, 0.0), 0.22),
            "alert": RoleHue(12, (0.05, 0.05, 0.05, -0.01), (0.05, 0.05, 0.05, -0.01), 1.05),
        },
        {
            "category1": RoleHue(44, (0.03, -0.04, 0.05, 0.02), (0.03, -0.04, 0.05, 0.02)),
            "category2": RoleHue(108, (-0.04, 0.04, -0.04, -0.07), (-0.04, 0.04, -0.04, -0.07)),
            "category3": RoleHue(188, (0.0, -0.04, 0.02, -0.01), (0.0, -0.04, 0.02, -0.01)),
            "category4": RoleHue(276, (-0.05, 0.03, -0.05, -0.07), (-0.05, 0.03, -0.05, -0.07)),
            "category5": RoleHue(308, (0.06, -0.04, 0.06, 0.04), (0.06, -0.04, 0.06, 0.04)),
            "category6": RoleHue(356, (-0.06, 0.04, -0.05, -0.07), (-0.06, 0.04, -0.05, -0.07)),
        },
    ),
}

#: The name of the default theme, which is `theme.toml`; each other one is a file of its name in `data`.
DEFAULT = "claro"


def bundled_name(name: str) -> str | None:
    """Return the theme that a name means, in whatever language it is; None if it means none."""
    if name in PALETTES:
        return name
    catalogues = [load_catalogue(code, "messages") for code in language_codes()]
    return next((each for each in PALETTES for texts in catalogues if texts.find(each) == name), None)


def theme_names() -> dict[str, Palette]:
    """Return the themes by their names in the language of messages."""
    return {message(name): palette for name, palette in PALETTES.items()}


def format_bundled(name: str) -> str:
    """Return the file in `data` of a theme that comes with the library."""
    palette = PALETTES[name]
    comment = f"O tema “{name}”: {palette.summary}. Vem da tabela em palettes.py."
    return format_theme(palette, comment)


def format_theme(palette: Palette, comment: str) -> str:
    """Return a theme file that says these colours, below a comment of a line or more."""
    lines = [f"# {line}" for line in comment.splitlines()]
    for variant, colors in palette.colors().items():
        lines += ["", f"[colors.{variant}]"]
        lines += [f'{name} = "{value}"' for name, value in colors.items() if isinstance(value, str)]
        for group in ("roles", "categories"):
            tables = colors[group]
            lines += ["", f"[colors.{variant}.{group}]"]
            lines += [f"{name} = {{ {_pairs(tones)} }}" for name, tones in tables.items()]
    return "\n".join(lines) + "\n"


def _pairs(tones: Mapping[str, str]) -> str:
    return ", ".join(f'{tone} = "{value}"' for tone, value in tones.items())
