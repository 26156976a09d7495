"""The visual system: a theme's file, its values, and the look of a figure in one of its variants."""

from infograficos.theme.loading import load_theme
from infograficos.theme.look import (
    Look,
    Variant,
    pick_cover,
    pick_preset,
    pick_variant,
    pick_width,
    refused_width,
)
from infograficos.theme.model import CoverSize, Preset, Theme, ThemeLimits, Tones, TypeStyle

__all__ = [
    "CoverSize",
    "Look",
    "Preset",
    "Theme",
    "ThemeLimits",
    "Tones",
    "TypeStyle",
    "Variant",
    "load_theme",
    "pick_cover",
    "pick_preset",
    "pick_variant",
    "pick_width",
    "refused_width",
]
